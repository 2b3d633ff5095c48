public import Events

/// A certification on one day: its framework, the policies in force, and where its candidacies stand.
public struct CertificationState: Hashable, Sendable {
  /// The framework as registered; renewals, withdrawal and supersession are not read into it.
  public let registration: CertificationRegistered
  /// Where it was registered.
  public let position: Position
  /// The time to complete in force on the day.
  public let completionWindow: TimeLimit
  /// The time a block is held in force on the day.
  public let blockValidity: TimeLimit
  /// How many candidacies are enrolled, whatever their status.
  public let candidacies: Int
  /// How many stand in each status; those of none are left out.
  public let byStatus: [CandidacyStatus: Int]
  /// How many came by each pathway; those of none are left out.
  public let byPathway: [Pathway: Int]
  /// How many completion windows are open: one for a chain of candidacies, its last one's.
  public let openWindows: Int
  /// Until when one may enrol and be awarded.
  public let registrationDates: RegistrationDates?
  /// The roles a jury must have on each open pathway, in the framework's order.
  public let juries: [JuryRequirement]
}

/// The roles a jury must have on a pathway, by the policy in force on a day.
public struct JuryRequirement: Hashable, Sendable {
  /// The pathway.
  public let pathway: Pathway
  /// Open only to complete a partial certification.
  public let completionOnly: Bool
  /// The roles; empty where none are stated.
  public let roles: [JuryRole]
  /// Where they come from.
  public let basis: Basis
}

extension LedgerState {
  /// A certification with its live figures on a day.
  ///
  /// Cost: one derivation for each of its candidacies.
  ///
  /// - Parameter day: the day asked, the same as the one the events were folded up to.
  /// - Returns: nil where the certification is not known.
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
      if state.status != .continued, state.window.status == .open { openWindows += 1 }
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
          roles: policy?.roles ?? [], basis: policy?.basis ?? rule.basis)
      })
  }
}
