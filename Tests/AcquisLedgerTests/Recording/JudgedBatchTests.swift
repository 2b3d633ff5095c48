import AcquisLedger
import EventLog
import Events
import Rules
import Testing

/// The rules judge a batch: the stage between sealing and appending, alone.
@Suite struct JudgedBatchTests {
  private let ledger: TestLedger
  private let now: Instant

  init() throws {
    ledger = try TestLedger()
    now = try Instant("2026-07-02T10:00:00.000000Z")
  }

  private func commands(_ lines: String...) throws -> [EncodedEvent] {
    var sealer = ledger.sealer()
    return try sealer.seal(.lines(lines), for: .judging).events
  }

  @Test func `the command refused is named by its index`() throws {
    let first = try commands(Lines.enrolment(), Lines.jury, Lines.enrolment())
    let judged = try JudgedBatch(first, in: ledger.log, at: now)
    #expect(judged.refused?.index == 2)
    #expect(judged.refused?.refusals.map(\.rule.number).contains(15) == true)
    #expect(try ledger.size == 2, "a judgement appends nothing")
  }

  @Test func `a command sees those before it`() throws {
    let batch = try commands(Lines.enrolment(), Lines.note("après"))
    #expect(try JudgedBatch(batch, in: ledger.log, at: now).refused == nil)
    let alone = try JudgedBatch([batch[1]], in: ledger.log, at: now)
    #expect(alone.refused?.index == 0)
  }

  @Test func `the condition is exactly what was read, from the log's end on`() throws {
    _ = try ledger.record(Lines.enrolment(), Lines.jury)
    let batch = try commands(
      Lines.note("lue"), Lines.enrolment("D2", "P1"), Lines.refusal(),
      Lines.note("lue aussi", of: "D2"))
    let known = try ledger.log.head().last
    for commands in batch.map({ [$0] }) + [batch] {
      let log = MeddledLog(ledger.log) { () throws(LogFailure) in }
      let judged = try JudgedBatch(commands, in: log, at: now)
      #expect(judged.condition.after == known)
      #expect(log.queries.allSatisfy { $0.through == known })
      let read = log.queries.map { EventQuery(subjects: $0.subjects, types: $0.types) }
      #expect(!read.isEmpty)
      #expect(Set(judged.condition.queries) == Set(read))
      #expect(Set(read).count == judged.condition.queries.count, "each once")
    }
  }

  @Test func `what is in the log already is neither judged nor read for`() throws {
    let batch = try commands(Lines.enrolment(), Lines.note("une fois"))
    _ = try ledger.log.append(batch, unless: nil)
    let log = MeddledLog(ledger.log) { () throws(LogFailure) in }
    let judged = try JudgedBatch(batch + [batch[0]], in: log, at: now)
    #expect(judged.refused == nil)
    #expect(judged.condition.queries.isEmpty && log.queries.isEmpty)
  }

  @Test func `the condition of a certificate names the types of certificates, no subject`() throws {
    _ = try ledger.record(Lines.enrolment())
    let certificate = """
      {"type":"PartialCertificateIssued","occurredOn":"2026-03-01","recordedBy":"officer:1",\
      "data":{"candidacy":"D1","blocks":["3474D1"],"number":"N° 1"}}
      """
    let judged = try JudgedBatch(commands(certificate), in: ledger.log, at: now)
    let types: [EventType] = [.certificateIssued, .certificateReissued, .partialCertificateIssued]
    #expect(judged.condition.queries.contains(EventQuery(types: types)))
  }
}
