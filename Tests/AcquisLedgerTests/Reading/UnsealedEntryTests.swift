import AcquisLedger
import EventLog
import Events
import Testing
import Vault

struct UnsealedEntryTests {
  private let ledger: TestLedger
  private let id: EventID

  init() throws {
    ledger = try TestLedger()
    id = try EventID("01790c5e-5c00-7000-8000-000000000001")
  }

  /// Records lines, the last one under the id, and reads that entry back.
  private func entry(of lines: String...) throws -> UnsealedEntry? {
    let last = try #require(lines.last)
    let named = last.replacing("{\"type\"", with: "{\"id\":\"\(id)\",\"type\"")
    var recorder = ledger.recorder()
    _ = try recorder.importFacts(.lines(lines.dropLast() + [named]))
    let path = ledger.path
    return try UnsealedEntry(id, in: ledger.log) { () throws(VaultFailure) in
      try Vault(beside: path)
    }
  }

  private func data(of line: String) throws -> JSONValue? {
    try JSONValue(parsing: Array(line.utf8))["data"]
  }

  @Test func `an entry is read as it was written, a sealed identity in clear`() throws {
    let entry = try #require(try entry(of: Lines.registration()))
    #expect(entry.id == id && entry.type == .candidateRegistered && entry.schema == 1)
    #expect(entry.occurredOn == (try CalendarDate("2021-01-11")))
    let expected = try data(of: Lines.registration())
    for name in ["birthName", "firstNames", "birthDate", "sex", "birthPlace"] {
      #expect(entry.data["identity"]?[name] == expected?["identity"]?[name], "\(name)")
    }
  }

  @Test func `a name in a list and a text open each under its own person's key`() throws {
    let jury = try #require(try entry(of: Lines.jury))
    guard case .list(let members) = jury.data["members"] else {
      Issue.record("no list of members: \(jury.data)")
      return
    }
    #expect(members.map { $0["name"] } == ["Exemple Présidente"])
    let note = Lines.note("à taire")
    let other = try EventID("01790c5e-5c00-7000-8000-000000000002")
    _ = try ledger.record(
      Lines.enrolment(),
      note.replacing("{\"type\"", with: "{\"id\":\"\(other)\",\"type\""))
    let path = ledger.path
    let entry = try UnsealedEntry(other, in: ledger.log) { () throws(VaultFailure) in
      try Vault(beside: path)
    }
    #expect(entry?.data["note"] == "à taire")
  }

  @Test func `an entry with nothing sealed is read without the vault`() throws {
    _ = try entry(of: Lines.enrolment())
    let entry = try UnsealedEntry(id, in: ledger.log) { () throws(VaultFailure) in throw .missing }
    #expect(entry?.data["candidacy"] == "D1")
  }

  @Test func `an entry with a sealed text is not read without the vault`() throws {
    _ = try entry(of: Lines.registration())
    #expect(throws: VaultFailure.missing) {
      try UnsealedEntry(id, in: ledger.log) { () throws(VaultFailure) in throw .missing }
    }
  }

  @Test func `an id that the log does not hold has no entry`() throws {
    let entry = try UnsealedEntry(id, in: ledger.log) { () throws(VaultFailure) in throw .missing }
    #expect(entry == nil)
  }
}
