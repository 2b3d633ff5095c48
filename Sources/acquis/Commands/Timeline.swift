internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `timeline SUBJECT`
  static let timeline = Command(
    name: "timeline",
    summary: Text(
      "liste chaque événement d’un sujet, avec ce qu’il a changé",
      "lists every event of a subject, with what it changed"),
    arguments: [
      Argument(
        name: "SUBJECT",
        help: Text(
          "candidacy:X, candidate:X, jury:X ou certification:X",
          "candidacy:X, candidate:X, jury:X or certification:X"))
    ],
    options: [Command.on, Command.known] + Listing.options,
    example: "acquis timeline candidacy:DEMO-D-APPEAL"
  ) { invocation in
    let text = invocation.argument("SUBJECT") ?? ""
    let subject = try invocation.read("SUBJECT", text) { (text) throws(InvalidValue) in
      try Subject(text)
    }
    let question = try invocation.question()
    try UnknownID.check(subject, in: question.log)
    let rows = try TimelineRows(of: subject, question)
    try Listing(
      name: Text("historique", "timeline"), columns: rows.columns, elements: rows.elements
    ).print(invocation)
    guard !invocation.has("json"), !invocation.has("csv"), case .candidacy(let id) = subject,
      let state = try question.status(of: id)?.state
    else { return }
    let bar = WindowBar.text(state.window, on: question.on)
    let drawn = bar.isEmpty ? "" : bar + "  "
    let (today, window) = (question.on.text, StatusText.text(of: state.window))
    try invocation.output.line(
      Text(
        "\n\(today.french)  \(drawn)\(window.french)",
        "\n\(today.english)  \(drawn)\(window.english)"))
  }
}

/// The rows of a subject's timeline.
///
/// A candidacy's events are shown with what they changed in it; a person's or a jury's, with what they changed
/// in the candidacy that each names. A certification's events are shown alone: the candidacies that they
/// affect have their own timelines.
struct TimelineRows {
  private(set) var elements: [Listing.Element] = []
  /// Without the clock's column if no entry has a mark.
  let columns: [Listing.Column]

  init(of subject: Subject, _ question: Question) throws {
    if case .candidacy(let id) = subject {
      let entries = try question.timeline(of: id)
      columns = Self.columns(
        isMarked: entries.contains { $0.clock != nil },
        isWaived: entries.contains { !$0.waives.isEmpty },
        isAnnulled: entries.contains { $0.annulled })
      elements = entries.map { [columns] in Self.element($0, of: id, in: columns) }
      return
    }
    let known = try question.log.events(
      EventQuery(subjects: [subject], through: question.known, order: .fold))
    let events = known.filter { $0.event.occurredOn <= question.on }
    let annulled = TimelessFacts(known).annulled
    columns = Self.columns(
      isMarked: events.contains { $0.clock != nil },
      isWaived: events.contains { $0.event.waives != nil },
      isAnnulled: events.contains { annulled.contains($0.event.id) })
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
      elements.append(Self.element(entry, of: named, in: columns))
    }
  }

  /// Every column of a timeline.
  static let columns: [Listing.Column] = [
    .init(.position, isNumber: true), .init(.occurredOn), .init(.type),
    .init(.candidacy, rank: 5), .init(.before, rank: 3), .init(.after),
    .init(.blocks), .init(.lastDay, rank: 4), .init(.waives, rank: 3),
    .init(.annulled, rank: 2), .init(.clock),
  ]

  /// The columns of some entries. On a narrow terminal those that say that an entry was annulled,
  /// or that rules were waived for it, stay where any entry was.
  private static func columns(
    isMarked: Bool, isWaived: Bool, isAnnulled: Bool
  ) -> [Listing.Column] {
    let shown = columns.map { column in
      var column = column
      switch ListColumn(rawValue: column.name) {
      case .waives where isWaived: column.rank = 0
      case .annulled where isAnnulled: column.rank = 0
      default: break
      }
      return column
    }
    return isMarked ? shown : shown.dropLast()
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
      : [entry.clock.map { .word($0.rawValue, Text("en retard", "behind"), .warning) } ?? .empty]
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
        entry.annulled ? .word("annulled", Text("annulé", "annulled"), .bad) : .empty,
      ] + clock)
  }
}

extension Subject {
  /// The candidacy; nil for another subject.
  fileprivate var candidacy: CandidacyID? {
    if case .candidacy(let id) = self { id } else { nil }
  }
}
