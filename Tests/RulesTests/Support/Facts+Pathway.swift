import Events

/// Facts of a candidacy's pathway, dossiers and person, and of a registration suspended.
extension Fact {
  static func changed(
    to pathway: Pathway, public audience: Audience? = nil, of candidacy: String = "D1"
  ) throws -> Fact {
    .pathwayChanged(
      PathwayChanged(
        candidacy: try CandidacyID(candidacy), pathway: pathway, audience: audience))
  }

  static func dossier(_ kind: DossierKind, of candidacy: String = "D1") throws -> Fact {
    .dossierSubmitted(DossierSubmitted(candidacy: try CandidacyID(candidacy), kind: kind))
  }

  static func deceased(_ candidate: String = "P1") throws -> Fact {
    .candidateDeceased(CandidateDeceased(candidate: try CandidateID(candidate)))
  }

  static func suspended() throws -> Fact {
    .registrationSuspended(RegistrationSuspended(certification: try CertificationCode("T1")))
  }

  static func reinstated() throws -> Fact {
    .registrationReinstated(RegistrationReinstated(certification: try CertificationCode("T1")))
  }

  /// A withdrawal of the certification that states no last delivery day, unless given.
  static func certificationWithdrawn(lastDeliveryOn day: String? = nil) throws -> Fact {
    .certificationWithdrawn(
      CertificationWithdrawn(
        certification: try CertificationCode("T1"),
        lastDeliveryOn: try day.map { try CalendarDate($0) }))
  }
}
