import Events
import Projections
import Testing

/// The versions that count as one certification, and a registration suspended.
struct VersionTests {
  private func superseding(_ pairs: [(String, String)]) throws -> Supersessions {
    var story = try Story()
    for (code, by) in pairs {
      try story.record(
        "2019-01-01",
        .certificationSuperseded(
          CertificationSuperseded(
            certification: try CertificationCode(code), by: try CertificationCode(by),
            correspondences: nil)))
    }
    return story.ledger.log.state(on: try CalendarDate("2020-01-01"), known: story.ledger.end)
      .supersessions
  }

  @Test func `versions are those that it supersedes and those that supersede it, no siblings`()
    throws
  {
    let supersessions = try superseding([("A", "B"), ("B", "C"), ("A", "X"), ("Y", "C")])
    for (code, versions) in [
      ("A", ["A", "B", "C", "X"]), ("B", ["A", "B", "C"]), ("C", ["A", "B", "C", "Y"]),
      ("X", ["A", "X"]), ("Z", ["Z"]),
    ] {
      let found = supersessions.versions(of: try CertificationCode(code))
      #expect(found == Set(try versions.map { try CertificationCode($0) }), "\(code)")
    }
  }

  @Test func `a registration is suspended until it is reinstated`() throws {
    var story = try Story("RNCP38052")
    let code = story.certification
    try story.record(
      "2024-03-01", .registrationSuspended(RegistrationSuspended(certification: code)))
    try story.record(
      "2024-05-01", .registrationReinstated(RegistrationReinstated(certification: code)))
    for (day, status) in [
      ("2024-02-29", RegistrationStatus.open), ("2024-03-01", .suspended),
      ("2024-04-30", .suspended), ("2024-05-01", .open), ("2026-09-20", .open),
      ("2026-09-21", .ended),
    ] {
      let day = try CalendarDate(day)
      let dates = story.ledger.log.state(on: day, known: story.ledger.end)
        .registrationDates(of: code)
      #expect(dates?.status(on: day) == status, "\(day)")
      #expect((dates?.suspendedOn != nil) == (status == .suspended), "\(day)")
    }
  }
}
