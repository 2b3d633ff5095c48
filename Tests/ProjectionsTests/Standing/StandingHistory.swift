import Events
import NaiveModel
import Projections
import TestSupport

/// A random log as known up to a day, of which no entry is later: what standings are derived from.
struct StandingHistory {
  let log: [Envelope]
  let from: CalendarDate
  let candidacies: [CandidacyID]

  /// A log of a seed, cut at one of its days: half of dense, impossible histories, half of commands that a
  /// ledger would mostly take, of every type.
  init(seed: UInt64) throws {
    let all = seed % 2 == 0 ? try RandomHistory.whole(seed: seed) : try Self.commands(seed: seed)
    var dice = SeededGenerator(seed: seed)
    let days = all.map(\.event.occurredOn).sorted()
    let from = dice.chance(30) ? days[days.count - 1] : days[dice.below(days.count)]
    self.from = from
    log = all.filter {
      $0.event.occurredOn <= from || TimelessFacts.types.contains($0.event.fact.type)
    }
    var named: Set<CandidacyID> = []
    for case .candidacy(let id) in log.flatMap(\.event.fact.subjects) { named.insert(id) }
    candidacies = named.sorted()
  }

  private static func commands(seed: UInt64) throws -> [Envelope] {
    var commands = try RandomCommands(seed: seed)
    var history = try commands.beginning()
    for _ in 0..<70 {
      let command = try commands.next(after: history)
      history.append(
        Envelope(
          position: Position(Int64(history.count) + 1), recordedAt: .epoch, event: command.event))
    }
    return history
  }

  /// The fold of the entries up to a position; those later than the day asked do not exist.
  func state(known: Int) -> LedgerState {
    let end = known == 0 ? Position.zero : log[known - 1].position
    return log.state(on: from, known: end)
  }

  var state: LedgerState { state(known: log.count) }

  /// Days of the eleven years from the first one on which an answer may change, from the facts themselves:
  /// each day stated by a fact and the day of it, plus every number of days, months and years that the law or a
  /// policy counts, the day before and the day after; and days at random.
  func days(_ dice: inout SeededGenerator, random: Int) -> [CalendarDate] {
    var days: Set<CalendarDate> = [from]
    let end = from.adding(years: 11)
    for day in log.flatMap({ [$0.event.occurredOn] + Self.stated(in: $0.event.fact) }) {
      let ends =
        [day, day.adding(days: 15), day.adding(months: 4)]
        + [2, 3, 6].map { day.adding(months: $0) } + (0...7).map { day.adding(years: $0) }
      for last in ends {
        for shift in -1...2 {
          let near = last.adding(days: shift)
          if from <= near, near <= end { days.insert(near) }
        }
      }
    }
    for _ in 0..<random { days.insert(from.adding(days: dice.below(from.days(until: end)))) }
    return days.sorted()
  }

  private static func stated(in fact: Fact) -> [CalendarDate] {
    switch fact {
    case .admissibilityDecided(let data): [data.validUntil].compactMap(\.self)
    case .completionWindowExtended(let data): [data.until]
    case .priorValidationRecognised(let data): [data.source.validatedOn].compactMap(\.self)
    case .completionWindowPolicyChanged(let data): [data.effectiveOn]
    case .blockValidityPolicyChanged(let data): [data.effectiveOn]
    default: []
    }
  }
}

extension LedgerState {
  /// What the questions of a day answer about a candidacy, put as a standing; nil where it has no answer.
  ///
  /// - Parameter deadlines: those to come and those past, of that day.
  func asked(_ id: CandidacyID, on day: CalendarDate, _ deadlines: [Deadline]) -> Standing? {
    guard let state = candidacy(id, on: day) else { return nil }
    let declaration = declaration(of: id, on: day)
    return Standing(
      from: day, candidate: state.candidate, certification: state.certification,
      pathway: state.pathway, status: state.status, window: state.window.status,
      windowLastDay: state.window.lastDay, isLastOfChain: isLastOfChain(id),
      declaration: declaration?.answer, isOwed: declaration?.due != nil,
      isLate: declaration?.isLate ?? false, isToReview: !state.toReview.isEmpty,
      missing: state.blocks.filter { !$0.status.isHeld }.map(\.code),
      deadlines: deadlines.filter { $0.subject == .candidacy(id) }.sorted()
        .map { Standing.Due($0.kind, $0.lastDay) })
  }

  /// Those to come, without limit, and those past.
  func allDeadlines(on day: CalendarDate) -> [Deadline] {
    deadlines(on: day, within: .max) + pastDeadlines(on: day)
  }
}

extension Standings {
  /// The standing of a day, given out as if it began there.
  func standing(on day: CalendarDate) -> Standing? {
    intervals.last { $0.from <= day }?.beginning(on: day)
  }
}

extension Standing {
  fileprivate func beginning(on day: CalendarDate) -> Standing {
    Standing(
      from: day, candidate: candidate, certification: certification, pathway: pathway,
      status: status, window: window, windowLastDay: windowLastDay, isLastOfChain: isLastOfChain,
      declaration: declaration, isOwed: isOwed, isLate: isLate, isToReview: isToReview,
      missing: missing, deadlines: deadlines)
  }
}
