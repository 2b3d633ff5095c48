package import Events

/// A candidacy whose answer differs between two states of knowledge.
public struct ChangedCandidacy: Hashable, Sendable {
  /// Nil if it was not enrolled, as known before.
  public let before: CandidacyState?
  /// Nil if it is not enrolled, as known after.
  public let after: CandidacyState?
  /// The most serious first.
  public let changes: [StateChange]

  /// - Returns: nil if nothing differs in its answer.
  package init?(_ before: CandidacyState?, _ after: CandidacyState?, on day: CalendarDate) {
    guard before != after, let id = (before ?? after)?.candidacy else { return nil }
    self.before = before
    self.after = after
    let subject = Subject.candidacy(id)
    let (left, right) = (before?.compared(on: day) ?? .null, after?.compared(on: day) ?? .null)
    guard let before, let after else {
      changes = [
        StateChange(
          subject, .existence, left, right,
          after != nil ? .improved : before?.isGrave == true ? .lost : .worsened)
      ]
      return
    }
    let members = JSONValue.differences(left, right, without: ["blocks"]).map { member in
      StateChange(
        subject, .member(member.name), member.before, member.after,
        before.gravity(of: member.name, after))
    }
    let changes = (members + before.blockChanges(after, subject)).worstFirst
    if changes.isEmpty { return nil }
    self.changes = changes
  }
}

extension CandidacyState {
  /// The answer's members that are compared.
  fileprivate func compared(on day: CalendarDate) -> JSONValue {
    let answer = CandidacyAnswer(on: day, known: .zero, state: self).json
    guard case .object(let members) = answer.without(JSONValue.questionMembers) else {
      return answer
    }
    let death = JSONValue.orNull(deceasedOn) { .string($0.description) }
    return .object(members + [JSONMember("deceasedOn", death)])
  }

  /// Whether its person holds something by it.
  fileprivate var isGrave: Bool {
    status == .certified || certificate != nil || blocks.contains(where: \.status.isHeld)
  }

  fileprivate func blockChanges(_ after: CandidacyState, _ subject: Subject) -> [StateChange] {
    let codes = blocks.map(\.code)
    let added = after.blocks.map(\.code).filter { !codes.contains($0) }
    return (codes + added).compactMap { code in
      let old = blocks.first { $0.code == code }
      let new = after.blocks.first { $0.code == code }
      guard old != new else { return nil }
      return StateChange(
        subject, .block(code), .orNull(old, \.json), .orNull(new, \.json),
        ChangeGravity(ofBlock: old?.status ?? .missing, new?.status ?? .missing))
    }
  }

  /// How serious the change of a member of the answer is.
  fileprivate func gravity(of member: String, _ after: CandidacyState) -> ChangeGravity {
    switch member {
    case "status": ChangeGravity(ofStatus: status, after.status)
    case "certificate":
      after.certificate == nil ? .lost : certificate == nil ? .improved : .altered
    case "toReview": ChangeGravity(ofReview: toReview, after.toReview)
    case "window": ChangeGravity(ofWindow: window, after.window)
    case "declaration": ChangeGravity(ofDeclaration: declaration, after.declaration)
    case "targetReached": after.targetReached ? .improved : .worsened
    case "because", "waivers": .grounds
    default: .altered
    }
  }
}

extension ChangeGravity {
  fileprivate init(ofBlock before: BlockStatus, _ after: BlockStatus) {
    if before.isHeld != after.isHeld {
      self = after.isHeld ? .improved : .lost
    } else {
      let isWorse = after == .refused || after == .revoked || after == .expired
      self = before != after && isWorse ? .worsened : .altered
    }
  }

  fileprivate init(ofStatus before: CandidacyStatus, _ after: CandidacyStatus) {
    if before == .certified {
      self = .lost
    } else {
      self = before.standing < after.standing ? .worsened : .improved
    }
  }

  fileprivate init(ofReview before: [ReviewItem], _ after: [ReviewItem]) {
    let known = Set(before.map { [Int64($0.rule.number), $0.position.number] })
    let isNew = after.contains { !known.contains([Int64($0.rule.number), $0.position.number]) }
    self = isNew ? .lost : after.count < before.count ? .improved : .altered
  }

  fileprivate init(ofWindow before: CompletionWindow, _ after: CompletionWindow) {
    let states: [CompletionWindow.Status] = [.completed, .open, .none, .lapsed]
    let (left, right) = (
      states.firstIndex(of: before.status) ?? 0, states.firstIndex(of: after.status) ?? 0
    )
    // A window without limit ends after every other.
    let (old, new) = (before.lastDay ?? .last, after.lastDay ?? .last)
    if left != right {
      self = left < right ? .worsened : .improved
    } else if old != new {
      self = new < old ? .worsened : .improved
    } else {
      self = .altered
    }
  }

  fileprivate init(ofDeclaration before: DeclarationState?, _ after: DeclarationState?) {
    let wasBad = before.map { $0.isLate || $0.answer == .rejected } ?? false
    let isBad = after.map { $0.isLate || $0.answer == .rejected } ?? false
    if wasBad != isBad {
      self = isBad ? .worsened : .improved
    } else {
      let isAccepted = after?.answer == .accepted && before?.answer != .accepted
      self = isAccepted ? .improved : .altered
    }
  }
}

extension CandidacyStatus {
  /// The place of a status among all, the best first, to say whether another is worse.
  fileprivate var standing: Int {
    switch self {
    case .certified: 0
    case .awardPending: 1
    case .continued: 2
    case .partiallyCertified: 3
    case .awaitingJury: 4
    case .inPreparation: 5
    case .admissible: 6
    case .enrolled: 7
    case .refused: 8
    case .lapsed: 9
    case .inadmissible: 10
    case .withdrawn: 11
    case .revoked: 12
    }
  }
}
