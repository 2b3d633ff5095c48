internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `timeline SUBJECT`
  static let timeline = Command(
    name: "timeline",
    summary: Text(
      "liste chaque entrée d’un sujet, avec ce qu’il a changé",
      "lists every event of a subject, with what it changed"),
    arguments: [
      Argument(
        name: "SUBJECT",
        help: Text(
          "une candidature, une personne, un jury ou une certification, par son identifiant (ou `candidacy:X`, `candidate:X`…)",
          "a candidacy, a person, a jury or a certification, by its id (or candidacy:X, candidate:X…)"
        ))
    ],
    options: names + [on, known] + Listing.options,
    example: "acquis timeline candidacy:DEMO-D-APPEAL"
  ) { invocation in
    let question = try invocation.question()
    let subject = try invocation.subject("SUBJECT", in: question.log)
    try UnknownID.check(subject, in: question.log)
    let rows = try TimelineRows(of: subject, question)
    let output = invocation.output
    let isOnScreen = !invocation.has("json") && !invocation.has("csv") && !invocation.has("xlsx")
    let texts =
      isOnScreen
      ? try invocation.personalTexts(question) : PersonalTexts(of: question, opening: nil)
    let names = try PersonNames(texts)
    let width = output.terminalWidth ?? Wrapped.defaultWidth
    let state: CandidacyState? =
      if isOnScreen, case .candidacy(let id) = subject {
        try question.status(of: id)?.state
      } else {
        nil
      }
    if isOnScreen {
      let head = try Self.heading(of: subject, state, names).text(in: output.language)
      for line in Wrapped.lines(head, width: width) { try output.line(StyledLine(line, .heading)) }
    }
    var listing = Listing(
      name: Text("historique", "timeline"), columns: rows.columns, elements: rows.elements)
    listing.screen = { keys, width in
      let screen = try TimelineScreen(of: subject, question, texts, in: output.language)
      return try screen.lines(rows.rows(withKeys: keys), width: width)
    }
    try listing.print(invocation)
    guard let state else { return }
    let window = StatusText.window(of: state) ?? state.statusText
    let bar = WindowBar.text(state.window, on: question.on)
    let (today, drawn) = (question.on.text, bar.isEmpty ? "" : "  \(bar)")
    let last = Text(
      "Au \(today.french) : \(window.french)\(drawn)",
      "On \(today.english): \(window.english)\(drawn)")
    try output.line("")
    for line in Wrapped.lines(last.text(in: output.language), width: width) {
      try output.line(line)
    }
  }

  /// Whose timeline it is.
  private static func heading(
    of subject: Subject, _ state: CandidacyState?, _ names: PersonNames
  ) throws -> Text {
    if let state {
      let (label, pathway) = (
        try names.label(state.candidate, state.candidacy.text), state.pathway.text
      )
      return Text(
        "Historique : \(label), \(state.certification), \(pathway.french)",
        "Timeline: \(label), \(state.certification), \(pathway.english)")
    }
    if case .candidate(let id) = subject, let name = try names.name(of: id) {
      return Text("Historique : \(name) (\(id))", "Timeline: \(name) (\(id))")
    }
    let named = subject.text
    return Text("Historique : \(named.french)", "Timeline: \(named.english)")
  }
}

/// The rows of a subject's timeline.
///
/// A candidacy's events are shown with what they changed in it; a person's or a jury's, with what they changed
/// in the candidacy that each names. A certification's events are shown alone: the candidacies that they
/// affect have their own timelines.
struct TimelineRows {
  /// An entry, and the candidacy whose state it may have changed.
  struct Row {
    let entry: TimelineEntry
    let candidacy: CandidacyID?
  }

  private(set) var rows: [Row] = []
  /// Without the clock's column if no entry has a mark.
  let columns: [Listing.Column]

  var elements: [Listing.Element] {
    rows.map { [columns] in Self.element($0.entry, of: $0.candidacy, in: columns) }
  }

  /// The rows of some elements.
  func rows(withKeys keys: [String]) -> [Row] {
    let shown = Set(keys)
    return rows.filter { shown.contains($0.entry.position.description) }
  }

  /// - Parameter types: those of the entries of a subject other than a candidacy; empty: all.
  init(of subject: Subject, _ question: Question, types: [EventType] = []) throws {
    if case .candidacy(let id) = subject {
      let entries = try question.timeline(of: id)
      columns = Self.columns(isMarked: entries.contains { $0.clock != nil })
      rows = entries.map { Row(entry: $0, candidacy: id) }
      return
    }
    let known = try question.log.events(
      EventQuery(subjects: [subject], types: types, through: question.known, order: .fold))
    let events = known.filter { $0.event.occurredOn <= question.on }
    let annulled = TimelessFacts(known).annulled
    columns = Self.columns(isMarked: events.contains { $0.clock != nil })
    var changes: [CandidacyID: [Position: TimelineEntry]] = [:]
    for envelope in events {
      var named: CandidacyID?
      if case .certification = subject {
      } else {
        named = envelope.event.fact.subjects.lazy.compactMap(\.candidacy).first
      }
      if let named, changes[named] == nil {
        let entries = try question.timeline(of: named)
        changes[named] = Dictionary(
          entries.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
      }
      let entry =
        named.flatMap { changes[$0]?[envelope.position] }
        ?? TimelineEntry(
          unchanging: envelope, annulled: annulled.contains(envelope.event.id))
      rows.append(Row(entry: entry, candidacy: named))
    }
  }

  /// Every column of a timeline's file.
  static let columns: [Listing.Column] = [
    .init(.position, isNumber: true), .init(.occurredOn), .init(.type), .init(.candidacy),
    .init(.before), .init(.after), .init(.blocks), .init(.lastDay), .init(.waives),
    .init(.annulled), .init(.clock),
  ]

  /// Those of some entries.
  private static func columns(isMarked: Bool) -> [Listing.Column] {
    isMarked ? columns : columns.dropLast()
  }

  private static func element(
    _ entry: TimelineEntry, of candidacy: CandidacyID?, in columns: [Listing.Column]
  ) -> Listing.Element {
    let exact = entry.blocks.map { "\($0.code): \($0.before.rawValue) → \($0.after.rawValue)" }
    let blocks = entry.blocks.map { block in
      Text(
        "\(block.code) : \(block.before.text.french) → \(block.after.text.french)",
        "\(block.code): \(block.before.text.english) → \(block.after.text.english)")
    }
    let clock: [ListCell] =
      columns.count < Self.columns.count
      ? []
      : [entry.clock.map { ListColumn.clock.cell($0.rawValue, .warning) } ?? .empty]
    return Listing.Element(
      key: entry.position.description, json: entry.json(of: candidacy),
      cells: [
        .number(Int(entry.position.number)), .day(entry.day),
        .word(entry.type.rawValue, entry.type.text),
        .plain(candidacy?.text), entry.statusBefore.map { .word($0) } ?? .empty,
        entry.statusAfter.map { .word($0) } ?? .empty,
        .word(exact.joined(separator: ", "), blocks.joined(separator: ", ")),
        .day(entry.lastDayAfter),
        .word(
          entry.waives.map(\.description).joined(separator: ", "),
          Text(verbatim: entry.waives.map(\.description).joined(separator: ", ")), .warning),
        entry.annulled ? ListColumn.annulled.cell("annulled", .bad) : .empty,
      ] + clock)
  }
}

extension Subject {
  /// The candidacy; nil for another subject.
  fileprivate var candidacy: CandidacyID? {
    if case .candidacy(let id) = self { id } else { nil }
  }
}
