public import Events

/// What surrounds the blocks of an answer on prior validations.
public struct PriorContext: Hashable, Sendable {
  /// The windows of the candidacies for the certification and its versions, the last of each chain.
  public let windows: [PriorWindow]
  /// The window that the first recognition would open; nil where one is open already, or where the
  /// candidacy to enrol takes over an earlier one's.
  public let opening: PriorOpening?
  /// The latest decision on admissibility; nil if there is none.
  public let admissibility: PriorAdmissibility?
  /// The certificates in force, whole and partial, of the person's candidacies.
  public let certificates: [PriorCertificate]
  /// The live candidacy for the certification; nil if there is none.
  public let live: CandidacyID?
  /// How to record what counts.
  public let plan: PriorPlan
  /// Whether candidates may enrol for the certification.
  public let registration: RegistrationStatus
  /// The last day to enrol, inclusive; nil if none is recorded.
  public let lastEnrolmentDay: CalendarDate?
  /// The day of the person's death; nil if none is recorded by the day asked.
  public let deceasedOn: CalendarDate?
}

/// The completion window of one of the person's candidacies.
public struct PriorWindow: Hashable, Sendable {
  public let candidacy: CandidacyID
  public let certification: CertificationCode
  public let window: CompletionWindow
  /// Number of blocks held there.
  public let held: Int
  /// Whether the validity of every block held there is without limit.
  public let isHeldWithoutLimit: Bool
}

/// A completion window that would open on the day asked.
public struct PriorOpening: Hashable, Sendable {
  public let opensOn: CalendarDate
  /// Inclusive; nil: without limit.
  public let lastDay: CalendarDate?
  public let limit: TimeLimit
}

/// A decision on admissibility (*recevabilité*).
public struct PriorAdmissibility: Hashable, Sendable {
  public let candidacy: CandidacyID
  public let decidedOn: CalendarDate
  public let isFavourable: Bool
  /// The last day it is valid, inclusive; nil: without a last day.
  public let validUntil: CalendarDate?
  /// Whether it follows from silence.
  public let isTacit: Bool
  /// The decision; of a tacit one, the dossier submitted.
  public let position: Position
  /// Whether it makes that candidacy admissible on the day asked.
  public let isValid: Bool
  /// Whether another is needed: it is not valid, or not of the live candidacy.
  public let isToAskAgain: Bool
}

/// A certificate of one of the person's candidacies.
public struct PriorCertificate: Hashable, Sendable {
  public let candidacy: CandidacyID
  public let certificate: CertificateState
}

extension PriorSearch {
  /// The live candidacy for the certification, the latest enrolled of several; nil if there is none.
  var live: CandidacyID? {
    candidacies.last {
      certification(of: $0) == target && state.candidacy($0, on: day)?.isLive == true
    }
  }

  func certification(of candidacy: CandidacyID) -> CertificationCode? {
    state.records[candidacy]?.enrolment?.value.certification
  }

  func context(of blocks: [PriorValidation]) -> PriorContext {
    let versions = state.supersessions.versions(of: target)
    let related = candidacies.filter { certification(of: $0).map(versions.contains) ?? false }
    let states = candidacies.compactMap { state.candidacy($0, on: day) }
    let live = live
    let plan = plan(of: blocks, live, related)
    let dates = state.registrationDates(of: target)
    return PriorContext(
      windows: states.filter {
        versions.contains($0.certification) && $0.window.status != .none
          && state.isLastOfChain($0.candidacy)
      }.map(window(of:)),
      opening: opening(live, plan), admissibility: admissibility(related, live),
      certificates: states.flatMap { state in
        state.certificates.filter { $0.replacedBy == nil }
          .map { PriorCertificate(candidacy: state.candidacy, certificate: $0) }
      },
      live: live,
      plan: plan, registration: dates?.status(on: day) ?? .open,
      lastEnrolmentDay: dates?.lastEnrolmentDay,
      deceasedOn: candidacies.first.flatMap(state.deceased))
  }

  private func window(of candidacy: CandidacyState) -> PriorWindow {
    let held = places.filter { $0.candidacy == candidacy.candidacy }.compactMap(\.held)
    return PriorWindow(
      candidacy: candidacy.candidacy, certification: candidacy.certification,
      window: candidacy.window, held: held.count,
      isHeldWithoutLimit: held.allSatisfy { held in
        let framework = held.certification.flatMap { state.timeless.frameworks[$0] }
        return state.lastDay(ofValidityFrom: held.origin.day, framework) == nil
      })
  }

  private func opening(_ live: CandidacyID?, _ plan: PriorPlan) -> PriorOpening? {
    let isOpen = live.flatMap { state.candidacy($0, on: day)?.window.status }.map { $0 != .none }
    if isOpen ?? false || plan.enrolment?.completes != nil { return nil }
    let limit = state.completionWindow(from: day, framework)
    return PriorOpening(
      opensOn: day, lastDay: limit.years.map { day.adding(years: $0.value) }, limit: limit)
  }

  private func admissibility(
    _ related: [CandidacyID], _ live: CandidacyID?
  ) -> PriorAdmissibility? {
    let decided = related.filter { !state.admissibilities(of: $0, on: day).isEmpty }
    guard let id = decided.last(where: { $0 == live }) ?? decided.last else { return nil }
    let all = state.admissibilities(of: id, on: day)
    guard let last = all.last else { return nil }
    let isValid = all.valid(on: day) != nil
    return PriorAdmissibility(
      candidacy: id, decidedOn: last.firstDay, isFavourable: last.isFavourable,
      validUntil: last.lastDay, isTacit: last.isTacit, position: last.position, isValid: isValid,
      isToAskAgain: !(isValid && id == live))
  }
}
