import Events
import Rules
import Testing

/// R30: a block held by a recognition whose source no longer stands is reported, at the recognition.
@Suite struct R30Tests {
  /// `D1` holds `T1-B1` at position 5, recognised from `D2`, where `J1` validated it.
  private func recognised(_ framework: Fact? = nil) throws -> RuleHistory {
    var history = try RuleHistory(framework)
    try history.add(.enrolled("D2"), on: "2018-01-08")
    try history.add(.validated(of: "D2"), on: "2018-06-20")
    try history.add(.enrolled(), on: "2018-09-03")
    try history.add(.recognised(as: .permanent, from: "D2"), on: "2018-09-04")
    return history
  }

  private func found(_ history: RuleHistory, on day: String = "2019-06-01") throws -> [String] {
    try history.broken(on: day).filter { $0.rule.number == 30 }.map {
      "\($0.position) \($0.message.english)"
    }
  }

  private let gone =
    "5 block T1-B1 of D1 is recognised from T1-B1 of D2, no longer in force"

  @Test func `R30 reports, by a house rule`() throws {
    try expect(30, judges: [], source: ("règle interne", "house rule"))
    let rule = try #require(RuleBook.rule(RuleID(number: 30)))
    #expect(RuleBook.severities(of: rule).map(\.severity) == [.finds])
  }

  @Test func `a source that stands is not reported, nor one that merely expired`() throws {
    #expect(try found(try recognised()).isEmpty)
    #expect(try found(try recognised(.framework(validity: 1)), on: "2019-06-20").isEmpty)
  }

  @Test func `a source annulled or fallen is reported, until the recognition is revoked`() throws {
    var history = try recognised()
    let entry = try #require(history.envelopes.first { $0.position == Position(3) })
    try history.add(
      .annulled(entry.event.id, of: .candidacy(try CandidacyID("D2"))), on: "2019-01-07")
    #expect(try found(history) == [gone])
    try history.add(.recognitionRevoked(), on: "2019-02-01")
    #expect(try found(history).isEmpty)
  }

  @Test
  func `a source under a revoked award that named no block is reported, one that named others not`()
    throws
  {
    var history = try recognised()
    try history.add(.validated("T1-B2", of: "D2"), on: "2018-06-20")
    try history.add(.awarded("D2"), on: "2018-07-01")
    var named = history
    try history.add(.awardRevoked("D2"), on: "2019-01-07")
    #expect(
      try found(history) == [
        "5 block T1-B1 of D1 is recognised from D2, and the award of D2 is revoked"
      ])
    var other = named
    try other.add(.awardRevoked("D2", naming: "T1-B2"), on: "2019-01-07")
    #expect(try found(other).isEmpty)
    try named.add(.awardRevoked("D2", naming: "T1-B1"), on: "2019-01-07")
    #expect(try found(named) == [gone])
  }
}
