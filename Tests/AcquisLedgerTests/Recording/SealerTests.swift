import AcquisLedger
import EventLog
import Events
import TestSupport
import Testing
import Vault

/// Submissions become sealed events: the first stage of the pipeline, alone.
@Suite struct SealerTests {
  private let ledger: TestLedger

  init() throws { ledger = try TestLedger() }

  /// The persons under whose keys an event's texts are sealed, in the order of its bytes.
  private func persons(of event: EncodedEvent) throws -> [Person] {
    let vault = try Vault(beside: ledger.path)
    var texts: [Sealed] = []
    switch event.event.fact {
    case .blockRefused(let data): texts = [data.grounds].compactMap(\.self)
    case .juryConvened(let data): texts = (data.members?.elements ?? []).compactMap(\.name)
    case .candidateRegistered(let data): texts = [data.identity].compactMap(\.self)
    default: break
    }
    return try texts.map { try vault.person(holding: $0.key) }
  }

  // MARK: Who and what

  @Test func `a text is sealed under the key of the person it is about`() throws {
    var sealer = ledger.sealer()
    let sealed = try sealer.seal(
      .lines(Lines.registration(), Lines.enrolment(), Lines.jury, Lines.refusal()), for: .importing)
    try sealer.commit()
    let candidate = Person.candidate(try CandidateID("P1"))
    #expect(
      try sealed.events.map(persons) == [
        [candidate], [], [.member(try MemberID("M1"))], [candidate],
      ])
    let size = try ledger.size
    #expect(size == 2, "a sealer appends nothing")
  }

  @Test func `a fact about no person needs no vault`() throws {
    var sealer = Sealer(
      log: ledger.log, vault: { () throws(VaultFailure) in throw .missing },
      clock: ledger.clock.now)
    let sealed = try sealer.seal(.lines(Lines.enrolment()), for: .importing)
    try sealer.commit()
    #expect(sealed.events.count == 1)
    #expect(throws: SubmissionFailure.self) {
      try sealer.seal(.lines(Lines.enrolment(), Lines.note("à taire")), for: .importing)
    }
  }

  @Test func `a command is marked with the edition that judges it, an old fact with none`() throws {
    var sealer = ledger.sealer()
    let command = try sealer.seal(.lines(Lines.enrolment()), for: .judging)
    let fact = try sealer.seal(.lines(Lines.enrolment()), for: .importing)
    #expect(command.events.map(\.event.judged) == [.current])
    #expect(fact.events.map(\.event.judged) == [nil])
  }

  @Test func `an old fact may name what a later line introduces, a command may not`() throws {
    var sealer = ledger.sealer()
    let lines = [Lines.jury, Lines.note("trop tôt"), Lines.enrolment()]
    _ = try sealer.seal(.lines(lines), for: .importing)
    let failure = #expect(throws: SubmissionFailure.self) {
      try sealer.seal(.lines(lines), for: .judging)
    }
    #expect(failure?.line == 2)
    guard case .unknown(.candidacy) = failure?.problem else {
      Issue.record("not unknown: \(String(describing: failure))")
      return
    }
  }

  @Test func `what a batch introduced is forgotten with it`() throws {
    var sealer = ledger.sealer()
    _ = try sealer.seal(.lines(Lines.enrolment()), for: .judging)
    #expect(throws: SubmissionFailure.self) {
      try sealer.seal(.lines(Lines.note("de personne")), for: .judging)
    }
  }

  // MARK: Ids

  @Test func `the same submissions become the same events again, whoever seals them`() throws {
    let lines = [Lines.enrolment(), Lines.jury, Lines.refusal(), Lines.refusal()]
    var sealer = ledger.sealer()
    let first = try sealer.seal(.lines(lines), for: .importing)
    try sealer.commit()
    let again = try sealer.seal(.lines(lines), for: .importing)
    var other = ledger.sealer()
    let elsewhere = try other.seal(.lines(["", ""] + lines), for: .importing)
    #expect(first.events.map(\.event) == again.events.map(\.event))
    #expect(first.events.map(\.event) == elsewhere.events.map(\.event))
  }

  @Test func `equal lines of one batch have ids by how often they occurred before`() throws {
    var sealer = ledger.sealer()
    let lines = [Lines.enrolment(), Lines.jury, Lines.refusal(), Lines.refusal(), Lines.refusal()]
    let ids = try sealer.seal(.lines(lines), for: .importing).events.map(\.event.id)
    #expect(Set(ids).count == 5)
    try sealer.commit()
    let fewer = try sealer.seal(.lines(Array(lines.prefix(4))), for: .importing)
    #expect(fewer.events.map(\.event.id) == Array(ids.prefix(4)))
  }

  // MARK: All or none

  @Test func `a failing line leaves nothing in the vault`() throws {
    var sealer = ledger.sealer()
    let failure = #expect(throws: SubmissionFailure.self) {
      try sealer.seal(
        .lines(Lines.enrolment(), Lines.note("à taire"), Lines.note("de personne", of: "D9")),
        for: .importing)
    }
    #expect(failure?.line == 3)
    // The next batch's commit makes nothing of the failed one durable.
    _ = try sealer.seal(
      .lines(Lines.enrolment("D2", "P2"), Lines.note("autre", of: "D2")), for: .importing)
    try sealer.commit()
    #expect(try ledger.key("P1") == nil)
    #expect(try ledger.key("P2") != nil)
  }

  @Test func `keys are durable from the commit on, and gone after a rollback`() throws {
    var sealer = ledger.sealer()
    let lines = [Lines.enrolment(), Lines.note("à taire")]
    _ = try sealer.seal(.lines(lines), for: .importing)
    #expect(try ledger.key("P1") == nil)
    sealer.rollback()
    try sealer.commit()
    #expect(try ledger.key("P1") == nil)
    _ = try sealer.seal(.lines(lines), for: .importing)
    try sealer.commit()
    sealer.rollback()
    #expect(try ledger.key("P1") != nil)
  }
}
