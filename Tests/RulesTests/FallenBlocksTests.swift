import Events
import Projections
import Testing

/// The revocation of an award, the certificates, and what is to review.
@Suite struct FallenBlocksTests {
  @Test func `the blocks that a revocation names are revoked, the others stay, a later one stands`()
    throws
  {
    var history = try RuleHistory.awarded()
    try history.add(.awardRevoked(naming: "T1-B2"), on: "2019-01-07")
    #expect(try history.blocks(on: "2019-01-06") == [.validated, .validated])
    let state = try history.state(on: "2019-01-07")
    #expect(state.status == .revoked)
    #expect(state.blocks.map(\.status) == [.validated, .revoked])
    #expect(state.blocks[1].since == (try CalendarDate("2019-01-07")))
    try history.add(.validated("T1-B2", by: "J2"), on: "2019-02-01")
    #expect(try history.blocks(on: "2019-02-01") == [.validated, .validated])
  }

  @Test func `a block named falls in the candidacies completed too`() throws {
    var history = try RuleHistory()
    try history.add(.framework("T2"), on: "2018-01-01")
    try history.add(.superseded(["T1-B1": "T2-B1"]), on: "2018-01-02")
    try history.add(.enrolled("D0"), on: "2018-01-08")
    try history.add(.validated(of: "D0"), on: "2018-06-20")
    try history.add(.validated("T1-B2", of: "D0"), on: "2018-06-20")
    try history.add(.enrolled("D1", on: "T2", completes: "D0"), on: "2018-09-03")
    try history.add(.validated("T2-B2"), on: "2018-09-04")
    try history.add(.awarded(), on: "2018-09-05")
    try history.add(.awardRevoked(naming: "T2-B1"), on: "2018-10-01")
    #expect(try history.blocks(on: "2018-10-01") == [.revoked, .validated])
    #expect(try history.blocks(of: "D0", on: "2018-10-01") == [.revoked, .validated])
  }

  @Test func `a revocation that names no block leaves them held`() throws {
    var history = try RuleHistory.awarded()
    try history.add(.awardRevoked(), on: "2019-01-07")
    #expect(try history.blocks(on: "2019-01-07") == [.validated, .validated])
  }

  @Test func `an award on a block no longer held and a pending appeal are to review`() throws {
    var history = try RuleHistory.awarded()
    #expect(try history.state(on: "2018-07-01").toReview.isEmpty)
    try history.add(.appealed(), on: "2018-07-02")
    try history.add(.decisionRevoked("T1-B2"), on: "2018-07-03")
    let items = try history.state(on: "2018-07-03").toReview
    #expect(items.map(\.rule.number) == [8, 17])
    #expect(items.map(\.position.number) == [8, 9])
    try history.add(.appealDecided(.stands), on: "2018-07-04")
    try history.add(.awardRevoked(), on: "2018-07-05")
    #expect(try history.state(on: "2018-07-05").toReview.isEmpty)
  }

  @Test func `a certificate is to review without its award, not beside a revocation`() throws {
    var history = try RuleHistory.allHeld()
    let award = try history.add(.awarded(), on: "2018-07-01")
    try history.add(.certificate(), on: "2018-07-02")
    var revoked = history
    try history.add(.annulled(award), on: "2018-07-03")
    #expect(try history.state(on: "2018-07-03").toReview.map(\.rule.number) == [14])
    #expect(try history.state(on: "2018-07-03").certificate?.number.text == "N1")
    // Another award does not make it the certificate of that award.
    try history.add(.awarded(), on: "2018-07-04")
    #expect(try history.state(on: "2018-07-04").toReview.map(\.rule.number) == [14])
    try revoked.add(.awardRevoked(), on: "2018-07-03")
    #expect(try revoked.state(on: "2018-07-03").toReview.isEmpty)
  }

  @Test func `every certificate is listed, with its blocks, its replacement and its duplicates`()
    throws
  {
    var history = try RuleHistory.awarded()
    try history.add(.partialCertificate("P1", "T1-B1"), on: "2018-06-25")
    try history.add(.certificate("N° 1/a"), on: "2018-07-02")
    try history.add(.duplicated("n° 1/A"), on: "2018-07-03")
    try history.add(.reissued("N2", replacing: "N° 1/A"), on: "2018-07-04")
    let state = try history.state(on: "2018-07-04")
    #expect(state.certificate?.number.text == "N2")
    #expect(state.certificates.map(\.number.text) == ["P1", "N° 1/a", "N2"])
    #expect(state.certificates.map { $0.blocks?.map(\.text) } == [["T1-B1"], nil, nil])
    #expect(state.certificates.map { $0.replacedBy?.text } == [nil, "N2", nil])
    #expect(state.certificates[1].duplicatedOn == [try CalendarDate("2018-07-03")])
    try history.add(.decisionRevoked(), on: "2018-07-05")
    let items = try history.state(on: "2018-07-05").toReview
    #expect(items.map(\.rule.number) == [8, 14])
  }
}
