internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

/// Follows blocks held back to the decisions that they come from, also in other candidacies, and notes what
/// is contested on the way.
struct BlockOrigins {
  private let question: Question
  /// The entries met.
  private(set) var positions: Set<Position> = []
  private(set) var contested: [Obstacle] = []
  private(set) var openElsewhere: [Obstacle] = []
  /// The states read, nil for a candidacy that has none on the day.
  private var states: [CandidacyID: CandidacyState?] = [:]
  private var traced: Set<String> = []

  init(_ question: Question) { self.question = question }

  /// Follows a block held in a candidacy to its first validation.
  mutating func trace(_ block: BlockState, in state: CandidacyState) throws {
    guard traced.insert("\(state.candidacy) \(block.code)").inserted else { return }
    if let position = block.position { positions.insert(position) }
    guard let source = block.source, let candidacy = source.candidacy, let code = source.block,
      candidacy != state.candidacy, let earlier = try self.state(of: candidacy),
      let origin = earlier.blocks.first(where: { $0.code == code })
    else { return }
    let counts =
      try earlier.status != .revoked || revocationNamesBlocks(of: earlier)
    if !counts || !origin.status.isHeld && origin.status != .expired {
      contested.append(.sourceFallen(block.code, from: candidacy))
    }
    for item in earlier.toReview {
      if let appeal = try appeal(of: item), appeal.block == code {
        contested.append(.appealPending(code, jury: appeal.jury, at: item.position))
      }
    }
    try trace(origin, in: earlier)
  }

  /// Sorts what is to review in the candidacy itself: an appeal about a block that is not held is in the
  /// way of nothing.
  mutating func review(_ state: CandidacyState) throws {
    for item in state.toReview {
      guard let appeal = try appeal(of: item) else {
        contested.append(.toReview(item))
        continue
      }
      let obstacle = Obstacle.appealPending(appeal.block, jury: appeal.jury, at: item.position)
      let isHeld = state.blocks.contains { $0.code == appeal.block && $0.status.isHeld }
      if isHeld { contested.append(obstacle) } else { openElsewhere.append(obstacle) }
    }
  }

  /// Whether the revocation of a candidacy's award names blocks; false without a revocation.
  func revocationNamesBlocks(of state: CandidacyState) throws -> Bool {
    guard state.status == .revoked else { return false }
    for position in state.because {
      if case .certificationRevoked(let data) = try question.log.event(at: position)?.event.fact {
        return data.blocks != nil
      }
    }
    return false
  }

  private func appeal(of item: ReviewItem) throws -> DecisionAppealed? {
    guard item.rule == RuleID(number: 17),
      case .decisionAppealed(let data) = try question.log.event(at: item.position)?.event.fact
    else { return nil }
    return data
  }

  private mutating func state(of candidacy: CandidacyID) throws -> CandidacyState? {
    if let known = states[candidacy] { return known }
    let state = try question.status(of: candidacy)?.state
    states[candidacy] = .some(state)
    return state
  }
}
