public import Events
public import Projections

/// What the ledger holds of one candidate of a jury's session.
public struct SessionCandidate: Hashable, Sendable {
  /// Whether the candidate came.
  public enum Attendance: Hashable, Sendable {
    case present
    case absent(excused: Bool)
  }

  public let candidacy: CandidacyID
  /// Nil where the candidacy is not enrolled.
  public let candidate: CandidateID?
  /// Nil where the candidacy is not enrolled.
  public let status: CandidacyStatus?
  /// The blocks of its certification, in the framework's order.
  public let blocks: [BlockCode]
  /// The blocks held by anything but a verdict of this jury that is in force.
  public let held: Set<BlockCode>
  /// False once the summons was withdrawn.
  public let isExpected: Bool
  /// This jury's verdicts in force; of several on one block, the latest.
  public let decisions: [BlockCode: SessionRecord.Decision]
  public let absence: SessionRecord.Absence?
  public let recommendation: SessionRecord.Recommendation?
  /// The members recused from the decisions on this candidacy.
  public let recused: [MemberID]
  /// The last entry that names both the jury and the candidacy.
  public let latest: Position

  public init(
    _ candidacy: CandidacyID, candidate: CandidateID?, status: CandidacyStatus?,
    blocks: [BlockCode], held: Set<BlockCode> = [], isExpected: Bool = true,
    decisions: [BlockCode: SessionRecord.Decision] = [:],
    absence: SessionRecord.Absence? = nil,
    recommendation: SessionRecord.Recommendation? = nil, recused: [MemberID] = [],
    latest: Position
  ) {
    self.candidacy = candidacy
    self.candidate = candidate
    self.status = status
    self.blocks = blocks
    self.held = held
    self.isExpected = isExpected
    self.decisions = decisions
    self.absence = absence
    self.recommendation = recommendation
    self.recused = recused
    self.latest = latest
  }

  /// Who was decided on was present; nil where nothing is recorded.
  var attendance: Attendance? {
    if !decisions.isEmpty { return .present }
    return absence.map { .absent(excused: $0.excused) }
  }

  /// What a sheet has in the cell of a block, but for an absence; nil: the jury may decide.
  func verdict(on block: BlockCode) -> SheetVerdict? {
    if let decision = decisions[block] {
      return decision.verdict == .validated ? .validated : .refused
    }
    return held.contains(block) ? .held : nil
  }

  /// The same candidate before anything of the session was recorded.
  var undecided: SessionCandidate {
    SessionCandidate(
      candidacy, candidate: candidate, status: status, blocks: blocks, held: held,
      recused: recused, latest: latest)
  }
}
