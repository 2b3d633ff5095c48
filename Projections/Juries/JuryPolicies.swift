package import Events

/// The roles a certifier asks of its juries, as they changed.
package struct JuryPolicies: Sendable {
  /// Changes of one certification or several, in fold order.
  package var changes: [JuryPolicyChanged] = []

  package init() {}

  /// The roles asked on a day, that day's own changes included: the change that took effect last, of
  /// this pathway or of all, the later recorded of two of one day; before any, the framework's own. Nil
  /// where the pathway is closed or no roles are stated.
  package func inForce(
    on day: CalendarDate, _ rule: PathwayRule, of certification: CertificationCode
  ) -> (roles: [JuryRole], basis: Basis)? {
    guard rule.open else { return nil }
    var latest: JuryPolicyChanged?
    for change in changes
    where change.certification == certification && change.effectiveOn <= day
      && (change.pathway ?? rule.pathway) == rule.pathway
    {
      if let found = latest, found.effectiveOn > change.effectiveOn { continue }
      latest = change
    }
    if let latest { return (latest.roles.elements, latest.basis) }
    return rule.jury.map { ($0.elements, rule.basis) }
  }
}
