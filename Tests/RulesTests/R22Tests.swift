import Events
import Testing

/// R22: a person has one live candidacy for a certification, unless it completes the other.
@Suite struct R22Tests {
  private let live = Breach(
    (
      "cette personne a déjà une candidature en cours pour cette certification : D0",
      "this person already has a live candidacy for this certification: D0"
    ),
    remedy: (
      "la poursuite de la candidature D0, ou une inscription qui la complète (`completes=D0`)",
      "D0 carried on, or an enrolment that completes it (completes=D0)"
    ))

  /// `D0` of `P1`, enrolled on 2017-01-08.
  private func one(by pathway: Pathway = .continuingTraining) throws -> RuleHistory {
    var history = try RuleHistory()
    try history.add(.framework("T2"), on: "2017-01-01")
    try history.add(.enrolled("D0", by: pathway), on: "2017-01-08")
    return history
  }

  private func breach(
    _ history: RuleHistory, _ fact: Fact? = nil, on day: String = "2018-01-08"
  ) throws -> Breach? {
    try history.breach(of: 22, by: fact ?? .enrolled(), on: day)
  }

  @Test func `R22 judges enrolments and reopenings, by a house rule`() throws {
    try expect(
      22, judges: [.candidateEnrolled, .candidacyReopened], source: ("règle interne", "house rule"))
  }

  @Test func `a second enrolment for a certification is refused from the first one's day on`()
    throws
  {
    let history = try one()
    #expect(try breach(history) == live)
    #expect(try breach(history, on: "2017-01-08") == live)
    #expect(try breach(history, on: "2017-01-07") == nil)
  }

  @Test func `another person, or another certification, is another candidacy`() throws {
    var history = try one()
    #expect(try breach(history, .enrolled("D1", "P2")) == nil)
    #expect(try breach(history, .enrolled(on: "T2")) == nil)
    try history.add(.merged("P2", into: "P1"), on: "2019-01-01")
    #expect(try breach(history, .enrolled("D1", "P2")) == live)
  }

  @Test func `an enrolment that completes the live candidacy is accepted`() throws {
    #expect(try breach(one(), .enrolled(completes: "D0")) == nil)
    #expect(try breach(one(), .enrolled(completes: "D9")) == live)
  }

  @Test func `a candidacy withdrawn, certified or inadmissible is not live`() throws {
    for (ends, day) in [
      ([try Fact.withdrawn("D0")], "2018-01-08"),
      (
        [try .validated(of: "D0"), try .validated("T1-B2", of: "D0"), try .awarded("D0")],
        "2018-01-08"
      ),
      (
        [
          try .validated(of: "D0"), try .validated("T1-B2", of: "D0"), try .awarded("D0"),
          try .awardRevoked("D0"),
        ], "2018-01-08"
      ),
    ] {
      var history = try one()
      for end in ends { try history.add(end, on: day) }
      #expect(try breach(history) == nil)
    }
    var history = try RuleHistory()
    try history.add(.enrolled("D1", by: .experience), on: "2017-01-08")
    #expect(try breach(history, .enrolled("D2")) != nil)
    try history.add(.admissibility(false), on: "2018-01-08")
    #expect(try breach(history, .enrolled("D2")) == nil)
  }

  @Test func `a candidacy that another completed is not live, even when the other has ended`()
    throws
  {
    var history = try one()
    try history.add(.enrolled(completes: "D0"), on: "2017-03-01")
    try history.add(.validated(), on: "2017-06-20")
    try history.add(.validated("T1-B2"), on: "2017-06-20")
    try history.add(.awarded(), on: "2017-07-01")
    #expect(try breach(history, .enrolled("D2")) == nil)
  }

  @Test func `a candidacy is live until its window's last day, and not after`() throws {
    var history = try one()
    try history.add(.validated(of: "D0"), on: "2017-06-20")
    #expect(try breach(history, on: "2022-06-20") == live)
    #expect(try breach(history, on: "2022-06-21") == nil)
  }

  @Test func `a candidacy whose every block is held is live until it is awarded`() throws {
    var history = try one()
    try history.add(.validated("T1-B1", of: "D0"), on: "2017-06-20")
    try history.add(.validated("T1-B2", of: "D0"), on: "2017-06-20")
    #expect(try breach(history, on: "2030-01-01") == live)
  }

  @Test func `a reopening beside a live candidacy is refused`() throws {
    var history = try one()
    try history.add(.enrolled(), on: "2016-12-01")
    try history.add(.withdrawn(), on: "2016-12-31")
    #expect(try breach(history, .reopened()) == live)
    try history.add(.withdrawn("D0"), on: "2018-01-07")
    #expect(try breach(history, .reopened()) == nil)
  }

  @Test func `a reopening beside the candidacy that completes it is accepted`() throws {
    var history = try one()
    try history.add(.withdrawn("D0"), on: "2017-02-01")
    try history.add(.enrolled(completes: "D0"), on: "2017-03-01")
    #expect(try breach(history, .reopened("D0")) == nil)
    // The candidacy reopened is continued, and so not live.
    try history.add(.enrolled("D2"), on: "2017-03-01")
    #expect(try breach(history, .reopened("D0")) == nil)
  }

  @Test func `a reopening of a candidacy whose window has lapsed is accepted`() throws {
    var history = try one()
    try history.add(.validated(of: "D0"), on: "2017-06-20")
    try history.add(.withdrawn("D0"), on: "2018-01-01")
    try history.add(.enrolled(), on: "2022-01-10")
    #expect(try breach(history, .reopened("D0"), on: "2022-06-20") != nil)
    #expect(try breach(history, .reopened("D0"), on: "2022-06-21") == nil)
  }

  @Test func `versions count as one certification, two that succeed one do not`() throws {
    var history = try one()
    try history.add(.framework("T3"), on: "2017-01-01")
    try history.add(.framework("T4"), on: "2017-01-01")
    try history.add(.superseded("T1", by: "T2"), on: "2017-06-01")
    try history.add(.superseded("T2", by: "T3"), on: "2017-06-01")
    try history.add(.superseded("T1", by: "T4"), on: "2017-06-01")
    for code in ["T2", "T3", "T4"] {
      #expect(try breach(history, .enrolled(on: code)) == live, "\(code)")
      #expect(try breach(history, .enrolled(on: code), on: "2017-05-31") == nil, "\(code)")
    }
    try history.add(.withdrawn("D0"), on: "2017-12-31")
    try history.add(.enrolled("D0bis", on: "T3"), on: "2018-01-01")
    #expect(try breach(history, .enrolled(on: "T4")) == nil)
    #expect(try breach(history, .enrolled(on: "T2")) != nil)
    #expect(try breach(history, .reopened("D0")) != nil)
  }

  @Test func `R22 can be waived`() throws {
    #expect(try one().waiver(of: 22, by: .enrolled(), on: "2018-01-08") == .recorded)
  }
}
