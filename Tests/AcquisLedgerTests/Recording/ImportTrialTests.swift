import AcquisLedger
import Catalogue
import EventLog
import Events
import Projections
import Rules
import TestSupport
import Testing
import Vault

/// An import that is only tried: the answers of the import, and nothing recorded.
@Suite struct ImportTrialTests {
  private let ledger: TestLedger
  private let today: CalendarDate

  init() throws {
    ledger = try TestLedger()
    today = ledger.clock.now().dayInParis
  }

  /// The lines of a small history.
  private func lines(_ count: Int) throws -> [Submission] {
    try Demonstration(events: count, seed: 11).lines.enumerated().map {
      try Submission($0.element.value, line: $0.offset + 1)
    }
  }

  @Test func `a trial records nothing and keeps no key`() throws {
    var recorder = ledger.recorder()
    let before = try ledger.size
    let receipt = try recorder.tryImport(.lines(Lines.enrolment(), Lines.note("à taire")))
    #expect(receipt.appended == 2)
    #expect(receipt.positions == [Position(before + 1), Position(before + 2)])
    #expect(try ledger.size == before)
    _ = try recorder.importFacts(.lines(Lines.enrolment("D2", "P2"), Lines.note("x", of: "D2")))
    #expect(try ledger.key("P1") == nil)
    #expect(try ledger.key("P2") != nil)
  }

  @Test func `facts compared with an older state of the log are not recorded`() throws {
    var recorder = ledger.recorder()
    let compared = try ledger.log.head().last
    _ = try recorder.importFacts(.lines(Lines.enrolment()))
    let size = try ledger.size
    let other = Lines.enrolment("D2", "P2")
    #expect(try recorder.importFacts(.lines(other), ifNothingAfter: compared) == nil)
    #expect(try ledger.size == size)
    let now = try ledger.log.head().last
    #expect(try recorder.importFacts(.lines(other), ifNothingAfter: now)?.appended == 1)
  }

  @Test func `a trial has the receipt and the findings of the import`() throws {
    let lines = try lines(600)
    _ = try {
      var first = ledger.recorder()
      return try first.importFacts(Array(lines.prefix(250)))
    }()
    var recorder = ledger.recorder()
    let tried = try recorder.tryImport(lines)
    let prospect = try recorder.prospect()
    let expected = try prospect.findings(causedBy: tried, on: today)
    let listed = try prospect.findings(
      at: Array(Set(tried.positions)).sorted(), on: today, known: prospect.head().last)
    #expect(try prospect.head().last == tried.positions.max())

    var real = ledger.recorder()
    let receipt = try real.importFacts(lines)
    #expect(receipt == tried && tried.appended < lines.count && tried.appended > 0)
    let found = try ledger.log.findings(causedBy: receipt, on: today)
    #expect(!found.isEmpty)
    #expect(expected.map(told) == found.map(told))
    #expect(listed.map(told) == found.map(told))
  }

  private func told(_ finding: Finding) -> String {
    "\(finding.position) \(finding.rule) \(finding.message.english)"
  }

  @Test func `every query answers as it will once the entries are recorded`() throws {
    let lines = try lines(400)
    var recorder = ledger.recorder()
    _ = try recorder.importFacts(Array(lines.prefix(150)))
    _ = try recorder.tryImport(lines)
    let prospect = try recorder.prospect()
    var real = ledger.recorder()
    _ = try real.importFacts(lines)
    let last = try ledger.log.head().last
    let candidacies = try ledger.log.events(EventQuery(types: [.candidateEnrolled]))
      .flatMap(\.event.fact.subjects).prefix(12)
    let day = try CalendarDate("2021-06-30")
    var queries = [EventQuery(), EventQuery(order: .fold), EventQuery(order: .fold, limit: 170)]
    queries.append(EventQuery(from: Position(last.number - 3), through: last))
    queries.append(EventQuery(through: Position(prospect.recorded.number + 5), order: .fold))
    queries.append(EventQuery(onOrBefore: day, order: .fold))
    queries.append(EventQuery(subjects: Array(candidacies), limit: 9))
    for subject in candidacies {
      queries.append(EventQuery(subjects: [subject], order: .fold))
      queries.append(
        EventQuery(
          subjects: [subject], types: [.blockValidated, .candidateEnrolled], onOrBefore: day))
    }
    for query in queries {
      let (tried, recorded) = (try places(query, in: prospect), try places(query, in: ledger.log))
      #expect(tried == recorded, "\(query)")
    }
  }

  private func places(_ query: EventQuery, in log: some EventLog) throws -> [String] {
    try log.events(query).map { "\($0.position) \($0.event.fact.type) \($0.event.occurredOn)" }
  }

  @Test func `a trial refuses what the import would refuse, with its line`() throws {
    var recorder = ledger.recorder()
    let future = Lines.enrolment().replacing("2021-01-11", with: "2031-01-11")
    let failure = #expect(throws: SubmissionFailure.self) {
      try recorder.tryImport(.lines(Lines.enrolment("D2", "P2"), "", future))
    }
    #expect(failure?.line == 3)
    guard case .refused(.notYet) = failure?.problem else {
      Issue.record("not refused as of a later day: \(String(describing: failure))")
      return
    }
  }

  @Test func `an id that is another entry's is refused in a trial too`() throws {
    let id = "0195d0a0-0000-7000-8000-000000000001"
    _ = try ledger.record(Lines.registration("P7", id: id))
    var recorder = ledger.recorder()
    let failure = #expect(throws: SubmissionFailure.self) {
      try recorder.tryImport(.lines(Lines.registration("P8", id: id)))
    }
    guard case .refused(.idTaken) = failure?.problem else {
      Issue.record("the id was not refused: \(String(describing: failure))")
      return
    }
  }

  @Test func `a person registered already is told by a trial as by the import`() throws {
    _ = try ledger.record(Lines.registration("P1").replacing("1990", with: "1990-03-12"))
    var recorder = ledger.recorder()
    let lines = try [Submission].lines(
      Lines.registration("P2").replacing("1990", with: "1990-03-12"), Lines.enrolment("D2", "P2"))
    let tried = try recorder.tryImport(lines)
    let repeated = try recorder.repeatedRegistrations(among: lines, tried)
    #expect(repeated.map(\.candidate.text) == ["P2"] && repeated.map(\.line) == [1])
    let receipt = try recorder.importFacts(lines)
    #expect(try recorder.repeatedRegistrations(among: lines, receipt) == repeated)
  }
}
