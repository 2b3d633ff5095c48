import AcquisLedger
import EventLog
import Events
import NaiveModel
import Projections
import Rules
import TestSupport
import Testing

/// Prior validations compared with a second, naive reading, and with what R16 accepts.
@Suite struct PriorModelTests {
  @Test(arguments: 0..<8)
  func `what counts is what the naive reading counts and what R16 accepts`(part: Int) throws {
    var met: Set<PriorReason> = []
    for seed in stride(from: part, to: min(ModelTests.histories, 1000), by: 8) {
      met.formUnion(try PriorRun(seed: UInt64(7000 + seed)).run(commands: 60))
    }
    #expect(met.contains(.neverPresented))
    // Many histories meet the usual reasons: the comparison is of something.
    if ModelTests.histories >= 1000 {
      #expect(met.isSuperset(of: [.permanent, .correspondence, .refused, .revoked]))
    }
  }
}

/// One random history, and what it counts for each person and certification.
struct PriorRun {
  let seed: UInt64

  /// - Returns: the reasons met.
  func run(commands count: Int) throws -> Set<PriorReason> {
    var commands = try RandomCommands(seed: seed)
    let clock = TestClock(tick: 0)
    let log = try InMemoryLog(clock: clock.now, trust: ClockTrust(isAccepted: true))
    var history: [Envelope] = []
    for envelope in try commands.beginning() {
      clock.set(envelope.recordedAt)
      _ = try log.append([EncodedEvent(envelope.event)], unless: nil)
      history.append(envelope)
    }
    for _ in 0..<count {
      let command = try commands.next(after: history)
      let now = Instant(endOf: command.today)
      clock.set(now)
      let encoded = try EncodedEvent(command.event)
      let batch = try JudgedBatch([encoded], in: log, at: now)
      guard batch.refused == nil else { continue }
      let receipt = try log.append([encoded], unless: batch.condition)
      history.append(
        Envelope(position: receipt.positions[0], recordedAt: now, event: command.event))
    }
    let days = Set(history.map(\.event.occurredOn)).sorted()
    var met: Set<PriorReason> = []
    for day in [commands.today, days[days.count * 2 / 3]] {
      met.formUnion(
        try compare(history, on: day, in: log, isToday: day == commands.today))
    }
    return met
  }

  private func compare(
    _ history: [Envelope], on day: CalendarDate, in log: InMemoryLog, isToday: Bool
  ) throws -> Set<PriorReason> {
    var met: Set<PriorReason> = []
    let question = Question(log: log, on: day, known: try log.head().last)
    let state = try question.replay().state
    let reading = NaiveLedger(log: history, day: day, known: question.known).reading()
    for person in try ["P1", "P2", "P3"].map({ try CandidateID($0) }) {
      for framework in state.timeless.frameworks.values {
        let target = framework.registration.certification
        let place = "seed \(seed), \(person) for \(target) on \(day)"
        let found = try #require(state.priorValidations(of: person, for: target, on: day))
        let naive = reading.prior(person, for: target)
        #expect(found.blocks.map { NaivePrior($0) } == naive, "\(place)")
        if let answer = try question.prior(of: person, for: target) {
          #expect(answer.validations == found, "\(place), by subject")
        } else {
          #expect(state.candidacies(of: person).isEmpty, "\(place)")
        }
        met.formUnion(found.blocks.map(\.why))
        guard isToday else { continue }
        try judge(found, of: person, framework, after: history, on: day, place)
        try record(found, of: person, target, on: day, in: log, place)
      }
    }
    return met
  }

  /// Each source that counts, in a new candidacy, keeps R16; where nothing counts, every source breaks it.
  private func judge(
    _ found: PriorValidations, of person: CandidateID, _ framework: Framework,
    after history: [Envelope], on day: CalendarDate, _ place: String
  ) throws {
    let target = framework.registration.certification
    let new = try CandidacyID("D9")
    let enrolment = CandidateEnrolled(
      candidacy: new, candidate: person, certification: target, pathway: .experience)
    let trial = try PriorTrial(enrolment, after: history, on: day)
    for block in found.blocks {
      if block.counts {
        let source = try #require(block.source)
        let isAccepted = try trial.accepts(
          block.block, block.why == .permanent ? .permanent : .correspondence,
          source.candidacy, source.block)
        #expect(isAccepted, "\(place): \(block.block) counts by \(source)")
        continue
      }
      for candidacy in trial.state.before.candidacies(of: person) where candidacy != new {
        let code = trial.state.before.records[candidacy]?.enrolment?.value.certification
        let own = code.flatMap { trial.state.timeless.frameworks[$0] }?.blocks ?? []
        for other in own.map(\.code) {
          let basis = code == target ? RecognitionBasis.permanent : .correspondence
          let isAccepted = try trial.accepts(block.block, basis, candidacy, other)
          #expect(!isAccepted, "\(place): \(block.block) by \(other) of \(candidacy)")
        }
      }
    }
  }

  /// The recognitions of the plan, after its enrolment, break no rule about blocks.
  private func record(
    _ found: PriorValidations, of person: CandidateID, _ target: CertificationCode,
    on day: CalendarDate, in log: InMemoryLog, _ place: String
  ) throws {
    let plan = found.context.plan
    if plan.isEmpty { return }
    let candidacy = try found.context.live ?? CandidacyID("D9")
    let enrolment = plan.enrolment.map {
      Fact.candidateEnrolled(
        CandidateEnrolled(
          candidacy: candidacy, candidate: person, certification: target, pathway: $0.pathway,
          audience: $0.audience, completes: $0.completes))
    }
    let recognitions = plan.recognitions.map {
      Fact.priorValidationRecognised(
        PriorValidationRecognised(
          candidacy: candidacy, block: $0.block, basis: $0.basis, source: $0.source))
    }
    let facts = (enrolment.map { [$0] } ?? []) + recognitions
    let events = try facts.enumerated().map { index, fact in
      try EncodedEvent(
        Event(
          id: EventID(high: 0x7000, low: 0x8000_0000_0000_0000 | UInt64(index)), occurredOn: day,
          recordedBy: try RecorderID("officer:1"), fact: fact))
    }
    let batch = try JudgedBatch(events, in: log, at: Instant(endOf: day))
    let refused = Set(batch.refused?.refusals.map(\.rule.number) ?? [])
    #expect(refused.isDisjoint(with: [1, 4, 6, 7, 16]), "\(place): \(plan), \(refused)")
  }
}

/// A new candidacy in which recognitions are judged by R16 alone.
struct PriorTrial {
  let enrolment: CandidateEnrolled
  let day: CalendarDate
  let position: Position
  let state: JudgingState

  init(
    _ enrolment: CandidateEnrolled, after history: [Envelope], on day: CalendarDate
  ) throws {
    self.enrolment = enrolment
    self.day = day
    let event = Event(
      id: EventID(high: 0x7000, low: 0x8000_0000_0000_0001), occurredOn: day,
      recordedBy: try RecorderID("officer:1"), fact: .candidateEnrolled(enrolment))
    let last = history.last?.position.number ?? 0
    let known =
      history + [
        Envelope(position: Position(last + 1), recordedAt: Instant(endOf: day), event: event)
      ]
    position = Position(last + 2)
    var state = JudgingState(TimelessFacts(known), IntroducedIDs(), SelectionFacts())
    for envelope in known.inFoldOrder where envelope.event.occurredOn <= day {
      state.open(envelope)
      state.apply(envelope)
    }
    self.state = state
  }

  func accepts(
    _ block: BlockCode, _ basis: RecognitionBasis, _ candidacy: CandidacyID, _ source: BlockCode
  ) throws -> Bool {
    let event = Event(
      id: EventID(high: 0x7000, low: 0x8000_0000_0000_0002), occurredOn: day,
      recordedBy: try RecorderID("officer:1"),
      fact: .priorValidationRecognised(
        PriorValidationRecognised(
          candidacy: enrolment.candidacy, block: block, basis: basis,
          source: ValidationSource(candidacy: candidacy, block: source))))
    let rule = try #require(RuleBook.rule(RuleID(number: 16)) as? any EventRule)
    return rule.violation(by: Entry(event, at: position, recordedOn: day), in: state) == nil
  }
}
