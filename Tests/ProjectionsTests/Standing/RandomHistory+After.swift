import Events
import Projections
import TestSupport

/// Steps that ``RandomHistory/step()`` does not take, so that recorded seeds keep their histories.
extension RandomHistory {
  /// A log of a seed with facts of every kind that a standing depends on, and annulments.
  static func whole(seed: UInt64) throws -> [Envelope] {
    var history = try RandomHistory(seed: seed)
    for _ in 0..<30 {
      if history.dice.chance(70) { try history.stepAfter() } else { try history.step() }
    }
    return history.ledger.log
  }

  /// The facts about awards, juries' sessions, deaths and registrations.
  mutating func stepAfter() throws {
    let candidacy = try Self.candidacy(dice.chance(70) ? dice.below(2) : dice.below(5))
    let jury = try JuryID("J\(dice.below(3))")
    let code = dice.chance(60) ? certification : other.certification
    switch dice.below(100) {
    case ..<8: record(.certificationAwarded(CertificationAwarded(candidacy: candidacy)))
    case ..<16:
      record(
        .insertionSurveyAnswered(
          InsertionSurveyAnswered(
            candidacy: candidacy, after: dice.pick(SurveyMoment.allCases),
            employed: dice.chance(70), inTargetOccupation: dice.chance(50))))
    case ..<24: record(.resultNotified(ResultNotified(jury: jury, candidacy: candidacy)))
    case ..<30: record(.juryHeld(JuryHeld(jury: jury, present: nil)))
    case ..<46:
      record(
        .dossierSubmitted(
          DossierSubmitted(candidacy: candidacy, kind: dice.pick(DossierKind.allCases))))
    case ..<54:
      record(
        .pathwayChanged(
          PathwayChanged(
            candidacy: candidacy,
            pathway: dice.chance(70) ? .experience : dice.pick(Pathway.allCases))))
    case ..<57:
      record(.candidateDeceased(CandidateDeceased(candidate: try CandidateID("P\(dice.below(4))"))))
    case ..<66: try admit(candidacy)
    case ..<74: try limit(code)
    case ..<80: try changeRegistration(code)
    case ..<90: record(.candidateSummoned(CandidateSummoned(jury: jury, candidacy: candidacy)))
    case ..<94: try annulFramework()
    default: try annulOrMerge()
    }
  }

  private mutating func admit(_ candidacy: CandidacyID) throws {
    let day = dice.pick(days)
    ledger.record(
      .admissibilityDecided(
        AdmissibilityDecided(
          candidacy: candidacy, admissible: dice.chance(80),
          validUntil: dice.chance(80) ? day.adding(days: dice.below(900)) : nil)), on: day)
  }

  private mutating func limit(_ code: CertificationCode) throws {
    let years = dice.chance(20) ? nil : try Count(dice.below(7))
    let day = dice.pick(days).adding(days: dice.below(1500))
    record(
      dice.chance(50)
        ? .completionWindowPolicyChanged(
          CompletionWindowPolicyChanged(
            certification: code, years: years, effectiveOn: day, basis: .policy))
        : .blockValidityPolicyChanged(
          BlockValidityPolicyChanged(
            certification: code, years: years, effectiveOn: day, basis: .policy)))
  }

  private mutating func changeRegistration(_ code: CertificationCode) throws {
    let day = dice.pick(days).adding(days: dice.below(1500))
    switch dice.below(4) {
    case 0:
      record(
        .registrationRenewed(
          RegistrationRenewed(certification: code, expiresOn: day)))
    case 1:
      record(
        .certificationWithdrawn(
          CertificationWithdrawn(
            certification: code, lastDeliveryOn: dice.chance(60) ? day : nil)))
    case 2: record(.registrationSuspended(RegistrationSuspended(certification: code)))
    default: record(.registrationReinstated(RegistrationReinstated(certification: code)))
    }
  }

  /// Annuls the registration of a framework, or the annulment of one.
  private mutating func annulFramework() throws {
    let entry = ledger.log[dice.below(3)]
    let annulled = ledger.log.last {
      if case .eventAnnulled(let data) = $0.event.fact {
        data.entrySubjects.elements == entry.event.fact.subjects
      } else {
        false
      }
    }
    record(
      .eventAnnulled(
        EventAnnulled(
          event: (annulled ?? entry).event.id,
          entrySubjects: try NonEmpty(entry.event.fact.subjects), grounds: .clear(try FreeText("x"))
        )))
  }
}
