internal import Events
internal import Projections

/// R01 — the pathway is open for the certification; one open only to complete needs a block held or
/// claimed, and a claim that alone opened it is settled before the award.
struct OpenPathway: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 1),
    sentence: Text(
      "la voie d’accès est ouverte ; une voie ouverte seulement pour compléter une certification partielle suppose un bloc acquis, ou un bloc dont le candidat justifie, alors reconnu avant la délivrance",
      "the pathway is open; one open only to complete a partial certification needs a block held, or a block claimed, then recognised before the award"
    ),
    source: Text(
      "fiche, voies d’accès ; 3474, certification partielle",
      "fiche, pathways; 3474, partial certification"))
  let judges: Set<EventType> = [.candidateEnrolled, .pathwayChanged, .certificationAwarded]
  let reads: Set<Scope> = [.person, .certification]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    if case .certificationAwarded(let data) = entry.event.fact {
      return unsettledClaim(data.candidacy, state)
    }
    guard let choice = PathwayChoice(entry.event.fact, on: entry.day, in: state),
      let framework = state.timeless.frameworks[choice.certification]
    else { return nil }
    let pathways = framework.registration.pathways.elements
    let (pathway, certification) = (choice.pathway.text, choice.certification)
    guard let rule = choice.rule(in: state), rule.open else {
      let open = pathways.filter(\.open)
        .map { $0.pathway.text.stated(by: "pathway", $0.pathway) }.joined(separator: ", ")
      return Violation(
        Text(
          "la voie « \(pathway.french) » n’est pas ouverte pour \(certification)",
          "the pathway “\(pathway.english)” is not open for \(certification)"),
        remedy: Text(
          "une voie ouverte, parmi \(open.french)", "an open pathway, one of \(open.english)"))
    }
    guard rule.completionOnly == true, choice.claimed.isEmpty,
      !state.holdsABlock(choice.candidate, of: certification, on: entry.day)
    else { return nil }
    return Violation(
      Text(
        "la voie « \(pathway.french) » n’est ouverte pour \(certification) que pour compléter une certification partielle, et le candidat n’a aucun bloc acquis et ne justifie d’aucun",
        "the pathway “\(pathway.english)” is open for \(certification) only to complete a partial certification, and no block is held or claimed"
      ),
      remedy: Text(
        "une voie ouverte à tous, ou, dans `claims`, les blocs validés avant ce registre",
        "a pathway open to everyone, or, in `claims`, the blocks validated before this ledger"))
  }

  /// The violation of an award where a claim alone had opened the pathway now followed, and no block
  /// claimed is recognised.
  private func unsettledClaim(_ candidacy: CandidacyID, _ state: JudgingState) -> Violation? {
    guard state.isOpenedByClaimAlone(candidacy), let record = state.record(of: candidacy) else {
      return nil
    }
    let claimed = (record.enrolment?.value.claims?.elements ?? []).map(\.block)
    let isSettled = record.recognitions.contains {
      $0.revoked == nil && claimed.contains($0.block)
    }
    if isSettled { return nil }
    let blocks = claimed.map(\.text).joined(separator: ", ")
    return Violation(
      Text(
        "la voie suivie par \(candidacy) ne s’est ouverte que sur un justificatif, et aucun bloc justifié (\(blocks)) n’est reconnu",
        "the pathway of \(candidacy) was opened by a claim alone, and no block claimed (\(blocks)) is recognised"
      ),
      remedy: Text(
        "la reconnaissance d’un de ces blocs (PriorValidationRecognised), ou une voie ouverte à tous (PathwayChanged)",
        "the recognition of one of these blocks (PriorValidationRecognised), or a pathway open to everyone (PathwayChanged)"
      ))
  }
}

/// A pathway chosen, by an enrolment or a change.
struct PathwayChoice {
  let candidacy: CandidacyID
  let candidate: CandidateID
  let certification: CertificationCode
  let pathway: Pathway
  /// The blocks claimed that were validated by the day of the enrolment.
  let claimed: [BlockCode]

  /// - Returns: nil for a fact that chooses no pathway, and for a change before the enrolment.
  init?(_ fact: Fact, on day: CalendarDate, in state: JudgingState) {
    let enrolment: Enrolment
    let enrolledOn: CalendarDate
    if case .candidateEnrolled(let data) = fact {
      candidacy = data.candidacy
      (enrolment, enrolledOn, pathway) = (Enrolment(data), day, data.pathway)
    } else if case .pathwayChanged(let data) = fact,
      let enrolled = state.enrolment(of: data.candidacy)
    {
      candidacy = data.candidacy
      (enrolment, pathway) = (enrolled, data.pathway)
      enrolledOn = state.before.enrolment(of: data.candidacy)?.moment.day ?? day
    } else {
      return nil
    }
    candidate = enrolment.candidate
    certification = enrolment.certification
    claimed = (enrolment.claims?.elements ?? []).filter { $0.validatedOn <= enrolledOn }
      .map(\.block)
  }

  /// What the framework says of the pathway; nil where it does not name it.
  func rule(in state: JudgingState) -> PathwayRule? {
    state.timeless.frameworks[certification]?.registration.pathways.elements
      .first { $0.pathway == pathway }
  }

  /// Whether it is open only to complete, and no block but one claimed opens it.
  func isOpenedByClaimAlone(on day: CalendarDate, in state: JudgingState) -> Bool {
    !claimed.isEmpty && rule(in: state)?.completionOnly == true
      && !state.holdsABlock(candidate, of: certification, on: day)
  }
}
