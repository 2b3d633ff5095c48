import AcquisLedger
import EventLog
import Events
import TestSupport
import Testing
import Vault

/// What is recorded about a person after their erasure: facts, without texts.
struct AfterErasureTests {
  let ledger: TestLedger
  let identity = "01790c5e-5c00-7000-8000-000000000001"
  let refusal = "01790c5e-5c00-7000-8000-000000000002"
  let other = "01790c5e-5c00-7000-8000-00000000000a"

  init() throws {
    ledger = try TestLedger()
    _ = try ledger.record(
      Lines.registration("P1", id: identity), Lines.enrolment(), Lines.jury,
      Self.identified(Lines.refusal(grounds: "des mots à taire"), refusal),
      Lines.registration("P2", name: "Autre"))
    try erase(.candidate(CandidateID("P1")))
  }

  private static func identified(_ line: String, _ id: String) -> String {
    "{\"id\":\"\(id)\"," + line.dropFirst()
  }

  private func erase(_ person: Person) throws {
    let erasure = Erasure(
      log: ledger.log, vault: try Vault(beside: ledger.path), clock: ledger.clock.now)
    let outcome = try erasure.carryOut(
      on: person, day: CalendarDate("2026-07-01"), by: RecorderID("clerk:9"))
    guard case .erased = outcome else {
      Issue.record("not erased")
      return
    }
  }

  /// The field that an import of these lines is refused for, as one about an erased person.
  private func refusedField(_ lines: String...) throws -> String? {
    let before = try ledger.size
    var recorder = ledger.recorder()
    let read: [Submission] = try .lines(lines)
    let failure = #expect(throws: SubmissionFailure.self) { try recorder.importFacts(read) }
    #expect(try ledger.size == before)
    guard case .erased(let field, _) = failure?.problem else { return nil }
    return field
  }

  /// Imports lines; what was left out of them.
  private func leftOut(_ lines: String...) throws -> [LeftOutText] {
    var recorder = ledger.recorder()
    _ = try recorder.importFacts(.lines(lines))
    return recorder.leftOut
  }

  private func last() throws -> Event {
    let last = try ledger.log.head().last
    return try #require(try ledger.log.event(at: last)).event
  }

  // MARK: Texts are left out

  @Test func `a fact is recorded without its text, which is given back, and no key is made`() throws
  {
    let line = Self.identified(Lines.refusal("3474D3", grounds: "à garder"), other)
    let left = try leftOut(line)
    #expect(left == [LeftOutText(line: 1, field: "data.grounds", text: "à garder")])
    guard case .blockRefused(let data) = try last().fact else {
      Issue.record("another fact")
      return
    }
    #expect(data.grounds == nil)
    #expect(try ledger.key("P1") == nil)
    #expect(try leftOut(line).count == 1, "a retry finds it")
    #expect(try ledger.size == 9)
  }

  @Test func `a reason and an identity are left out too`() throws {
    let line = Self.identified(Lines.registration("P1"), other).replacing(
      "\"data\"", with: "\"reason\":\"demande\",\"data\"")
    #expect(try leftOut(line).map(\.field) == ["data.identity", "reason"])
    let event = try last()
    #expect(event.reason == nil)
    guard case .candidateRegistered(let data) = event.fact else {
      Issue.record("another fact")
      return
    }
    #expect(data.identity == nil)
  }

  @Test func `an annulment and a waiver are recorded without their grounds`() throws {
    let annulment = """
      {"id":"\(other)","type":"EventAnnulled","occurredOn":"2026-06-30","recordedBy":"clerk:1",\
      "reason":"r","waives":["R07"],"data":{"event":"\(refusal)","grounds":"faux"}}
      """
    #expect(try leftOut(annulment).map(\.field) == ["data.grounds", "reason"])
    let event = try last()
    #expect(event.reason == nil && event.waives?.elements.map(\.description) == ["R07"])
    guard case .eventAnnulled(let data) = event.fact else {
      Issue.record("another fact")
      return
    }
    #expect(data.grounds == nil)
  }

  // MARK: Required texts

  private func revocation(_ candidacy: String, id: String) -> String {
    """
    {"id":"\(id)","type":"CertificationRevoked","occurredOn":"2026-06-30","recordedBy":"clerk:1",\
    "data":{"candidacy":"\(candidacy)"}}
    """
  }

  @Test func `a required text is asked for, but not of an erased person`() throws {
    #expect(try leftOut(revocation("D1", id: other)).isEmpty)
    guard case .certificationRevoked(let data) = try last().fact else {
      Issue.record("another fact")
      return
    }
    #expect(data.grounds == nil)
    _ = try ledger.record(Lines.enrolment("D2", "P2"))
    let line = revocation("D2", id: "01790c5e-5c00-7000-8000-00000000000b")
    var recorder = ledger.recorder()
    for isCommand in [true, false] {
      let failure = #expect(throws: SubmissionFailure.self) {
        if isCommand {
          _ = try recorder.record(.lines(line))
        } else {
          _ = try recorder.importFacts(.lines(line))
        }
      }
      guard case .unreadable(let reading) = failure?.problem else {
        Issue.record("another problem")
        return
      }
      #expect(reading.field == "data.grounds" && reading.problem == .missing)
    }
  }

  // MARK: Lines without an id

  @Test func `a line without an id about an erased person is refused, naming its field`() throws {
    #expect(try refusedField(Lines.registration("P1")) == "data.identity")
    #expect(try refusedField(Lines.refusal("3474D3")) == "data.grounds")
    #expect(try refusedField(Lines.enrolment("D2")) == "id")
    #expect(try ledger.key("P1") == nil)
  }

  @Test func `a line without texts that the log has is found under its own id`() throws {
    #expect(try ledger.record(Lines.enrolment()).appended == 0)
    #expect(try ledger.record(Self.identified(Lines.enrolment("D2"), other)).appended == 1)
    #expect(try ledger.record(Lines.registration("P3")).appended == 1)
  }

  @Test func `a retry under its id returns the position, uncompared`() throws {
    let size = try ledger.size
    let retry = try ledger.record(
      Lines.registration("P1", id: identity), Lines.registration("P1", id: identity, name: "Autre"),
      Self.identified(Lines.refusal(grounds: "autres mots"), refusal),
      Self.identified(
        Lines.refusal().replacing(",\"grounds\":\"critères\"", with: ""), refusal))
    #expect(retry.appended == 0)
    #expect(retry.positions == [3, 3, 6, 6].map { Position($0) })
    var recorder = ledger.recorder()
    guard
      case .recorded(let receipt, _) = try recorder.record(
        .lines(Lines.registration("P1", id: identity)))
    else {
      Issue.record("not recorded")
      return
    }
    #expect(receipt.positions == [Position(3)])
    #expect(try ledger.size == size)
  }

  @Test func `another event's id is no retry`() throws {
    for line in [
      Self.identified(Lines.enrolment("D2"), identity), Lines.registration("P1", id: refusal),
    ] {
      var recorder = ledger.recorder()
      let failure = #expect(throws: SubmissionFailure.self) {
        _ = try recorder.importFacts(.lines(line))
      }
      guard case .refused(.idTaken) = failure?.problem else {
        Issue.record("another problem: \(String(describing: failure))")
        return
      }
    }
  }

  @Test func `an entry of an erased person opens without its texts, to be corrected`() throws {
    let path = ledger.path
    let entry = try #require(
      try UnsealedEntry(EventID(refusal), in: ledger.log) { () throws(VaultFailure) in
        try Vault(beside: path)
      })
    #expect(entry.lost == ["grounds"])
    #expect(entry.data["grounds"] == nil && entry.data["block"]?.text == "3474D2")
  }

  // MARK: Members

  private func jury(_ name: String?, _ organisation: String? = nil) -> String {
    """
    {"id":"\(other)","type":"JuryConvened","occurredOn":"2021-06-17","recordedBy":"clerk:1","data":\
    {"jury":"J2","certification":"3474","sessionOn":"2021-06-17","mode":"onSite","members":[\
    {"member":"M1","role":"president"\
    \(name.map { ",\"name\":\"\($0)\"" } ?? "")\
    \(organisation.map { ",\"organisation\":\"\($0)\"" } ?? "")},\
    {"member":"M2","role":"operations","name":"Autre Membre"}]}}
    """
  }

  private func preview(_ member: String) throws -> ErasurePreview? {
    let erasure = Erasure(
      log: ledger.log, vault: try Vault(beside: ledger.path), clock: ledger.clock.now)
    return try erasure.preview(of: .member(MemberID(member)))
  }

  @Test func `a member's key is destroyed and the log records it`() throws {
    let member = Person.member(try MemberID("M1"))
    _ = try leftOut(jury("Exemple Présidente", "Habitat Exemple"))
    #expect(try preview("M9") == nil)
    let before = try #require(try preview("M1"))
    #expect(before.texts == 2 && !before.isDone && before.persons == [member])
    #expect(
      before.clearFields == [
        ClearField(position: Position(9), field: "data.members.0.organisation")
      ])
    try erase(member)
    let vault = try Vault(beside: ledger.path)
    #expect(try vault.key(of: member) == nil)
    #expect(try vault.key(of: .member(MemberID("M2"))) != nil)
    guard case .juryMemberIdentityErased(let data) = try last().fact else {
      Issue.record("another fact")
      return
    }
    #expect(data.member.text == "M1")
    #expect(try preview("M1")?.isDone == true)
    try erase(member)
    #expect(try ledger.size == 10)
  }

  @Test func `a jury is convened with an erased member without the name`() throws {
    try erase(.member(MemberID("M1")))
    let left = try leftOut(jury("Exemple Présidente"))
    #expect(left.map(\.field) == ["data.members.0.name"])
    guard case .juryConvened(let data) = try last().fact else {
      Issue.record("another fact")
      return
    }
    #expect(data.members?.elements.map { $0.name == nil } == [true, false])
  }

  @Test func `an older vault put back after a member's erasure is noticed`() throws {
    let copy = try ledger.vaultBytes()
    try erase(.member(MemberID("M1")))
    try ledger.putBack(vault: copy)
    let vault = try Vault(beside: ledger.path)
    let comparison = try VaultComparison(of: ledger.log, with: vault)
    #expect(comparison.mismatches == [.erasure(of: .member(try MemberID("M1")))])
    try erase(.member(MemberID("M1")))
    #expect(try VaultComparison(of: ledger.log, with: vault).mismatches.isEmpty)
    #expect(try ledger.size == 9)
  }

  @Test func `a member's erasure cannot be submitted`() throws {
    let line = """
      {"type":"JuryMemberIdentityErased","occurredOn":"2021-06-17","recordedBy":"clerk:1","data":{\
      "member":"M1"}}
      """
    var recorder = ledger.recorder()
    let imported = #expect(throws: SubmissionFailure.self) {
      _ = try recorder.importFacts(.lines(line))
    }
    let recorded = #expect(throws: SubmissionFailure.self) {
      _ = try recorder.record(.lines(line))
    }
    for failure in [imported, recorded] {
      guard case .erasure = failure?.problem else {
        Issue.record("another problem")
        return
      }
    }
  }
}
