internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

/// Entries of the log as a list: what was recorded, when and by whom.
struct EntryRows {
  private let envelopes: [Envelope]
  private let names: ListNames
  /// The person of each candidacy that an entry names, where names are shown.
  private let persons: [CandidacyID: CandidateID]
  private let timeless: TimelessFacts

  init(_ entries: RecordedEntries, _ question: Question, _ invocation: Invocation) throws {
    var envelopes: [Envelope] = []
    try entries.read(in: question.log) { _, envelope in envelopes.append(envelope) }
    self.envelopes = envelopes
    timeless = try question.log.timelessFacts(through: question.known)
    names = try ListNames(invocation, question)
    var persons: [CandidacyID: CandidateID] = [:]
    if names.isShown {
      for id in Set(envelopes.compactMap(\.event.fact.candidacy)) {
        persons[id] = try question.log.enrolment(of: id, known: question.known)?.candidate
      }
    }
    self.persons = persons
  }

  /// Prints the list; the page was chosen by the query.
  func print(_ invocation: Invocation) throws {
    let isAnnulled = envelopes.contains { timeless.annulled.contains($0.event.id) }
    try Listing(
      name: Text("entrées", "entries"),
      columns: [
        .init(.position, isNumber: true), .init(.recordedAt), .init(.recordedBy, rank: 1),
        .init(.type), .init(.eventSubjects),
      ] + names.column + [
        .init(.occurred, rank: 2),
        isAnnulled ? .init(.annulled) : .init(.annulled, isInFilesOnly: true),
      ],
      elements: envelopes.map { envelope in
        Listing.Element(
          key: envelope.position.description, json: .null, cells: cells(envelope))
      }, isPage: true
    ).print(invocation)
    try names.reportUnnamed(invocation)
  }

  private func cells(_ envelope: Envelope) -> [ListCell] {
    let (event, isAnnulled) = (envelope.event, timeless.annulled.contains(envelope.event.id))
    let subjects = event.fact.subjects
    let ids = subjects.map(\.id).joined(separator: ", ")
    return [
      .number(Int(envelope.position.number)),
      .word(envelope.recordedAt.description, envelope.recordedAt.inTable),
      .plain(event.recordedBy.text),
      .word(event.fact.type.rawValue, event.fact.type.text, isAnnulled ? .bad : .plain),
      ListCell.word(
        subjects.map(\.description).joined(separator: " "),
        subjects.map(\.text).joined(separator: ", ")
      ).onScreen(Text(verbatim: ids)),
    ] + names.cell(person(of: event.fact)) + [
      .day(event.occurredOn),
      isAnnulled ? .word("annulled", Text("annulé", "annulled"), .bad) : .empty,
    ]
  }

  private func person(of fact: Fact) -> CandidateID? {
    if let candidacy = fact.candidacy { return persons[candidacy].map { timeless.person($0) } }
    for subject in fact.subjects {
      if case .candidate(let id) = subject { return timeless.person(id) }
    }
    return nil
  }
}

extension Subject {
  /// The id without its kind.
  fileprivate var id: String {
    description.split(separator: ":", maxSplits: 1).last.map(String.init) ?? description
  }
}

extension Instant {
  /// The minute in Paris, in a table: `17/06/2021 09:05`, in English `2021-06-17 09:05`.
  var inTable: Text {
    let (day, time) = (dayInParis.inTable, timeInParis)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(two(time.hour)):\(two(time.minute))"
    return Text("\(day.french) \(clock)", "\(day.english) \(clock)")
  }
}
