internal import Events
internal import TestSupport

/// Facts that are not of one candidacy: people, frameworks, policies, annulments.
extension RandomCommands {
  mutating func around(_ scene: Scene) throws -> Fact {
    let frameworks = scene.frameworks
    let framework = dice.pick(frameworks)
    switch dice.below(30) {
    case ..<9: return try succession(scene)
    case ..<13:
      let known = scene.facts.compactMap { fact in
        if case .candidateRegistered(let data) = fact { data.candidate } else { nil }
      }
      guard let new = pools.candidates.first(where: { !known.contains($0) }) else {
        return .candidateIdentityCorrected(
          CandidateIdentityCorrected(candidate: dice.pick(known), identity: pools.sealed))
      }
      return .candidateRegistered(CandidateRegistered(candidate: new, identity: pools.sealed))
    case ..<19: return try policy(framework.certification)
    case 19: return try renewal(framework.certification)
    case 20: return merge()
    case 21 where dice.chance(60):
      return .candidateDeceased(CandidateDeceased(candidate: dice.pick(pools.candidates)))
    case 22, 23:
      return dice.chance(50)
        ? .registrationSuspended(RegistrationSuspended(certification: framework.certification))
        : .registrationReinstated(RegistrationReinstated(certification: framework.certification))
    case 24: return .certifierDescribed(certifier())
    default: return try annulment(scene)
    }
  }

  /// The registration of a successor, then its supersession.
  mutating func succession(_ scene: Scene) throws -> Fact {
    let known = scene.frameworks.map(\.certification)
    let superseded = scene.facts.compactMap { fact in
      if case .certificationSuperseded(let data) = fact { data.certification } else { nil }
    }
    let (first, second, third) = (pools.frameworks[0], pools.frameworks[2], pools.frameworks[3])
    if !known.contains(second.certification) { return .certificationRegistered(second) }
    if !superseded.contains(first.certification) || dice.chance(10) {
      return try supersession(of: first, by: second)
    }
    if !known.contains(third.certification) { return .certificationRegistered(third) }
    return try supersession(of: dice.chance(85) ? second : first, by: third)
  }

  mutating func supersession(
    of first: CertificationRegistered, by second: CertificationRegistered
  ) throws -> Fact {
    .certificationSuperseded(
      CertificationSuperseded(
        certification: first.certification, by: second.certification,
        correspondences: dice.chance(90)
          ? try pools.correspondences(from: first, to: second, leavesOne: dice.chance(60)) : nil))
  }

  private func certifier() -> CertifierDescribed {
    CertifierDescribed(
      certifier: Certifier(name: pools.text, siret: pools.siret), place: pools.text)
  }

  mutating func merge() -> Fact {
    let into = dice.below(2)
    return .candidateMerged(
      CandidateMerged(candidate: pools.candidates[into + 1], into: pools.candidates[into]))
  }

  mutating func renewal(_ certification: CertificationCode) throws -> Fact {
    let expiresOn = today.adding(days: dice.below(1200))
    return .registrationRenewed(
      RegistrationRenewed(
        certification: certification, expiresOn: expiresOn,
        lastDeliveryOn: dice.chance(50) ? expiresOn.adding(days: dice.below(300)) : nil))
  }

  /// A policy that takes effect today or later; sometimes a day too early.
  mutating func policy(_ certification: CertificationCode) throws -> Fact {
    let effectiveOn = today.adding(days: dice.pick([0, 0, 1, 30, 365, -1]))
    let years = dice.chance(30) ? nil : try Count(dice.below(6))
    switch dice.below(3) {
    case 0:
      return .completionWindowPolicyChanged(
        CompletionWindowPolicyChanged(
          certification: certification, years: years, effectiveOn: effectiveOn, basis: .policy))
    case 1:
      return .blockValidityPolicyChanged(
        BlockValidityPolicyChanged(
          certification: certification, years: years, effectiveOn: effectiveOn, basis: .policy))
    default:
      let roles: [[JuryRole]] = [
        [.president], [.president, .humanResources], [.president, .operations, .operations],
        [.president, .humanResources, .operations, .other],
      ]
      return .juryPolicyChanged(
        JuryPolicyChanged(
          certification: certification,
          pathway: dice.chance(50) ? dice.pick(Pathway.allCases) : nil,
          roles: try NonEmpty(dice.pick(roles)), effectiveOn: effectiveOn, basis: .policy))
    }
  }

  /// The annulment of an entry or of an annulment; rarely of a framework.
  mutating func annulment(_ scene: Scene) throws -> Fact {
    let mayHitFrameworks = dice.chance(4)
    let entries = scene.history.filter {
      mayHitFrameworks || $0.event.fact.type != .certificationRegistered
    }
    let annulments = entries.filter { $0.event.fact.type == .eventAnnulled }
    guard !entries.isEmpty else { return merge() }
    let isOfAnother = dice.chance(35) && !annulments.isEmpty
    let fact = (isOfAnother ? dice.pick(annulments) : dice.pick(entries)).event
    return .eventAnnulled(
      EventAnnulled(
        event: fact.id, entrySubjects: try NonEmpty(fact.fact.subjects),
        grounds: pools.words(about: fact.fact)))
  }
}
