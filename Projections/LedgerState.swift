public import Events

/// The fold of the log up to a day: the records of every candidacy, and the policies, registrations
/// and cancelled juries that their states depend on.
///
/// ```swift
/// var state = LedgerState(timeless)
/// for envelope in eventsInFoldOrder { state.apply(envelope) }
/// state.candidacy(try CandidacyID("D-2021-004"), on: day)
/// ```
///
/// Apply, in fold order (day, then position), each event that occurred by the day asked and is
/// known, once; the events that ``TimelessFacts`` lists as annulled are ignored. Applying only the
/// events that concern one candidacy gives the same answer about it as applying all. Reads no
/// clock, no file, no locale, no random source.
///
/// Cost: one or two dictionary look-ups for each event; memory in proportion to the candidacies.
public struct LedgerState: Sendable {
  package let timeless: TimelessFacts
  /// For each candidacy with at least one fact, enrolled or not.
  package internal(set) var records = RecordTable<CandidacyID, CandidacyRecord>()
  /// For each candidacy, those that complete it, in fold order.
  var continuations: [CandidacyID: [CandidacyID]] = [:]
  var cancelledJuries: Set<JuryID> = []
  /// The juries annulled after they were held, by the first annulment of each.
  package internal(set) var annulledJuries: [JuryID: Moment] = [:]
  /// The days on which each jury sat, in fold order.
  package internal(set) var sittings: [JuryID: [CalendarDate]] = [:]
  /// The persons registered, by their current ids.
  package internal(set) var registered = RecordTable<CandidateID, Void>()
  var policies: [CertificationCode: Policies] = [:]
  package internal(set) var juryPolicies = JuryPolicies()
  /// The changes of registrations; a certification without any has no entry.
  var registrationChanges: [CertificationCode: RegistrationChanges] = [:]
  package private(set) var supersessions = Supersessions()
  private(set) var deaths = Deaths()

  public init(_ timeless: TimelessFacts) { self.timeless = timeless }

  /// The candidacies enrolled, in no particular order.
  public var candidacies: [CandidacyID] {
    records.compactMap { $0.value.enrolment == nil ? nil : $0.key }
  }

  /// Applies one event.
  public mutating func apply(_ envelope: Envelope) {
    let event = envelope.event
    if !timeless.annulled.isEmpty, timeless.annulled.contains(event.id) { return }
    apply(event.fact, at: Moment(envelope), waiving: event.waives)
  }

  /// Applies the fact of an event that is not annulled.
  ///
  /// - Parameter rules: those that are waived for it.
  package mutating func apply(_ fact: Fact, at moment: Moment, waiving rules: NonEmpty<RuleID>?) {
    apply(fact, moment)
    if let rules, let candidacy = fact.candidacy {
      records.change(candidacy) {
        $0.seldom.waivers.append(Waiver(position: moment.position, rules: rules.elements))
      }
    }
  }

  /// Changes a candidacy's record in place; creates it for its first fact.
  @inline(__always)
  private mutating func with(
    _ candidacy: CandidacyID, _ moment: Moment, _ change: (inout CandidacyRecord) -> Void
  ) {
    records.change(candidacy, orAdd: CandidacyRecord(firstDay: moment.day), change)
  }

  private mutating func apply(_ fact: Fact, _ moment: Moment) {
    switch fact {
    case .candidateEnrolled(let data): enrol(data, moment)
    case .positioningTestTaken(let data):
      with(data.candidacy, moment) { $0.position(data) }
    case .admissibilityDecided(let data):
      with(data.candidacy, moment) { $0.decideAdmissibility(data, moment) }
    case .dossierSubmitted(let data):
      with(data.candidacy, moment) { $0.submit(data.kind, moment) }
    case .trainingStarted(let data):
      with(data.candidacy, moment) { $0.prepare(moment) }
    case .competencyAssessed(let data):
      let competencies = timeless.competencies
      with(data.candidacy, moment) { $0.assess(data, moment, competencies) }
    case .pathwayChanged(let data):
      with(data.candidacy, moment) { $0.changePathway(data, moment) }
    case .candidacyWithdrawn(let data):
      with(data.candidacy, moment) { $0.close(moment, asTransfer: false) }
    case .candidacyTransferred(let data):
      with(data.candidacy, moment) { $0.close(moment, asTransfer: true) }
    case .candidacyReopened(let data):
      with(data.candidacy, moment) { $0.reopen(moment) }
    case .completionWindowExtended(let data):
      with(data.candidacy, moment) {
        $0.seldom.extensions.append(.init(value: data.until, moment: moment))
      }
    case .priorValidationRecognised(let data):
      let origin = origin(of: data, at: moment)
      with(data.candidacy, moment) { $0.recognise(data, moment, origin) }
    case .recognitionRevoked(let data):
      with(data.candidacy, moment) { $0.revokeRecognition(of: data.block, moment) }
    case .certificationAwarded(let data):
      with(data.candidacy, moment) { $0.grantAward(moment) }
    case .certificationRevoked(let data):
      revokeAward(data, moment)
    case .certificateIssued(let data):
      with(data.candidacy, moment) { $0.issue(data, moment) }
    case .certificateReissued(let data):
      with(data.candidacy, moment) { $0.reissue(data, moment) }
    case .partialCertificateIssued(let data):
      with(data.candidacy, moment) { $0.issue(data, moment) }
    case .certificateDuplicated(let data):
      with(data.candidacy, moment) { $0.duplicate(data, moment) }
    case .candidateSummoned(let data):
      with(data.candidacy, moment) { $0.withSummons(of: data.jury) { $0.summoned = moment } }
    case .summonsWithdrawn(let data):
      with(data.candidacy, moment) { $0.withSummons(of: data.jury) { $0.summoned = nil } }
    case .candidateAbsent(let data):
      with(data.candidacy, moment) { $0.withSummons(of: data.jury) { $0.isOver = true } }
    case .blockValidated(let data):
      with(data.candidacy, moment) { $0.decide(data, moment) }
      fallIfAnnulled(data.jury, data.candidacy, moment)
    case .blockRefused(let data):
      with(data.candidacy, moment) { $0.decide(data, moment) }
      fallIfAnnulled(data.jury, data.candidacy, moment)
    case .juryDecisionRevoked(let data):
      with(data.candidacy, moment) { $0.decisions.revoke(data, moment) }
    case .decisionAppealed(let data):
      with(data.candidacy, moment) { $0.decisions.appeal(data, moment) }
    case .appealDecided(let data):
      with(data.candidacy, moment) { $0.decisions.decideAppeal(data, moment) }
    case .awardDeclared(let data):
      with(data.candidacy, moment) { $0.deposit(data.flow, moment) }
    case .declarationAnswered(let data):
      with(data.candidacy, moment) { $0.answer(data.outcome, to: data.flow, moment) }
    case .insertionSurveyAnswered(let data):
      with(data.candidacy, moment) { $0.surveys.record(data) }
    case .resultNotified(let data):
      with(data.candidacy, moment) {
        $0.notifications.append(.init(value: data.jury, moment: moment))
      }
    // They only count for the record's first day: no state is derived from them.
    case .juryRecommended(let data): with(data.candidacy, moment) { _ in }
    case .prerequisiteVerified(let data): with(data.candidacy, moment) { _ in }
    case .selectionTestTaken(let data): with(data.candidacy, moment) { _ in }
    case .selectionInterviewHeld(let data): with(data.candidacy, moment) { _ in }
    case .trainingCompleted(let data): with(data.candidacy, moment) { _ in }
    case .juryMemberRecused(let data): with(data.candidacy, moment) { _ in }

    case .candidateDeceased(let data): deaths.record(timeless.person(data.candidate), moment)
    case .candidateRegistered(let data): registered.insert(timeless.person(data.candidate))
    case .juryHeld(let data): sittings[data.jury, default: []].append(moment.day)
    case .juryCancelled(let data):
      cancelledJuries.insert(data.jury)
    case .juryAnnulled(let data): annul(data.jury, moment)
    case .completionWindowPolicyChanged(let data):
      policies[data.certification, default: .init()].completionWindow.append(
        .init(
          effectiveOn: data.effectiveOn, limit: TimeLimit(years: data.years, basis: data.basis)))
    case .blockValidityPolicyChanged(let data):
      policies[data.certification, default: .init()].blockValidity.append(
        .init(
          effectiveOn: data.effectiveOn, limit: TimeLimit(years: data.years, basis: data.basis)))
    case .registrationRenewed(let data):
      registrationChanges[data.certification, default: .init()].renew(data, moment)
    case .certificationWithdrawn(let data):
      registrationChanges[data.certification, default: .init()].withdraw(data, moment)
    case .registrationSuspended(let data):
      registrationChanges[data.certification, default: .init()].suspend(moment)
    case .registrationReinstated(let data):
      registrationChanges[data.certification, default: .init()].reinstate(moment)
    case .certificationSuperseded(let data): supersessions.append(data, moment)
    case .juryPolicyChanged(let data): juryPolicies.changes.append(data)
    // In ``TimelessFacts``.
    case .certificationRegistered, .candidateMerged, .eventAnnulled: return
    // No state here depends on them.
    case .candidateIdentityCorrected, .candidateIdentityErased,
      .juryMemberIdentityErased, .certifierDescribed, .juryConvened, .juryRescheduled,
      .juryMemberAdded, .juryMemberReplaced, .juryDeliberated:
      return
    }
  }

  private mutating func enrol(_ data: CandidateEnrolled, _ moment: Moment) {
    var isFirst = false
    let blocks = timeless.frameworks[data.certification]?.blockCodes ?? []
    with(data.candidacy, moment) { isFirst = $0.enrol(data, moment, expecting: blocks) }
    guard isFirst else { return }
    if let earlier = data.completes, earlier != data.candidacy {
      continuations[earlier, default: []].append(data.candidacy)
    }
  }
}
