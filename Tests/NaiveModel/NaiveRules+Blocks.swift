internal import Events
internal import Projections

extension NaiveJudgement {
  // MARK: R04

  /// R04: the block, competency or prerequisite, and the jury that an award names, belong to the
  /// certification; an annulled framework takes nothing more.
  func breaksR04() -> Bool {
    if namesNoFramework() { return true }
    switch fact {
    case .candidateEnrolled(let data):
      guard let framework = ledger.framework(data.certification) else { return false }
      let blocks = (data.targets?.elements ?? []) + (data.claims?.elements ?? []).map(\.block)
      return !blocks.allSatisfy { has(framework, $0) }
    case .certificationSuperseded(let data):
      return (data.correspondences?.elements ?? []).contains { correspondence in
        let from = ledger.framework(data.certification)
        let to = ledger.framework(data.by)
        return from.map { !has($0, correspondence.from) } ?? false
          || to.map { !has($0, correspondence.to) } ?? false
      }
    default: break
    }
    guard let candidacy, let framework = framework(of: candidacy) else { return false }
    switch fact {
    case .prerequisiteVerified(let data):
      return !(framework.prerequisites?.elements ?? []).contains { $0.code == data.prerequisite }
    case .competencyAssessed(let data):
      let competencies = framework.blocks.elements.flatMap(\.competencies).map(\.code)
      return !data.results.elements.allSatisfy { competencies.contains($0.competency) }
    case .blockValidated(let data): return !has(framework, data.block)
    case .blockRefused(let data): return !has(framework, data.block)
    case .juryDecisionRevoked(let data): return !has(framework, data.block)
    case .decisionAppealed(let data): return !has(framework, data.block)
    case .appealDecided(let data): return !has(framework, data.block)
    case .priorValidationRecognised(let data): return !has(framework, data.block)
    case .recognitionRevoked(let data): return !has(framework, data.block)
    case .partialCertificateIssued(let data):
      return !data.blocks.elements.allSatisfy { has(framework, $0) }
    case .certificationRevoked(let data):
      return !(data.blocks?.elements ?? []).allSatisfy { has(framework, $0) }
    case .certificationAwarded(let data):
      guard let jury = data.jury else { return false }
      guard let convened = convened(jury, before) else { return true }
      return !before.areVersions(convened.certification, framework.certification)
    default: return false
    }
  }

  /// A fact of a certification whose framework is annulled, or was never registered.
  private func namesNoFramework() -> Bool {
    switch fact {
    case .eventAnnulled, .certificationRegistered: return false
    default: break
    }
    var codes = fact.subjects.compactMap { subject -> CertificationCode? in
      if case .certification(let code) = subject { code } else { nil }
    }
    if let candidacy, let enrolment = sameDay.enrolment(candidacy) {
      codes.append(enrolment.certification)
    }
    return codes.contains { ledger.framework($0) == nil }
  }

  private func has(_ framework: CertificationRegistered, _ block: BlockCode) -> Bool {
    framework.blocks.elements.contains { $0.code == block }
  }

  // MARK: R06, R07

  /// R06: a block already held, here or in the candidacy this one completes, is not decided or
  /// recognised again.
  func breaksR06() -> Bool {
    if case .priorValidationRecognised(let data) = fact { return holds(data.candidacy, data.block) }
    guard let decision else { return false }
    return holds(decision.candidacy, decision.block)
  }

  /// R07: a block is validated or recognised while the completion window is open.
  func breaksR07() -> Bool {
    switch fact {
    case .blockValidated(let data):
      return before.answer(data.candidacy)?.window.status == .lapsed
    case .priorValidationRecognised(let data):
      return before.answer(data.candidacy)?.window.status == .lapsed
    default: return false
    }
  }

  // MARK: R11

  /// R11: a competency is assessed by a modality of its block, where the framework states one; not on
  /// the VAE pathway.
  func breaksR11() -> Bool {
    guard case .competencyAssessed(let data) = fact,
      let pathway = pathway(of: data.candidacy), pathway != .experience,
      let framework = framework(of: data.candidacy)
    else { return false }
    return data.results.elements.contains { result in
      framework.blocks.elements.contains { block in
        guard let modalities = block.modalities,
          block.competencies.contains(where: { $0.code == result.competency })
        else { return false }
        return !modalities.elements.contains(data.modality)
      }
    }
  }

  // MARK: R16

  /// R16: recognition names an earlier validation that still counts, a document with its day, or an
  /// equivalence with its authority; `completes` names a candidacy of the same person, of the same
  /// certification or a version it succeeds, that holds a block which comes over and whose window is
  /// open on the enrolment day.
  func breaksR16() -> Bool {
    switch fact {
    case .candidateEnrolled(let data):
      guard let earlier = data.completes else { return false }
      guard others(than: data.candidacy, of: data.candidate).contains(earlier),
        let first = before.enrolment(earlier),
        before.successors(of: first.certification).contains(data.certification)
      else { return true }
      return !holdsSome(earlier, for: data.certification)
        || before.answer(earlier)?.window.status != .open
    case .priorValidationRecognised(let data):
      guard let enrolment = sameDay.enrolment(data.candidacy),
        let framework = ledger.framework(enrolment.certification)
      else { return false }
      guard let origin = originThatCounts(data, enrolment) else { return true }
      guard let last = before.lastValidDay(from: origin, framework) else { return false }
      return last < day
    default: return false
    }
  }

  /// The first day of what a recognition names, its own where an equivalence has none; nil where it
  /// names nothing that counts.
  private func originThatCounts(
    _ data: PriorValidationRecognised, _ enrolment: CandidateEnrolled
  ) -> CalendarDate? {
    switch data.basis {
    case .document:
      guard data.source.document != nil, let validatedOn = data.source.validatedOn,
        validatedOn <= day
      else { return nil }
      return validatedOn
    case .equivalence:
      guard data.source.authority != nil else { return nil }
      let validatedOn = data.source.validatedOn ?? day
      return validatedOn <= day ? validatedOn : nil
    case .permanent, .correspondence:
      guard let source = data.source.candidacy,
        others(than: data.candidacy, of: enrolment.candidate).contains(source),
        let first = before.enrolment(source),
        (data.basis == .permanent) == (first.certification == enrolment.certification),
        data.basis == .permanent || data.source.block != nil
      else { return nil }
      let block = data.source.block ?? data.block
      let counterparts = before.counterparts(
        of: block, first.certification, in: enrolment.certification)
      guard counterparts.contains(data.block), !before.isUnderRevokedAward(source),
        let held = before.holding(source, block)
      else { return nil }
      return before.origin(held.decision, held.block).day
    }
  }
}
