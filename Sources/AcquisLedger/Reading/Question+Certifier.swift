internal import EventLog
public import Events
internal import Projections

extension Question {
  /// The latest description of the certifier of a certification, by the day asked, and its position; nil
  /// where none is recorded. Of a framework that names no certifier, it is one whose description says when
  /// the certification was registered.
  ///
  /// Cost: an index read for the framework and one for each of its certifiers.
  ///
  /// - Throws: ``LogFailure``.
  public func certifier(
    of certification: CertificationCode
  ) throws -> (description: CertifierDescribed, position: Position)? {
    let certifiers = try log.events(
      EventQuery(
        subjects: [.certification(certification)],
        types: [.certificationRegistered, .eventAnnulled], through: known)
    ).effective.flatMap { entry -> [Certifier] in
      if case .certificationRegistered(let data) = entry.event.fact,
        data.certification == certification
      {
        return data.certifiers?.elements ?? []
      }
      return []
    }
    for certifier in certifiers {
      if let found = try self.certifier(certifier.siret) { return found }
    }
    if !certifiers.isEmpty { return nil }
    // The framework names no certifier: one whose description says when this certification was registered.
    let described = try log.events(
      EventQuery(
        subjects: [.certification(certification)], types: [.certifierDescribed, .eventAnnulled],
        through: known, order: .fold)
    ).effective
    for entry in described.reversed() where entry.event.occurredOn <= on {
      guard case .certifierDescribed(let data) = entry.event.fact else { continue }
      if let found = try self.certifier(data.certifier.siret) { return found }
    }
    return nil
  }

  /// The latest description of a certifier by the day asked, and its position.
  public func certifier(
    _ siret: SIRET
  ) throws -> (description: CertifierDescribed, position: Position)? {
    let entries = try log.events(
      EventQuery(
        subjects: [.certifier(siret)], types: [.certifierDescribed, .eventAnnulled],
        through: known, order: .fold)
    ).effective
    for entry in entries.reversed() where entry.event.occurredOn <= on {
      if case .certifierDescribed(let data) = entry.event.fact {
        return (description: data, position: entry.position)
      }
    }
    return nil
  }
}

extension [Envelope] {
  /// Those that no annulment among them passes over.
  fileprivate var effective: [Envelope] {
    let annulled = TimelessFacts(self).annulled
    return filter { !annulled.contains($0.event.id) }
  }
}
