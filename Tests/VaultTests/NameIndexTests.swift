import Events
import SQLite
import TestSupport
import Testing

@testable import Vault

@Suite struct NameIndexTests {
  let ledger: TemporaryLedger
  let vault: Vault

  init() throws {
    ledger = try TemporaryLedger()
    try Vault.create(beside: ledger.path)
    vault = try Vault(beside: ledger.path)
  }

  private let mark = NameIndexMark(
    edition: 1, through: 7, leaf: Array(repeating: 5, count: 32), changed: 6, latest: -3)

  private func named(_ id: String, _ words: String...) throws -> NamedCandidate {
    NamedCandidate(try CandidateID(id), words: Set(words))
  }

  private func found(_ words: String..., by vault: Vault? = nil) throws -> [String]? {
    try (vault ?? self.vault).candidates(named: Set(words))?.map(\.text).sorted()
  }

  /// Gives candidates keys, as sealing does.
  private func register(_ ids: String...) throws {
    for id in ids {
      _ = try vault.seal([1], field: "identity", of: .candidate(CandidateID(id)), in: event)
    }
    try vault.commit()
  }

  private func make(_ names: NamedCandidate...) throws {
    #expect(try vault.makeNameIndex(names, mark, ifErasures: vault.erasureCount()))
  }

  private func rows(_ table: String) throws -> Int64? {
    try Database(ledger.path + ".vault", .readOnly, timeout: 0)
      .integer("SELECT count(*) FROM \(table)")
  }

  /// The raw labels of the file.
  private func labels() throws -> [[UInt8]] {
    let database = try Database(ledger.path + ".vault", .readOnly, timeout: 0)
    let rows = try Statement("SELECT label FROM name_word", on: database)
    var labels: [[UInt8]] = []
    while try rows.step() { labels.append(Array(rows.bytes(0))) }
    return labels
  }

  @Test func `persons are found by all of their words, in another process too`() throws {
    #expect(try vault.nameIndexMark() == nil)
    #expect(try found("marie") == nil, "there is no index")
    try register("P1", "P2", "P3")
    try make(
      named("P1", "marie", "le", "blanc"), named("P2", "marie", "martin"), named("P3"))
    for vault in [vault, try Vault(beside: ledger.path)] {
      #expect(try vault.nameIndexMark() == mark)
      #expect(try found("marie", by: vault) == ["P1", "P2"])
      #expect(try found("martin", "marie", by: vault) == ["P2"])
      #expect(try found("martin", "blanc", by: vault) == [])
      #expect(try found("mar", by: vault) == [])
      #expect(try found(by: vault) == [])
    }
  }

  @Test func `the file shows neither a word nor who shares one`() throws {
    try register("P1", "P2", "P3")
    try make(named("P1", "duchemin"), named("P2", "duchemin"), named("P3", "duchemin"))
    #expect(Set(try labels()).count == 3, "equal words have unequal labels")
    #expect(try !ledger.bytes(".vault").contains(Array("duchemin".utf8)))
    let first = Set(try labels())
    try make(named("P1", "duchemin"), named("P2", "duchemin"), named("P3", "duchemin"))
    #expect(first.isDisjoint(with: try labels()), "an index made again has keys of its own")
  }

  @Test func `nothing of an erased person's rows is left in the file`() throws {
    try register("P1", "P2", "P3")
    try make(named("P1", "marie", "seule"), named("P2", "marie"), named("P3", "marie"))
    let before = try labels()
    _ = try vault.erase(
      [.candidate(CandidateID("P1"))], by: event, on: .first, at: Instant(microseconds: 0))
    let after = try labels()
    #expect(before.count == 4 && after.count == 2)
    let bytes = try ledger.bytes(".vault")
    for label in before where !after.contains(label) { #expect(!bytes.contains(label)) }
    for label in after { #expect(bytes.contains(label)) }
    #expect(try rows("named_person") == 2)
    #expect(try found("marie") == ["P2", "P3"])
    #expect(try found("seule") == [])
  }

  @Test func `a name takes the place of the one before`() throws {
    try register("P1", "P2")
    try make(named("P1", "marie", "martin"), named("P2", "marie"))
    #expect(try vault.changeNames([named("P1", "marie", "dupont")], from: mark, to: mark))
    #expect(try found("martin") == [])
    #expect(try found("marie", "dupont") == ["P1"])
    #expect(try rows("name_word") == 3)
  }

  @Test func `names that follow another mark change nothing`() throws {
    try register("P1")
    try make(named("P1", "marie"))
    let older = NameIndexMark(
      edition: 1, through: 6, leaf: mark.leaf, changed: 6, latest: mark.latest)
    #expect(try !vault.changeNames([named("P1", "anne")], from: older, to: older))
    #expect(try vault.nameIndexMark() == mark)
    #expect(try found("marie") == ["P1"])
  }

  @Test func `a person erased while the index is made, or changed, gets no row`() throws {
    try register("P1")
    let erasures = try vault.erasureCount()
    _ = try vault.erase(
      [.candidate(CandidateID("P1"))], by: event, on: .first, at: Instant(microseconds: 0))
    #expect(try !vault.makeNameIndex([named("P1", "marie")], mark, ifErasures: erasures))
    #expect(try vault.nameIndexMark() == nil)
    try make()
    #expect(try vault.changeNames([named("P1", "marie")], from: mark, to: mark))
    #expect(try rows("name_word") == 0)
    #expect(try rows("named_person") == 0)
  }

  @Test func `a rotation empties the index`() throws {
    try register("P1")
    try make(named("P1", "marie"))
    let before = try labels()
    try vault.rotate()
    #expect(try vault.nameIndexMark() == nil)
    let bytes = try ledger.bytes(".vault")
    for label in before { #expect(!bytes.contains(label)) }
    try make(named("P1", "marie"))
    #expect(try found("marie") == ["P1"])
  }

  @Test func `an index that was altered is emptied, and the erasure goes on`() throws {
    try register("P1", "P2")
    try make(named("P1", "marie"), named("P2", "marie"))
    try Database(ledger.path + ".vault", .readWrite, timeout: 0)
      .execute("UPDATE named_person SET postings = zeroblob(48)")
    #expect(try found("marie") == nil)
    _ = try vault.erase(
      [.candidate(CandidateID("P1"))], by: event, on: .first, at: Instant(microseconds: 0))
    #expect(try vault.nameIndexMark() == nil)
    #expect(try rows("name_word") == 0)
  }

  @Test func `nothing is changed while a batch is sealed`() throws {
    try register("P1")
    try make(named("P1", "marie"))
    _ = try vault.seal([1], field: "identity", of: .candidate(CandidateID("P2")), in: event)
    #expect(!vault.canChangeNames)
    #expect(try found("marie") == ["P1"])
    vault.rollback()
    #expect(vault.canChangeNames)
  }

  @Test(arguments: 1...20)
  func `after any changes and erasures each word finds exactly its persons`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let words = ["a", "b", "c", "d", "e"]
    let ids = try (1...8).map { try CandidateID("P\($0)") }
    for id in ids { _ = try vault.seal([1], field: "f", of: .candidate(id), in: event) }
    try vault.commit()
    var model: [CandidateID: Set<String>] = [:]
    func some() -> Set<String> {
      Set(words.filter { _ in Bool.random(using: &random) })
    }
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
      #expect(try rows("name_word") == Int64(model.values.map(\.count).reduce(0, +)))
    }
  }
}
