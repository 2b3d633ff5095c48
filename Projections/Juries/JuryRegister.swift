public import Events

/// The fold of the events of one jury up to a day.
///
/// ```swift
/// var register = JuryRegister(of: try JuryID("J-2021-02"), timeless)
/// for envelope in eventsInFoldOrder { register.apply(envelope) }
/// register.register(on: day)
/// ```
///
/// Apply, in fold order (day, then position), each event of the jury and each jury policy of its
/// certification that occurred by the day asked and is known, once. Other events change nothing,
/// nor do those that ``TimelessFacts`` lists as annulled.
public struct JuryRegister: Sendable {
  /// The types of events about a certification that the register of its juries depends on.
  package static let certificationTypes: [EventType] = [
    .certificationRegistered, .juryPolicyChanged, .eventAnnulled,
  ]

  /// The types of events that the registers of all juries depend on, beside ``TimelessFacts/types``.
  package static let types: [EventType] = [
    .juryPolicyChanged, .juryConvened, .juryRescheduled, .juryCancelled, .juryAnnulled,
    .juryMemberAdded, .juryMemberReplaced, .juryMemberRecused, .juryHeld, .juryDeliberated,
    .candidateSummoned, .summonsWithdrawn, .candidateAbsent, .blockValidated, .blockRefused,
    .resultNotified, .juryRecommended, .juryDecisionRevoked, .decisionAppealed, .appealDecided,
  ]

  public let jury: JuryID
  let timeless: TimelessFacts
  /// The first convening; nil before it.
  private(set) var convened: (data: JuryConvened, moment: Moment)?
  /// The days that its session was moved to; nil while those first planned hold.
  package private(set) var rescheduledTo: SessionDays?
  /// The first cancellation.
  private(set) var cancelled: Moment?
  /// The first annulment of the jury.
  private(set) var annulled: Moment?
  private(set) var seats: [JurySeat] = []
  private(set) var recusals: [(member: MemberID, recusal: JurySeat.Recusal)] = []
  /// Every record that the jury sat, in fold order; of one day, the last recorded counts.
  private(set) var presences: [JuryPresence] = []
  private(set) var candidacies: [JuryCandidacy] = []
  private(set) var minutes: [JuryMinutes] = []
  private var policies = JuryPolicies()

  public init(of jury: JuryID, _ timeless: TimelessFacts) {
    self.jury = jury
    self.timeless = timeless
  }

  /// Applies one event.
  public mutating func apply(_ envelope: Envelope) {
    let event = envelope.event
    if timeless.annulled.contains(event.id) { return }
    apply(event.fact, Moment(envelope))
  }

  /// The jury's register on a day.
  ///
  /// - Parameter day: the day asked, which must be the day up to which the events were folded.
  /// - Returns: nil before the jury is convened.
  public func register(on day: CalendarDate) -> JuryState? {
    guard let convened, let (status, position) = statusAndPosition else { return nil }
    let session = rescheduledTo ?? SessionDays(convened.data)
    let seats = seats.map { seat in
      var seat = seat
      seat.recusals = recusals.filter { $0.member == seat.member }.map(\.recusal)
      return seat
    }
    return JuryState(
      jury: jury, certification: convened.data.certification, status: status, position: position,
      session: session, convenedFor: convened.data.sessionOn, mode: convened.data.mode,
      place: convened.data.place, isCompositionKnown: !isCompositionUnknown,
      members: seats.filter { $0.until == nil },
      formerMembers: seats.filter { $0.until != nil }, sittings: sittings,
      composition: composition(for: convened.data.certification, on: session.first),
      candidacies: candidacies, minutes: minutes)
  }

  /// The status, and the event that determined it; nil before the jury is convened.
  private var statusAndPosition: (JuryStatus, Position)? {
    if let annulled { return (.annulled, annulled.position) }
    if let cancelled { return (.cancelled, cancelled.position) }
    if let last = minutes.last { return (.deliberated, last.position) }
    if let sitting { return (.held, sitting.position) }
    return convened.map { (.convened, $0.moment.position) }
  }

  /// The roles required on the session's first day, and those missing, for each open pathway with
  /// stated roles; none for a jury of unknown composition.
  private func composition(
    for certification: CertificationCode, on day: CalendarDate
  ) -> [JuryComposition] {
    if isCompositionUnknown { return [] }
    let rules = timeless.frameworks[certification]?.registration.pathways.elements ?? []
    let members = seats.filter { $0.until == nil }
    return rules.filter(\.open).compactMap { rule in
      policies.inForce(on: day, rule, of: certification).map { roles, basis in
        JuryComposition(
          pathway: rule.pathway, required: roles, basis: basis,
          missing: JuryRole.missing(roles, among: members),
          sittings: sittings.map { sitting in
            (sitting.heldOn, JuryRole.missing(roles, among: present(at: sitting)))
          }.map { JuryComposition.SittingGap(heldOn: $0, missing: $1) })
      }
    }
  }
}

extension JuryRegister {
  private mutating func apply(_ fact: Fact, _ moment: Moment) {
    switch fact {
    case .juryConvened(let data) where data.jury == jury: convene(data, moment)
    case .juryRescheduled(let data) where data.jury == jury: rescheduledTo = SessionDays(data)
    case .juryCancelled(let data) where data.jury == jury: cancelled = cancelled ?? moment
    case .juryAnnulled(let data) where data.jury == jury: annul(moment)
    case .juryMemberAdded(let data) where data.jury == jury: seat(data.by, .added, moment)
    case .juryMemberReplaced(let data) where data.jury == jury: replace(data, moment)
    case .juryMemberRecused(let data) where data.jury == jury:
      recusals.append(
        (data.member, .init(candidacy: data.candidacy, moment: moment)))
    case .juryHeld(let data) where data.jury == jury:
      presences.append(
        JuryPresence(
          heldOn: moment.day, position: moment.position, members: data.present?.elements))
    case .juryDeliberated(let data) where data.jury == jury:
      minutes.append(
        JuryMinutes(reference: data.minutes, signedOn: moment.day, position: moment.position))
    case .candidateSummoned(let data) where data.jury == jury:
      with(data.candidacy) { $0.summon(moment) }
    case .summonsWithdrawn(let data) where data.jury == jury:
      with(data.candidacy) { $0.withdraw(moment) }
    case .candidateAbsent(let data) where data.jury == jury:
      with(data.candidacy) {
        $0.absences.append(.init(excused: data.excused, moment: moment))
      }
    case .blockValidated(let data) where data.jury == jury:
      decide(data.candidacy, moment) { $0.decide(data, moment) }
    case .blockRefused(let data) where data.jury == jury:
      decide(data.candidacy, moment) { $0.decide(data, moment) }
    case .resultNotified(let data) where data.jury == jury:
      withDecided(data.candidacy) { $0.notified = .init(on: moment.day, position: moment.position) }
    case .juryRecommended(let data) where data.jury == jury:
      withDecided(data.candidacy) { $0.recommended = moment.position }
    case .juryDecisionRevoked(let data) where data.jury == jury:
      withDecided(data.candidacy) { $0.blockDecisions.revoke(data, moment) }
    case .decisionAppealed(let data) where data.jury == jury:
      withDecided(data.candidacy) { $0.blockDecisions.appeal(data, moment) }
    case .appealDecided(let data) where data.jury == jury:
      withDecided(data.candidacy) { $0.blockDecisions.decideAppeal(data, moment) }
    case .juryPolicyChanged(let data): policies.changes.append(data)
    // Of another jury.
    case .juryConvened, .juryRescheduled, .juryCancelled, .juryMemberAdded, .juryMemberReplaced,
      .juryMemberRecused, .juryHeld, .juryDeliberated, .candidateSummoned, .summonsWithdrawn,
      .candidateAbsent, .blockValidated, .blockRefused, .juryDecisionRevoked, .decisionAppealed,
      .appealDecided, .juryAnnulled, .resultNotified, .juryRecommended:
      return
    // In ``TimelessFacts``.
    case .certificationRegistered, .candidateMerged, .eventAnnulled: return
    // Not about a jury.
    case .registrationRenewed, .certificationWithdrawn, .certificationSuperseded,
      .completionWindowPolicyChanged, .blockValidityPolicyChanged, .candidateRegistered,
      .candidateIdentityCorrected, .candidateIdentityErased, .candidateEnrolled,
      .prerequisiteVerified, .selectionTestTaken, .selectionInterviewHeld, .positioningTestTaken,
      .admissibilityDecided, .dossierSubmitted, .trainingStarted, .trainingCompleted,
      .competencyAssessed, .candidacyWithdrawn, .candidacyTransferred, .candidacyReopened,
      .completionWindowExtended, .priorValidationRecognised, .recognitionRevoked,
      .certificationAwarded, .certificateIssued, .certificateReissued, .partialCertificateIssued,
      .certificationRevoked, .awardDeclared, .declarationAnswered, .insertionSurveyAnswered,
      .registrationSuspended, .registrationReinstated, .certifierDescribed, .candidateDeceased,
      .juryMemberIdentityErased, .pathwayChanged, .certificateDuplicated:
      return
    }
  }

  /// Records the first convening; a second one changes nothing.
  private mutating func convene(_ data: JuryConvened, _ moment: Moment) {
    guard convened == nil else { return }
    convened = (data, moment)
    for member in data.members?.elements ?? [] { seat(member, .convened, moment) }
  }

  /// Gives a member a seat, unless the member already has one in that role.
  private mutating func seat(
    _ member: JuryMember, _ appointment: JurySeat.Appointment, _ moment: Moment
  ) {
    let sits = seats.contains {
      $0.member == member.member && $0.role == member.role && $0.until == nil
    }
    if !sits { seats.append(JurySeat(member, appointment, moment)) }
  }

  /// Ends every seat of the member replaced and seats the other, even if the first had no seat.
  private mutating func replace(_ data: JuryMemberReplaced, _ moment: Moment) {
    for index in seats.indices
    where seats[index].member == data.member && seats[index].until == nil {
      seats[index].until = moment.position
      seats[index].leftOn = moment.day
    }
    seat(data.by, .replacing(data.member), moment)
  }

  private mutating func with(_ id: CandidacyID, _ change: (inout JuryCandidacy) -> Void) {
    let index = candidacies.firstIndex { $0.candidacy == id } ?? candidacies.endIndex
    if index == candidacies.endIndex { candidacies.append(JuryCandidacy(id)) }
    change(&candidacies[index])
  }

  /// Adds a decision; one of an annulled jury has fallen.
  private mutating func decide(
    _ id: CandidacyID, _ moment: Moment, _ change: (inout BlockDecisions) -> Void
  ) {
    let (isAnnulled, jury) = (annulled != nil, jury)
    with(id) {
      change(&$0.blockDecisions)
      if isAnnulled { $0.blockDecisions.fall(of: jury, moment) }
    }
  }

  /// Records the first annulment of the jury: its decisions have fallen.
  private mutating func annul(_ moment: Moment) {
    guard annulled == nil else { return }
    annulled = moment
    for index in candidacies.indices {
      candidacies[index].blockDecisions.fall(of: jury, moment)
    }
  }

  /// Like ``with(_:_:)``, but does not add a candidacy: a revocation, an appeal, its outcome or the
  /// news of a result is of no candidacy that this jury has not met.
  private mutating func withDecided(
    _ id: CandidacyID, _ change: (inout JuryCandidacy) -> Void
  ) {
    let index = candidacies.firstIndex { $0.candidacy == id }
    if let index { change(&candidacies[index]) }
  }
}
