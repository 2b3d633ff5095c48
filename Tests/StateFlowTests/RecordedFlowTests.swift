import AcquisLedger
import EventLog
import Events
import StateFlow
import TestSupport
import Testing

struct RecordedFlowTests {
  @Test func `a recorded flow is the same bytes whatever is recorded since`() throws {
    let scene = try FlowLedger()
    let contents = try scene.outstanding()
    #expect(contents.candidacies.map(\.text) == ["D1", "D2", "D3"] && contents.left.isEmpty)
    _ = try #require(try scene.deposit(contents, as: "F1"))
    let first = try #require(try scene.file("F1"))
    try scene.take([
      "type": "CandidateIdentityCorrected", "occurredOn": "2026-06-30",
      "data": ["candidate": "P1", "identity": FlowLedger.identity("Corrigée")],
    ])
    try scene.take(FlowLedger.described("00009999", on: "2026-06-30"))
    try scene.take([
      "type": "CertificationRevoked", "occurredOn": "2026-06-30",
      "data": ["candidacy": "D2", "grounds": "essai"],
    ])
    try scene.take([
      "type": "JuryRescheduled", "occurredOn": "2026-05-05",
      "data": ["jury": "J1", "sessionOn": "2026-06-19"],
    ])
    #expect(try scene.file("F1") == first)
    let log = try scene.ledger.log()
    let recorded = try #require(try log.recordedFlow(FlowID("F1")))
    let then = Question(log: log, on: recorded.on, known: recorded.last)
    let changes = try FlowChanges(
      since: then.flow(of: recorded.candidacies, opening: scene.ledger.vault(.toRead)), in: log)
    #expect(changes.corrected.map(\.text) == ["P1"])
    #expect(changes.withoutAward.map(\.text) == ["D2"])
    #expect(changes.changes.count == 2)
  }

  @Test func `nothing is recorded of a flow made from an older state`() throws {
    let scene = try FlowLedger(persons: 1)
    let contents = try scene.outstanding()
    try scene.award(2)
    let size = try scene.ledger.log().head().last
    #expect(try scene.deposit(contents, as: "F1") == nil)
    #expect(try scene.ledger.log().head().last == size)
    #expect(try scene.ledger.log().recordedFlow(FlowID("F1")) == nil)
    #expect(try scene.deposit(scene.outstanding(), as: "F1")?.appended == 2)
  }

  @Test func `an entry that follows a deposit under its id is not in its file`() throws {
    let scene = try FlowLedger()
    var one = try scene.outstanding().candidacies
    #expect(one.count == 3)
    let ids = FlowEntryIDs.ids(2, at: scene.clock.now())
    _ = try scene.ledger.importFacts([
      scene.declared("D1", "F1", id: ids[0]), scene.declared("D2", "F1", id: ids[1], line: 2),
    ])
    _ = try scene.ledger.record([scene.declared("D3", "F1")])
    let recorded = try #require(try scene.ledger.log().recordedFlow(FlowID("F1")))
    one.removeLast()
    #expect(recorded.candidacies == one && recorded.others.map(\.text) == ["D3"])
    #expect(try scene.ledger.log().flowIDs().map(\.text) == ["F1"])
  }

  @Test func `a deposit recorded by hand at once is one flow, and a later one is not in it`() throws
  {
    let scene = try FlowLedger()
    _ = try scene.ledger.record([scene.declared("D1", "F1"), scene.declared("D2", "F1", line: 2)])
    _ = try scene.ledger.record([scene.declared("D3", "F1")])
    let recorded = try #require(try scene.ledger.log().recordedFlow(FlowID("F1")))
    #expect(recorded.candidacies.map(\.text) == ["D1", "D2"])
    #expect(recorded.others.map(\.text) == ["D3"])
  }

  @Test func `an award declared again under the flow's id is in its file`() throws {
    let scene = try FlowLedger(persons: 2)
    _ = try #require(try scene.deposit(scene.outstanding(), as: "F1"))
    _ = try scene.ledger.record([scene.declared("D2", "F1")])
    #expect(try scene.ledger.log().recordedFlow(FlowID("F1"))?.others == [])
  }

  @Test
  func `an award made anew is not sent by a deposit of a day before it, however late recorded`()
    throws
  {
    let scene = try FlowLedger(persons: 1)
    func fact(_ type: String, _ day: String, _ data: [JSONMember]) throws {
      try scene.take(["type": .string(type), "occurredOn": .string(day), "data": .object(data)])
    }
    let d1 = JSONMember("candidacy", "D1")
    let award = try #require(try scene.outstanding().certifications.first?.passages.first?.award)
    try fact(
      "EventAnnulled", "2026-06-28",
      [JSONMember("event", .string(award.description)), JSONMember("grounds", "essai")])
    try fact("CertificationAwarded", "2026-06-28", [d1])
    try fact("AwardDeclared", "2026-06-25", [d1, JSONMember("flow", "F0")])
    let accepted = JSONMember("outcome", "accepted")
    for day in ["2026-06-26", "2026-06-29"] {
      try fact("DeclarationAnswered", day, [d1, JSONMember("flow", "F0"), accepted])
      let contents = try scene.outstanding()
      #expect(contents.candidacies.map(\.text) == ["D1"] && contents.again.isEmpty)
      #expect(contents.madeAnew.map(\.flow.text) == ["F0"])
    }
    // An answer whose deposit is not recorded is one to the award.
    try fact("DeclarationAnswered", "2026-06-30", [d1, JSONMember("flow", "F9"), accepted])
    #expect(try scene.outstanding().candidacies.isEmpty)
  }

  @Test func `a deposit annulled as a whole is no flow, and one annulled in part is whole`() throws
  {
    let scene = try FlowLedger(persons: 2)
    let receipt = try #require(try scene.deposit(scene.outstanding(), as: "F1"))
    let first = try scene.file("F1")
    for (index, position) in receipt.positions.enumerated() {
      let entry = try #require(try scene.ledger.log().event(at: position))
      try scene.take([
        "type": "EventAnnulled", "occurredOn": "2026-07-01",
        "data": ["event": .string(entry.event.id.description), "grounds": "essai"],
      ])
      let recorded = try scene.ledger.log().recordedFlow(FlowID("F1"))
      #expect(recorded?.annulled.map(\.text) == (index == 0 ? ["D1"] : nil))
      if index == 0 { #expect(try scene.file("F1") == first) }
    }
    #expect(try scene.ledger.log().recordedFlow(FlowID("F1")) == nil)
  }

  @Test func `a flow has one depositor, who is described`() throws {
    let scene = try FlowLedger(persons: 1)
    let code = try CertificationCode("RNCP38052")
    #expect(try scene.question().depositor(of: [code]).clientID.text == "00001234")
    let before = try scene.ledger.question(on: CalendarDate("2026-01-01"))
    #expect(throws: DepositorFailure.notDescribed(code)) { try before.depositor(of: [code]) }
  }

  @Test func `who lacks something, died or is not registered is left out, and why`() throws {
    let scene = try FlowLedger()
    try scene.take([
      "type": "CandidateDeceased", "occurredOn": "2026-06-30", "data": ["candidate": "P2"],
    ])
    try scene.take([
      "type": "CandidateIdentityCorrected", "occurredOn": "2026-06-30",
      "data": [
        "candidate": "P3",
        "identity": ["birthName": "Exemple", "firstNames": ["Essai"], "sex": "F"],
      ],
    ])
    let contents = try scene.outstanding()
    #expect(contents.candidacies.map(\.text) == ["D1"])
    #expect(contents.left.map { $0.problems.map(\.kind) } == [[.deceased], [.missing, .missing]])
    #expect(contents.incomplete.map(\.candidacy.text) == ["D3"])
  }
}
