internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

/// Every list of a ledger for one question, from one fold of its log.
struct ExportedLists {
  let question: Question
  let names: ListNames
  let lists: [ExportedList]

  /// - Throws: `LogFailure`; `VaultFailure` if the vault cannot be read and persons are to be named;
  ///   ``Failure/ledger(_:)`` if the vault is older than the log or another ledger's.
  init(_ invocation: Invocation, _ question: Question) throws {
    let (output, log) = (invocation.output, question.log)
    let names = try ListNames(invocation, question, isInFile: true)
    try names.reportUnnamed(invocation)
    let state = try question.replay(showingIn: output).state
    let source = ListSource(question: question, state: state, names: names)
    let found = try question.findings { count in
      output.progress(Text("entrées contrôlées : \(count)", "events checked: \(count)"))
    }
    output.endProgress()
    var query = EventQuery(through: question.known)
    // As in `log`: entries that occurred later are left out only where a day is asked for.
    if invocation.has("on") { query.onOrBefore = question.on }
    let entries = ExportedList(entries: query, try EntryRows(question, names), in: log)
    self.question = question
    self.names = names
    lists =
      Self.frameworks(source)
      + (try Self.people(source)) + (try Self.juries(source)) + Self.deadlines(source) + [
        ExportedList(
          "statistics", StatisticsRows(ofAll: state.statistics()).listing,
          row: Text(
            "une ligne par année et par certification, puis leur total de l’année",
            "a row for each year and certification, then their total of the year")),
        ExportedList(
          "findings", Listing.findings(try FindingReport(found, known: question.known, in: log)),
          row: Text(
            "une ligne par manquement ou signalement, pour une entrée et une règle",
            "a row for each breach or notice, for an event and a rule")),
        entries,
      ]
  }

  private static func frameworks(_ source: ListSource) -> [ExportedList] {
    let (state, day) = (source.state, source.question.on)
    return [
      ExportedList(
        "certifications", Listing.certifications(in: state, on: day),
        row: Text("une ligne par certification", "a row for each certification")),
      ExportedList(
        "blocks", FrameworkRows.blocks(in: state, on: day),
        row: Text("une ligne par bloc d’un référentiel", "a row for each block of a framework")),
      ExportedList(
        "competencies", FrameworkRows.competencies(in: state, on: day),
        row: Text(
          "une ligne par compétence d’un référentiel", "a row for each competency of a framework")),
    ]
  }

  /// The persons, their candidacies, and what these hold and owe.
  private static func people(_ source: ListSource) throws -> [ExportedList] {
    let list = CandidacyList(source)
    return [
      ExportedList(
        "people", try Listing.people(source.question, source.names),
        row: Text("une ligne par personne", "a row for each person")),
      ExportedList(
        "candidates", Listing.candidates(list),
        row: Text("une ligne par candidature", "a row for each candidacy")),
      ExportedList(
        "capitalisation", CapitalisationRows(list: list).listing,
        row: Text(
          "une ligne par candidature et par bloc, acquis ou non",
          "a row for each candidacy and block, held or not")),
      ExportedList(
        "windows", try Listing.windows(list),
        row: Text(
          "une ligne par délai pour compléter, le prochain à se fermer d’abord",
          "a row for each completion window, the next to close first")),
      ExportedList(
        "certificates",
        Listing.certificates(
          source.state.certificates(on: source.question.on), source.names),
        row: Text(
          "une ligne par certificat ou attestation de blocs",
          "a row for each certificate, full or partial")),
      ExportedList(
        "declarations", DeclarationRows(list: list).listing,
        row: Text(
          "une ligne par certification délivrée et non révoquée",
          "a row for each award that is in force")),
    ]
  }

  private static func juries(_ source: ListSource) throws -> [ExportedList] {
    let juries = try source.question.registers()
    let rows = JuryRows(juries: juries, names: source.names)
    return [
      ExportedList(
        "juries", Listing.juries(juries, source.question),
        row: Text("une ligne par jury, par session", "a row for each jury, by session")),
      ExportedList(
        "jury-members", try rows.members(),
        row: Text(
          "une ligne par membre d’un jury et par qualité, remplacé depuis ou non",
          "a row for each member of a jury in a role, replaced since or not")),
      ExportedList(
        "decisions", rows.decisions(in: source.state, on: source.question.on),
        row: Text(
          "une ligne par décision d’un jury sur un bloc, en vigueur ou non",
          "a row for each decision of a jury on a block, in force or not")),
    ]
  }

  private static func deadlines(_ source: ListSource) -> [ExportedList] {
    let (state, day) = (source.state, source.question.on)
    let rows = DeadlineRows(names: source.names) { state.candidacy($0, on: day) }
    let within = Deadline.usualDays
    return [
      ExportedList(
        "deadlines", rows.listing(state.deadlines(on: day, within: within)),
        row: Text(
          "une ligne par échéance d’ici \(Text.count(within, .day).french)",
          "a row for each deadline within \(within) days")),
      ExportedList(
        "past-deadlines", rows.listing(state.pastDeadlines(on: day)),
        title: Text("échéances passées", "past deadlines"),
        row: Text(
          "une ligne par échéance passée de ce qui n’est pas fait (`deadlines --past`)",
          "a row for each past deadline of what is not done (`deadlines --past`)")),
    ]
  }
}
