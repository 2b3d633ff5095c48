import AcquisLedger
import EventLog
import Events
import Testing
import Vault

struct ImportTests {
  @Test func `lines imported twice add nothing the second time`() throws {
    let ledger = try TestLedger()
    let first = try ledger.record(Lines.enrolment(), Lines.jury, Lines.refusal())
    let again = try ledger.record(Lines.enrolment(), Lines.jury, Lines.refusal())
    #expect(first.appended == 3)
    #expect(again.appended == 0)
    #expect(first.positions == again.positions)
  }

  @Test func `a longer file that repeats the lines adds only the new ones`() throws {
    let ledger = try TestLedger()
    _ = try ledger.record(Lines.enrolment(), Lines.jury, Lines.refusal())
    let again = try ledger.record(
      Lines.enrolment("D2", "P2"), Lines.enrolment(), Lines.refusal(), Lines.jury)
    #expect(again.appended == 1)
  }

  @Test func `two equal lines of one file are two facts`() throws {
    let ledger = try TestLedger()
    let receipt = try ledger.record(
      Lines.enrolment(), Lines.jury, Lines.refusal(), Lines.refusal())
    #expect(receipt.appended == 4)
  }

  @Test func `one bad line keeps the whole file out`() throws {
    let ledger = try TestLedger()
    let before = try ledger.size
    #expect(throws: SubmissionFailure.self) {
      try ledger.record(Lines.enrolment(), Lines.jury, Lines.refusal() + ",")
    }
    #expect(try ledger.size == before)
  }

  @Test func `a candidacy enrolled nowhere is refused, with its line`() throws {
    let ledger = try TestLedger()
    let failure = #expect(throws: SubmissionFailure.self) {
      try ledger.record(Lines.jury, "", Lines.refusal())
    }
    #expect(failure?.line == 3)
    guard case .unknown(.candidacy) = failure?.problem else {
      Issue.record("not named as unknown: \(String(describing: failure))")
      return
    }
  }

  @Test func `an enrolment may come after the lines that need it`() throws {
    let ledger = try TestLedger()
    let receipt = try ledger.record(Lines.jury, Lines.refusal(), Lines.enrolment())
    #expect(receipt.appended == 3)
  }

  @Test func `a text about a person is sealed, and opens under their key`() throws {
    let ledger = try TestLedger()
    let receipt = try ledger.record(
      Lines.enrolment(), Lines.jury, Lines.refusal(grounds: "des mots à taire"))
    let refusal = try #require(receipt.positions.last)
    var stored: [UInt8] = []
    try ledger.log.read(EventQuery()) { stored.append(contentsOf: $0.bytes) }
    let text = String(decoding: stored, as: UTF8.self)
    #expect(!text.contains("des mots à taire"))
    #expect(!text.contains("Exemple Présidente"))

    let envelope = try #require(
      try ledger.log.event(at: refusal))
    guard case .blockRefused(let data) = envelope.event.fact, let grounds = data.grounds else {
      Issue.record("no sealed grounds")
      return
    }
    let vault = try Vault(beside: ledger.path)
    let opened = try vault.openText(
      grounds, field: "grounds", of: .candidate(try CandidateID("P1")), in: envelope.event.id)
    #expect(opened.text == "des mots à taire")
  }

  @Test func `an annulment is given its entry's subjects`() throws {
    let ledger = try TestLedger()
    let id = "01790c5e-5c00-7000-8000-000000000001"
    let entry = Lines.refusal().replacing("{\"type\"", with: "{\"id\":\"\(id)\",\"type\"")
    let receipt = try ledger.record(
      Lines.enrolment(), Lines.jury, entry,
      """
      {"type":"EventAnnulled","occurredOn":"2021-07-01","recordedBy":"clerk:1",\
      "data":{"event":"\(id)","grounds":"erreur"}}
      """)
    let last = try #require(receipt.positions.last)
    let envelope = try #require(try ledger.log.first(EventQuery(from: last)))
    guard case .eventAnnulled(let data) = envelope.event.fact else {
      Issue.record("no annulment")
      return
    }
    #expect(
      data.entrySubjects.elements == [
        .candidacy(try CandidacyID("D1")), .jury(try JuryID("J1")),
      ])
    guard case .sealed = data.grounds else {
      Issue.record("the grounds stand in clear")
      return
    }
  }

  @Test(arguments: [
    ("{\"position\":3,\"type\":\"JuryCancelled\"}", "position"),
    ("{\"judged\":\"2026-1\",\"type\":\"JuryCancelled\"}", "judged"),
    ("{\"clock\":\"behind\",\"type\":\"JuryCancelled\"}", "clock"),
    ("{\"kind\":\"JuryCancelled\"}", "kind"),
    ("{\"type\":\"JuryAbolished\"}", "type"),
    (
      """
      {"type":"CandidateSummoned","occurredOn":"2021-02-30","recordedBy":"c:1",\
      "data":{"jury":"J1","candidacy":"D1"}}
      """, "occurredOn"
    ),
    (
      """
      {"type":"CandidateSummoned","occurredOn":"2026-1-5","recordedBy":"c:1",\
      "data":{"jury":"J1","candidacy":"D1"}}
      """, "occurredOn"
    ),
    (
      """
      {"type":"CandidateSummoned","occurredOn":"2021-02-03","recordedBy":"c:1",\
      "data":{"jury":"J1","candidacy":"D1","why":"x"}}
      """, "data.why"
    ),
    (
      """
      {"type":"CandidateSummoned","occurredOn":"2021-02-03","recordedBy":"c:1",\
      "data":{"candidacy":"D1"}}
      """, "data.jury"
    ),
  ])
  func `a wrong field of a line is named`(line: String, field: String) throws {
    let ledger = try TestLedger()
    let failure = #expect(throws: SubmissionFailure.self) {
      try ledger.record(Lines.enrolment(), Lines.jury, line)
    }
    #expect(failure?.line == 3)
    guard case .unreadable(let reading) = failure?.problem else {
      Issue.record("not reported as unreadable: \(String(describing: failure))")
      return
    }
    #expect(reading.field == field)
  }

  @Test func `a text is about the person enrolled, not one enrolled by mistake`() throws {
    let ledger = try TestLedger()
    let id = "01790c5e-5c00-7000-8000-000000000009"
    let mistake = Lines.enrolment("D1", "WRONG").replacing(
      "{\"type\"", with: "{\"id\":\"\(id)\",\"type\"")
    _ = try ledger.record(
      mistake,
      """
      {"type":"EventAnnulled","occurredOn":"2021-01-12","recordedBy":"clerk:1",\
      "data":{"event":"\(id)","grounds":"erreur"}}
      """, Lines.enrolment("D1", "P1"))
    // A file that enrols the candidacy again, against the rules, does not change its candidate.
    let receipt = try ledger.record(Lines.enrolment("D1", "OTHER"), Lines.jury, Lines.refusal())
    let last = try #require(receipt.positions.last)
    let envelope = try #require(try ledger.log.first(EventQuery(from: last)))
    guard case .blockRefused(let data) = envelope.event.fact, let grounds = data.grounds else {
      Issue.record("no sealed grounds")
      return
    }
    let person = try Vault(beside: ledger.path).person(holding: grounds.key)
    #expect(person == .candidate(try CandidateID("P1")))
  }

  @Test func `a fact of tomorrow is refused`() throws {
    let ledger = try TestLedger()
    let failure = #expect(throws: SubmissionFailure.self) {
      try ledger.record(
        Lines.enrolment().replacing("2021-01-11", with: "2026-07-02"))
    }
    guard case .refused(.notYet(index: 0)) = failure?.problem else {
      Issue.record("not refused as of the future: \(String(describing: failure))")
      return
    }
  }
}

extension String {
  /// This text with every occurrence of a part replaced.
  func replacing(_ part: String, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
