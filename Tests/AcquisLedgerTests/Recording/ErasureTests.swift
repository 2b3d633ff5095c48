import AcquisLedger
import Cryptography
import EventLog
import Events
import Projections
import Rules
import Synchronization
import TestSupport
import Testing
import TransparencyLog
import Vault

struct ErasureTests {
  let ledger: TestLedger
  let person: CandidateID
  let day: CalendarDate
  let clerk: RecorderID
  let identity = "01790c5e-5c00-7000-8000-000000000001"

  init() throws {
    ledger = try TestLedger()
    person = try CandidateID("P1")
    day = try CalendarDate("2026-07-01")
    clerk = try RecorderID("clerk:9")
    _ = try ledger.record(
      Lines.registration("P1", id: identity), Lines.enrolment(), Lines.jury,
      Lines.refusal(grounds: "des mots à taire"), Lines.registration("P2"))
  }

  private func merge(_ candidate: String, into other: String) -> String {
    """
    {"type":"CandidateMerged","occurredOn":"2022-01-11","recordedBy":"clerk:1","data":{\
    "candidate":"\(candidate)","into":"\(other)"}}
    """
  }

  private func erase(_ candidate: CandidateID? = nil, on day: CalendarDate? = nil) throws
    -> ErasureReceipt
  {
    try erase(in: ledger.log, candidate, on: day)
  }

  private func erase(
    in log: some EventLog, _ candidate: CandidateID? = nil, on day: CalendarDate? = nil
  ) throws -> ErasureReceipt {
    let erasure = Erasure(
      log: log, vault: try Vault(beside: ledger.path), clock: ledger.clock.now)
    let outcome = try erasure.carryOut(
      on: .candidate(candidate ?? person), day: day ?? self.day, by: clerk)
    guard case .erased(let receipt) = outcome else { throw NoReceipt() }
    return receipt
  }

  private func erasures() throws -> [Envelope] {
    var erasures: [Envelope] = []
    try ledger.log.read(EventQuery(types: [.candidateIdentityErased])) {
      erasures.append(try $0.envelope())
    }
    return erasures
  }

  private func key(_ candidate: String) throws -> KeyID? {
    try Vault(beside: ledger.path).key(of: .candidate(CandidateID(candidate)))
  }

  private func refusedField(_ lines: String...) throws -> String? {
    let before = try ledger.size
    var recorder = ledger.recorder()
    let read = try Submission.read(jsonLines: Array(lines.joined(separator: "\n").utf8))
    let failure = #expect(throws: SubmissionFailure.self) { try recorder.importFacts(read) }
    #expect(try ledger.size == before)
    guard case .erased(let field, day) = failure?.problem else { return nil }
    return field
  }

  // MARK: What is done

  @Test func `the key is destroyed, and the log records it under its own id, without a reason`()
    throws
  {
    let receipt = try erase()
    #expect(try key("P1") == nil)
    #expect(try key("P2") != nil)
    let event = try #require(try erasures().first)
    #expect(try erasures().count == 1)
    #expect(event.event.id == receipt.event && event.position == receipt.position)
    #expect(event.event.occurredOn == day && event.event.recordedBy == clerk)
    #expect(event.event.judged == .current && event.event.reason == nil)
    #expect(receipt.persons == [.candidate(person)] && receipt.isNew && receipt.texts == 2)
  }

  @Test func `every id the person is known by is erased, by one event`() throws {
    _ = try ledger.record(merge("P1", into: "P2"))
    let receipt = try erase()
    #expect(receipt.persons.map(\.id) == ["P1", "P2"] && receipt.person.id == "P2")
    #expect(receipt.texts == 3)
    #expect(try key("P1") == nil && key("P2") == nil)
    #expect(try erasures().count == 1)
  }

  @Test func `no name is found any more, and every other answer stays`() throws {
    let known = try ledger.log.head().last
    let before = try Replay(on: day, known: known, in: ledger.log).digest()
    _ = try erase()
    let vault = try Vault(beside: ledger.path)
    let last = try ledger.log.head().last
    let identities = try ledger.log.identities(on: day, known: last, opening: vault)
    #expect(identities.named.keys.map(\.text) == ["P2"])
    #expect(try Replay(on: day, known: known, in: ledger.log).digest() == before)
    #expect(try PersonHistory(of: person, known: last, in: ledger.log)?.candidacies.count == 1)
    let (then, now) = (
      try Replay(on: day, known: known, in: ledger.log),
      try Replay(on: day, known: last, in: ledger.log)
    )
    let candidacy = try CandidacyID("D1")
    #expect(then.state.candidacy(candidacy, on: day) == now.state.candidacy(candidacy, on: day))
  }

  @Test func `a person the ledger does not know is not erased`() throws {
    let erasure = Erasure(
      log: ledger.log, vault: try Vault(beside: ledger.path), clock: ledger.clock.now)
    #expect(try erasure.carryOut(on: .candidate(CandidateID("P9")), day: day, by: clerk) == nil)
    #expect(try erasure.preview(of: .candidate(CandidateID("P9"))) == nil)
  }

  @Test func `what may not be recorded destroys nothing`() throws {
    let erasure = Erasure(
      log: ledger.log, vault: try Vault(beside: ledger.path), clock: ledger.clock.now)
    let outcome = try erasure.carryOut(
      on: .candidate(person), day: day.adding(days: 1), by: clerk)
    guard case .refused(let refusals) = outcome else {
      Issue.record("not refused")
      return
    }
    #expect(refusals.map(\.rule.description) == ["R15"])
    #expect(try key("P1") != nil)
    #expect(try Vault(beside: ledger.path).erasure(of: .candidate(person)) == nil)
  }

  @Test func `an outlook states what would be destroyed, and destroys nothing`() throws {
    let erasure = Erasure(
      log: ledger.log, vault: try Vault(beside: ledger.path), clock: ledger.clock.now)
    let before = try #require(try erasure.preview(of: .candidate(person)))
    #expect(before.texts == 2 && !before.isDone && before.persons == [.candidate(person)])
    #expect(try key("P1") != nil)
    _ = try erase()
    #expect(try erasure.preview(of: .candidate(person))?.isDone == true)
  }

  @Test func `the receipt names the copies made before, to be destroyed within a month`() throws {
    // The clock of the second was ahead: it has the keys nevertheless.
    for (at, place) in [
      ("2026-06-01T09:00:00.000000Z", "before"), ("2026-07-02T09:00:00.000000Z", "ahead"),
    ] {
      try Vault.registerBackup(
        beside: ledger.path, at: Instant(at), place: place, fingerprint: "f1")
    }
    let receipt = try erase()
    #expect(receipt.backups.map(\.place) == ["before", "ahead"])
    #expect(receipt.backupsGoneBy == (try CalendarDate("2026-08-01")))
  }

  // MARK: Once more

  @Test func `a second erasure finds it done`() throws {
    let first = try erase()
    let second = try erase(on: CalendarDate("2026-06-30"))
    #expect(try erasures().count == 1)
    #expect(second.event == first.event && second.position == first.position)
    #expect(!second.isNew && second.on == first.on && second.texts == first.texts)
    #expect(second.backupsGoneBy == first.backupsGoneBy)
  }

  @Test func `an erasure killed between the key and the event is finished under the same id`()
    throws
  {
    let id = EventID.new(at: ledger.clock.now())
    _ = try Vault(beside: ledger.path).erase(
      [.candidate(person)], by: id, on: CalendarDate("2026-06-30"), at: ledger.clock.now())
    let receipt = try erase()
    #expect(receipt.event == id && receipt.isNew && receipt.texts == 2)
    #expect(receipt.on == day, "the day of the recording, not the one it was begun for")
    #expect(try erasures().map(\.event.id) == [id])
    let tombstone = try Vault(beside: ledger.path).erasure(of: .candidate(person))
    let recordedAt = try #require(try erasures().first?.recordedAt)
    #expect(tombstone?.on == day && tombstone?.at == recordedAt)
  }

  @Test func `where the log refuses the event, nothing is destroyed`() throws {
    let log = MeddledLog(ledger.log) { () throws(LogFailure) in throw .full }
    #expect(throws: LogFailure.full) { try erase(in: log) }
    #expect(try key("P1") != nil)
    #expect(try Vault(beside: ledger.path).erasure(of: .candidate(person)) == nil)
  }

  @Test func `an erasure whose event the log cannot keep fails, and is finished later`() throws {
    let log = MeddledLog(ledger.log, afterStep: { () throws(LogFailure) in throw .full }, {})
    #expect(throws: ErasureNotRecorded.self) { try erase(in: log) }
    #expect(try key("P1") == nil)
    #expect(try erasures().isEmpty)
    #expect(try erase().isNew)
    #expect(try erasures().count == 1)
  }

  @Test
  func `where an older vault was put back, its keys are destroyed too, and no event is added`()
    throws
  {
    let copy = try ledger.vaultBytes()
    let first = try erase()
    try ledger.putBack(vault: copy)
    #expect(try key("P1") != nil)
    let second = try erase()
    #expect(try key("P1") == nil)
    #expect(second.event == first.event && !second.isNew)
    #expect(try erasures().count == 1)
    #expect(try Vault(beside: ledger.path).erasure(of: .candidate(person))?.event == first.event)
  }

  @Test func `an id merged into an erased person's is erased by an event of its own`() throws {
    let first = try erase()
    _ = try ledger.record(merge("P2", into: "P1"))
    let second = try erase()
    #expect(second.isNew && second.event != first.event)
    #expect(try key("P2") == nil)
    #expect(try erasures().count == 2)
    #expect(try !erase().isNew)
  }

  @Test func `an id merged while it is done is erased with the others`() throws {
    let log = MeddledLog(ledger.log) { () throws(LogFailure) in
      do {
        _ = try ledger.record(merge("P2", into: "P1"))
      } catch {
        throw .full
      }
    }
    let receipt = try erase(in: log)
    #expect(receipt.persons.map(\.id) == ["P1", "P2"])
    #expect(try key("P2") == nil)
    #expect(try erasures().count == 1)
  }

  @Test func `an erasure that another process began meanwhile is recorded once`() throws {
    let other = EventID.new(at: ledger.clock.now())
    let vault = try Vault(beside: ledger.path)
    let begins = Mutex(true)
    let erasure = Erasure(log: ledger.log, vault: try Vault(beside: ledger.path)) {
      let now = ledger.clock.now()
      let isFirst = begins.withLock { begins in
        defer { begins = false }
        return begins
      }
      if isFirst {
        _ = try? vault.erase([.candidate(person)], by: other, on: day, at: now)
      }
      return now
    }
    guard
      case .erased(let receipt) = try erasure.carryOut(
        on: .candidate(person), day: day, by: clerk)
    else {
      Issue.record("not erased")
      return
    }
    #expect(try erasures().map(\.event.id) == [receipt.event])
    let tombstone = try Vault(beside: ledger.path).erasure(of: .candidate(person))
    #expect(tombstone?.event == receipt.event)
  }

  @Test(.timeLimit(.minutes(10))) func `erasures that race record one event`() async throws {
    let receipts = try await withThrowingTaskGroup { group in
      for _ in 0..<4 { group.addTask { @concurrent in try erase() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(receipts.map(\.event)).count == 1)
    #expect(try erasures().count == 1)
  }
}

private struct NoReceipt: Error {}
