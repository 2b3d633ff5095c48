import Events
import Projections
import Testing

/// What a candidacy holds through `completes`, of the same certification or of a version succeeded.
@Suite struct AcrossVersionsTests {
  /// `D0` on `T1` holds `T1-B1` from 2018-06-20; `T2` succeeds `T1` on 2019-01-07; `D1` on `T2` completes
  /// `D0` on 2019-02-01.
  private func succeeded(_ pairs: [String: String]) throws -> RuleHistory {
    var history = try RuleHistory()
    try history.add(.framework("T2", window: 3), on: "2019-01-01")
    try history.add(.enrolled("D0"), on: "2018-01-08")
    try history.add(.validated(of: "D0"), on: "2018-06-20")
    try history.add(.superseded(pairs), on: "2019-01-07")
    try history.add(.enrolled("D1", on: "T2", completes: "D0"), on: "2019-02-01")
    return history
  }

  @Test func `a block comes over by its correspondence, with its own day, position and jury`()
    throws
  {
    let history = try succeeded(["T1-B1": "T2-B2"])
    let state = try history.state(on: "2019-02-01")
    #expect(state.blocks.map(\.status) == [.missing, .recognised])
    #expect(state.blocks[1].since == (try CalendarDate("2018-06-20")))
    #expect(state.blocks[1].position == Position(4))
    #expect(state.blocks[1].jury?.text == "J1")
    #expect(state.status == .partiallyCertified)
    #expect(state.leftBehind.isEmpty)
    let source = try #require(state.blocks[1].source)
    #expect(source.basis == .correspondence)
    #expect(source.candidacy?.text == "D0")
    #expect(source.certification?.text == "T1")
    #expect(source.block?.text == "T1-B1")
    #expect(source.jury?.text == "J1")
    #expect(source.on == (try CalendarDate("2018-06-20")))
    #expect(try history.state(of: "D0", on: "2019-02-01").status == .continued)
  }

  @Test
  func
    `the window is the earlier one's, under the policy of the framework where its block is held`()
    throws
  {
    let window = try succeeded(["T1-B1": "T2-B2"]).state(on: "2019-02-01").window
    #expect(window.opensOn == (try CalendarDate("2018-06-20")))
    #expect(window.lastDay == (try CalendarDate("2023-06-20")))
  }

  @Test func `a block without a correspondence stays behind, and opens the window all the same`()
    throws
  {
    let state = try succeeded([:]).state(on: "2019-02-01")
    #expect(state.blocks.map(\.status) == [.missing, .missing])
    #expect(state.leftBehind.map(\.block.text) == ["T1-B1"])
    #expect(state.leftBehind.map(\.candidacy.text) == ["D0"])
    #expect(state.window.status == .open)
    #expect(state.window.lastDay == (try CalendarDate("2023-06-20")))
    #expect(state.status == .enrolled)
  }

  @Test func `a block held here from an earlier day opens the window under its own framework`()
    throws
  {
    var history = try succeeded(["T1-B1": "T2-B2"])
    try history.add(.validated("T2-B1", of: "D1", by: "J9"), on: "2018-06-20")
    #expect(try history.state(on: "2019-02-01").window.lastDay == CalendarDate("2023-06-20"))
    try history.add(.validated("T2-B1", of: "D1", by: "J9"), on: "2018-06-19")
    #expect(try history.state(on: "2019-02-01").window.lastDay == CalendarDate("2021-06-19"))
  }

  @Test func `a window is completed by the blocks of this version, extensions of either count`()
    throws
  {
    var history = try succeeded(["T1-B1": "T2-B2"])
    try history.add(.extended(until: "2024-01-01"), on: "2019-03-01")
    #expect(
      try history.state(of: "D0", on: "2019-03-01").window.lastDay == CalendarDate("2024-01-01"))
    try history.add(.validated("T2-B1", by: "J9"), on: "2019-06-20")
    let state = try history.state(on: "2019-06-20")
    #expect(state.window.status == .completed)
    #expect(state.window.completedOn == (try CalendarDate("2019-06-20")))
    #expect(state.status == .awardPending)
  }

  @Test func `a candidacy completed by another is not last of its chain, be that one withdrawn`()
    throws
  {
    var history = try succeeded(["T1-B1": "T2-B2"])
    try history.add(.withdrawn(), on: "2019-03-01")
    for (id, day, isLast) in [
      ("D0", "2019-02-28", false), ("D1", "2019-02-28", true), ("D0", "2019-03-01", false),
      ("D1", "2019-03-01", true),
    ] {
      #expect(try history.ledger(on: day).isLastOfChain(try CandidacyID(id)) == isLast)
    }
    #expect(try history.state(of: "D0", on: "2019-02-28").status == .continued)
    #expect(try history.state(of: "D0", on: "2019-03-01").status == .partiallyCertified)
  }

  @Test func `the validity of a recognised block runs from its source as it stood when recognised`()
    throws
  {
    var history = try RuleHistory(.framework(validity: 3))
    try history.add(.enrolled("D0"), on: "2016-01-08")
    try history.add(.validated(of: "D0"), on: "2016-11-20")
    try history.add(.enrolled(), on: "2018-01-08")
    try history.add(.recognised(as: .permanent, from: "D0"), on: "2019-01-31")
    #expect(try history.blocks(on: "2019-11-20")[0] == .recognised)
    #expect(try history.blocks(on: "2019-11-21")[0] == .expired)
    try history.add(.validated(of: "D0", by: "J9"), on: "2019-02-01")
    #expect(try history.blocks(on: "2019-11-21")[0] == .expired)
    let source = try #require(try history.state(on: "2019-11-20").blocks[0].source)
    #expect(source.on == (try CalendarDate("2016-11-20")))
    #expect(source.basis == .permanent && source.jury?.text == "J1")
  }

  @Test
  func `an annulled source never was, an equivalence without a day runs from its recognition`()
    throws
  {
    var history = try RuleHistory(.framework(validity: 3))
    try history.add(.enrolled("D0"), on: "2016-01-08")
    let source = try history.add(.validated(of: "D0"), on: "2016-11-20")
    try history.add(.enrolled(), on: "2018-01-08")
    try history.add(.recognised(as: .permanent, from: "D0"), on: "2019-01-31")
    try history.add(.annulled(source, of: .candidacy(try CandidacyID("D0"))), on: "2019-02-01")
    #expect(try history.blocks(on: "2022-01-31")[0] == .recognised)
    #expect(try history.blocks(on: "2022-02-01")[0] == .expired)
    try history.add(.equivalence("T1-B2", by: "Autre certificateur"), on: "2019-01-31")
    let state = try history.state(on: "2022-01-31")
    #expect(state.blocks[1].source?.authority?.text == "Autre certificateur")
    #expect(state.blocks[1].source?.on == nil)
    #expect(try history.blocks(on: "2022-02-01")[1] == .expired)
  }
}
