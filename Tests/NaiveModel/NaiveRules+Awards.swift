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

  // MARK: R14

  /// R14: a certificate follows the award; one is in force at a time (`CertificateReissued` replaces
  /// it); a number is used once; none is issued, reissued or duplicated while R08 is broken; a
  /// duplicate names a number in force; a partial certificate names held blocks; a certificate falls
  /// with its award.
  func breaksR14() -> Bool {
    guard let candidacy else { return false }
    if let number = Self.number(fact) {
      let isUsed = ledger.entriesNotAnnulled.contains {
        $0.position < entry.position
          && Self.number($0.event.fact).map(number.isSame(as:)) ?? false
      }
      if isUsed { return true }
    }
    let isAwarded = before.award(candidacy) == .awarded
    let isBroken = isAwarded && before.lacksBlocks(candidacy)
    let current = isAwarded ? before.certificate(candidacy)?.number : nil
    func partial(_ number: CertificateNumber) -> NaiveReading.PartialCertificate? {
      before.partialCertificates(candidacy).first { $0.number.isSame(as: number) }
    }
    switch fact {
    case .certificateIssued: return !isAwarded || current != nil || isBroken
    case .partialCertificateIssued(let data):
      return !data.blocks.elements.allSatisfy { holds(candidacy, $0) }
    case .certificateReissued(let data):
      if let current, current.isSame(as: data.replaces) { return isBroken }
      guard let replaced = partial(data.replaces) else { return true }
      return !replaced.blocks.allSatisfy { holds(candidacy, $0) }
    case .certificateDuplicated(let data):
      if let current, current.isSame(as: data.number) { return isBroken }
      // A second copy of a partial certificate names held blocks, like the first.
      guard let copied = partial(data.number) else { return true }
      return !copied.blocks.allSatisfy { holds(candidacy, $0) }
    default: return false
    }
  }

  /// The number that a certificate, whole or partial, introduces.
  static func number(_ fact: Fact) -> CertificateNumber? {
    switch fact {
    case .certificateIssued(let data): data.number
    case .certificateReissued(let data): data.number
    case .partialCertificateIssued(let data): data.number
    default: nil
    }
  }

  // MARK: R23, R25

  /// R23: a declaration and an insertion survey name an award that stands on that day; an answer names
  /// a flow deposited for that candidacy on that day or before.
  func breaksR23() -> Bool {
    switch fact {
    case .awardDeclared(let data): return !hasAward(data.candidacy)
    case .insertionSurveyAnswered(let data): return !hasAward(data.candidacy)
    case .declarationAnswered(let data):
      return !sameDay.facts.contains { earlier in
        guard case .awardDeclared(let declared) = earlier.event.fact else { return false }
        return declared.candidacy == data.candidacy && declared.flow == data.flow
      }
    default: return false
    }
  }

  /// Whether an award of that day or before stands; a revocation counts where it comes before.
  private func hasAward(_ candidacy: CandidacyID) -> Bool {
    var isAwarded = false
    for earlier in sameDay.facts {
      switch earlier.event.fact {
      case .certificationAwarded(let data) where data.candidacy == candidacy: isAwarded = true
      case .certificationRevoked(let data)
      where data.candidacy == candidacy && earlier.moment < entry.moment:
        isAwarded = false
      default: continue
      }
    }
    return isAwarded
  }

  /// R25: an extension names a window, open or lapsed, and a day later than its last.
  func breaksR25() -> Bool {
    guard case .completionWindowExtended(let data) = fact else { return false }
    guard let window = before.answer(data.candidacy)?.window,
      window.status == .open || window.status == .lapsed, let last = window.lastDay
    else { return true }
    return data.until <= last
  }
}
