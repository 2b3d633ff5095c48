internal import Events
internal import Projections

/// R14 — a certificate follows the award and one stands at a time; a number is used once; a partial one names held blocks.
struct OneCertificate: Rule {
  let id = RuleID(known: 14)
  let sentence = Text(
    "un certificat suit la délivrance, un seul vaut à la fois, son numéro ne sert qu’une fois",
    "a certificate follows the award, one stands at a time, its number is used once")
  let source = Text(
    "règle de la maison", "rule of the house")
  let judges: Set<EventType> = [
    .certificateIssued, .certificateReissued, .partialCertificateIssued,
  ]
  let reads: Set<Reach> = [.firstUses]

  func force(on type: EventType) -> Force { .refuses(waivable: false) }

  func breach(by entry: Entry, in history: History) -> Breach? {
    if let used = history.firstUses.earlier(than: entry) {
      return Breach(
        Text(
          "le numéro a déjà servi, à la position \(used)",
          "the number was used already, at position \(used)"),
        remedy: Text("un numéro nouveau", "a new number"))
    }
    if case .certificateIssued(let data) = entry.event.fact {
      return issued(data, history)
    }
    if case .certificateReissued(let data) = entry.event.fact {
      return reissued(data, on: entry.day, history)
    }
    if case .partialCertificateIssued(let data) = entry.event.fact {
      return unheld(data.blocks.elements, data.candidacy, on: entry.day, history)
    }
    return nil
  }

  private func issued(_ data: CertificateIssued, _ history: History) -> Breach? {
    guard let record = history.facts(of: data.candidacy), record.award != nil,
      record.awardRevoked == nil
    else {
      return Breach(
        Text(
          "\(data.candidacy) n’a pas de délivrance qui vaille",
          "\(data.candidacy) has no award that stands"),
        remedy: Text("CertificationAwarded d’abord", "CertificationAwarded first"))
    }
    guard let standing = record.certificate else { return nil }
    return Breach(
      Text("le certificat \(standing.value) vaut", "the certificate \(standing.value) stands"),
      remedy: Text(
        "CertificateReissued, qui le remplace", "CertificateReissued, which replaces it"))
  }

  private func reissued(
    _ data: CertificateReissued, on day: CalendarDate, _ history: History
  ) -> Breach? {
    if let blocks = history.file(of: data.candidacy).partials[data.replaces] {
      return unheld(blocks, data.candidacy, on: day, history)
    }
    let record = history.facts(of: data.candidacy)
    if let record, record.award != nil, record.awardRevoked == nil,
      record.certificate?.value == data.replaces
    {
      return nil
    }
    return Breach(
      Text(
        "\(data.replaces) n’est pas un certificat de \(data.candidacy) qui vaille",
        "\(data.replaces) is no certificate of \(data.candidacy) that stands"),
      remedy: Text("replaces= le numéro qui vaut", "replaces= the number that stands"))
  }

  private func unheld(
    _ blocks: [BlockCode], _ candidacy: CandidacyID, on day: CalendarDate, _ history: History
  ) -> Breach? {
    let held = history.held(by: candidacy, on: day)
    let missing = blocks.filter { !held.contains($0) }.map(\.text)
    if missing.isEmpty { return nil }
    let list = missing.joined(separator: ", ")
    return Breach(
      Text("\(candidacy) ne détient pas \(list)", "\(candidacy) does not hold \(list)"),
      remedy: Text("des blocs détenus", "blocks that are held"))
  }
}
