import Catalogue
import Events
import Testing

@testable import AcquisLedger

/// A ledger's names, kept in memory: D1 and D2 of RNCP38052, D3 of 3474, J1 of RNCP38052.
private struct KnownNames: LedgerNames {
  private let frameworks: [CertificationRegistered]

  init() throws {
    frameworks = try BuiltInCatalogue.events().compactMap { event in
      if case .certificationRegistered(let data) = event.fact { data } else { nil }
    }
  }

  func certifications() -> [CertificationCode] { frameworks.map(\.certification) }

  func blocks(of certification: CertificationCode) -> [Block] {
    frameworks.first { $0.certification == certification }?.blocks.elements ?? []
  }

  func certification(of candidacy: CandidacyID) throws -> CertificationCode? {
    ["D1": "RNCP38052", "D2": "RNCP38052", "D3": "3474"][candidacy.text]
      .flatMap { try? CertificationCode($0) }
  }

  func certification(of jury: JuryID) throws -> CertificationCode? {
    jury.text == "J1" ? try? CertificationCode("RNCP38052") : nil
  }

  func members(of jury: JuryID) throws -> [MemberID] { try [MemberID("M1"), MemberID("M2")] }

  private let subjects = [
    "candidacy:D1", "candidacy:D2", "candidacy:D3", "candidate:P1", "jury:J1",
  ]

  func isKnown(_ subject: Subject) -> Bool { subjects.contains(subject.description) }

  func ids(writtenLike subject: Subject) -> [String] {
    subjects.filter { $0.lowercased() == subject.description.lowercased() }
      .compactMap { $0.split(separator: ":").last.map(String.init) }
  }
}

@Suite struct TypedFactsTests {
  private let today: CalendarDate
  private let names: KnownNames

  init() throws {
    today = try CalendarDate("2026-03-01")
    names = try KnownNames()
  }

  private func typed(
    _ type: EventType, _ words: String..., purpose: TypedFacts.Purpose = .recording
  ) throws -> TypedFacts {
    try TypedFacts(words, of: type, for: purpose, names: names, today: today)
  }

  private func problems(_ type: EventType, _ words: String...) -> [String] {
    let failure = #expect(throws: TypedProblems.self) {
      try TypedFacts(words, of: type, names: names, today: today)
    }
    return failure?.problems.map(\.text.english) ?? []
  }

  @Test func `exact words are taken as they are, and nothing is told`() throws {
    let typed = try typed(
      .blockValidated, "block=RNCP38052BC01", "candidacy=D1", "jury=J1", "without=M1,M2")
    #expect(
      typed.data == [
        ["candidacy": "D1", "jury": "J1", "block": "RNCP38052BC01", "without": ["M1", "M2"]]
      ])
    #expect(typed.told.isEmpty && typed.openKey == nil)
  }

  @Test func `a short code is of the certification of the candidacy or the jury`() throws {
    #expect(
      try typed(.blockValidated, "block=bc2", "candidacy=d1", "jury=j1").data[0]["block"]
        == "RNCP38052BC02")
    #expect(
      try typed(.recognitionRevoked, "block=D1", "candidacy=D3", "grounds=x").data[0]["block"]
        == "3474D1")
    let recognised = try typed(
      .priorValidationRecognised, "candidacy=D1", "block=BC01", "basis=correspondance",
      "source.candidacy=D3", "source.block=D2")
    #expect(recognised.data[0]["block"] == "RNCP38052BC01")
    #expect(recognised.data[0]["source"]?["block"] == "3474D2")
    let enrolled = try typed(
      .candidateEnrolled, "certification=38052", "candidate=p1", "pathway=vae", "targets=BC01,BC3")
    #expect(enrolled.data[0]["targets"] == ["RNCP38052BC01", "RNCP38052BC03"])
    #expect(
      enrolled.data[0]["certification"] == "RNCP38052" && enrolled.data[0]["candidate"] == "P1")
    #expect(enrolled.openKey == "candidacy")
  }

  @Test func `several values are several facts`() throws {
    let typed = try typed(.blockValidated, "block=BC01,BC02", "candidacy=D1,D2", "jury=J1")
    #expect(typed.data.count == 4)
    #expect(Set(typed.data.compactMap { $0["block"]?.text }) == ["RNCP38052BC01", "RNCP38052BC02"])
    #expect(typed.data.filter { $0["candidacy"] == "D2" }.count == 2)
  }

  @Test func `a field that is a list stays one fact`() throws {
    let typed = try typed(.juryHeld, "jury=J1", "present=m1, M2")
    #expect(typed.data == [["jury": "J1", "present": ["M1", "M2"]]])
  }

  @Test func `members are typed in one word`() throws {
    let typed = try typed(
      .juryConvened, "certification=rncp38052", "sessionOn=18/06/2026", "mode=présentiel",
      "members=M1:président,M2:rh:\"Martin, Claire : présidente\",M3:opérations::Habitat 75")
    #expect(
      typed.data[0]["members"] == [
        ["member": "M1", "role": "president"],
        ["member": "M2", "role": "humanResources", "name": "Martin, Claire : présidente"],
        ["member": "M3", "role": "operations", "organisation": "Habitat 75"],
      ])
    #expect(typed.data[0]["sessionOn"] == "2026-06-18" && typed.openKey == "jury")
  }

  @Test(arguments: [
    "M1:président:\"Claire,M2:rh", "M1:président:L\"Hôte,M2:rh:C\"D",
    "M1:président:\"Jo\" Martin", "M1:président,M1:rh",
  ])
  func `a quotation mark out of place and a member given twice are refused`(members: String) {
    let told = problems(
      .juryConvened, "certification=RNCP38052", "sessionOn=18/06/2026", "mode=présentiel",
      "members=\(members)")
    #expect(!told.isEmpty)
  }

  @Test func `the same fact twice in one command is refused`() {
    #expect(problems(.candidateSummoned, "jury=J1", "candidacy=D1,D1").count == 1)
  }

  @Test func `two lists side by side are refused, and both are named`() {
    let enrolled = problems(
      .candidateEnrolled, "candidacy=D8,D9", "candidate=P1,P2", "certification=3474", "pathway=vae")
    #expect(enrolled.count == 1, "\(enrolled)")
    #expect(enrolled.first?.contains("`candidate` and `candidacy` each have several") == true)
    #expect(enrolled.first?.contains("or leave out `candidacy`") == true)
    let summoned = problems(.candidateSummoned, "jury=J1,J2", "candidacy=D1,D2")
    #expect(summoned.count == 1 && summoned[0].contains("`candidacy` and `jury` each have several"))
    #expect(!summoned.joined().contains("leave out"))
    let one = problems(.candidateSummoned, "jury=J1,J2", "candidacy=D1")
    #expect(one.count == 1 && one[0].contains("one command for each"), "\(one)")
    let issued = problems(.certificateIssued, "candidacy=D1,D2", "number=N1,N2")
    #expect(issued.count == 1 && issued[0].contains("`candidacy` and `number`"), "\(issued)")
  }

  @Test func `signatories and registrations are typed in one word`() throws {
    let typed = try typed(
      .certifierDescribed, "certifier.name=Certificateur Exemple", "certifier.siret=12345678901234",
      "place=Paris",
      "signatories=S1:Directrice:\"Claire Exemple\",S2:\"Président, par intérim\":Jo Essai",
      "registrations=38052:02/01/2019,3474:2020-05-06")
    #expect(
      typed.data[0]["signatories"] == [
        ["member": "S1", "title": "Directrice", "name": "Claire Exemple"],
        ["member": "S2", "title": "Président, par intérim", "name": "Jo Essai"],
      ])
    #expect(
      typed.data[0]["registrations"] == [
        ["certification": "RNCP38052", "decisionOn": "2019-01-02"],
        ["certification": "RNCP3474", "decisionOn": "2020-05-06"],
      ]
        || typed.data[0]["registrations"] == [
          ["certification": "RNCP38052", "decisionOn": "2019-01-02"],
          ["certification": "3474", "decisionOn": "2020-05-06"],
        ])
  }

  @Test(arguments: [
    "signatories=S1:Directrice", "signatories=S1::Claire Exemple",
    "signatories=S1:\"Directrice:Claire",
    "signatories=S1:Directrice:Claire:Exemple", "signatories=S 1:Directrice:Claire",
    "registrations=38052", "registrations=38052:02/01/19",
  ])
  func `a signatory or a registration that is not whole is refused once`(word: String) {
    let told = problems(
      .certifierDescribed, "certifier.name=Certificateur Exemple", "certifier.siret=12345678901234",
      "place=Paris", word)
    #expect(told.count == 1, "\(told)")
    #expect(!told.joined().contains("Claire"))
  }

  @Test func `hours have minutes where they are not whole`() throws {
    func hours(_ text: String) throws -> JSONValue {
      try typed(.trainingCompleted, "candidacy=D1", "centreHours=\(text)").data[0]
    }
    #expect(try hours("154,5") == ["candidacy": "D1", "centreHours": 154, "centreMinutes": 30])
    #expect(try hours("154h05")["centreMinutes"] == 5)
    #expect(try hours("1 154") == ["candidacy": "D1", "centreHours": 1154])
    #expect(problems(.trainingCompleted, "candidacy=D1", "centreHours=154,333").count == 1)
  }

  @Test func `a grid is typed by its exceptions`() throws {
    let typed = try typed(.competencyAssessed, "candidacy=D1", "bloc=BC01", "sauf=C13,c2")
    guard case .list(let results) = typed.data[0]["results"] else {
      Issue.record("no results")
      return
    }
    let not = results.filter { $0["outcome"] == "notAcquired" }.compactMap {
      $0["competency"]?.text
    }
    #expect(results.count == 13 && not == ["RNCP38052BC01-C02", "RNCP38052BC01-C13"])
    #expect(typed.data[0]["modality"] == "simulation")
    #expect(typed.told.map(\.english).contains { $0.contains("11 competencies acquired, 2 not") })
    #expect(problems(.competencyAssessed, "candidacy=D1", "block=BC01", "except=C14").count == 1)
  }

  @Test func `all that is wrong is told at once, with what is near`() {
    let told = problems(
      .candidateRegistered, "identity.familyName=Secret", "identity.birthDate=12/03/90", "oops",
      "identity.sex=secret")
    #expect(told.count == 6, "\(told)")
    #expect(
      told.contains { $0.contains("identity.familyName") && $0.contains("did you mean identity.") })
    for field in [
      "identity.birthDate", "identity.birthName", "identity.firstNames", "identity.sex",
    ] {
      #expect(told.contains { $0.contains("field \(field):") }, "\(field): \(told)")
    }
    #expect(!told.joined().contains("Secret"))
  }

  @Test func `a field at the end of another name is offered`() {
    let told = problems(.candidateRegistered, "birthName=X")
    #expect(told.contains { $0.contains("did you mean identity.birthName?") })
  }

  @Test func `what could be several codes is asked`() {
    let told = problems(.competencyAssessed, "candidacy=D3", "block=D1", "except=C1")
    #expect(told.contains { $0.contains("it could be any of: 3474A") }, "\(told)")
  }

  @Test func `a correction sets fields of one fact, by its own candidacy`() throws {
    let data: JSONValue = ["block": "RNCP38052BC01", "candidacy": "D1", "jury": "J1"]
    let typed = try TypedFacts(
      ["block=BC03"], of: .blockValidated, into: data, for: .correcting, names: names, today: today)
    #expect(typed.data == [["block": "RNCP38052BC03", "candidacy": "D1", "jury": "J1"]])
  }
}
