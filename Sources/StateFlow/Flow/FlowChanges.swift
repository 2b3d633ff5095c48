internal import AcquisLedger
public import EventLog
public import Events
internal import Projections

/// What was recorded since a flow about those who are in it.
public struct FlowChanges: Sendable {
  /// What was recorded about one passage.
  public struct Change: Hashable, Sendable {
    public let candidacy: CandidacyID
    /// The person's id in the flow.
    public let candidate: CandidateID?
    public let what: What
  }

  public enum What: Hashable, Sendable {
    /// The person's identity was recorded again.
    case corrected
    /// The person's identity was erased: the passage is no longer in the file.
    case erased
    /// The person's id was merged into another.
    case merged(into: CandidateID)
    /// The award is no longer the one declared: revoked, annulled or made anew.
    case awardChanged
  }

  /// In the order of the flow; erased ones last.
  public let changes: [Change]

  /// Compares a flow with everything that is known at the log's end.
  ///
  /// Cost: one fold of the whole log.
  ///
  /// - Throws: ``LogFailure``.
  public init(since contents: FlowContents, in log: any EventLog) throws {
    let now = try FlowFacts(
      of: Question(log: log, on: .last, known: try log.head().last))
    var changes: [Change] = []
    for passage in contents.certifications.flatMap(\.passages) {
      func add(_ what: What) {
        changes.append(
          Change(candidacy: passage.candidacy, candidate: passage.candidate, what: what))
      }
      let person = now.person(passage.candidate)
      if person != passage.candidate { add(.merged(into: person)) }
      if now.identities[person]?.entry != passage.identity { add(.corrected) }
      let record = now.state.records[passage.candidacy]
      if record?.isAwarded != true || record?.award?.position != passage.position {
        add(.awardChanged)
      }
    }
    for left in contents.left where left.problems.contains(where: { $0.kind == .erased }) {
      changes.append(
        Change(candidacy: left.candidacy, candidate: left.candidate, what: .erased))
    }
    self.changes = changes
  }

  /// Persons whose identity was corrected, by the id in the flow.
  public var corrected: [CandidateID] {
    Set(changes.filter { $0.what == .corrected }.compactMap(\.candidate)).sorted()
  }

  /// Candidacies whose award is no longer the one declared.
  public var withoutAward: [CandidacyID] {
    changes.filter { $0.what == .awardChanged }.map(\.candidacy).sorted()
  }
}
