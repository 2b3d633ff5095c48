import EventLog
import Events
import Rules
import Testing

@testable import SheetImport

struct SheetFactsTests {
  private let ledger: FactsLedger

  init() throws { ledger = try FactsLedger() }

  private func types(_ facts: SheetFacts) -> [EventType] { facts.facts.map(\.type) }

  @Test func `a row is a registration, an enrolment, a session and its decisions, in order`() throws
  {
    let (facts, _) = try ledger.facts([WideRow()])
    #expect(
      types(facts) == [
        .candidateRegistered, .candidateEnrolled, .juryConvened, .candidateSummoned, .juryHeld,
        .blockValidated, .blockRefused, .blockValidated, .blockValidated,
      ])
    #expect(facts.facts[1].occurredOn.description == "2020-09-01")
    #expect(facts.facts[1].reason == "Jour non tenu à l’époque.")
    #expect(facts.facts[5].reason == nil)
    #expect(facts.sessions.map(\.jury.text) == ["J-38052-2021-06-17"])
    #expect(facts.issues.isEmpty)
  }

  @Test func `rows in another order give the same facts`() throws {
    let rows = [
      WideRow(), WideRow(session: "2022-06-16", verdicts: "- V - -", isAwarded: true, number: "C1"),
      WideRow(person: "P-2", name: "Diaz", verdicts: "V V V V"),
    ]
    let one = try ledger.facts(rows).facts.facts
    let other = try ledger.facts(rows.reversed()).facts.facts
    func content(_ facts: [SheetFact]) -> [String] {
      facts.map { "\($0.type) \($0.occurredOn) \($0.data) \($0.reason ?? "")" }
    }
    #expect(content(one) == content(other))
    #expect(one.count > 15)
  }

  @Test func `no id and no jury has a name or a birth date`() throws {
    let (facts, _) = try ledger.facts([WideRow()])
    for fact in facts.facts where fact.type != .candidateRegistered {
      let text = fact.data.description.lowercased()
      #expect(!text.contains("garcia") && !text.contains("1990"))
    }
    let id = try #require(facts.candidacies[0])
    #expect(id.text.hasPrefix("D-") && id.text.count == 12)
  }

  @Test func `a double states nothing twice`() throws {
    let once = try ledger.facts([WideRow()]).facts
    let twice = try ledger.facts([WideRow(), WideRow()]).facts
    #expect(types(once) == types(twice))
    #expect(twice.facts.first?.rows == [0, 1])
  }

  @Test func `a planned enrolment is never after another fact of the candidacy`() throws {
    ledger.plan.enrolment = .given(.fixed(try CalendarDate("2021-12-31")))
    let (facts, _) = try ledger.facts([WideRow()])
    #expect(
      facts.facts.first { $0.type == .candidateEnrolled }?.occurredOn.description == "2021-06-17")
  }

  @Test func `nothing is said of a day to come`() throws {
    let row = WideRow(session: "2027-01-15", enrolled: "2020-01-15")
    let (facts, _) = try ledger.facts([row])
    #expect(types(facts) == [.candidateRegistered, .candidateEnrolled])
  }

  @Test func `all absent is an absence; beside a decision it is to be corrected`() throws {
    let absent = try ledger.facts([WideRow(verdicts: "ABS ABS ABS ABS")]).facts
    #expect(types(absent).contains(.candidateAbsent) && !types(absent).contains(.blockRefused))
    let mixed = try ledger.facts([WideRow(verdicts: "ABS V V V")]).facts
    #expect(!types(mixed).contains(.candidateAbsent))
    #expect(mixed.issues.map(\.cause) == [.absentBesideDecision])
    #expect(mixed.issues.map(\.column) == [10])
  }

  @Test func `two rows that decide a block otherwise decide it not at all`() throws {
    let (facts, _) = try ledger.facts([WideRow(), WideRow(verdicts: "NV NV V V")])
    #expect(facts.issues.map(\.cause) == [.decidedTwice, .decidedTwice])
    #expect(facts.facts.count { $0.key?.block == "RNCP38052BC01" } == 0)
    #expect(facts.facts.count { $0.key?.kind == .decision } == 3)
  }

  @Test func `what a blank means gives way to what a cell says`() throws {
    let (facts, _) = try ledger.facts([
      WideRow(verdicts: "X NV V V"), WideRow(verdicts: "V NV V V"),
    ])
    #expect(facts.issues.isEmpty)
    #expect(facts.facts.first { $0.key?.block == "RNCP38052BC01" }?.type == .blockValidated)
  }

  @Test func `an award without all blocks and without a number goes in and is told`() throws {
    let (facts, _) = try ledger.facts([WideRow(isAwarded: true)])
    #expect(types(facts).contains(.certificationAwarded))
    #expect(
      Set(facts.issues.map(\.cause)) == [.awardedWithoutBlocks, .awardedWithoutNumber])
    try ledger.import([WideRow(isAwarded: true)])
    #expect(try ledger.findings().contains { $0.rule.description == "R08" })
  }

  @Test func `one finding a session says that its composition is unknown`() throws {
    try ledger.import([
      WideRow(verdicts: "V V V V", isAwarded: true, number: "C1"),
      WideRow(person: "P-2", name: "Diaz", verdicts: "V EQ V NV"),
      WideRow(person: "P-3", name: "Ba", session: "2022-06-16"),
    ])
    #expect(
      try ledger.findings().map(\.rule.description).filter { $0 != "R21" && $0 != "R26" } == [
        "R03", "R03",
      ])
  }

  @Test func `a number without an award and one of two persons are told`() throws {
    let (facts, _) = try ledger.facts([
      WideRow(number: "C1"), WideRow(person: "P-2", name: "Diaz", isAwarded: true, number: "c1"),
    ])
    let causes: Set<SheetCause> = [.numberTwice, .numberWithoutAward, .awardedWithoutBlocks]
    #expect(Set(facts.issues.map(\.cause)) == causes)
    #expect(facts.issues.count { $0.cause == .numberTwice } == 2)
  }

  @Test func `an employer that names the candidate stays out`() throws {
    let (facts, _) = try ledger.facts([
      WideRow(employer: "Garage GARCÍA"), WideRow(person: "P-2", employer: "Mairie"),
    ])
    #expect(facts.issues.map(\.cause) == [.namesPerson(heading: "Employeur")])
    #expect(facts.facts.compactMap { $0.data["employer"]?.text } == ["Mairie"])
  }

  @Test func `references are candidacies; one that two persons have is none's id`() throws {
    ledger.plan.candidacies = .onePerReference
    let (facts, _) = try ledger.facts([
      WideRow(reference: "VAE-1"), WideRow(session: "2022-06-16", reference: "1"),
      WideRow(person: "P-2", name: "Diaz", reference: "1"),
    ])
    #expect(facts.candidacies[0]?.text == "VAE-1")
    #expect(facts.candidacies[1]?.text.hasPrefix("D-") ?? false)
    #expect(facts.candidacies[1] != facts.candidacies[2])
  }

  @Test func `a jury and a candidacy of the ledger are used`() throws {
    try ledger.record(
      """
      {"type":"CandidateEnrolled","occurredOn":"2020-01-11","recordedBy":"clerk:1","data":{\
      "candidacy":"D-2020-007","candidate":"P-1","certification":"RNCP38052",\
      "pathway":"continuingTraining"}}
      """,
      """
      {"type":"JuryConvened","occurredOn":"2021-06-01","recordedBy":"clerk:1","data":{"jury":"J7",\
      "certification":"RNCP38052","sessionOn":"2021-06-16","sessionTo":"2021-06-18",\
      "mode":"onSite","members":[{"member":"M1","role":"president","name":"Exemple"}]}}
      """)
    let (facts, _) = try ledger.facts([WideRow()])
    #expect(facts.candidacies[0]?.text == "D-2020-007")
    #expect(facts.sessions.map(\.jury.text) == ["J7"])
    #expect(!types(facts).contains(.juryConvened) && !types(facts).contains(.juryHeld))
  }

  @Test func `hours have minutes beside them, and days are the sheet's`() throws {
    let row = WideRow(
      enrolled: "2020-10-15", training: "2020-10-01 2021-05-31 9270 60", admissible: "2020-09-20")
    let (facts, _) = try ledger.facts([row])
    let days = facts.facts.map { "\($0.type) \($0.occurredOn)" }
    #expect(days.contains("candidateEnrolled 2020-10-15"))
    #expect(days.contains("admissibilityDecided 2020-09-20"))
    #expect(days.contains("trainingStarted 2020-10-01"))
    let data = try #require(facts.facts.first { $0.type == .trainingCompleted }).data
    #expect(data["centreHours"] == 154 && data["centreMinutes"] == 30)
    #expect(data["companyHours"] == 1 && data["companyMinutes"] == nil)
  }

  @Test func `hours without the end of a training are told, and not recorded`() throws {
    ledger.plan.columns.append(PlannedColumn("Heures centre", .centreHours))
    let whole = WideRow(training: "2020-10-01 2021-05-31 9270 60")
    let endless = whole.with { $0.training = "2020-10-01 - 9270 60" }
    let (facts, _) = try ledger.facts([endless])
    #expect(facts.issues.map(\.cause) == [.hoursWithoutEnd(heading: "Heures centre")])
    #expect(types(facts).contains(.trainingStarted) && !types(facts).contains(.trainingCompleted))
    #expect(try ledger.facts([whole, endless]).facts.issues.isEmpty)
  }

  @Test func `an award by a certificate’s number has the plan’s sentence`() throws {
    let row = WideRow(verdicts: "V V V V", isAwarded: true, number: "C1")
    func reason() throws -> String? {
      try ledger.facts([row]).facts.facts.first { $0.type == .certificationAwarded }?.reason
    }
    #expect(try reason() == nil)
    ledger.plan.awards = .byCertificateNumber
    #expect(try reason() == "Jour non tenu à l’époque.")
  }

  @Test func `grounds that are too long together are told, and block nothing`() throws {
    let grounds = try ledger.facts([
      WideRow(grounds: String(repeating: "a", count: 1500)),
      WideRow(grounds: String(repeating: "b", count: 1500)),
    ]).facts
    #expect(grounds.issues.map(\.cause) == [.textTooLong(heading: "")])
    let refusal = grounds.facts.first { $0.type == .blockRefused }
    #expect(refusal?.data["grounds"]?.text?.count == 1500)
  }

  @Test func `a person without a pathway is left out and told`() throws {
    ledger.plan.pathway = nil
    let (facts, _) = try ledger.facts([WideRow()])
    #expect(facts.facts.isEmpty && facts.candidacies.isEmpty)
    #expect(facts.issues.map(\.cause) == [.noPathway])
  }
}
