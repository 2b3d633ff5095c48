internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

/// Entries of the log as a list: what was recorded, when and by whom.
struct EntryRows {
  private let question: Question
  private let names: ListNames
  private let timeless: TimelessFacts
  /// The person of each candidacy that an entry met so far names, where names are shown.
  private var persons: [CandidacyID: CandidateID] = [:]

  /// - Throws: `LogFailure`.
  init(_ question: Question, _ names: ListNames) throws {
    self.question = question
    self.names = names
    timeless = try question.log.timelessFacts(through: question.known)
  }

  /// The list of some entries, which a query chose.
  ///
  /// - Throws: `LogFailure`.
  mutating func listing(_ envelopes: [Envelope]) throws -> Listing {
    try meet(envelopes)
    let isAnnulled = envelopes.contains { timeless.annulled.contains($0.event.id) }
    return Listing(
      name: Text("entrées", "entries"), columns: columns(isAnnulledShown: isAnnulled),
      elements: envelopes.map { [self] envelope in
        Listing.Element(
          key: envelope.position.description, json: .null, cells: cells(envelope))
      }, isPage: true)
  }

  /// - Parameter isAnnulledShown: whether a screen shows which entries are annulled.
  func columns(isAnnulledShown: Bool) -> [Listing.Column] {
    [
      .init(.position, isNumber: true), .init(.recordedAt), .init(.recordedBy, rank: 1),
      .init(.type), .init(.eventSubjects),
    ] + names.column + [
      .init(.occurred, rank: 2), .init(.annulled, isInFilesOnly: !isAnnulledShown),
      .init(.waives, isInFilesOnly: true),
    ]
  }

  /// The rows of every entry that a query chooses, page by page, so that the log need not be in memory.
  ///
  /// - Throws: `LogFailure`, and what the closure throws.
  mutating func read(_ query: EventQuery, _ take: ([ListCell]) throws -> Void) throws {
    var page = query
    page.limit = Self.pageLength
    while true {
      let envelopes = try question.log.events(page)
      try meet(envelopes)
      for envelope in envelopes { try take(cells(envelope)) }
      guard envelopes.count == Self.pageLength, let last = envelopes.last else { return }
      page.from = last.position.next
    }
  }

  /// How many entries are read at once.
  private static let pageLength = 4096

  /// Reads whose candidacies some entries name.
  private mutating func meet(_ envelopes: [Envelope]) throws {
    guard names.isShown else { return }
    for case let id? in envelopes.lazy.map(\.event.fact.candidacy) where persons[id] == nil {
      persons[id] = try question.log.enrolment(of: id, known: question.known)?.candidate
    }
  }

  private func cells(_ envelope: Envelope) -> [ListCell] {
    let (event, isAnnulled) = (envelope.event, timeless.annulled.contains(envelope.event.id))
    let subjects = event.fact.subjects
    let ids = subjects.map(\.id).joined(separator: ", ")
    let waived = event.waives?.elements.map(\.description).joined(separator: ", ")
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
      isAnnulled ? ListColumn.annulled.cell("annulled", .bad) : .empty,
      .plain(waived),
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
