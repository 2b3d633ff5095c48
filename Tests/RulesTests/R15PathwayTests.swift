import Events
import Testing

/// R15 on changes of pathway, and on facts after a death.
@Suite struct `R15: changes of pathway` {
  @Test func `the pathway does not change while an award stands`() throws {
    var history = try RuleHistory.awarded()
    #expect(
      try history.breach(of: 15, by: .changed(to: .experience), on: "2018-07-02")
        == Breach(
          (
            "la certification de D1 est délivrée (position 8) : sa voie ne change plus",
            "the certification of D1 is awarded (position 8): its pathway changes no more"
          ),
          remedy: (
            "aucun changement de voie tant que la délivrance n’est pas révoquée",
            "no change of pathway unless the award is revoked"
          )))
    #expect(try history.breach(of: 15, by: .changed(to: .experience), on: "2018-06-30") == nil)
    try history.add(.awardRevoked(), on: "2018-08-01")
    #expect(try history.breach(of: 15, by: .changed(to: .experience), on: "2018-08-02") == nil)
  }

  @Test func `the pathway does not change after a withdrawal, nor before the enrolment`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    #expect(try history.breach(of: 15, by: .changed(to: .experience), on: "2018-01-07") != nil)
    try history.add(.withdrawn(), on: "2018-02-01")
    #expect(try history.breach(of: 15, by: .changed(to: .experience), on: "2018-02-02") != nil)
  }

  @Test func `facts are recorded after a death`() throws {
    var history = try RuleHistory.allHeld()
    try history.add(.deceased(), on: "2018-06-25")
    #expect(try history.breach(of: 15, by: .awarded(), on: "2018-07-01") == nil)
  }
}
