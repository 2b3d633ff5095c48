internal import EventLog
public import Events
internal import Projections

extension Question {
  /// The framework of a candidacy's certification, and the event that registered it.
  ///
  /// - Returns: nil if the candidacy is not enrolled or the framework is not known.
  /// - Throws: ``LogFailure``.
  public func framework(
    of candidacy: CandidacyID
  ) throws -> (registration: CertificationRegistered, entry: EventID)? {
    guard let enrolment = try log.enrolment(of: candidacy, known: known) else { return nil }
    let events = try log.events(
      EventQuery(
        subjects: [.certification(enrolment.certification)],
        types: [.certificationRegistered, .eventAnnulled], through: known))
    let framework = TimelessFacts(events).frameworks[enrolment.certification]
    guard let framework,
      let entry = events.first(where: { $0.position == framework.position })
    else { return nil }
    return (framework.registration, entry.event.id)
  }

  /// The certifier of a framework: as described by the day asked, else the first that the framework names.
  ///
  /// - Returns: nil if nothing names one.
  /// - Throws: ``LogFailure``.
  public func certifier(of registration: CertificationRegistered) throws -> Certifier? {
    try certifier(of: registration.certification)?.description.certifier
      ?? registration.certifiers?.elements.first
  }
}
