import AcquisLedger
import EventLog
import Events
import Rules
import Testing
import Vault

/// The whole pipeline: sealed, judged, appended under the judgement's condition, else again.
@Suite struct RecorderTests {
  private let ledger: TestLedger

  init() throws { ledger = try TestLedger() }

  /// Imports a line between another recorder's judgement and its append.
  private func meddler(_ line: @escaping @Sendable () -> String)
    -> @Sendable () throws(LogFailure)
    -> Void
  {
    { [ledger] () throws(LogFailure) in
      do { _ = try ledger.record(line()) } catch { throw .system(code: 0, "\(error)") }
    }
  }

  @Test func `commands the rules allow are recorded`() throws {
    var recorder = ledger.recorder()
    let outcome = try recorder.record(.lines(Lines.enrolment(), Lines.note("à taire")))
    guard case .recorded(let receipt, _) = outcome else {
      Issue.record("not recorded: \(outcome)")
      return
    }
    #expect(receipt.appended == 2 && receipt.positions == [Position(3), Position(4)])
    #expect(try ledger.key("P1") != nil)
  }

  @Test func `a dry run records nothing and keeps no key`() throws {
    var recorder = ledger.recorder()
    let lines = [Lines.enrolment(), Lines.note("à taire")]
    guard case .allowed = try recorder.record(.lines(lines), isDryRun: true) else {
      Issue.record("not allowed")
      return
    }
    #expect(try ledger.size == 2)
    // A later record commits no key of the dry run.
    _ = try recorder.record(.lines(Lines.enrolment("D2", "P2"), Lines.note("autre", of: "D2")))
    #expect(try ledger.key("P1") == nil)
    #expect(try ledger.key("P2") != nil)
  }

  @Test func `what is refused names its line, records nothing and keeps no key`() throws {
    var recorder = ledger.recorder()
    let outcome = try recorder.record(
      .lines("", Lines.enrolment(), Lines.note("à taire"), "", Lines.enrolment()))
    guard case .refused(let line, let refusals) = outcome else {
      Issue.record("not refused: \(outcome)")
      return
    }
    #expect(line == 5 && refusals.map(\.rule.number).contains(15))
    #expect(try ledger.size == 2)
    _ = try recorder.record(.lines(Lines.enrolment("D2", "P2"), Lines.note("autre", of: "D2")))
    #expect(try ledger.key("P1") == nil)
  }

  @Test(arguments: [false, true]) func `keys are durable before the append`(
    isImport: Bool
  ) throws {
    let log = MeddledLog(ledger.log) { [ledger] () throws(LogFailure) in
      throw (try? ledger.key("P1")) == nil ? .missing : .full
    }
    var recorder = ledger.recorder(in: log)
    let lines = try [Submission].lines(Lines.enrolment(), Lines.note("à taire"))
    let failure = #expect(throws: SubmissionFailure.self) {
      if isImport {
        _ = try recorder.importFacts(lines)
      } else {
        _ = try recorder.record(lines)
      }
    }
    guard case .refused(.full) = failure?.problem else {
      Issue.record("no key, or no append: \(String(describing: failure))")
      return
    }
    #expect(try ledger.size == 2)
  }

  // MARK: Other writers

  @Test func `what another writer records in between is judged too`() throws {
    let log = MeddledLog(ledger.log, meddler { Lines.enrolment("D1", "P9") })
    var recorder = ledger.recorder(in: log)
    let outcome = try recorder.record(.lines(Lines.enrolment("D1", "P1")))
    guard case .refused(1, let refusals) = outcome else {
      Issue.record("judged before the other writer: \(outcome)")
      return
    }
    #expect(refusals.map(\.rule.number).contains(15))
    #expect(log.appends == 1)
    #expect(try ledger.size == 3)
  }

  @Test func `what another writer changes of a person seals the texts anew`() throws {
    let id = "01790c5e-5c00-7000-8000-000000000009"
    let mistake = Lines.enrolment("D1", "WRONG").replacing(
      "{\"type\"", with: "{\"id\":\"\(id)\",\"type\"")
    _ = try ledger.record(mistake)
    let annulment = """
      {"type":"EventAnnulled","occurredOn":"2021-01-12","recordedBy":"clerk:1",\
      "data":{"event":"\(id)","grounds":"erreur"}}
      """
    let log = MeddledLog(
      ledger.log, meddler { annulment + "\n" + Lines.enrolment("D1", "P1") })
    var recorder = ledger.recorder(in: log)
    let outcome = try recorder.record(.lines(Lines.note("à taire")))
    guard case .recorded(let receipt, _) = outcome, let position = receipt.positions.first,
      case .positioningTestTaken(let data) = try ledger.log.event(at: position)?.event.fact,
      let note = data.note
    else {
      Issue.record("not recorded with its note: \(outcome)")
      return
    }
    #expect(log.appends == 2)
    #expect(
      try Vault(beside: ledger.path).person(holding: note.key)
        == .candidate(try CandidateID("P1")))
  }

  @Test func `what has nothing to do with a command does not hold it up`() throws {
    let log = MeddledLog(ledger.log, meddler { Lines.enrolment("D2", "P2") })
    var recorder = ledger.recorder(in: log)
    guard case .recorded = try recorder.record(.lines(Lines.enrolment("D1", "P1"))) else {
      Issue.record("not recorded")
      return
    }
    #expect(log.appends == 1)
  }

  @Test func `contention ends after a hundred judgements`() throws {
    _ = try ledger.record(Lines.enrolment())
    let log = MeddledLog(
      ledger.log, meddling: .max,
      meddler {
        Lines.note("encore").replacing(
          "{\"type\"", with: "{\"id\":\"\(EventID.new(at: .epoch))\",\"type\"")
      })
    var recorder = ledger.recorder(in: log)
    let failure = #expect(throws: SubmissionFailure.self) {
      try recorder.record(.lines(Lines.note("jamais")))
    }
    guard case .contended = failure?.problem else {
      Issue.record("not contended: \(String(describing: failure))")
      return
    }
    #expect(failure?.line == nil && log.appends == 100)
  }

  // MARK: Retries

  @Test func `a retry is not judged again, and adds nothing`() throws {
    var recorder = ledger.recorder()
    let enrolment = Lines.enrolment().replacing(
      "{\"type\"", with: "{\"id\":\"01790c5e-5c00-7000-8000-000000000009\",\"type\"")
    guard case .recorded(let first, _) = try recorder.record(.lines(enrolment)),
      case .recorded(let again, _) = try recorder.record(.lines(enrolment)),
      case .allowed = try recorder.record(.lines(enrolment), isDryRun: true)
    else {
      Issue.record("judged again")
      return
    }
    #expect(first.positions == again.positions && again.appended == 0)
    let other = enrolment.replacing("\"P1\"", with: "\"P2\"")
    for isDryRun in [true, false] {
      let failure = #expect(throws: SubmissionFailure.self) {
        try recorder.record(.lines(Lines.enrolment("D2", "P2"), other), isDryRun: isDryRun)
      }
      guard case .refused(.idTaken) = failure?.problem else {
        Issue.record("another content under the same id: \(String(describing: failure))")
        return
      }
      #expect(failure?.line == 2)
    }
    #expect(try ledger.size == 3)
  }
}
