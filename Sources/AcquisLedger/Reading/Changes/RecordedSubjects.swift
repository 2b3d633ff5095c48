public import EventLog
internal import Events

/// How many persons and candidacies the new entries of an append are about.
///
/// Cost: one reading of the new entries, and an index read for each candidacy that was enrolled before.
public struct RecordedSubjects: Hashable, Sendable {
  public let entries: Int
  /// By their ids as the entries have them.
  public let persons: Int
  public let candidacies: Int

  /// - Parameters:
  ///   - receipt: of the append, or of a trial.
  ///   - log: the log with the entries; of a trial the ``ProspectiveLog``.
  /// - Throws: ``LogFailure``.
  public init(of receipt: AppendReceipt, in log: some EventLog) throws {
    let last = receipt.positions.max() ?? .zero
    var persons: Set<CandidateID> = []
    var candidacies: Set<CandidacyID> = []
    var enrolled: Set<CandidacyID> = []
    if receipt.appended > 0 {
      let first = Position(last.number - Int64(receipt.appended) + 1)
      try log.read(EventQuery(from: first, through: last)) { stored in
        let fact = try stored.envelope().event.fact
        for subject in fact.subjects {
          if case .candidate(let id) = subject { persons.insert(id) }
          if case .candidacy(let id) = subject { candidacies.insert(id) }
        }
        if let enrolment = fact.enrolled { enrolled.insert(enrolment.candidacy) }
      }
    }
    for id in candidacies.subtracting(enrolled) {
      if let candidate = try log.enrolment(of: id)?.candidate { persons.insert(candidate) }
    }
    entries = receipt.appended
    self.persons = persons.count
    self.candidacies = candidacies.count
  }
}
