import Events
import Testing

/// R02: no enrolment after the registration ends, except to complete an earlier candidacy; no award after
/// the last delivery day.
@Suite struct R02Tests {
  private func ended(_ day: String) -> Breach {
    Breach(
      (
        "l’enregistrement de T1 a pris fin le \(day.dayInWords)",
        "the registration of T1 ended on \(day)"
      ),
      remedy: (
        "la prolongation de l’enregistrement (RegistrationRenewed), ou une inscription qui complète une candidature (`completes`)",
        "an extension of the registration (RegistrationRenewed), or an enrolment that completes a candidacy (completes)"
      ))
  }

  private func undelivered(_ day: String) -> Breach {
    Breach(
      (
        "le dernier jour de délivrance de T1 était le \(day.dayInWords)",
        "the last delivery day of T1 was \(day)"
      ),
      remedy: (
        "la prolongation de l’enregistrement avec un dernier jour de délivrance plus tardif (RegistrationRenewed)",
        "an extension of the registration with a later last delivery day (RegistrationRenewed)"
      ))
  }

  @Test func `R02 judges enrolments and awards, by the end that the fiche states`() throws {
    try expect(
      2, judges: [.candidateEnrolled, .certificationAwarded],
      source: (
        "fiche, date d’échéance de l’enregistrement ; Code du travail, R6113-17-3",
        "fiche, end of the registration; Code du travail, R6113-17-3"
      ))
  }

  @Test func `the registration's last day still enrols, the next day does not`() throws {
    let history = try RuleHistory(.framework(expiresOn: "2020-02-29"))
    #expect(try history.breach(of: 2, by: .enrolled(), on: "2020-02-29") == nil)
    #expect(try history.breach(of: 2, by: .enrolled(), on: "2020-03-01") == ended("2020-02-29"))
  }

  @Test func `a registration without an end never refuses an enrolment`() throws {
    let history = try RuleHistory()
    #expect(try history.breach(of: 2, by: .enrolled(), on: "2050-01-01") == nil)
  }

  @Test func `an enrolment that completes an earlier candidacy is accepted after the end`() throws {
    var history = try RuleHistory(.framework(expiresOn: "2020-02-29"))
    try history.add(.enrolled("D0"), on: "2018-01-08")
    #expect(try history.breach(of: 2, by: .enrolled(completes: "D0"), on: "2020-03-01") == nil)
  }

  @Test func `a renewal moves the end of enrolments`() throws {
    var history = try RuleHistory(.framework(expiresOn: "2020-02-29"))
    try history.add(.renewed(until: "2025-02-28"), on: "2020-02-01")
    #expect(try history.breach(of: 2, by: .enrolled(), on: "2025-02-28") == nil)
    #expect(try history.breach(of: 2, by: .enrolled(), on: "2025-03-01") == ended("2025-02-28"))
  }

  @Test func `the last delivery day still awards, the next day does not`() throws {
    let history = try RuleHistory.allHeld(.framework(lastDeliveryOn: "2019-06-30"))
    #expect(try history.breach(of: 2, by: .awarded(), on: "2019-06-30") == nil)
    #expect(
      try history.breach(of: 2, by: .awarded(), on: "2019-07-01") == undelivered("2019-06-30"))
  }

  @Test func `the end of enrolments does not stop an award`() throws {
    let history = try RuleHistory.allHeld(.framework(expiresOn: "2018-03-01"))
    #expect(try history.breach(of: 2, by: .awarded(), on: "2019-07-01") == nil)
  }

  @Test func `R02 can be waived for an enrolment and for an award`() throws {
    let history = try RuleHistory.allHeld(
      .framework(expiresOn: "2018-03-01", lastDeliveryOn: "2018-03-01"))
    #expect(try history.waiver(of: 2, by: .enrolled("D2"), on: "2018-07-01") == .recorded)
    #expect(try history.waiver(of: 2, by: .awarded(), on: "2018-07-01") == .recorded)
  }
}
