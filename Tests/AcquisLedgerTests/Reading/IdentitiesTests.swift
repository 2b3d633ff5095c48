import AcquisLedger
import EventLog
import Events
import SQLite
import Testing
import Vault

struct IdentitiesTests {
  private let ledger: TestLedger

  init() throws {
    ledger = try TestLedger()
    _ = try ledger.record(Lines.registration("P1", name: "Müller-Noël"), Lines.registration("P2"))
  }

  private func corrected(_ candidate: String, to name: String, on day: String, id: String) -> String
  {
    Lines.registration(candidate, id: id, name: name)
      .replacing("CandidateRegistered", with: "CandidateIdentityCorrected")
      .replacing("2021-01-11", with: day)
  }

  private func identities(on day: String, known: Position? = nil) throws -> Identities {
    try ledger.log.identities(
      on: CalendarDate(day), known: known ?? ledger.log.head().last,
      opening: Vault(beside: ledger.path))
  }

  /// The birth names, by the persons' ids.
  private func names(on day: String, known: Position? = nil) throws -> [String: String] {
    let named = try identities(on: day, known: known).named
    return Dictionary(
      uniqueKeysWithValues: named.map { ($0.key.text, $0.value.birthName.text) })
  }

  @Test func `a person has the latest name known by the day asked`() throws {
    let known = try ledger.log.head().last
    _ = try ledger.record(
      corrected("P1", to: "Autre", on: "2021-03-01", id: "01790c5e-5c00-7000-8000-000000000001"))
    #expect(try names(on: "2021-02-28") == ["P1": "Müller-Noël", "P2": "Nom"])
    #expect(try names(on: "2021-03-01") == ["P1": "Autre", "P2": "Nom"])
    #expect(try names(on: "2021-03-01", known: known) == ["P1": "Müller-Noël", "P2": "Nom"])
    #expect(try names(on: "2021-01-10").isEmpty)
  }

  @Test func `an annulled correction changes no name`() throws {
    let id = "01790c5e-5c00-7000-8000-000000000001"
    _ = try ledger.record(
      corrected("P1", to: "Autre", on: "2021-03-01", id: id),
      """
      {"type":"EventAnnulled","occurredOn":"2021-03-02","recordedBy":"clerk:1",\
      "data":{"event":"\(id)","grounds":"erreur"}}
      """)
    #expect(try names(on: "2021-03-03")["P1"] == "Müller-Noël")
  }

  @Test func `merged ids are one person, named under the id known now`() throws {
    _ = try ledger.record(
      """
      {"type":"CandidateMerged","occurredOn":"2022-01-11","recordedBy":"clerk:1","data":{\
      "candidate":"P1","into":"P2"}}
      """)
    #expect(try names(on: "2021-01-11") == ["P2": "Nom"])
  }

  @Test func `a person whose key was altered is counted and not named`() throws {
    try Database(ledger.path + ".vault", .readWrite, timeout: 0).execute(
      "UPDATE person_key SET wrapped = zeroblob(80) WHERE person = 'candidate:P1'")
    let identities = try identities(on: "2021-01-11")
    #expect(identities.named.keys.map(\.text) == ["P2"])
    #expect(identities.damaged == 1 && identities.behind == 0)
  }

  @Test func `a name is found by a part of it, whatever its case and accents`() throws {
    let person = try #require(
      try identities(on: "2021-01-11").named[CandidateID("P1")])
    for part in ["muller", "MÜLLER", "noel", "ller no", "prenom", "noël prénom", "prenom muller"] {
      #expect(person.isNamed(like: part), "\(part)")
    }
    for part in ["mueller", "mullr", "er no", ""] {
      #expect(!person.isNamed(like: part), "\(part)")
    }
  }
}
