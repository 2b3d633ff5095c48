internal import AcquisLedger
internal import EventLog
internal import Events
internal import StateFlow

/// `export cpf`: the flow of the awards owed to the Caisse des Dépôts.
///
/// Without `--record` it is only written; with it, the deposit of each award is recorded first, and the file states
/// what was known then; `--flow F` writes a recorded one again.
enum ExportFlow {
  static func run(_ invocation: Invocation) throws {
    if invocation.has("record"), invocation.has("known") {
      throw Failure.usage(
        Text(
          "--known ne va pas avec --record : un dépôt s’enregistre selon tout ce qui est connu",
          "--known does not go with --record: a deposit is recorded as everything is known"))
    }
    let ledger = try Ledger(invocation)
    let name = try name(invocation)
    if let name, let flow = try ledger.log().recordedFlow(name) {
      return try again(flow, ledger, invocation)
    }
    if let name, try ledger.log().isAnnulledFlow(name) { throw annulled(name) }
    if invocation.has("record") { return try record(name, ledger, invocation) }
    if let name { throw try unknown(name, in: ledger.log()) }
    try preview(ledger, invocation)
  }

  /// The flow of `--flow`.
  private static func name(_ invocation: Invocation) throws -> FlowID? {
    try invocation.option("flow").map { text in
      try invocation.read("--flow", text) { (text) throws(InvalidValue) in try FlowID(text) }
    }
  }

  static func annulled(_ flow: FlowID) -> Failure {
    .input(
      Text(
        "les dépôts du flux \(flow) ont tous été annulés ; son nom reste pris",
        "the deposits of flow \(flow) were all annulled; its id remains in use"))
  }

  private static func unknown(_ flow: FlowID, in log: any EventLog) throws -> Failure {
    let unknown = Text(
      "le registre ne connaît pas de flux \(flow)", "the ledger knows no flow \(flow)")
    let near = Nearest.words(to: flow.text, among: try log.flowIDs().map(\.text))
    let words = near.joined(separator: ", ")
    return .input(
      near.isEmpty ? unknown : unknown.then(Text("approchant : \(words)", "near it: \(words)")))
  }

  /// Writes what a flow would be, and records nothing.
  private static func preview(_ ledger: Ledger, _ invocation: Invocation) throws {
    let question = try invocation.question()
    let contents = try question.outstandingFlow(
      selection(invocation, question.log), opening: ledger.vault(.toRead))
    let writing = FlowWriting(invocation, contents)
    guard try writing.begins() else { return }
    let flow = CertificationFlow(
      id: try NextIDs.flow(on: question.on, in: question.log), stamp: ledger.clock.now(),
      depositor: try depositor(contents, question), certifications: contents.certifications)
    try writing.checks(flow.id)
    try writing.write { FlowWriting.Written(flow: flow, recorded: nil) }
    invocation.output.note(
      Text(
        "rien n’a été enregistré : avec --record, le dépôt de chaque délivrance l’est",
        "nothing was recorded: with --record, the deposit of each award is"))
  }

  /// Which awards the options ask for.
  static func selection(
    _ invocation: Invocation, _ log: any EventLog
  ) throws -> FlowSelection {
    FlowSelection(
      dueBy: try invocation.option("due-by").map { try invocation.day("--due-by", $0) },
      certification: try invocation.certification(in: log),
      leavesSettled: invocation.has("record"))
  }

  static func depositor(_ contents: FlowContents, _ question: Question) throws -> Depositor {
    do {
      return try question.depositor(of: contents.certifications.map(\.certification))
    } catch let failure as DepositorFailure {
      throw failure.failure
    }
  }

  static let options: [Command.Option] = [
    Command.Option(
      name: "due-by", value: "DATE",
      help: Text(
        "avec cpf : les seules délivrances à déclarer au plus tard ce jour-là",
        "with cpf: only the awards to be declared by this day")),
    Command.Option(
      name: "certification", value: "C",
      help: Text(
        "avec cpf : de cette certification seulement ; les certificats partiels ne sont jamais transmis",
        "with cpf: of this certification only; partial certificates are never sent")),
    Command.Option(
      name: "flow", value: "FLOW",
      help: Text(
        "avec cpf : le flux déjà enregistré à écrire de nouveau, à l’octet près ; avec --record, le nom d’un nouveau flux",
        "with cpf: the recorded flow to write again, byte for byte; with --record, the id of a new one"
      )),
    Command.Option(
      name: "record",
      help: Text(
        "avec cpf : enregistre le dépôt (AwardDeclared) de chaque délivrance écrite",
        "with cpf: records the deposit (AwardDeclared) of each award written")),
    Command.Option(
      name: "skip-incomplete",
      help: Text(
        "avec cpf : écrit sans les délivrances dont la personne n’a pas toutes ses données, et dit lesquelles",
        "with cpf: write without the awards whose person lacks something, and list them")),
    Command.Option(
      name: "by", value: "WHO",
      help: Text(
        "avec --record : qui répond du dépôt, un identifiant",
        "with --record: who is responsible for the deposit, an id")),
    .acceptClock,
  ]
}
