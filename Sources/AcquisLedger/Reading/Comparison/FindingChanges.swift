internal import EventLog
internal import Events
internal import Projections
internal import Rules

/// The findings that came, went or say something else.
struct FindingChanges {
  private(set) var changes: [StateChange] = []
  /// How many are the same.
  let unchanged: Int
  /// What the entries of these findings are about.
  private(set) var subjects: [Position: [Subject]] = [:]

  /// Cost: two index reads for each finding that differs.
  init(
    _ before: [TwoFolds.FindingKey: Finding], _ after: [TwoFolds.FindingKey: Finding],
    in log: some EventLog
  ) throws {
    let keys = Set(before.keys).union(after.keys)
    let differing = keys.filter { before[$0] != after[$0] }
      .sorted { ($0.position, $0.rule) < ($1.position, $1.rule) }
    unchanged = keys.count - differing.count
    for key in differing {
      guard let fact = try log.event(at: key.position)?.event.fact else { continue }
      let all = fact.subjects
      subjects[key.position] = all
      guard let subject = fact.candidacy.map({ .candidacy($0) }) ?? all.first else { continue }
      let (old, new) = (before[key], after[key])
      changes.append(
        StateChange(
          subject, .finding(key.rule, key.position), old?.json ?? .null, new?.json ?? .null,
          Self.gravity(old, new)))
    }
  }

  private static func gravity(_ before: Finding?, _ after: Finding?) -> ChangeGravity {
    guard let after else { return .improved }
    if before != nil || after.isWaived { return .altered }
    switch after.weight {
    case .breach: return .worsened
    case .notice: return .altered
    }
  }
}
