package import Events

/// The roles a certifier asks of its juries, as they changed.
package struct JuryPolicies: Sendable {
  /// Changes of one certification or several, in fold order.
  package var changes: [JuryPolicyChanged] = []

  package init() {}

  /// The roles asked on a day, that day's own changes included: the change that took effect last, of
  /// this pathway or of all, the later recorded of two of one day; before any, the framework's own, or
  /// where it states none, the earliest change (DOMAIN §2). Nil where no roles are stated at all.
  package func inForce(
    on day: CalendarDate, _ rule: PathwayRule, of certification: CertificationCode
  ) -> (roles: [JuryRole], basis: Basis)? {
    var (latest, earliest): (JuryPolicyChanged?, JuryPolicyChanged?)
    for change in changes
    where change.certification == certification
      && (change.pathway ?? rule.pathway) == rule.pathway
    {
      if earliest.map({ change.effectiveOn < $0.effectiveOn }) ?? true { earliest = change }
      if day < change.effectiveOn { continue }
      if latest.map({ $0.effectiveOn <= change.effectiveOn }) ?? true { latest = change }
    }
    if let latest { return (latest.roles.elements, latest.basis) }
    if let own = rule.jury { return (own.elements, rule.basis) }
    return earliest.map { ($0.roles.elements, $0.basis) }
  }
}
