public import Events

/// A certification on one day: its framework, the policies in force, and the states of its
/// candidacies counted.
public struct CertificationState: Hashable, Sendable {
  /// The framework as first registered, without later renewals, withdrawals and supersessions.
  public let registration: CertificationRegistered
  /// The event that registered it.
  public let position: Position
  /// The length of the completion window in force on the day.
  public let completionWindow: TimeLimit
  /// The validity of a block in force on the day.
  public let blockValidity: TimeLimit
  /// Number of candidacies enrolled, in any status.
  public let candidacies: Int
  /// Number of candidacies in each status; a status without any is left out.
  public let byStatus: [CandidacyStatus: Int]
  /// Number of candidacies by pathway; a pathway without any is left out.
  public let byPathway: [Pathway: Int]
  /// Number of open completion windows; a chain of candidacies has one, that of its last candidacy.
  public let openWindows: Int
  public let registrationDates: RegistrationDates?
  /// The roles required of a jury for each open pathway, in the framework's order.
  public let juries: [JuryRequirement]
  /// What succeeds it and what it succeeds, on the day, in fold order.
  public let successions: [Succession]
}

/// The roles required of a jury for a pathway, by the policy in force on a day.
public struct JuryRequirement: Hashable, Sendable {
  public let pathway: Pathway
  /// Whether the pathway is open only to complete a partial certification.
  public let completionOnly: Bool
  /// Empty if none are stated.
  public let roles: [JuryRole]
  public let basis: Basis
}

extension LedgerState {
  /// The state of a certification on a day.
  ///
  /// Cost: one derivation for each of its candidacies.
  ///
  /// - Parameter day: the day asked, which must be the day up to which the events were folded.
  /// - Returns: nil if the certification is not known.
  public func certification(
    _ code: CertificationCode, on day: CalendarDate
  ) -> CertificationState? {
    guard let framework = timeless.frameworks[code] else { return nil }
    let registration = framework.registration
    let changes = policies[code] ?? Policies()
    var (count, openWindows) = (0, 0)
    var byStatus: [CandidacyStatus: Int] = [:]
    var byPathway: [Pathway: Int] = [:]
    for (id, record) in records where record.enrolment?.value.certification == code {
      guard let state = candidacy(id, on: day) else { continue }
      count += 1
      byStatus[state.status, default: 0] += 1
      byPathway[state.pathway, default: 0] += 1
      if state.window.status == .open, isLastOfChain(id) { openWindows += 1 }
    }
    return CertificationState(
      registration: registration, position: framework.position,
      completionWindow: Policies.inForce(
        on: day, among: changes.completionWindow, else: registration.completionWindow),
      blockValidity: Policies.inForce(
        on: day, among: changes.blockValidity, else: registration.blockValidity),
      candidacies: count, byStatus: byStatus, byPathway: byPathway, openWindows: openWindows,
      registrationDates: registrationDates(of: code),
      juries: registration.pathways.elements.filter(\.open).map { rule in
        let policy = juryPolicies.inForce(on: day, rule, of: code)
        return JuryRequirement(
          pathway: rule.pathway, completionOnly: rule.completionOnly ?? false,
          roles: policy?.roles ?? [], basis: policy?.basis ?? rule.juryBasis ?? rule.basis)
      }, successions: supersessions.naming(code))
  }
}
