package import Events

extension CandidacyRecord {
  /// What is asked of candidacies by validation of experience: dossiers and decisions on admissibility
  /// (*recevabilité*).
  package struct ExperienceFacts: Blank {
    var admissibilityDecisions: [Dated<AdmissibilityOutcome>] = []
    var dossiers: [Dated<DossierKind>] = []

    package init() {}
  }

  /// A decision on admissibility.
  package struct AdmissibilityOutcome: Sendable {
    package let admissible: Bool
    /// Last day of validity, inclusive; nil: without limit.
    package let validUntil: CalendarDate?
  }

  /// The decisions on admissibility recorded, in fold order.
  package var admissibilityDecisions: [Dated<AdmissibilityOutcome>] {
    $experience.isBlank ? [] : experience.admissibilityDecisions
  }

  /// The dossiers submitted, in fold order.
  package var dossiers: [Dated<DossierKind>] { $experience.isBlank ? [] : experience.dossiers }

  /// The latest decision on admissibility that is recorded.
  package var admissibility: Dated<AdmissibilityOutcome>? { admissibilityDecisions.last }

  mutating func decideAdmissibility(_ data: AdmissibilityDecided, _ moment: Moment) {
    experience.admissibilityDecisions.append(
      Dated(
        value: AdmissibilityOutcome(admissible: data.admissible, validUntil: data.validUntil),
        moment: moment))
  }

  /// Records a dossier; any but one for admissibility prepares the candidacy.
  mutating func submit(_ kind: DossierKind, _ moment: Moment) {
    experience.dossiers.append(Dated(value: kind, moment: moment))
    if kind != .admissibility { prepare(moment) }
  }
}
