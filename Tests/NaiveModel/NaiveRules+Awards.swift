internal import Events
internal import Projections

extension NaiveJudgement {
  /// R08: an award needs every block held.
  func breaksR08() -> Bool {
    guard case .certificationAwarded(let data) = fact,
      let framework = framework(of: data.candidacy)
    else { return false }
    return !framework.blocks.elements.allSatisfy { holds(data.candidacy, $0.code) }
  }

  /// R09: a full award of 3474 needs an assessment, whatever its outcome, of each competency of each
  /// block validated by a jury here.
  func breaksR09() -> Bool {
    guard case .certificationAwarded(let data) = fact,
      let framework = framework(of: data.candidacy), framework.everyCompetencyAssessed
    else { return false }
    let assessed = before.outcomes(data.candidacy)
    return framework.blocks.elements.contains { block in
      before.block(data.candidacy, block, framework).status == .validated
        && block.competencies.contains { assessed[$0.code] == nil }
    }
  }

  /// R14: a certificate follows the award; one is in force at a time (`CertificateReissued` replaces it);
  /// a number is used once; a partial certificate names held blocks; a certificate falls with its
  /// award.
  func breaksR14() -> Bool {
    guard let candidacy, let number = Self.number(fact) else { return false }
    let isUsed = ledger.entriesNotAnnulled.contains {
      $0.position < entry.position && Self.number($0.event.fact) == number
    }
    if isUsed { return true }
    let isAwarded = before.award(candidacy) == .awarded
    let current = isAwarded ? before.certificate(candidacy)?.number : nil
    switch fact {
    case .certificateIssued: return !isAwarded || current != nil
    case .partialCertificateIssued(let data):
      return !data.blocks.elements.allSatisfy { holds(candidacy, $0) }
    case .certificateReissued(let data):
      if current == data.replaces { return false }
      guard let blocks = partialCertificates(candidacy)[data.replaces] else { return true }
      return !blocks.allSatisfy { holds(candidacy, $0) }
    default: return false
    }
  }

  static func number(_ fact: Fact) -> CertificateNumber? {
    switch fact {
    case .certificateIssued(let data): data.number
    case .certificateReissued(let data): data.number
    case .partialCertificateIssued(let data): data.number
    default: nil
    }
  }

  /// The partial certificates of a candidacy that are not replaced, with their blocks.
  private func partialCertificates(
    _ candidacy: CandidacyID
  ) -> [CertificateNumber: [BlockCode]] {
    var certificates: [CertificateNumber: [BlockCode]] = [:]
    for earlier in before.facts {
      switch earlier.event.fact {
      case .partialCertificateIssued(let data) where data.candidacy == candidacy:
        certificates[data.number] = data.blocks.elements
      case .certificateReissued(let data) where data.candidacy == candidacy:
        if let blocks = certificates.removeValue(forKey: data.replaces) {
          certificates[data.number] = blocks
        }
      default: continue
      }
    }
    return certificates
  }

  /// R20: an award resting on documents alone, no jury in the ledger.
  func breaksR20() -> Bool {
    guard case .certificationAwarded(let data) = fact,
      let framework = framework(of: data.candidacy)
    else { return false }
    let held = framework.blocks.elements.map(\.code).filter { holds(data.candidacy, $0) }
    return !held.isEmpty && !held.contains { comesFromAJury(data.candidacy, $0) }
  }

  /// Whether a block comes from a jury, through recognitions and `completes`.
  private func comesFromAJury(
    _ candidacy: CandidacyID, _ block: BlockCode, path: [String] = []
  ) -> Bool {
    let place = candidacy.text + " " + block.text
    if path.contains(place) { return false }
    if let earlier = sameDay.enrolment(candidacy)?.completes,
      comesFromAJury(earlier, block, path: path + [place])
    {
      return true
    }
    return before.decisions(candidacy, block).contains { decision in
      guard decision.stands else { return false }
      switch decision.kind {
      case .refusal: return false
      case .validation: return true
      case .recognition(let source):
        guard let first = source.candidacy else { return false }
        return comesFromAJury(first, source.block ?? block, path: path + [place])
      }
    }
  }
}
