package import Events

/// The changes of the roles that certifiers require of their juries.
package struct JuryPolicies: Sendable {
  /// In fold order, of one certification or several.
  package var changes: [JuryPolicyChanged] = []

  package init() {}

  /// The roles required on a day: by the change that took effect last, on that day or before, for
  /// this pathway or for all, the later in fold order of two of one day; before any change, by the
  /// framework, or if it states none, by the earliest change. Nil if no roles are
  /// stated at all.
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
    if let own = rule.jury { return (own.elements, rule.juryBasis ?? rule.basis) }
    return earliest.map { ($0.roles.elements, $0.basis) }
  }
}
