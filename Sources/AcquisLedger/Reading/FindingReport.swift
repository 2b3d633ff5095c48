public import EventLog
public import Events
internal import Projections
public import Rules

/// Findings with the candidacy and the person of each entry, to be shown by cause.
public struct FindingReport {
  /// Breaches before notices.
  public let findings: [Finding]
  /// The candidacy that each entry is about; none for an entry about several or none.
  public let candidacies: [Position: CandidacyID]
  /// The person that each entry is about, by their id at the last position known.
  public let persons: [Position: CandidateID]

  /// Cost: two index reads for each position and one for each candidacy.
  ///
  /// - Throws: ``LogFailure``.
  public init(_ findings: [Finding], known: Position, in log: some EventLog) throws {
    var candidacies: [Position: CandidacyID] = [:]
    var persons: [Position: CandidateID] = [:]
    var holders: [CandidacyID: CandidateID] = [:]
    let timeless = try log.timelessFacts(through: known)
    for position in Set(findings.map(\.position)) {
      guard let fact = try log.event(at: position)?.event.fact else { continue }
      if let candidacy = fact.candidacy {
        candidacies[position] = candidacy
        if holders[candidacy] == nil {
          holders[candidacy] = try log.enrolment(of: candidacy, known: known)?.candidate
        }
        persons[position] = holders[candidacy].map { timeless.person($0) }
      } else {
        for case .candidate(let id) in fact.subjects { persons[position] = timeless.person(id) }
      }
    }
    self.findings = findings.sorted {
      ($0.weight, $0.position, $0.rule) < ($1.weight, $1.position, $1.rule)
    }
    self.candidacies = candidacies
    self.persons = persons
  }

  /// By cause, the more serious first.
  public var groups: [FindingGroup] { FindingGroup.groups(of: findings, candidacies) }
}
