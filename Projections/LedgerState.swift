public import Events

/// The fold of the log: what was recorded of every candidacy, jury, policy and registration up to a day.
///
/// ```swift
/// var state = LedgerState(knowledge)
/// for envelope in eventsInFoldOrder { state.apply(envelope) }
/// state.candidacy(try CandidacyID("D-2021-004"), on: day)
/// ```
///
/// Fed with events in fold order (day, then position), each at most once, none that occurred after the
/// day asked or came in after what is known. It leaves out what ``Knowledge`` says is annulled. It may
/// be fed with every event or only with those that bear on one candidacy: the answer about it is the
/// same. Reads no clock, no file, no locale, no random source.
///
/// Cost: a dictionary look-up or two an event; memory by candidacy.
public struct LedgerState: Sendable {
  package let knowledge: Knowledge
  package internal(set) var records: [CandidacyID: CandidacyRecord] = [:]
  /// For each candidacy, those that complete it, in fold order.
  var continuations: [CandidacyID: [CandidacyID]] = [:]
  var cancelledJuries: Set<JuryID> = []
  var policies: [CertificationCode: Policies] = [:]
  var juryPolicies = JuryPolicies()
  /// What became of each registration since the framework, where anything did.
  var registrationChanges: [CertificationCode: RegistrationChanges] = [:]

  public init(_ knowledge: Knowledge) { self.knowledge = knowledge }

  /// The candidacies enrolled, in no order.
  public var candidacies: [CandidacyID] {
    records.compactMap { $0.value.enrolment == nil ? nil : $0.key }
  }

  /// Takes one event in.
  public mutating func apply(_ envelope: Envelope) {
    let event = envelope.event
    if !knowledge.annulled.isEmpty, knowledge.annulled.contains(event.id) { return }
    apply(event.fact, Moment(day: event.occurredOn, position: envelope.position))
    if let rules = event.waives, let candidacy = event.fact.candidacy {
      records[candidacy]?.waivers.append(Waiver(position: envelope.position, rules: rules.elements))
    }
  }

  private mutating func apply(_ fact: Fact, _ moment: Moment) {
    switch fact {
    case .candidateEnrolled(let data):
      let isFirst = records[data.candidacy, default: .init()].enrol(data, moment)
      if isFirst, let earlier = data.completes, earlier != data.candidacy {
        continuations[earlier, default: []].append(data.candidacy)
      }
    case .admissibilityDecided(let data):
      records[data.candidacy, default: .init()].admissibility = .init(value: data, moment: moment)
    case .dossierSubmitted(let data):
      if data.kind != .admissibility { records[data.candidacy, default: .init()].prepare(moment) }
    case .trainingStarted(let data):
      records[data.candidacy, default: .init()].prepare(moment)
    case .competencyAssessed(let data):
      records[data.candidacy, default: .init()].assess(data, moment, knowledge.competencies)
    case .candidacyWithdrawn(let data):
      records[data.candidacy, default: .init()].withdrawal = moment
    case .candidacyTransferred(let data):
      records[data.candidacy, default: .init()].withdrawal = moment
    case .candidacyReopened(let data):
      records[data.candidacy, default: .init()].withdrawal = nil
    case .completionWindowExtended(let data):
      records[data.candidacy, default: .init()].extensions.append(
        .init(value: data.until, moment: moment))
    case .priorValidationRecognised(let data):
      records[data.candidacy, default: .init()].recognitions.append(
        .init(block: data.block, source: data.source, moment: moment))
    case .recognitionRevoked(let data):
      records[data.candidacy, default: .init()].revokeRecognition(of: data.block, moment)
    case .certificationAwarded(let data):
      records[data.candidacy, default: .init()].grantAward(moment)
    case .certificationRevoked(let data):
      records[data.candidacy, default: .init()].revokeAward(moment)
    case .certificateIssued(let data):
      records[data.candidacy, default: .init()].certificate = .init(
        value: data.number, moment: moment)
    case .certificateReissued(let data):
      records[data.candidacy, default: .init()].reissue(data, moment)
    case .candidateSummoned(let data):
      records[data.candidacy, default: .init()].withSummons(of: data.jury) { $0.called = moment }
    case .summonsWithdrawn(let data):
      records[data.candidacy, default: .init()].withSummons(of: data.jury) { $0.called = nil }
    case .candidateAbsent(let data):
      records[data.candidacy, default: .init()].withSummons(of: data.jury) { $0.isOver = true }
    case .blockValidated(let data):
      records[data.candidacy, default: .init()].decide(
        .init(block: data.block, jury: data.jury, validated: true, moment: moment))
    case .blockRefused(let data):
      records[data.candidacy, default: .init()].decide(
        .init(block: data.block, jury: data.jury, validated: false, moment: moment))
    case .juryDecisionRevoked(let data):
      records[data.candidacy, default: .init()].settle(data.block, of: data.jury, .revoked(moment))
    case .appealDecided(let data):
      records[data.candidacy, default: .init()].decideAppeal(data)
    case .decisionAppealed(let data):
      records[data.candidacy, default: .init()].appeal(data.block, of: data.jury)
    case .juryCancelled(let data):
      cancelledJuries.insert(data.jury)
    case .completionWindowPolicyChanged(let data):
      policies[data.certification, default: .init()].completionWindow.append(
        .init(
          effectiveOn: data.effectiveOn, limit: TimeLimit(years: data.years, basis: data.basis)))
    case .blockValidityPolicyChanged(let data):
      policies[data.certification, default: .init()].blockValidity.append(
        .init(
          effectiveOn: data.effectiveOn, limit: TimeLimit(years: data.years, basis: data.basis)))
    case .awardDeclared(let data):
      records[data.candidacy, default: .init()].deposit(data.flow, moment)
    case .declarationAnswered(let data):
      records[data.candidacy, default: .init()].answer(data.outcome, to: data.flow, moment)
    case .insertionSurveyAnswered(let data):
      records[data.candidacy, default: .init()].surveys.take(data)
    case .registrationRenewed(let data):
      registrationChanges[data.certification, default: .init()].renew(data, moment)
    case .certificationWithdrawn(let data):
      registrationChanges[data.certification, default: .init()].withdraw(data, moment)
    case .juryPolicyChanged(let data): juryPolicies.changes.append(data)
    // Known whatever the day: ``Knowledge``.
    case .certificationRegistered, .candidateMerged, .eventAnnulled: return
    // Nothing derived here comes from them.
    case .certificationSuperseded, .candidateRegistered,
      .candidateIdentityCorrected, .candidateIdentityErased, .prerequisiteVerified,
      .selectionTestTaken, .selectionInterviewHeld, .positioningTestTaken, .trainingCompleted,
      .partialCertificateIssued, .juryConvened, .juryRescheduled, .juryMemberAdded,
      .juryMemberReplaced, .juryMemberRecused, .juryHeld, .juryDeliberated:
      return
    }
  }
}
