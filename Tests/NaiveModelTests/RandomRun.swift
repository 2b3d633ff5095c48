import Events
import NaiveModel

/// A seeded history whose door is the naive rules: what is refused is not recorded.
struct RandomRun {
  var commands: RandomCommands
  var history: [Envelope]
  /// How many commands broke each rule.
  var broken: [Int: Int] = [:]
  /// How many of each type were taken in.
  var taken: [EventType: Int] = [:]
  var refused = 0

  init(seed: UInt64) throws {
    commands = try RandomCommands(seed: seed)
    history = try commands.beginning()
    for entry in history { taken[entry.event.fact.type, default: 0] += 1 }
  }

  /// Asks the next command; answers the entry recorded, nil where it was refused.
  ///
  /// - Parameter isWanted: a command not wanted is let go unasked.
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
    taken[command.event.fact.type, default: 0] += 1
    return entry
  }
}
