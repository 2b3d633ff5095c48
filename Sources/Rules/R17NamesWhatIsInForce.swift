internal import Events
internal import Projections

/// R17 — a revocation, an appeal, its outcome or an annulment names what is in force; a merge names two
/// persons; a framework in use is not annulled.
struct NamesWhatIsInForce: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 17),
    sentence: Text(
      "une révocation, un recours, son issue ou une annulation porte sur ce qui est en vigueur ; une fusion, sur deux personnes ; un référentiel qui sert n’est pas annulé",
      "a revocation, an appeal, its outcome or an annulment names what is in force; a merge names two persons; a framework in use is not annulled"
    ),
    source: Text(
      "règle interne", "house rule"))
  let judges: Set<EventType> = [
    .juryDecisionRevoked, .decisionAppealed, .appealDecided, .recognitionRevoked,
    .certificationRevoked, .eventAnnulled, .candidateMerged,
  ]
  let reads: Set<Scope> = [.annulments]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    let fact = entry.event.fact
    if case .juryDecisionRevoked(let data) = fact {
      return decision(data.candidacy, data.jury, data.block, state)
    }
    if case .decisionAppealed(let data) = fact {
      return decision(data.candidacy, data.jury, data.block, state)
    }
    if case .eventAnnulled(let data) = fact { return annulment(data, entry, state) }
    if case .candidateMerged(let data) = fact {
      return state.timeless.isRepeated(data, at: entry.position) ? repeated(data) : nil
    }
    guard let candidacy = fact.candidacy else { return nil }
    let record = state.record(of: candidacy)
    if case .appealDecided(let data) = fact {
      let decisions = record?.decisions
      return decisions?.hasPendingAppeal(on: data.block, of: data.jury) == true
        ? nil
        : violation(
          Text(
            "aucun recours contre une décision du jury \(data.jury) sur \(data.block) n’est en cours",
            "no appeal against a decision of jury \(data.jury) on \(data.block) is pending"),
          candidacy)
    }
    if case .recognitionRevoked(let data) = fact {
      let isInForce = record?.recognitions.contains {
        $0.block == data.block && record?.isGranting($0) == true
      }
      return isInForce == true
        ? nil
        : violation(
          Text(
            "aucune reconnaissance de \(data.block) n’est en vigueur",
            "no recognition of \(data.block) is in force"), candidacy)
    }
    guard record?.isAwarded == true else {
      return violation(
        Text("il n’y a pas de délivrance à révoquer", "there is no award to revoke"), candidacy)
    }
    guard case .certificationRevoked(let data) = fact else { return nil }
    return unheld(data, on: entry.day, state)
  }

  private func decision(
    _ candidacy: CandidacyID, _ jury: JuryID, _ block: BlockCode, _ state: JudgingState
  ) -> Violation? {
    state.record(of: candidacy)?.decisions.isDecided(block, by: jury) == true
      ? nil
      : violation(
        Text(
          "aucune décision du jury \(jury) sur \(block) n’est en vigueur",
          "no decision of jury \(jury) on \(block) is in force"), candidacy)
  }

  private func violation(_ absence: Text, _ candidacy: CandidacyID) -> Violation {
    Violation(
      Text("\(absence.french) pour \(candidacy)", "\(absence.english) for \(candidacy)"),
      remedy: Text(
        "ce qui est en vigueur ce jour-là, selon la chronologie de \(candidacy)",
        "what is in force on that day, by the timeline of \(candidacy)"))
  }
}

extension NamesWhatIsInForce {
  /// The blocks that the revocation of an award names are held.
  private func unheld(
    _ data: CertificationRevoked, on day: CalendarDate, _ state: JudgingState
  ) -> Violation? {
    let held = state.held(by: data.candidacy, on: day)
    let missing = (data.blocks?.elements ?? []).filter { !held.contains($0) }.map(\.text)
    if missing.isEmpty { return nil }
    let list = missing.joined(separator: ", ")
    return Violation(
      Text("\(data.candidacy) n’a pas acquis \(list)", "\(data.candidacy) does not hold \(list)"),
      remedy: Text(
        "dans `blocks`, des blocs acquis seulement", "in `blocks`, only blocks that are held"))
  }

  private func repeated(_ data: CandidateMerged) -> Violation {
    Violation(
      Text(
        "\(data.candidate) et \(data.into) sont déjà une seule personne",
        "\(data.candidate) and \(data.into) are one person already"),
      remedy: Text("deux identifiants de deux personnes", "two ids of two persons"))
  }

  private func annulment(
    _ data: EventAnnulled, _ entry: Entry, _ state: JudgingState
  ) -> Violation? {
    if let earlier = state.introducedIDs.earlier(than: entry) {
      return Violation(
        Text(
          "l’entrée est déjà annulée (position \(earlier))",
          "the entry is already annulled (position \(earlier))"),
        remedy: Text(
          "aucune autre annulation ; pour rétablir l’entrée, l’annulation de la position \(earlier)",
          "no other annulment; to restore the entry, the annulment of position \(earlier)"))
    }
    guard let certification = state.timeless.registrations[data.event],
      let use = state.introducedIDs.use(of: certification, before: entry.position)
    else { return nil }
    return Violation(
      Text(
        "le référentiel de \(certification) sert déjà (position \(use))",
        "the framework of \(certification) is in use (position \(use))"),
      remedy: Text(
        "l’annulation de tout ce qui en dépend d’abord, ou une nouvelle version (CertificationSuperseded)",
        "everything recorded under it annulled first, or a new version (CertificationSuperseded)"))
  }
}
