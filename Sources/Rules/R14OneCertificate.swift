internal import Events
internal import Projections

/// R14 — a certificate follows the award and one is in force at a time; a number is used once, whatever
/// its case; none is issued, reissued or duplicated while the award lacks a block; a partial certificate
/// names blocks held.
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
    .certificateIssued, .certificateReissued, .partialCertificateIssued, .certificateDuplicated,
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
      return issued(data, state) ?? unheld(data.candidacy, on: entry.day, state)
    }
    if case .certificateReissued(let data) = entry.event.fact {
      return current(
        data.replaces, of: data.candidacy, on: entry.day, state,
        remedy: Text(
          "dans `replaces`, le numéro du certificat en vigueur",
          "in `replaces`, the number of the certificate in force"))
    }
    if case .certificateDuplicated(let data) = entry.event.fact {
      return current(
        data.number, of: data.candidacy, on: entry.day, state,
        remedy: Text(
          "dans `number`, le numéro du certificat en vigueur",
          "in `number`, the number of the certificate in force"))
    }
    if case .partialCertificateIssued(let data) = entry.event.fact {
      return unheld(data.blocks.elements, data.candidacy, on: entry.day, state)
    }
    return nil
  }

  private func issued(_ data: CertificateIssued, _ state: JudgingState) -> Violation? {
    guard let record = state.record(of: data.candidacy), record.isAwarded else {
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

  /// A number that is reissued or duplicated is that of a certificate in force, whole or partial, whose
  /// blocks are held.
  private func current(
    _ number: CertificateNumber, of candidacy: CandidacyID, on day: CalendarDate,
    _ state: JudgingState, remedy: Text
  ) -> Violation? {
    let record = state.record(of: candidacy)
    if let blocks = record?.partialBlocks(of: number) {
      return unheld(blocks, candidacy, on: day, state)
    }
    if let record, record.isAwarded, record.certificate?.value.isSame(as: number) == true {
      return unheld(candidacy, on: day, state)
    }
    return Violation(
      Text(
        "\(number) n’est pas un certificat en vigueur de \(candidacy)",
        "\(number) is not a certificate of \(candidacy) in force"),
      remedy: remedy)
  }

  /// The certificate of a whole certification needs every block, as its award does (R08).
  private func unheld(
    _ candidacy: CandidacyID, on day: CalendarDate, _ state: JudgingState
  ) -> Violation? {
    let missing = state.missing(of: candidacy, on: day).map(\.text)
    if missing.isEmpty { return nil }
    let list = missing.joined(separator: ", ")
    return Violation(
      Text(
        "la délivrance à \(candidacy) ne repose plus sur tous les blocs (R08) : \(list) \(missing.count == 1 ? "n’est pas acquis" : "ne sont pas acquis")",
        "the award to \(candidacy) no longer rests on every block (R08): \(list) is not held"),
      remedy: Text(
        "la validation ou la reconnaissance de chaque bloc manquant, ou la révocation de la délivrance",
        "each missing block validated or recognised, or the award revoked"))
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
