import Events
import Testing

/// R20: an award that rests on documents alone is reported.
@Suite struct R20Tests {
  private let documents = Breach(
    (
      "aucun bloc de D1 ne vient d’un jury de ce registre",
      "no block of D1 comes from a jury in this ledger"
    ),
    remedy: ("les documents, à garder à disposition", "the documents, kept available"))

  private func enrolled(completes: String? = nil) throws -> RuleHistory {
    var history = try RuleHistory()
    try history.add(.enrolled("D0"), on: "2017-01-08")
    try history.add(.enrolled(completes: completes), on: "2018-01-08")
    return history
  }

  private func awarded(_ history: RuleHistory) throws -> Breach? {
    try history.breach(of: 20, by: .awarded(), on: "2018-07-01")
  }

  @Test func `R20 judges awards, by a house rule`() throws {
    try expect(20, judges: [.certificationAwarded], source: ("règle interne", "house rule"))
  }

  @Test func `an award of blocks recognised on documents is reported`() throws {
    var history = try enrolled()
    try history.add(.recognised("T1-B1"), on: "2018-03-01")
    try history.add(.recognised("T1-B2"), on: "2018-03-01")
    #expect(try awarded(history) == documents)
  }

  @Test func `one block validated by a jury is enough`() throws {
    var history = try enrolled()
    try history.add(.recognised("T1-B1"), on: "2018-03-01")
    try history.add(.validated("T1-B2"), on: "2018-07-01")
    #expect(try awarded(history) == nil)
  }

  @Test func `a validation that was revoked is no jury's`() throws {
    var history = try enrolled()
    try history.add(.validated("T1-B2"), on: "2018-03-01")
    try history.add(.decisionRevoked("T1-B2"), on: "2018-04-01")
    try history.add(.recognised("T1-B1"), on: "2018-05-01")
    #expect(try awarded(history) == documents)
  }

  @Test func `a refusal by a jury is not a validation`() throws {
    var history = try enrolled()
    try history.add(.refused("T1-B1"), on: "2018-03-01")
    try history.add(.recognised("T1-B1"), on: "2018-05-01")
    #expect(try awarded(history) == documents)
  }

  @Test func `a recognition of a block that a jury validated elsewhere is a jury's`() throws {
    var history = try enrolled()
    try history.add(.recognised("T1-B1", as: .permanent, from: "D0"), on: "2018-03-01")
    #expect(try awarded(history) == documents)
    try history.add(.validated("T1-B2", of: "D0"), on: "2017-06-20")
    #expect(try awarded(history) == documents)
    try history.add(.validated("T1-B1", of: "D0"), on: "2017-06-20")
    #expect(try awarded(history) == nil)
  }

  @Test func `a recognition names the block of its source`() throws {
    var history = try enrolled()
    try history.add(
      .recognised("T1-B1", as: .correspondence, from: "D0", "T1-B2"), on: "2018-03-01")
    try history.add(.validated("T1-B1", of: "D0"), on: "2017-06-20")
    #expect(try awarded(history) == documents)
    try history.add(.validated("T1-B2", of: "D0"), on: "2017-06-20")
    #expect(try awarded(history) == nil)
  }

  @Test func `a recognition of another block leads to no jury for this one`() throws {
    var history = try enrolled()
    try history.add(.validated("T1-B1", of: "D0"), on: "2017-06-20")
    try history.add(.recognised("T1-B1"), on: "2018-03-01")
    try history.add(.recognised("T1-B2", as: .permanent, from: "D0"), on: "2018-03-01")
    #expect(try awarded(history) == documents)
  }

  @Test func `a recognition that was revoked leads to no jury`() throws {
    var history = try enrolled()
    try history.add(.validated("T1-B1", of: "D0"), on: "2017-06-20")
    try history.add(.recognised("T1-B1", as: .permanent, from: "D0"), on: "2018-03-01")
    try history.add(.recognitionRevoked("T1-B1"), on: "2018-03-02")
    try history.add(.recognised("T1-B1"), on: "2018-03-03")
    #expect(try awarded(history) == documents)
  }

  @Test func `a block of the candidacy completed is a jury's where a jury validated it`() throws {
    var history = try enrolled(completes: "D0")
    try history.add(.recognised("T1-B1", of: "D0"), on: "2017-06-20")
    #expect(try awarded(history) == documents)
    try history.add(.validated("T1-B2", of: "D0"), on: "2017-06-20")
    #expect(try awarded(history) == nil)
  }

  @Test func `candidacies that recognise each other lead to no jury`() throws {
    var history = try enrolled()
    try history.add(.recognised("T1-B1", as: .permanent, from: "D0"), on: "2018-03-01")
    try history.add(.recognised("T1-B1", of: "D0", as: .permanent, from: "D1"), on: "2018-03-01")
    #expect(try awarded(history) == documents)
  }

  @Test func `an award without any block is left to R08`() throws {
    #expect(try awarded(enrolled()) == nil)
  }

  @Test func `R20 is reported and never refused, so it cannot be waived`() throws {
    var history = try enrolled()
    try history.add(.recognised("T1-B1"), on: "2018-03-01")
    #expect(try history.waiver(of: 20, by: .awarded(), on: "2018-07-01") == .forbidden)
  }
}
