package import Events
internal import Projections

extension NaiveLedger {
  /// The status of a candidacy; nil before its enrolment.
  package func answer(_ id: CandidacyID) -> NaiveAnswer? { reading().answer(id) }
}

extension NaiveReading {
  package func answer(_ id: CandidacyID) -> NaiveAnswer? {
    guard let enrolment = enrolment(id), let pathway = pathway(id),
      let framework = model.framework(enrolment.certification)
    else { return nil }
    let blocks = framework.blocks.elements.map { block(id, $0, framework) }
    let held = blocks.filter(\.status.isHeld).map(\.code)
    let reached = enrolment.targets.map { $0.elements.allSatisfy(held.contains) } ?? false
    let certificate = certificate(id)
    var answer = NaiveAnswer(
      candidacy: id, candidate: model.person(enrolment.candidate),
      certification: enrolment.certification, pathway: pathway, status: .enrolled,
      targetReached: reached, awaitingJury: awaitsJury(id), blocks: blocks,
      window: window(id, blocks), certificate: certificate?.number,
      certificateOn: certificate?.when.day)
    answer.status = status(id, answer)
    switch answer.status {
    case .revoked, .certified, .continued, .withdrawn: answer.awaitingJury = false
    default: break
    }
    return answer
  }

  /// The first status that applies, in order of precedence.
  func status(_ id: CandidacyID, _ answer: NaiveAnswer) -> CandidacyStatus {
    let held = answer.blocks.filter(\.status.isHeld).count
    if award(id) == .revoked { return .revoked }
    if award(id) == .awarded { return .certified }
    if continuations(id).contains(where: { !isWithdrawn($0) }) { return .continued }
    if isWithdrawn(id) { return .withdrawn }
    if answer.pathway == .experience, admissibilities(id).last?.isFavourable == false {
      return .inadmissible
    }
    if held == answer.blocks.count { return .awardPending }
    if held > 0, answer.window.status == .open || answer.targetReached {
      return .partiallyCertified
    }
    if held > 0 { return .lapsed }
    if answer.awaitingJury { return .awaitingJury }
    if hasRefusalInForce(id) { return .refused }
    if isPrepared(id) { return .inPreparation }
    if admissibleTacitly(id) != nil { return .admissible }
    return .enrolled
  }

  /// Whether it is summoned to a jury that is neither cancelled nor annulled and has not decided,
  /// noted an absence or withdrawn the summons.
  func awaitsJury(_ id: CandidacyID) -> Bool {
    var summonses: Set<JuryID> = []
    var over: Set<JuryID> = []
    for entry in facts {
      switch entry.event.fact {
      case .candidateSummoned(let data) where data.candidacy == id: summonses.insert(data.jury)
      case .summonsWithdrawn(let data) where data.candidacy == id: summonses.remove(data.jury)
      case .candidateAbsent(let data) where data.candidacy == id: over.insert(data.jury)
      case .blockValidated(let data) where data.candidacy == id: over.insert(data.jury)
      case .blockRefused(let data) where data.candidacy == id: over.insert(data.jury)
      case .juryCancelled(let data): over.insert(data.jury)
      case .juryAnnulled(let data): over.insert(data.jury)
      default: continue
      }
    }
    return !summonses.isSubset(of: over)
  }
}
