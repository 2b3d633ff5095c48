internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `candidates`
  static let candidates = Command(
    name: "candidates",
    summary: Text(
      "liste les candidatures et où elles en sont ; les filtres se combinent",
      "lists candidacies with their state; filters combine"),
    options: [
      Option(
        name: "status", value: "S",
        help: Text(
          "dans cet état seulement",
          "in this status only")),
      Option(
        name: "certification", value: "C",
        help: Text(
          "de cette certification seulement",
          "of this certification only")),
      Option(
        name: "pathway", value: "P",
        help: Text(
          "par cette voie seulement",
          "by this pathway only")),
      Option(
        name: "missing", value: "BLOCK",
        help: Text(
          "où ce bloc n’est pas acquis : son code, ou sa fin (BC02)",
          "that do not hold this block: its code, or the end of it (BC02)")),
      Option(
        name: "closing-within", value: "DAYS",
        help: Text(
          "dont le délai se ferme d’ici tant de jours",
          "whose window closes within so many days")),
      Option(
        name: "name", value: "TEXT",
        help: Text(
          "dont le nom contient ces mots, dans n’importe quel ordre, ou leurs débuts avec * ; - les lit sur l’entrée standard ; il y faut la clé maîtresse",
          "with a name that contains these words, in any order, or parts of them with *; - reads standard input; takes the master key"
        ),
        input: .text),
      Option(
        name: "declaration", value: "S",
        help: Text(
          "dont la déclaration à la Caisse des Dépôts en est là : due (pas déposée), déposée, acceptée, rejetée ; en retard ; "
            + "incomplète : il y manque la date, le sexe ou le lieu de naissance (il y faut la clé maîtresse)",
          "whose declaration to the Caisse des Dépôts is: none (owed, not deposited), deposited, accepted, rejected; late; "
            + "incomplete: it lacks the birth date, the sex or the place (takes the master key)"
        )),
      Option(
        name: "to-review",
        help: Text("où quelque chose est à revoir", "in which something is to be reviewed")),
      Option(
        name: "blocks",
        help: Text(
          "deux colonnes par bloc : son état, ses compétences acquises sur total (avec --certification)",
          "two columns for each block: its state, competencies acquired of total (with --certification)"
        )),
    ] + names + [on, known] + Listing.options,
    example: "acquis candidates --status partiallyCertified --on 2022-06-15"
  ) { invocation in
    let list = try CandidacyList(invocation)
    let isCapitalisation = invocation.has("blocks")
    if isCapitalisation, invocation.option("certification") == nil {
      throw Failure.usage(
        Text("--blocks exige --certification", "--blocks needs --certification"))
    }
    try Listing.candidates(
      list, declaration: try invocation.word("declaration"), isCapitalisation: isCapitalisation
    ).print(invocation)
    try list.names.reportUnnamed(invocation)
  }
}

extension Listing {
  /// A list of candidacies.
  ///
  /// - Parameters:
  ///   - declaration: the filter that they passed.
  ///   - isCapitalisation: whether each block of their one certification has columns.
  static func candidates(
    _ list: CandidacyList, declaration: DeclarationFilter? = nil, isCapitalisation: Bool = false
  ) -> Listing {
    let answers = list.answers
    let blocks = isCapitalisation ? list.first?.blocks.map(\.code) ?? [] : []
    let columns = CandidacyColumns(list, declaration: declaration, isOfBlocks: isCapitalisation)
    return Listing(
      name: Text("candidatures", "candidacies"),
      columns: columns.columns
        + CandidacyColumns.blockColumns(
          blocks, of: list.first?.certification),
      elements: answers.map { answer in
        Element(
          key: answer.state.candidacy.text,
          json: list.names.json(answer.json, naming: answer.state.candidate),
          cells: columns.cells(answer)
            + (isCapitalisation ? CandidacyColumns.blockCells(answer) : []))
      }, isPage: list.ledger == nil)
  }
}
