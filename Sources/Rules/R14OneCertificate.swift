internal import Events
internal import Projections

/// R14 — a certificate follows the award and one stands at a time; a number is used once; a partial one names held blocks.
struct OneCertificate: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 14),
    sentence: Text(
      "un certificat suit la délivrance, un seul vaut à la fois, son numéro ne sert qu’une fois",
      "a certificate follows the award, one stands at a time, its number is used once"),
    source: Text(
      "règle de la maison", "rule of the house"))
  let judges: Set<EventType> = [
    .certificateIssued, .certificateReissued, .partialCertificateIssued,
  ]
  let reads: Set<Scope> = [.introducedIDs]

  func severity(on type: EventType) -> Severity { .refuses(waivable: false) }

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    if let used = state.introducedIDs.earlier(than: entry) {
      return Violation(
        Text(
          "le numéro a déjà servi, à la position \(used)",
          "the number was used already, at position \(used)"),
        remedy: Text("un numéro nouveau", "a new number"))
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
          "\(data.candidacy) n’a pas de délivrance qui vaille",
          "\(data.candidacy) has no award that stands"),
        remedy: Text("CertificationAwarded d’abord", "CertificationAwarded first"))
    }
    guard let standing = record.certificate else { return nil }
    return Violation(
      Text("le certificat \(standing.value) vaut", "the certificate \(standing.value) stands"),
      remedy: Text(
        "CertificateReissued, qui le remplace", "CertificateReissued, which replaces it"))
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
        "\(data.replaces) n’est pas un certificat de \(data.candidacy) qui vaille",
        "\(data.replaces) is no certificate of \(data.candidacy) that stands"),
      remedy: Text("replaces= le numéro qui vaut", "replaces= the number that stands"))
  }

  private func unheld(
    _ blocks: [BlockCode], _ candidacy: CandidacyID, on day: CalendarDate, _ state: JudgingState
  ) -> Violation? {
    let held = state.held(by: candidacy, on: day)
    let missing = blocks.filter { !held.contains($0) }.map(\.text)
    if missing.isEmpty { return nil }
    let list = missing.joined(separator: ", ")
    return Violation(
      Text("\(candidacy) ne détient pas \(list)", "\(candidacy) does not hold \(list)"),
      remedy: Text("des blocs détenus", "blocks that are held"))
  }
}
