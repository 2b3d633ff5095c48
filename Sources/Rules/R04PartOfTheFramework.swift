internal import Events
internal import Projections

/// R04 — the block, competency or prerequisite belongs to the certification, and the jury that an award
/// names to it or to a version of it; an annulled framework takes nothing more.
struct PartOfTheFramework: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 4),
    sentence: Text(
      "le bloc, la compétence ou le prérequis appartient à la certification, et le jury qu’une délivrance nomme, à la certification ou à une de ses versions ; plus rien ne s’enregistre sous un référentiel annulé",
      "the block, competency or prerequisite belongs to the certification, and the jury that an award names to it or to a version of it; nothing more is recorded under an annulled framework"
    ),
    source: Text(
      "référentiel de la certification", "the certification’s framework (référentiel)"))
  let judges = Set(EventType.allCases).subtracting([.certificationRegistered, .eventAnnulled])
  let reads: Set<Scope> = [.jury, .certification]

  func severity(on type: EventType) -> Severity { .refuses(waivable: false) }

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    let fact = entry.event.fact
    if let violation = annulledFramework(fact, state) { return violation }
    if case .certificationSuperseded(let data) = fact {
      let pairs = data.correspondences?.elements ?? []
      return unknown(pairs.map(\.from), in: data.certification, state)
        ?? unknown(pairs.map(\.to), in: data.by, state)
    }
    if case .candidateEnrolled(let data) = fact {
      let claimed = data.claims?.elements.map(\.block) ?? []
      return unknown((data.targets?.elements ?? []) + claimed, in: data.certification, state)
    }
    if case .certificationAwarded(let data) = fact { return foreignJury(data, at: entry, state) }
    guard let candidacy = fact.candidacy,
      let certification = state.enrolment(of: candidacy)?.certification
    else { return nil }
    if case .prerequisiteVerified(let data) = fact {
      guard state.timeless.frameworks[certification] != nil else { return nil }
      let codes = prerequisites(of: certification, state)
      return codes.contains(data.prerequisite)
        ? nil : violation([data.prerequisite.text], certification, known: codes.map(\.text))
    }
    if case .competencyAssessed(let data) = fact {
      return unknown(data.results.elements.map(\.competency), in: certification, state)
    }
    return unknown(Self.blocks(of: fact), in: certification, state)
  }

  private static func blocks(of fact: Fact) -> [BlockCode] {
    if case .blockValidated(let data) = fact { return [data.block] }
    if case .blockRefused(let data) = fact { return [data.block] }
    if case .priorValidationRecognised(let data) = fact { return [data.block] }
    if case .recognitionRevoked(let data) = fact { return [data.block] }
    if case .juryDecisionRevoked(let data) = fact { return [data.block] }
    if case .decisionAppealed(let data) = fact { return [data.block] }
    if case .appealDecided(let data) = fact { return [data.block] }
    if case .partialCertificateIssued(let data) = fact { return data.blocks.elements }
    if case .certificationRevoked(let data) = fact { return data.blocks?.elements ?? [] }
    return []
  }

  private func prerequisites(
    of certification: CertificationCode, _ state: JudgingState
  ) -> [PrerequisiteCode] {
    let framework = state.timeless.frameworks[certification]?.registration
    return framework?.prerequisites?.elements.map(\.code) ?? []
  }

  private func unknown(
    _ blocks: [BlockCode], in certification: CertificationCode, _ state: JudgingState
  ) -> Violation? {
    guard let framework = state.timeless.frameworks[certification] else { return nil }
    let known = framework.blocks.map(\.code)
    let foreign = blocks.filter { !known.contains($0) }
    return foreign.isEmpty
      ? nil : violation(foreign.map(\.text), certification, known: known.map(\.text))
  }

  private func unknown(
    _ competencies: [CompetencyCode], in certification: CertificationCode, _ state: JudgingState
  ) -> Violation? {
    guard let framework = state.timeless.frameworks[certification] else { return nil }
    let foreign = competencies.filter { code in
      state.timeless.competencies.place(of: code)
        .flatMap { framework.block(ofCompetency: $0) } == nil
    }
    let known = framework.blocks.map { $0.competencies.first?.code.text ?? "" }
    return foreign.isEmpty ? nil : violation(foreign.map(\.text), certification, known: known)
  }

  private func violation(
    _ foreign: [String], _ certification: CertificationCode, known: [String]
  ) -> Violation {
    let (names, isOne) = (foreign.prefix(5).joined(separator: ", "), foreign.count == 1)
    let message = Text(
      "\(names) \(isOne ? "n’appartient" : "n’appartiennent") pas à \(certification)",
      "\(names) \(isOne ? "does" : "do") not belong to \(certification)")
    if known.isEmpty {
      return Violation(
        message,
        remedy: Text(
          "aucun code ne convient, car le référentiel n’en a pas",
          "no code will do, for the framework has none"))
    }
    let codes = known.joined(separator: ", ")
    return Violation(
      message,
      remedy: Text(
        "un code du référentiel, comme \(codes)", "a code of the framework, such as \(codes)"))
  }
}
