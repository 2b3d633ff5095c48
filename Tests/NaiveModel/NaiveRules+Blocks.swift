internal import Events
internal import Projections

extension NaiveJudgement {
  /// R04: the block, competency or prerequisite belongs to the certification.
  func breaksR04() -> Bool {
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
    default: return false
    }
  }

  private func has(_ framework: CertificationRegistered, _ block: BlockCode) -> Bool {
    framework.blocks.elements.contains { $0.code == block }
  }

  /// R06: a block already held, here or in the candidacy this one completes, is not decided again.
  func breaksR06() -> Bool {
    guard let decision else { return false }
    return holds(decision.candidacy, decision.block)
  }

  /// R07: a block is validated while the completion window is open.
  func breaksR07() -> Bool {
    guard case .blockValidated(let data) = fact else { return false }
    return before.answer(data.candidacy)?.window.status == .lapsed
  }

  /// R11: a competency is assessed by a modality of its block, where the framework states one; not on
  /// the VAE pathway.
  func breaksR11() -> Bool {
    guard case .competencyAssessed(let data) = fact,
      let enrolment = sameDay.enrolment(data.candidacy), enrolment.pathway != .experience,
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

  /// R16: recognition names an earlier validation that still counts, or a document with its day;
  /// `completes` names a candidacy of the same person and certification that holds something and
  /// whose window is open on the enrolment day.
  func breaksR16() -> Bool {
    switch fact {
    case .candidateEnrolled(let data):
      guard let earlier = data.completes else { return false }
      let others = others(than: data.candidacy, of: data.candidate, for: data.certification)
      return !others.contains(earlier) || before.answer(earlier)?.window.status != .open
    case .priorValidationRecognised(let data):
      guard let enrolment = sameDay.enrolment(data.candidacy) else { return false }
      switch data.basis {
      case .document:
        guard data.source.document != nil, let validatedOn = data.source.validatedOn
        else { return true }
        return validatedOn > day
      case .permanent: return !isPermanent(data, enrolment)
      case .correspondence: return !corresponds(data, enrolment)
      case .equivalence: return data.source.authority == nil
      }
    default: return false
    }
  }

  /// The block itself, held in another candidacy of the same person for the same certification.
  private func isPermanent(
    _ data: PriorValidationRecognised, _ enrolment: CandidateEnrolled
  ) -> Bool {
    let others = others(
      than: data.candidacy, of: enrolment.candidate, for: enrolment.certification)
    guard let source = data.source.candidacy, others.contains(source) else { return false }
    return (data.source.block ?? data.block) == data.block && holds(source, data.block)
  }

  /// A block of a preceding version, held by the same person, that a declared correspondence leads
  /// from to this one.
  private func corresponds(
    _ data: PriorValidationRecognised, _ enrolment: CandidateEnrolled
  ) -> Bool {
    guard let source = data.source.candidacy, let from = data.source.block,
      let first = sameDay.enrolment(source), first.certification != enrolment.certification,
      ledger.person(first.candidate) == ledger.person(enrolment.candidate), holds(source, from)
    else { return false }
    var reached = [(first.certification, from)]
    var index = 0
    while index < reached.count {
      let (certification, block) = reached[index]
      for earlier in before.facts {
        guard case .certificationSuperseded(let step) = earlier.event.fact,
          step.certification == certification
        else { continue }
        for correspondence in step.correspondences?.elements ?? []
        where correspondence.from == block
          && !reached.contains(where: { $0 == (step.by, correspondence.to) })
        {
          reached.append((step.by, correspondence.to))
        }
      }
      index += 1
    }
    return reached.contains { $0 == (enrolment.certification, data.block) }
  }
}
