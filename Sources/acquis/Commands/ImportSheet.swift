internal import AcquisLedger
internal import Events
internal import Files
internal import SheetImport
internal import Sheets

/// `import SHEET --propose` and `import SHEET --plan FILE`: an old spreadsheet.
enum ImportSheet {
  static let options: [Command.Option] =
    [
      Command.Option(
        name: "propose",
        help: Text(
          "propose le plan de reprise d’une feuille .csv ou .xlsx tenue à la main : à écrire dans un fichier, à corriger, puis à donner par --plan",
          "propose the plan of a sheet (.csv, .xlsx) kept by hand: to be written to a file, corrected, and given with --plan"
        )),
      Command.Option(
        name: "plan", value: "FILE",
        help: Text(
          "reprend la feuille selon ce plan : qui y est déjà n’est pas doublé, une ligne corrigée corrige",
          "import the sheet by this plan: nothing is doubled, and a corrected row corrects"),
        input: .file),
      Command.Option(
        name: "to", value: "FILE",
        help: Text(
          "avec --plan : où écrire la feuille rendue, avec ses colonnes « état » et « à corriger » (par défaut à côté d’elle, NOM-a-corriger)",
          "with --plan: where to write the sheet back, with its columns “state” and “to correct” (default: beside it, NAME-to-correct)"
        )),
    ] + Command.names

  /// Whether a plan is asked for or given, or what goes with one alone.
  static func isAsked(_ invocation: Invocation) -> Bool {
    ["propose", "plan", "to"].contains { invocation.has($0) }
  }

  static func run(_ invocation: Invocation) throws {
    let path = invocation.argument("FILE") ?? "-"
    let excess = ["plan", "to", "dry-run", "by"].first { invocation.has($0) }
    if invocation.has("propose"), let excess {
      throw Failure.usage(
        Text(
          "--propose ne va pas avec --\(excess)", "--propose does not go with --\(excess)"))
    }
    guard invocation.has("propose") || invocation.has("plan") else {
      throw Failure.usage(Text("--to va avec --plan", "--to goes with --plan"))
    }
    let bytes = try InputFile.read(path)
    let file: SheetFile
    do throws(SheetReadingFailure) { file = try SheetFile(bytes, named: path) } catch {
      throw Failure.input(error.text.at(path))
    }
    if invocation.has("propose") { return try propose(file, path, invocation) }
    let planPath = invocation.option("plan") ?? "-"
    let plan: ImportPlan
    let text = try InputFile.read(planPath)
    let frameworks = try KnownFrameworks(in: Ledger(invocation).log())
    do throws(PlanFailure) { plan = try PlanText.plan(text).resolved(by: frameworks) } catch {
      throw Failure.input(error.text(in: planPath))
    }
    try SheetImportRun(
      bytes: bytes, path: path, file: file, plan: plan, planPath: planPath, invocation
    ).run()
  }

  /// Prints the plan that the sheet suggests, as a file.
  private static func propose(
    _ file: SheetFile, _ path: String, _ invocation: Invocation
  ) throws {
    let log = try Ledger(invocation).log()
    let frameworks = try KnownFrameworks(in: log)
    let proposal: PlanProposal
    do throws(ProposalFailure) {
      proposal = try PlanProposal(
        file, named: Folder.name(path), frameworks, today: Ledger.today)
    } catch {
      throw Failure.input(error.text.at(path))
    }
    let language = invocation.output.language
    let text = PlanText(proposal.plan, proposal.notes).text(in: language)
    // The plan is a file: it is written as it is, with plain spaces.
    try invocation.output.bytes(Array(text.utf8))
  }
}

extension PlanFailure {
  /// Everything that is wrong, each with its line of the file.
  fileprivate func text(in path: String) -> Text {
    let head = Text(
      "le plan ne peut pas être lu, rien n’a été enregistré",
      "the plan cannot be read, nothing was recorded")
    let lines = problems.map { problem in
      let text = problem.text.at("\(path):\(problem.line)")
      return Text("  \(text.french)", "  \(text.english)")
    }
    return ([head] + lines).joined(separator: "\n")
  }
}

extension ProposalFailure {
  /// The end of a sentence that begins with the file's path.
  fileprivate var text: Text {
    switch self {
    case .noHeadings:
      Text(
        "aucune ligne n’a d’en-têtes : au moins trois cases remplies, avec des lignes au-dessous",
        "no row has headings: at least three filled cells, with rows below")
    case .noRows:
      Text("la feuille est vide, ou masquée", "the sheet is empty or hidden")
    case .noCertification:
      Text(
        "le registre ne connaît aucune certification ; enregistrez-la d’abord, ou créez le registre avec les certifications connues (`acquis init`)",
        "the ledger has no certification; record it first, or make the ledger with those known (`acquis init`)"
      )
    }
  }
}

extension SheetLayoutFailure {
  /// The end of a sentence that begins with the file's path.
  var text: Text {
    switch self {
    case .noHeadings(let row):
      Text(
        "aucune ligne n’a les en-têtes du plan, qui les attend ligne \(row)",
        "no row has the plan’s headings, which it expects in row \(row)")
    case .missingColumns(let headings):
      Text(
        "des colonnes du plan manquent : \(headings.shownList.french)",
        "columns of the plan are missing: \(headings.shownList.english)")
    case .missingTab(let tab):
      Text(
        "l’onglet « \(Shown.onOneLine(tab)) » du plan manque",
        "the plan’s tab “\(Shown.onOneLine(tab))” is missing")
    }
  }
}

extension [String] {
  /// `« NOM », « Prénom »`.
  fileprivate var shownList: Text {
    map { heading in
      let heading = Shown.onOneLine(heading)
      return Text("« \(heading) »", "“\(heading)”")
    }.joined(separator: ", ")
  }
}
