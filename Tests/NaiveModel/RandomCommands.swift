package import Events
internal import TestSupport

/// An event to record, and the day it is recorded.
package struct RandomCommand {
  package let event: Event
  package let today: CalendarDate
}

/// A seeded stream of commands: two thirds are a sensible next step of a candidacy, the others any fact;
/// about few people, candidacies and juries, so that they interact.
///
/// ```swift
/// var commands = try RandomCommands(seed: 1)
/// var history = try commands.beginning()
/// let command = try commands.next(after: history)
/// ```
package struct RandomCommands {
  var dice: SeededGenerator
  let pools: Pools
  /// The day of the next command; it never goes back.
  package private(set) var today: CalendarDate

  package init(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    pools = try Pools(main: dice.below(5))
    today = try CalendarDate(2018, 9, 1).adding(days: dice.below(500))
    self.dice = dice
  }

  /// The two certifications every ledger starts with.
  package func beginning() throws -> [Envelope] {
    pools.builtIn.enumerated().map { index, event in
      Envelope(
        position: Position(Int64(index) + 1), recordedAt: Instant(endOf: today), event: event)
    }
  }

  /// The next command, once the history has been recorded.
  package mutating func next(after history: [Envelope]) throws -> RandomCommand {
    today = nextDay(history)
    let scene = Scene(history, on: today)
    let isSensible = dice.chance(68)
    let fact = isSensible ? try sensible(scene) : try anything(scene)
    let occurredOn = occurrence(of: fact, scene, isSensible)
    let event = Event(
      id: EventID(
        high: dice.next() & ~0xf000 | 0x8000, low: dice.next() >> 2 | 0x8000_0000_0000_0000),
      occurredOn: occurredOn, recordedBy: pools.recorder,
      reason: dice.chance(4) ? pools.words(about: fact) : nil, fact: fact)
    return RandomCommand(event: try waive(event, history), today: today)
  }

  /// Mostly the same day or a few days later; sometimes months later, or the last day of a period or the
  /// day after.
  private mutating func nextDay(_ history: [Envelope]) -> CalendarDate {
    switch dice.below(100) {
    case ..<54: return today
    case ..<85: return today.adding(days: 1 + dice.below(6))
    case ..<93: return today.adding(days: 10 + dice.below(60))
    case ..<99:
      let ends = Scene(history, on: today).ends().filter { $0 > today }.sorted()
      return ends.isEmpty ? today : dice.pick(Array(ends.prefix(3)))
    default: return today.adding(days: 200 + dice.below(900))
    }
  }

  /// Mostly today; sometimes a last day that decides about the fact, or the day after, and today moves
  /// there if it is later; sometimes days or years back, or some days ahead.
  private mutating func occurrence(
    of fact: Fact, _ scene: Scene, _ isSensible: Bool
  ) -> CalendarDate {
    let ends = scene.ends(bearingOn: fact)
    if !ends.isEmpty, dice.chance(12) {
      let end = dice.pick(ends).adding(days: dice.below(2))
      today = max(today, end)
      return end
    }
    if dice.chance(isSensible ? 94 : 72) { return today }
    switch dice.below(10) {
    case ..<5: return today.adding(days: -1 - dice.below(12))
    case ..<8: return today.adding(days: -30 - dice.below(1500))
    default: return today.adding(days: 1 + dice.below(3))
    }
  }

  /// The event, sometimes with every broken rule waived, or with a random rule waived.
  private mutating func waive(_ event: Event, _ history: [Envelope]) throws -> Event {
    var rules: [Int] = []
    switch dice.below(100) {
    case ..<8:
      let broken = NaiveRules(history).broken(by: event, today: today)
      if broken.isDisjoint(with: NaiveRules.absolute) { rules = broken.sorted() }
    case 8: rules = [1 + dice.below(22)]
    default: break
    }
    if rules.isEmpty { return event }
    let waives = try rules.map { try RuleID($0 < 10 ? "R0\($0)" : "R\($0)") }
    return Event(
      id: event.id, occurredOn: event.occurredOn, recordedBy: event.recordedBy,
      reason: event.reason, waives: try NonEmpty(waives), fact: event.fact)
  }

  /// One of the choices, with a probability proportional to its weight.
  mutating func pick(_ choices: [(weight: Int, fact: Fact)]) -> Fact? {
    let total = choices.map(\.weight).reduce(0, +)
    if total == 0 { return nil }
    var left = dice.below(total)
    for choice in choices {
      if left < choice.weight { return choice.fact }
      left -= choice.weight
    }
    return nil
  }
}
