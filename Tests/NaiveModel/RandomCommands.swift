package import Events
internal import TestSupport

/// An event to record, and the day it is recorded.
package struct RandomCommand {
  package let event: Event
  package let today: CalendarDate
}

/// A seeded stream of commands: three quarters are a sensible next step of a candidacy, the others any fact;
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
  /// Whether the first certification is succeeded from the beginning.
  private let succeedsEarly: Bool

  package init(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    pools = try Pools(main: dice.below(5))
    today = try Self.beginning(&dice)
    succeedsEarly = dice.chance(40)
    self.dice = dice
  }

  /// A first day from which the limits of 2021-07-01 or 2024-01-01 are met, or neither.
  private static func beginning(_ dice: inout SeededGenerator) throws -> CalendarDate {
    switch dice.below(4) {
    case 0: try CalendarDate(2018, 9, 1).adding(days: dice.below(500))
    case 1: try CalendarDate(2020, 10, 1).adding(days: dice.below(240))
    default: try CalendarDate(2023, 3, 1).adding(days: dice.below(280))
    }
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
    let isSensible = dice.chance(74)
    let isFirst = history.count < pools.builtIn.count + 2 && succeedsEarly
    let fact =
      isFirst ? try succession(scene) : isSensible ? try sensible(scene) : try anything(scene)
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
    case ..<60: return today
    case ..<87: return today.adding(days: 1 + dice.below(6))
    case ..<93: return today.adding(days: 10 + dice.below(50))
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
    if let day = sessionDay(of: fact, scene), dice.chance(85) {
      today = max(today, day)
      return day
    }
    if dice.chance(isSensible ? 94 : 72) { return today }
    switch dice.below(10) {
    case ..<5: return today.adding(days: -1 - dice.below(12))
    case ..<8: return today.adding(days: -30 - dice.below(1500))
    default: return today.adding(days: 1 + dice.below(3))
    }
  }

  /// The day on which R24 accepts a fact of a jury, where today is not one.
  private mutating func sessionDay(of fact: Fact, _ scene: Scene) -> CalendarDate? {
    switch fact {
    case .juryHeld(let data):
      guard let session = scene.reading.session(data.jury),
        today < session.first || session.last < today
      else { return nil }
      return dice.pick([session.first, session.last])
    case .candidateSummoned(let data):
      guard let session = scene.reading.session(data.jury), session.last < today
      else { return nil }
      return session.last
    case .candidateAbsent(let data):
      guard let session = scene.reading.session(data.jury), today < session.first
      else { return nil }
      return session.first
    default: return nil
    }
  }

  /// The event, sometimes with every broken rule waived, or with a random rule waived.
  private mutating func waive(_ event: Event, _ history: [Envelope]) throws -> Event {
    var rules: [Int] = []
    switch dice.below(100) {
    case ..<8:
      let broken = NaiveRules(history).broken(by: event, today: today)
      if broken.isDisjoint(with: NaiveRules.absolute) { rules = broken.sorted() }
    case 8: rules = [1 + dice.below(25)]
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
