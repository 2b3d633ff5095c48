public import AcquisLedger
public import Events
public import Projections

/// A candidacy that a jury met, with what the jury's documents state of it.
public struct JuryCandidate: Sendable {
  /// The jury's register of the candidacy.
  public let register: JuryCandidacy
  /// Nil where the candidacy is not enrolled on the day asked.
  public let state: CandidacyState?
  /// The state at the end of the day of the jury's last decision; nil without a decision.
  let stateWhenDecided: CandidacyState?
  public let identity: PersonalText<Identity>
  /// The grounds of refusals and of revocations, by the position of their entries.
  let grounds: [Position: PersonalText<String>]
  let recommendation: PersonalText<String>
  /// The appeals, their outcomes and the revocations of the jury's decisions, in fold order.
  let sequels: [DecisionSequel]

  public var candidacy: CandidacyID { register.candidacy }

  /// `DUPONT Marie`, as the minutes list it; nil where it is not shown or cannot be read.
  public var listedName: String? { identity.value.map { ListedName($0).text } }

  /// The name, or the candidacy's id where it is not shown or cannot be read.
  var name: ListedName {
    identity.value.map { ListedName($0) } ?? ListedName(id: candidacy.text)
  }
}

/// What became of a decision: an entry after it.
struct DecisionSequel: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case appealed
    case upheld
    case overturned
    case revoked
  }

  let kind: Kind
  let block: BlockCode
  let day: CalendarDate
  let position: Position
}

/// What a session decided for one candidacy.
enum SessionOutcome: Hashable, Sendable {
  /// With what was held before, every block of the certification is held.
  case certification
  /// The jury validated a block, and others are missing.
  case partial
  /// The jury validated no block.
  case refused
  /// No decision of the jury is in force any more.
  case overturned
  case absent(isExcused: Bool)
  /// Summoned, and not decided on.
  case undecided
  case withdrawn
}

extension JuryCandidate {
  /// The jury's decisions that are in force.
  var decisionsInForce: [BlockDecision] { register.decisions.filter(\.isInForce) }

  /// The blocks held when the jury decided, that it did not validate itself.
  var heldBefore: [BlockCode] {
    guard let state = stateWhenDecided, let jury = register.decisions.last?.jury else { return [] }
    return state.blocks.filter { block in
      block.status.isHeld && !(block.status == .validated && block.jury == jury)
    }.map(\.code)
  }

  var outcome: SessionOutcome {
    switch register.outcome {
    case .withdrawn: return .withdrawn
    case .summoned: return .undecided
    case .absent: return .absent(isExcused: register.absence?.excused ?? false)
    case .decided:
      if decisionsInForce.isEmpty { return .overturned }
      let validated = decisionsInForce.filter { $0.verdict == .validated }.map(\.block)
      if validated.isEmpty { return .refused }
      let held = Set(validated + heldBefore)
      let blocks = stateWhenDecided?.blocks.map(\.code) ?? []
      return !blocks.isEmpty && held.isSuperset(of: blocks) ? .certification : .partial
    }
  }
}
