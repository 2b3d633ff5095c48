import AcquisLedger
import EventLog
import Events
import Projections
import Testing

@Suite struct GrantTests {
  @Test func `what is held has an entry in force, and what no longer is has none`() throws {
    let ledger = try TestLedger(demonstration: 150)
    let day = try CalendarDate("2026-07-01")
    let question = Question(log: ledger.log, on: day, known: try ledger.log.head().last)
    var states: [CandidacyID: CandidacyState] = [:]
    for id in try question.replay().state.candidacies {
      let state = try #require(try question.status(of: id)?.state)
      states[id] = state
      let award = try question.award(of: id)
      #expect((award != nil) == (state.status == .certified), "\(id)")
      #expect(award?.end == nil)
      for block in state.blocks {
        let grant = try question.grant(of: block)
        #expect((grant != nil) == block.status.isHeld, "\(id) \(block.code)")
        #expect(grant?.end == nil && grant?.isOver(on: day) != true, "\(id) \(block.code)")
      }
    }
    // Every entry that gives something: in force exactly where its candidacy holds it.
    let types: [EventType] = [
      .certificationAwarded, .blockValidated, .priorValidationRecognised,
    ]
    var ended = 0
    for event in try ledger.log.events(EventQuery(types: types)) {
      let grant = try #require(try question.grant(event.event.id))
      let state = try #require(states[grant.candidacy])
      let isHeld: Bool
      switch grant.kind {
      case .award: isHeld = state.status == .certified
      case .validation(let code), .recognition(let code):
        isHeld = state.blocks.contains { $0.code == code && $0.status.isHeld }
      }
      if grant.end == nil {
        #expect(isHeld || grant.isOver(on: day), "position \(event.position)")
      } else {
        ended += 1
      }
    }
    #expect(ended > 5)
  }

  @Test func `an entry is unknown before it is recorded, and other entries give nothing`() throws {
    let ledger = try TestLedger(demonstration: 150)
    let awards = try ledger.log.events(EventQuery(types: [.certificationAwarded]))
    let award = try #require(awards.last)
    func question(_ known: Int64) throws -> Question {
      Question(log: ledger.log, on: try CalendarDate("2026-07-01"), known: Position(known))
    }
    #expect(try question(award.position.number).grant(award.event.id) != nil)
    #expect(try question(award.position.number - 1).grant(award.event.id) == nil)
    #expect(try question(award.position.number).grant(EventID(high: 1, low: 2)) == nil)
    let first = try #require(try ledger.log.event(at: Position(1)))
    #expect(try question(1).grant(first.event.id) == nil)
  }

  @Test func `what ended an entry is named, even if it ended after the day asked`() throws {
    let ledger = try TestLedger(demonstration: 150)
    let last = try ledger.log.head().last
    let question = Question(log: ledger.log, on: try CalendarDate("2023-01-01"), known: last)
    let candidacy = try CandidacyID("DEMO-D-FRAUD")
    let award = try #require(try question.award(of: candidacy))
    #expect(award.end?.kind == .revoked)
    #expect(award.end?.day == (try CalendarDate("2025-03-10")))
    let blocks = try #require(try question.status(of: candidacy)).state.blocks
    let ends = try blocks.map { try question.grant(of: $0)?.end?.kind }
    #expect(ends == [nil, nil, nil, .revoked])
  }
}
