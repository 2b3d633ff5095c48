internal import Events
internal import Projections

/// R14 — a certificate follows the award and one is in force at a time; a number is used once; a partial
/// certificate names blocks held.
struct OneCertificate: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 14),
    sentence: Text(
      "un certificat suit la délivrance, un seul est en vigueur à la fois, son numéro ne sert qu’une fois ; un certificat partiel mentionne des blocs acquis",
      "a certificate follows the award, one is in force at a time, its number is used once; a partial one names blocks held"
    ),
    source: Text(
      "règle interne", "house rule"))
  let judges: Set<EventType> = [
    .certificateIssued, .certificateReissued, .partialCertificateIssued,
  ]
  let reads: Set<Scope> = [.introducedIDs]

  func severity(on type: EventType) -> Severity { .refuses(waivable: false) }

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    if let used = state.introducedIDs.earlier(than: entry) {
      return Violation(
        Text(
          "le numéro a déjà servi (position \(used))",
          "the number is already used (position \(used))"),
        remedy: Text("un numéro jamais utilisé", "a number never used before"))
    }
    if case .certificateIssued(let data) = entry.event.fact {
      return issued(data, state)
    }
    if case .certificateReissued(let data) = entry.event.fact {
      return reissued(data, on: entry.day, state)
    }
    if case .partialCertificateIssued(let data) = entry.event.fact {
      return unheld(data.blocks.elements, data.candidacy, on: entry.day, state)
    }
    return nil
  }

  private func issued(_ data: CertificateIssued, _ state: JudgingState) -> Violation? {
    guard let record = state.record(of: data.candidacy), record.award != nil,
      record.awardRevoked == nil
    else {
      return Violation(
        Text(
          "la certification n’est pas délivrée à \(data.candidacy), ou sa délivrance a été révoquée",
          "the certification has not been awarded to \(data.candidacy), or its award was revoked"),
        remedy: Text(
          "la délivrance d’abord (CertificationAwarded)", "the award first (CertificationAwarded)"))
    }
    guard let current = record.certificate else { return nil }
    return Violation(
      Text(
        "\(data.candidacy) a déjà un certificat en vigueur, \(current.value)",
        "\(data.candidacy) already has a certificate in force, \(current.value)"),
      remedy: Text(
        "un certificat qui le remplace (CertificateReissued)",
        "a certificate that replaces it (CertificateReissued)"))
  }

  private func reissued(
    _ data: CertificateReissued, on day: CalendarDate, _ state: JudgingState
  ) -> Violation? {
    if let blocks = state.record(of: data.candidacy)?.partialCertificates[data.replaces] {
      return unheld(blocks, data.candidacy, on: day, state)
    }
    let record = state.record(of: data.candidacy)
    if let record, record.award != nil, record.awardRevoked == nil,
      record.certificate?.value == data.replaces
    {
      return nil
    }
    return Violation(
      Text(
        "\(data.replaces) n’est pas un certificat en vigueur de \(data.candidacy)",
        "\(data.replaces) is not a certificate of \(data.candidacy) in force"),
      remedy: Text(
        "dans `replaces`, le numéro du certificat en vigueur",
        "in `replaces`, the number of the certificate in force"))
  }

  private func unheld(
    _ blocks: [BlockCode], _ candidacy: CandidacyID, on day: CalendarDate, _ state: JudgingState
  ) -> Violation? {
    let held = state.held(by: candidacy, on: day)
    let missing = blocks.filter { !held.contains($0) }.map(\.text)
    if missing.isEmpty { return nil }
    let list = missing.joined(separator: ", ")
    return Violation(
      Text("\(candidacy) n’a pas acquis \(list)", "\(candidacy) does not hold \(list)"),
      remedy: Text("des blocs acquis seulement", "only blocks that are held"))
  }
}
