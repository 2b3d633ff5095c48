internal import EventLog
internal import Events

/// Chooses the ids that were left out of commands: the next ones of their kind in a ledger.
///
/// By the pattern of the last id of the kind that has one, within the year of the fact's day where the pattern
/// has a year; ids that an import made have none (``IDPattern``). Without one, `P-YYYY-NNN` for persons,
/// `D-YYYY-NNN` for candidacies, `J-YYYY-NNN` for juries, `F-YYYY-NNN` for flows, and a prefix of the ledger's
/// user for certificates. The flow of one command is one.
///
/// Cost: reading the log backwards to the last of the kind with a pattern, at most some 100,000 entries of the
/// kind, and a few index reads; for a flow, which has no index, the deposits once.
public struct NextIDs: Sendable {
  /// The key of the field.
  public let key: String
  private let certificatePrefix: String

  /// - Parameters:
  ///   - key: ``Events/EventType/introducedKey`` of the type.
  ///   - certificatePrefix: what the first certificate's number begins with.
  public init(for key: String, certificatePrefix: String? = nil) {
    self.key = key
    self.certificatePrefix = certificatePrefix ?? "C"
  }

  /// Commands with their ids, and what must not happen before they are appended.
  struct Choice {
    let submissions: [Submission]
    /// One for each command whose id was left out.
    var ids: [String]
    /// Events that would use an id chosen.
    let queries: [EventQuery]
    /// The last position read.
    let after: Position

    /// Whether another writer used one of the ids since.
    func isTaken(in log: some EventLog) throws -> Bool {
      try queries.contains { query in
        var later = query
        later.from = Position(after.number + 1)
        return try log.first(later) != nil
      }
    }
  }

  func choice(for submissions: [Submission], in log: some EventLog) throws -> Choice {
    let after = try log.head().last
    var (ids, used): ([String], Set<String>) = ([], [])
    var chosen: [Submission] = []
    for submission in submissions {
      guard let data = submission["data"], data[key] == nil,
        let type = submission["type"]?.text.flatMap({ EventType(rawValue: $0) }),
        let day = submission["occurredOn"]?.text.flatMap({ try? CalendarDate($0) })
      else {
        chosen.append(submission)
        continue
      }
      let id: String
      if let recorded = try recorded(submission, in: log) {
        id = recorded
      } else if key == "flow", let first = ids.first {
        id = first
      } else {
        id = try next(type, in: day.components.year, after: ids.last, besides: used, log)
      }
      if !used.insert(id).inserted || key != "flow" || ids.isEmpty { ids.append(id) }
      chosen.append(submission.setting(key, to: id))
    }
    let subjects = used.sorted().compactMap { subject($0) }
    let queries =
      key == "flow"
      ? [EventQuery(types: [.awardDeclared], from: Position(1))]
      : subjects.map { EventQuery(subjects: [$0], types: Self.types[key] ?? []) }
    return Choice(
      submissions: chosen, ids: key == "flow" ? Array(ids.prefix(1)) : ids, queries: queries,
      after: after)
  }

  /// The id of a command that the log has already, under the command's own id: a retry.
  private func recorded(_ submission: Submission, in log: some EventLog) throws -> String? {
    guard let text = submission["id"]?.text, let id = try? EventID(text),
      let event = try log.event(id)?.event
    else { return nil }
    return Self.id(in: event.fact, key)
  }

  private func next(
    _ type: EventType, in year: Int, after previous: String?, besides used: Set<String>,
    _ log: some EventLog
  ) throws -> String {
    let last = try previous.flatMap { IDPattern(of: $0) } ?? lastPattern(type, in: log)
    let pattern = last ?? IDPattern(starting: start, year: year)
    var number = pattern.firstNumber(in: year)
    let taken = key == "flow" ? try used.union(flows(in: log)) : used
    // Where a year is begun, perhaps again, the number after the last one used: gaps of nine and less are left.
    var (free, candidate) = (0, number)
    let needed = last != nil && (pattern.year == nil || pattern.year == year) ? 1 : 10
    while free < needed {
      let id = pattern.id(number, in: year)
      if try taken.contains(id) || isUsed(id, in: log) {
        (free, candidate) = (0, number + 1)
      } else {
        free += 1
      }
      number += 1
    }
    return pattern.id(candidate, in: year)
  }

  /// Whether an event introduces the id; false for a flow's, which no index has.
  private func isUsed(_ id: String, in log: some EventLog) throws -> Bool {
    guard let subject = subject(id) else { return false }
    return try log.first(EventQuery(subjects: [subject], types: Self.types[key] ?? [])) != nil
  }

  /// The flow of every deposit.
  private func flows(in log: some EventLog) throws -> Set<String> {
    Set(
      try log.events(EventQuery(types: [.awardDeclared])).compactMap {
        Self.id(in: $0.event.fact, key)
      })
  }

  /// The pattern of the last id of the kind that has one, reading the log backwards; nil if there is none among
  /// the last ``mostRead``.
  private func lastPattern(_ type: EventType, in log: some EventLog) throws -> IDPattern? {
    let types: [EventType] =
      key == "number" && type != .partialCertificateIssued
      ? [.certificateIssued, .certificateReissued] : [type]
    var (end, count, read) = (try log.head().last.number, Int64(256), 0)
    while end >= 1, read < Self.mostRead {
      let start = max(1, end - count + 1)
      let events = try log.events(
        EventQuery(types: types, from: Position(start), through: Position(end)))
      for event in events.reversed() {
        if let pattern = Self.id(in: event.event.fact, key).flatMap({ IDPattern(of: $0) }) {
          return pattern
        }
      }
      read += events.count
      (end, count) = (start - 1, min(count * 4, Self.mostAtOnce))
    }
    return nil
  }

  /// So many entries of the kind without a pattern end the search.
  private static let mostRead = 100_000
  /// The most positions of one query.
  private static let mostAtOnce: Int64 = 16_384

  private func subject(_ id: String) -> Subject? {
    switch key {
    case "candidate": (try? CandidateID(id)).map { .candidate($0) }
    case "candidacy": (try? CandidacyID(id)).map { .candidacy($0) }
    case "jury": (try? JuryID(id)).map { .jury($0) }
    case "number": (try? CertificateNumber(id)).map { .certificate($0) }
    default: nil
    }
  }

  private var start: String {
    ["candidate": "P", "candidacy": "D", "jury": "J", "flow": "F"][key] ?? certificatePrefix
  }

  /// The types that use an id of a key.
  private static let types: [String: [EventType]] = [
    "candidate": [.candidateRegistered, .candidateEnrolled], "candidacy": [.candidateEnrolled],
    "jury": [.juryConvened],
    "number": [.certificateIssued, .certificateReissued, .partialCertificateIssued],
  ]

  /// The id that a fact introduces under a key.
  private static func id(in fact: Fact, _ key: String) -> String? {
    if case .awardDeclared(let data) = fact { return key == "flow" ? data.flow.text : nil }
    guard case .subject(let subject) = fact.payload.introduces else { return nil }
    return subject.id
  }
}

extension Submission {
  /// This submission with a field of its data set.
  func setting(_ key: String, to id: String) -> Submission {
    let value = JSONValue.object(members).setting(["data", key], to: .string(id))
    guard case .object(let members) = value else { return self }
    return Submission(members, line: line)
  }
}
