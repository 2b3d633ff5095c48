import Events
import NaiveModel
import Projections
import TestSupport
import Testing

/// Laws of the fold, held over seeded random histories.
@Suite(.tags(.property)) struct Properties {
  static let seeds = 1...UInt64(TrialSize.histories(default: 120))

  /// Days and positions to ask of a history.
  static func questions(_ history: inout RandomHistory, _ count: Int) -> [(CalendarDate, Position)]
  {
    let end = history.ledger.log.count
    return (0..<count).map { index in
      let day = history.dice.pick(history.days).adding(days: history.dice.below(3) - 1)
      return (day, Position(Int64(index == 0 ? end : 4 + history.dice.below(end - 3))))
    }
  }

  static func answers(_ state: LedgerState, on day: CalendarDate) throws -> [CandidacyState?] {
    try (0..<RandomHistory.candidacies).map {
      state.candidacy(try RandomHistory.candidacy($0), on: day)
    }
  }

  @Test func `the product's answers are those of the naive model`() throws {
    var asked = 0
    var differences = 0
    for seed in Self.seeds {
      var history = try RandomHistory(seed: seed)
      let log = history.ledger.log
      for (day, known) in Self.questions(&history, 3) {
        let reading = NaiveLedger(log: log, day: day, known: known).reading()
        let state = log.state(on: day, known: known)
        for index in 0..<RandomHistory.candidacies {
          let id = try RandomHistory.candidacy(index)
          let answer = state.candidacy(id, on: day).map { NaiveAnswer($0) }
          let naive = reading.answer(id)
          asked += 1
          if answer != naive {
            differences += 1
            if differences < 6 {
              #expect(answer == naive, "seed \(seed), \(id) on \(day) as known at \(known)")
            }
          }
        }
      }
    }
    #expect(asked == 3 * RandomHistory.candidacies * Self.seeds.count)
    #expect(differences == 0)
  }

  @Test func `a history replayed twice, split anywhere or continued from a copy gives one answer`()
    throws
  {
    for seed in Self.seeds {
      var history = try RandomHistory(seed: seed)
      let log = history.ledger.log
      for (day, known) in Self.questions(&history, 2) {
        let counted = log.counted(on: day, known: known)
        let split = history.dice.below(counted.count + 1)
        var first = LedgerState(log.timeless(known))
        for envelope in counted[..<split] { first.apply(envelope) }
        var second = first
        for envelope in counted[split...] { second.apply(envelope) }
        let whole = try Self.answers(log.state(on: day, known: known), on: day)
        #expect(try Self.answers(second, on: day) == whole)
        for envelope in counted[split...] { first.apply(envelope) }
        #expect(try Self.answers(first, on: day) == whole)
      }
    }
  }

  @Test func `what is recorded later, or occurs later, changes no earlier answer`() throws {
    for seed in Self.seeds {
      var history = try RandomHistory(seed: seed)
      let questions = Self.questions(&history, 2)
      let before = try questions.map { day, known in
        try Self.answers(history.ledger.log.state(on: day, known: known), on: day)
      }
      let (size, length) = (history.ledger.end, history.ledger.log.count)
      for _ in 0..<10 { try history.step() }
      for (index, (day, known)) in questions.enumerated() {
        let log = history.ledger.log
        #expect(try Self.answers(log.state(on: day, known: known), on: day) == before[index])
        let later = log[length...].filter {
          $0.event.occurredOn > day && !TimelessFacts.types.contains($0.event.fact.type)
        }
        if known == size {
          let all = Array(log[..<length] + later)
          #expect(
            try Self.answers(all.state(on: day, known: history.ledger.end), on: day)
              == before[index])
        }
      }
    }
  }

  @Test func `only position orders the facts of a day, not their order of arrival`() throws {
    for seed in Self.seeds {
      var history = try RandomHistory(seed: seed)
      let log = history.ledger.log
      let shuffled = log.shuffled(using: &history.dice)
      for (day, known) in Self.questions(&history, 2) {
        #expect(
          try Self.answers(shuffled.state(on: day, known: known), on: day)
            == Self.answers(log.state(on: day, known: known), on: day))
      }
    }
  }

  /// The candidacies that an answer about one depends on, linked by `completes` or as sources, at any distance.
  static func relatives(_ id: CandidacyID, _ log: [Envelope]) -> Set<CandidacyID> {
    var relatives: Set = [id]
    while true {
      let before = relatives
      for entry in log {
        switch entry.event.fact {
        case .candidateEnrolled(let data):
          guard let earlier = data.completes else { continue }
          if relatives.contains(data.candidacy) { relatives.insert(earlier) }
          if relatives.contains(earlier) { relatives.insert(data.candidacy) }
        case .priorValidationRecognised(let data):
          if relatives.contains(data.candidacy), let source = data.source.candidacy {
            relatives.insert(source)
          }
        default: continue
        }
      }
      if relatives == before { return relatives }
    }
  }

  @Test func `a candidacy's answer is the same from the events about it alone`() throws {
    for seed in Self.seeds {
      var history = try RandomHistory(seed: seed)
      let log = history.ledger.log
      let id = try RandomHistory.candidacy(history.dice.below(3))
      let relatives = Self.relatives(id, log)
      let fed = log.filter { entry in
        let candidacies = entry.event.fact.subjects.compactMap { subject in
          if case .candidacy(let id) = subject { id } else { nil }
        }
        return candidacies.isEmpty || TimelessFacts.types.contains(entry.event.fact.type)
          || !relatives.isDisjoint(with: candidacies)
      }
      for (day, known) in Self.questions(&history, 2) {
        #expect(
          fed.state(on: day, known: known).candidacy(id, on: day)
            == log.state(on: day, known: known).candidacy(id, on: day))
      }
    }
  }

  @Test func `a day before every enrolment answers nil`() throws {
    for seed in Self.seeds {
      let log = try RandomHistory(seed: seed).ledger.log
      let end = Position(Int64(log.count))
      for index in 0..<RandomHistory.candidacies {
        let id = try RandomHistory.candidacy(index)
        let model = NaiveLedger(log: log, day: .last, known: end)
        let days = model.facts().filter { entry in
          if case .candidateEnrolled(let data) = entry.event.fact {
            data.candidacy == id
          } else {
            false
          }
        }
        guard let first = days.first?.event.occurredOn else { continue }
        let before = first.adding(days: -1)
        #expect(log.state(on: before, known: end).candidacy(id, on: before) == nil)
        #expect(log.state(on: first, known: end).candidacy(id, on: first) != nil)
      }
    }
  }
}
