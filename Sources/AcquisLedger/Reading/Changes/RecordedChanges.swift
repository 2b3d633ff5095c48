public import EventLog
public import Events
public import Projections

/// What entries that follow each other in the log changed, candidacy by candidacy; on a
/// ``ProspectiveLog``, what they would change.
///
/// Only what the entries touch is read and folded: ``change(of:)`` costs two ``CandidacyHistory``.
public struct RecordedChanges {
  /// The entries, by position.
  public let entries: [Envelope]
  /// The day asked about.
  public let on: CalendarDate
  /// The candidacies that the entries name, in the order of the entries.
  public let named: [CandidacyID]
  /// Other candidacies that may have changed: of the same jury or person, or that complete one named.
  public let others: [CandidacyID]
  /// The log that they are in.
  public let log: any EventLog
  private let known: ClosedRange<Position>

  /// A candidacy with its state before the entries and after them.
  public struct Change {
    public let candidacy: CandidacyID
    /// Nil before the enrolment, or if its entry is annulled.
    public let before: CandidacyState?
    public let after: CandidacyState?
    /// The members of the answer that differ, the most serious first; nil if none does.
    public let changed: ChangedCandidacy?
    /// The entries that name it, by position.
    public let entries: [Envelope]
  }

  /// - Parameters:
  ///   - positions: of the entries; they follow each other.
  ///   - day: which both states are about.
  /// - Throws: ``LogFailure``.
  public init(at positions: [Position], on day: CalendarDate, in log: any EventLog) throws {
    self.log = log
    on = day
    guard let first = positions.min(), let last = positions.max() else {
      (entries, named, others, known) = ([], [], [], .zero ... .zero)
      return
    }
    known = Position(first.number - 1)...last
    let all = try log.events(EventQuery(from: first, through: last))
    let touched = try TouchedCandidacies(all, known: last, in: log)
    (entries, named, others) = (all, touched.named, touched.others)
  }

  /// What changed in one of the candidacies.
  ///
  /// - Throws: ``LogFailure``.
  public func change(of candidacy: CandidacyID) throws -> Change {
    func state(_ known: Position) throws -> CandidacyState? {
      try CandidacyHistory(of: candidacy, known: known, in: log).state(on: on)
    }
    let (before, after) = (try state(known.lowerBound), try state(known.upperBound))
    return Change(
      candidacy: candidacy, before: before, after: after,
      changed: ChangedCandidacy(before, after, on: on),
      entries: entries.filter { $0.event.fact.candidacies.contains(candidacy) })
  }

  /// Every change in JSON, as `compare` has it without its causes:
  /// `[{"subject","field","before","after"}]`.
  ///
  /// - Throws: ``LogFailure``.
  public func json() throws -> JSONValue {
    var lines: [JSONValue] = []
    for id in named + others {
      for change in try change(of: id).changed?.changes ?? [] {
        lines.append([
          "subject": .string(change.subject.description),
          "field": .string(change.field.description), "before": change.before,
          "after": change.after,
        ])
      }
    }
    return .list(lines)
  }
}
