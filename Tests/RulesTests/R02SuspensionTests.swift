import Events
import Testing

/// R02 while the registration is suspended, and after a withdrawal.
@Suite struct `R02: a registration suspended or withdrawn` {
  @Test func `nobody enrols while the registration is suspended, but to complete`() throws {
    var history = try RuleHistory()
    try history.add(.suspended(), on: "2018-03-01")
    let suspended = Breach(
      (
        "l’enregistrement de T1 est suspendu depuis le 1er mars 2018",
        "the registration of T1 has been suspended since 2018-03-01"
      ),
      remedy: (
        "la levée de la suspension (RegistrationReinstated), ou une inscription qui complète une candidature (`completes`)",
        "the suspension lifted (RegistrationReinstated), or an enrolment that completes a candidacy (completes)"
      ))
    #expect(try history.breach(of: 2, by: .enrolled(), on: "2018-02-28") == nil)
    #expect(try history.breach(of: 2, by: .enrolled(), on: "2018-03-01") == suspended)
    try history.add(.suspended(), on: "2018-03-15")
    #expect(try history.breach(of: 2, by: .enrolled(), on: "2018-04-01") == suspended)
    #expect(try history.breach(of: 2, by: .enrolled(completes: "D0"), on: "2018-04-01") == nil)
    try history.add(.reinstated(), on: "2018-05-01")
    #expect(try history.breach(of: 2, by: .enrolled(), on: "2018-04-30") == suspended)
    #expect(try history.breach(of: 2, by: .enrolled(), on: "2018-05-02") == nil)
  }

  @Test func `a suspension or a withdrawal by itself ends no award`() throws {
    var history = try RuleHistory.allHeld()
    try history.add(.suspended(), on: "2018-06-25")
    try history.add(.certificationWithdrawn(), on: "2018-06-26")
    #expect(try history.breach(of: 2, by: .awarded(), on: "2018-07-01") == nil)
    try history.add(.certificationWithdrawn(lastDeliveryOn: "2018-06-30"), on: "2018-06-27")
    #expect(try history.breach(of: 2, by: .awarded(), on: "2018-06-30") == nil)
    #expect(try history.breach(of: 2, by: .awarded(), on: "2018-07-01") != nil)
  }
}
