import Events
import NaiveModel

/// A seeded history that the naive rules judge: a command they refuse is not recorded.
struct RandomRun {
  var commands: RandomCommands
  var history: [Envelope]
  /// The number of commands that broke each rule.
  var broken: [Int: Int] = [:]
  /// The number of events recorded of each type.
  var recorded: [EventType: Int] = [:]
  var refused = 0

  init(seed: UInt64) throws {
    commands = try RandomCommands(seed: seed)
    history = try commands.beginning()
    for entry in history { recorded[entry.event.fact.type, default: 0] += 1 }
  }

  /// Judges the next command; returns the entry recorded, nil where it was refused.
  ///
  /// - Parameter isWanted: an unwanted command is skipped.
  @discardableResult mutating func step(
    isWanted: (Event) -> Bool = { _ in true }
  ) throws -> Envelope? {
    let command = try commands.next(after: history)
    guard isWanted(command.event) else { return nil }
    let breaks = NaiveRules(history).broken(by: command.event, today: command.today)
    for rule in breaks { broken[rule, default: 0] += 1 }
    guard NaiveRules.allow(command.event, breaking: breaks) else {
      refused += 1
      return nil
    }
    let entry = Envelope(
      position: Position(Int64(history.count) + 1), recordedAt: Instant(endOf: command.today),
      event: command.event)
    history.append(entry)
    recorded[command.event.fact.type, default: 0] += 1
    return entry
  }
}
