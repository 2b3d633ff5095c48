import Events
import Glibc
import SQLite
import TestSupport
import Testing

@testable import Vault

/// The index of names on a server, and vaults that move between a server and a file.
@Suite(.enabled(if: VaultServer.isNamed)) struct ServerCopyTests {
  let server: VaultServer
  let vault: Vault
  let person: Person
  let sealed: Sealed
  private let mark = NameIndexMark(
    edition: 1, through: 7, leaf: Array(repeating: 5, count: 32), changed: 6, latest: -3)

  init() throws {
    server = try VaultServer()
    try Vault.create(at: server.place)
    vault = try server.vault()
    person = try candidate("P1")
    sealed = try vault.seal([1, 2, 3], field: "reason", of: person, in: event)
    try vault.commit()
  }

  private var copy: String { server.ledger.folder + "/copy" }

  private func named(_ id: String, _ words: String...) throws -> NamedCandidate {
    NamedCandidate(try CandidateID(id), words: Set(words))
  }

  private func found(_ words: String..., by vault: Vault? = nil) throws -> [String]? {
    try (vault ?? self.vault).candidates(named: Set(words))?.map(\.text).sorted()
  }

  private func opens(_ vault: Vault) throws {
    #expect(try vault.open(sealed, field: "reason", of: person, in: event) == [1, 2, 3])
  }

  // MARK: Names

  @Test func `persons are found by their words, until they change or are erased`() throws {
    #expect(try found("marie") == nil, "there is no index")
    _ = try vault.seal([1], field: "f", of: candidate("P2"), in: event)
    try vault.commit()
    #expect(
      try vault.makeNameIndex(
        [named("P1", "marie", "blanc"), named("P2", "marie"), named("P3")], mark, ifErasures: 0))
    for vault in [vault, try server.vault()] {
      #expect(try vault.nameIndexMark() == mark)
      #expect(try found("marie", by: vault) == ["P1", "P2"])
      #expect(try found("marie", "blanc", by: vault) == ["P1"])
      #expect(try found("mar", by: vault) == [])
    }
    #expect(try vault.changeNames([named("P2", "anne")], from: mark, to: mark))
    #expect(try found("marie") == ["P1"])
    #expect(try found("anne") == ["P2"])
    _ = try vault.erase([person], by: event, on: .first, at: Instant(microseconds: 0))
    #expect(try found("marie") == [])
    #expect(try server.integer("SELECT count(*) FROM name_word") == 1)
    try server.run("UPDATE named_person SET postings = '\\x00'::bytea")
    #expect(try found("anne") == nil, "an altered index")
    try vault.rotate()
    #expect(try vault.nameIndexMark() == nil)
    #expect(try server.integer("SELECT count(*) FROM name_word") == 0)
  }

  @Test func `nothing is changed while a batch is sealed`() throws {
    let other = try server.vault()
    #expect(vault.canChangeNames)
    _ = try vault.seal([1], field: "f", of: candidate("P2"), in: event)
    #expect(!vault.canChangeNames)
    #expect(!other.canChangeNames, "and it does not wait")
    vault.rollback()
    #expect(other.canChangeNames)
  }

  @Test func `there is room for about as many keys as there are`() throws {
    for number in 0..<3_000 {
      _ = try vault.seal([1], field: "f", of: candidate("P-1\(number)"), in: event)
    }
    try vault.commit()
    #expect(try vault.hasRoom(forKeys: 2_500))
    #expect(try !vault.hasRoom(forKeys: 6_000))
  }

  @Test(arguments: 1...4)
  func `after any changes and erasures each word finds exactly its persons`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let words = ["a", "b", "c", "d", "e"]
    let ids = try (1...8).map { try CandidateID("P\($0)") }
    for id in ids { _ = try vault.seal([1], field: "f", of: .candidate(id), in: event) }
    try vault.commit()
    var model: [CandidateID: Set<String>] = [:]
    func some() -> Set<String> { Set(words.filter { _ in Bool.random(using: &random) }) }
    for id in ids.prefix(5) { model[id] = some() }
    #expect(
      try vault.makeNameIndex(
        model.map { NamedCandidate($0, words: $1) }, mark, ifErasures: 0))
    var erased: Set<CandidateID> = []
    for step in 0..<25 {
      let id = try #require(ids.randomElement(using: &random))
      if step % 8 == 7 {
        _ = try vault.erase([.candidate(id)], by: event, on: .first, at: Instant(microseconds: 0))
        erased.insert(id)
        model[id] = nil
      } else {
        let new = some()
        #expect(try vault.changeNames([NamedCandidate(id, words: new)], from: mark, to: mark))
        if !erased.contains(id) { model[id] = new }
      }
      for word in words {
        let expected = model.filter { $0.value.contains(word) }.keys.map(\.text).sorted()
        #expect(try found(word) == expected)
      }
    }
  }

  // MARK: Copies

  /// Fills every table.
  private func fill() throws {
    for number in 0..<2_100 {
      _ = try vault.seal([1], field: "f", of: candidate("P-1\(number)"), in: event)
    }
    try vault.commit()
    for place in ["/media/b", "/media/é"] {
      try Vault.registerBackup(
        of: server.place, at: Instant(microseconds: 5), place: place, fingerprint: "")
    }
    try vault.check(ledger: [7, 8], bindsIfUnbound: true)
    #expect(
      try vault.makeNameIndex(
        [named("P1", "marie"), named("P-11", "marie", "le")], mark, ifErasures: 0))
    _ = try vault.erase(
      [candidate("P-12"), candidate("none")], by: event, on: .first, at: Instant(microseconds: 9),
      known: [person: []])
    try vault.keep(Comparison(through: 4, leaf: [1, 2]), [.key(KeyID("k-other"), of: person)])
  }

  /// Checks that a vault has all that ``fill()`` made.
  private func isWhole(_ other: Vault) throws {
    try opens(other)
    #expect(try other.verifyKeys() == VaultVerification(keys: 2_100))
    #expect(try other.backups() == vault.backups())
    #expect(try other.backups().map(\.place) == ["/media/b", "/media/é"])
    #expect(
      try other.erasures().map(\.person.description).sorted() == [
        "candidate:P-12", "candidate:none",
      ])
    #expect(try other.erasure(of: candidate("none")) == vault.erasure(of: candidate("none")))
    #expect(try other.erasure(of: candidate("P-12")) == vault.erasure(of: candidate("P-12")))
    #expect(try other.allKeys(of: candidate("P-12")).count == 1)
    #expect(try other.comparison() == Comparison(through: 4, leaf: [1, 2]))
    #expect(try other.mismatches() == [.key(KeyID("k-other"), of: person)])
    #expect(try other.nameIndexMark() == mark)
    #expect(try found("marie", by: other) == ["P-11", "P1"])
    #expect(throws: VaultFailure.anotherLedgers) {
      try other.check(ledger: [1], bindsIfUnbound: true)
    }
  }

  @Test func `a copy of a server's vault is a file with all of it, and fills a server again`()
    throws
  {
    try fill()
    let batch = try server.vault(timeout: 0)
    #expect(
      try Vault.copy(at: server.place, to: copy + ".vault", masterTo: copy + ".master"))
    #expect(
      server.ledger.files == ["centre.acquis.master", "copy.master", "copy.vault"])
    try isWhole(Vault(beside: copy))
    _ = try batch.seal([1], field: "f", of: candidate("P9"), in: event)

    let other = try VaultServer()
    try Vault.create(at: other.place, from: copy)
    #expect(other.ledger.files == ["centre.acquis.master"])
    #expect(try other.ledger.bytes(".master") == server.ledger.bytes(".master"))
    try isWhole(other.vault())
    try Vault.registerBackup(
      of: other.place, at: Instant(microseconds: 7), place: "last", fingerprint: "")
    #expect(try other.vault().backups().last?.place == "last")
    // Whoever opens it goes on.
    let moved = try other.vault()
    _ = try moved.seal([1], field: "f", of: candidate("P-new"), in: event)
    try moved.commit()
    try moved.rotate()
    try opens(other.vault())
  }

  @Test func `a vault moves to a server beside its own master key`() throws {
    let ledger = try TemporaryLedger()
    try Vault.create(beside: ledger.path)
    let before = try Vault(beside: ledger.path)
    let sealed = try before.seal([4], field: "f", of: person, in: event)
    try before.commit()
    let other = try VaultServer()
    let place = VaultPlace(files: ledger.path, server: other.place.server)
    try Vault.create(at: place, from: ledger.path)
    #expect(try Vault(at: place).open(sealed, field: "f", of: person, in: event) == [4])
    #expect(ledger.files == ["centre.acquis.master", "centre.acquis.vault"])
    #expect(throws: VaultFailure.alreadyThere) { try Vault.create(at: place, from: ledger.path) }
    try Vault.removeCreated(at: place, keepsMasterKey: true)
    #expect(try Vault(beside: ledger.path).open(sealed, field: "f", of: person, in: event) == [4])
    // A vault that does not open fills none.
    try ledger.write(String(repeating: "5", count: 64) + "\n", ".master")
    #expect(throws: VaultFailure.wrongMasterKey) {
      try Vault.create(at: other.place, from: ledger.path)
    }
    #expect(try Vault.existing(at: other.place) == .nothing)
  }

  @Test func `a vault under a master key that is kept, and one from a file in a file, open`() throws
  {
    #expect(
      try Vault.copy(at: server.place, to: copy + ".vault", masterTo: copy + ".master"))
    try Vault.create(at: .beside(copy + "2"), from: copy)
    try opens(Vault(beside: copy + "2"))
    let other = try VaultServer()
    try Vault.create(at: other.place, underMasterKeyBeside: copy)
    #expect(try other.ledger.bytes(".master") == server.ledger.bytes(".master"))
    #expect(try other.vault().verifyKeys() == VaultVerification(keys: 0))
  }

  @Test func `a copy needs no master key, and none is made while someone writes`() throws {
    rename(server.ledger.path + ".master", server.ledger.path + ".aside")
    #expect(try !Vault.copy(at: server.place, to: copy + ".vault"), "it cannot be tried")
    #expect(throws: VaultFailure.masterKeyMissing) {
      try Vault.copy(at: server.place, to: copy + "2.vault", masterTo: copy + ".master")
    }
    rename(server.ledger.path + ".aside", server.ledger.path + ".master")
    _ = try vault.seal([1], field: "f", of: candidate("P2"), in: event)
    #expect(throws: VaultFailure.busy(seconds: 0)) {
      try Vault.copy(
        at: server.place, to: copy + "3.vault", masterTo: copy + ".master", timeout: 0)
    }
    vault.rollback()
    #expect(throws: VaultFailure.alreadyThere) {
      try Vault.copy(at: server.place, to: copy + ".vault")
    }
    #expect(
      server.ledger.files == ["centre.acquis.master", "copy.vault"])
  }

  @Test func `after a rotation that was cut short the copied key opens the copied vault`() throws {
    let old = try server.ledger.bytes(".master")
    try vault.rotate()
    rename(server.ledger.path + ".master", server.ledger.path + ".master.new")
    try server.ledger.write(old, ".master")
    #expect(
      try Vault.copy(at: server.place, to: copy + ".vault", masterTo: copy + ".master"))
    try opens(Vault(beside: copy))
    #expect(!server.ledger.has(".master.new"))
  }
}
