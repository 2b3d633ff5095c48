import AcquisLedger
import EventLog
import Events
import TestSupport
import Testing
import Vault

/// What is refused or told of persons before anything is sealed.
struct DoorTests {
  let ledger: TestLedger

  init() throws { ledger = try TestLedger() }

  private func registration(
    _ candidate: String, _ name: String, first: String = "Marie", born: String? = "1990-03-12",
    id: String? = nil, more: String = ""
  ) -> String {
    """
    {\(id.map { "\"id\":\"\($0)\"," } ?? "")"type":"CandidateRegistered",\
    "occurredOn":"2021-01-11","recordedBy":"clerk:1","data":{"candidate":"\(candidate)",\
    "identity":{"birthName":"\(name)","firstNames":["\(first)"]\
    \(born.map { ",\"birthDate\":\"\($0)\"" } ?? "")\(more)}}}
    """
  }

  private func enrolment(_ more: String, of candidate: String = "P1") -> String {
    """
    {"type":"CandidateEnrolled","occurredOn":"2021-01-11","recordedBy":"clerk:1","data":{\
    "candidacy":"D1","candidate":"\(candidate)","certification":"3474",\
    "pathway":"continuingTraining","public":"employee",\(more)}}
    """
  }

  /// The problem for which neither `record` nor `import` takes the lines.
  private func problem(_ lines: String...) throws -> SubmissionFailure.Problem? {
    let (size, vault) = (try ledger.size, try ledger.vaultBytes())
    var recorder = ledger.recorder()
    let imported = #expect(throws: SubmissionFailure.self) {
      _ = try recorder.importFacts(.lines(lines))
    }
    let recorded = #expect(throws: SubmissionFailure.self) {
      _ = try recorder.record(.lines(lines))
    }
    #expect(try ledger.size == size && ledger.vaultBytes() == vault)
    let (first, second) = (imported?.problem, recorded?.problem)
    #expect("\(String(describing: first))" == "\(String(describing: second))")
    return first
  }

  private func record(
    _ lines: String..., isDistinct: Bool = false
  ) throws -> RecordOutcome {
    var recorder = ledger.recorder()
    return try recorder.record(.lines(lines), isDistinct: isDistinct)
  }

  // MARK: Identities

  @Test(arguments: [
    (#","birthDate":"2026-12-12""#, "data.identity.birthDate", IdentityDefect.birthDay),
    (#","birthPlace":{"inseeCode":"ABCDE"}"#, "data.identity.birthPlace.inseeCode", .inseeCode),
    (#","birthPlace":{"countryCode":"DZ"}"#, "data.identity.birthPlace.countryCode", .countryCode),
    (#","email":"pasunmail""#, "data.identity.email", .email),
    (#","usageName":" ""#, "data.identity.usageName", .name),
  ])
  func `an identity that is wrong is refused, its field named`(
    member: String, field: String, defect: IdentityDefect
  ) throws {
    guard
      case .unreadable(let failure) = try problem(
        registration("P1", "Dupont", born: nil, more: member))
    else {
      Issue.record("another problem")
      return
    }
    #expect(failure.field == field && failure.problem == .invalid(.identity(defect)))
  }

  @Test func `a member's name is checked too`() throws {
    let jury = Lines.jury.replacing("Exemple Présidente", with: "  ")
    guard case .unreadable(let failure) = try problem(jury) else {
      Issue.record("another problem")
      return
    }
    #expect(failure.field == "data.members[0].name")
    #expect(failure.problem == .invalid(.identity(.name)))
  }

  @Test func `a birth is compared with the day of recording, not with that of the fact`() throws {
    let born = registration("P1", "Dupont", born: "2022-01-01")
    #expect(try ledger.record(born).appended == 1)
  }

  @Test func `what an earlier edition recorded unchecked is found again under its id`() throws {
    let id = "01790c5e-5c00-7000-8000-00000000000a"
    let good = registration("P1", "Dupont", id: id)
    _ = try ledger.record(good)
    // Another content under the same id is compared, not checked.
    guard
      case .refused(.idTaken) = try problem(
        registration("P1", "Dupont", born: "1890", id: id))
    else {
      Issue.record("checked")
      return
    }
  }

  // MARK: Registered already

  @Test(arguments: [
    ("DUPONT", "marie", "1990-03-12"), ("Du Pont", "Marie", "1990-03-12"),
    ("Dupont", "Mari\u{65}\u{301}", "1990-03-12"),
  ])
  func `a second registration of a person is not recorded, and says who it may be`(
    name: String, first: String, born: String
  ) throws {
    _ = try ledger.record(registration("P1", "Dupont"))
    guard
      case .registeredAlready(let repeated) = try record(
        registration("P7", name, first: first, born: born))
    else {
      Issue.record("recorded")
      return
    }
    #expect(repeated.map(\.candidate.text) == ["P7"])
    #expect(repeated.first?.known.map(\.text) == ["P1"])
    guard
      case .recorded = try record(
        registration("P7", name, first: first, born: born), isDistinct: true)
    else {
      Issue.record("not recorded")
      return
    }
  }

  @Test(arguments: [
    ("Dupond", "Marie", "1990-03-12" as String?), ("Dupont", "Anne", "1990-03-12"),
    ("Dupont", "Marie", "1990-03-13"), ("Dupont", "Marie", nil),
  ])
  func `another name or birth is another person`(
    name: String, first: String, born: String?
  ) throws {
    _ = try ledger.record(registration("P1", "Dupont"))
    guard case .recorded = try record(registration("P7", name, first: first, born: born)) else {
      Issue.record("not recorded")
      return
    }
  }

  @Test func `a retry and a registration made right are no second person`() throws {
    let line = registration("P1", "Dupont", id: "01790c5e-5c00-7000-8000-00000000000a")
    for _ in 1...2 {
      guard case .recorded = try record(line) else {
        Issue.record("not recorded")
        return
      }
    }
  }

  @Test func `an import records the second registration and tells of it`() throws {
    _ = try ledger.record(registration("P1", "Dupont"))
    var recorder = ledger.recorder()
    let lines: [Submission] = try .lines(
      registration("P2", "Dupont"), registration("P3", "Martin"), registration("P4", "MARTIN"),
      registration("P1", "Dupont"))
    let receipt = try recorder.importFacts(lines)
    #expect(receipt.appended == 3)
    let repeated = try recorder.repeatedRegistrations(among: lines, receipt)
    #expect(repeated.map(\.candidate.text) == ["P2", "P4"])
    #expect(repeated.map { $0.known.map(\.text) } == [["P1"], ["P3"]])
    let again = try recorder.importFacts(lines)
    #expect(try recorder.repeatedRegistrations(among: lines, again).isEmpty)
  }

  @Test func `two ids that were merged are not told`() throws {
    _ = try ledger.record(registration("P1", "Dupont"))
    var recorder = ledger.recorder()
    let lines: [Submission] = try .lines(
      registration("P2", "Dupont"),
      """
      {"type":"CandidateMerged","occurredOn":"2022-01-11","recordedBy":"clerk:1","data":{\
      "candidate":"P2","into":"P1"}}
      """)
    let receipt = try recorder.importFacts(lines)
    #expect(try recorder.repeatedRegistrations(among: lines, receipt).isEmpty)
  }

  // MARK: Fields that stay in clear

  @Test(arguments: [
    (#""employer":"Cabinet DUPONT""#, "data.employer"),
    (#""employer":"Marie d’Épone""#, "data.employer"),
    (
      #""claims":[{"block":"3474D1","validatedOn":"2020-01-01","document":"lettre de Mme Dupont"}]"#,
      "data.claims.0.document"
    ),
  ])
  func `a field in clear does not name the person`(member: String, field: String) throws {
    let known = registration("P1", "Dupont", more: #","usageName":"d'Épône""#)
    _ = try ledger.record(known)
    guard case .namesPerson(let found) = try problem(enrolment(member)) else {
      Issue.record("another problem")
      return
    }
    #expect(found == field)
  }

  @Test func `a field in clear may name a body, and any other person's name`() throws {
    _ = try ledger.record(registration("P1", "Dupont"), registration("P2", "Martin"))
    let line = enrolment(#""employer":"Habitat Dupontel, Marie Martin""#)
    #expect(try ledger.record(line).appended == 1)
  }

  @Test func `the name may stand in the same file`() throws {
    let lines = [registration("P1", "Dupont"), enrolment(#""employer":"Dupont""#)]
    guard case .namesPerson = try problem(lines[1], lines[0]) else {
      Issue.record("recorded")
      return
    }
  }

  @Test func `a name of one letter is found in no text`() throws {
    _ = try ledger.record(registration("P1", "O"))
    #expect(try ledger.record(enrolment(#""employer":"O M S""#)).appended == 1)
  }

  @Test func `an organisation does not name its member`() throws {
    func jury(_ number: Int, _ member: String) -> String {
      """
      {"type":"JuryConvened","occurredOn":"2021-06-17","recordedBy":"clerk:1","data":{"jury":\
      "J\(number)","certification":"3474","sessionOn":"2021-06-17","mode":"onSite","members":[\
      {"member":"M1","role":"president",\(member)}]}}
      """
    }
    let named = jury(1, #""name":"Exemple Présidente","organisation":"Présidente EXEMPLE""#)
    guard case .namesPerson(let field) = try problem(named) else {
      Issue.record("recorded")
      return
    }
    #expect(field == "data.members.0.organisation")
    _ = try ledger.record(Lines.jury)
    guard case .namesPerson = try problem(jury(2, #""organisation":"Mme Exemple Présidente""#))
    else {
      Issue.record("recorded")
      return
    }
    #expect(try ledger.record(jury(2, #""organisation":"Exemple Habitat""#)).appended == 1)
  }

  @Test func `what the vault cannot tell is not refused`() throws {
    _ = try ledger.record(registration("P1", "Dupont"))
    var recorder = Recorder(
      log: ledger.log, vault: { () throws(VaultFailure) in throw .missing },
      clock: ledger.clock.now)
    let line = enrolment(#""employer":"Dupont""#)
    #expect(try recorder.importFacts(.lines(line)).appended == 1)
  }
}
