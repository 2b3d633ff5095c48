package import Events

/// A jury's decision on a block, or a recognition of it, and whether it is in force.
package struct NaiveDecision {
  enum Kind {
    case validation, refusal
    case recognition(PriorValidationRecognised)
  }
  enum Fate {
    case inForce, fallen
    case revoked(When)
  }

  let kind: Kind
  package let when: When
  package let jury: JuryID?
  var fate = Fate.inForce

  package var stands: Bool { if case .inForce = fate { true } else { false } }
  var holds: Bool { if case .refusal = kind { false } else { true } }
  var isRecognition: Bool { if case .recognition = kind { true } else { false } }
}

extension NaiveReading {
  /// Every decision on a block in one candidacy, in order, each with its fate.
  package func decisions(_ id: CandidacyID, _ block: BlockCode) -> [NaiveDecision] {
    var decisions: [NaiveDecision] = []
    var appealed: [JuryID: Int] = [:]
    for entry in facts {
      let when = entry.moment
      switch entry.event.fact {
      case .blockValidated(let data) where data.candidacy == id && data.block == block:
        decisions.append(NaiveDecision(kind: .validation, when: when, jury: data.jury))
      case .blockRefused(let data) where data.candidacy == id && data.block == block:
        decisions.append(NaiveDecision(kind: .refusal, when: when, jury: data.jury))
      case .priorValidationRecognised(let data) where data.candidacy == id && data.block == block:
        decisions.append(NaiveDecision(kind: .recognition(data), when: when, jury: nil))
      case .juryDecisionRevoked(let data) where data.candidacy == id && data.block == block:
        if let index = decisions.lastIndex(where: { $0.jury == data.jury && $0.stands }) {
          decisions[index].fate = .revoked(when)
        }
      case .recognitionRevoked(let data) where data.candidacy == id && data.block == block:
        if let index = decisions.lastIndex(where: { $0.isRecognition && $0.stands }) {
          decisions[index].fate = .revoked(when)
        }
      case .decisionAppealed(let data) where data.candidacy == id && data.block == block:
        appealed[data.jury] = decisions.lastIndex { $0.jury == data.jury && $0.stands }
      case .appealDecided(let data) where data.candidacy == id && data.block == block:
        let pending = appealed.removeValue(forKey: data.jury)
        let index = pending ?? decisions.lastIndex { $0.jury == data.jury && $0.stands }
        if data.outcome == .falls, let index { decisions[index].fate = .fallen }
      case .certificationRevoked(let data) where data.blocks != nil:
        let stood = before(when).award(data.candidacy) == .awarded
        guard stood, named(data, in: id).contains(block) else { continue }
        for index in decisions.indices where decisions[index].holds && decisions[index].stands {
          decisions[index].fate = .revoked(when)
        }
      default: continue
      }
    }
    // Each decision of an annulled jury is as one that fell on appeal.
    for index in decisions.indices {
      if let jury = decisions[index].jury, isAnnulled(jury) { decisions[index].fate = .fallen }
    }
    return decisions
  }

  /// Whether a revocation of an award, here or in a candidacy that completes this one, names blocks of it.
  package func hasRevokedBlocks(_ id: CandidacyID) -> Bool {
    facts.contains { entry in
      guard case .certificationRevoked(let data) = entry.event.fact else { return false }
      return !named(data, in: id).isEmpty
    }
  }

  func isAnnulled(_ jury: JuryID) -> Bool {
    facts.contains { entry in
      guard case .juryAnnulled(let data) = entry.event.fact else { return false }
      return data.jury == jury
    }
  }

  /// The appeals that no outcome has followed, by their entries.
  func pendingAppeals(_ id: CandidacyID) -> [Position] {
    var pending: [(appeal: DecisionAppealed, position: Position)] = []
    for entry in facts {
      switch entry.event.fact {
      case .decisionAppealed(let data) where data.candidacy == id:
        pending.removeAll { $0.appeal == data }
        pending.append((data, entry.position))
      case .appealDecided(let data) where data.candidacy == id:
        pending.removeAll { $0.appeal.jury == data.jury && $0.appeal.block == data.block }
      default: continue
      }
    }
    return pending.map(\.position)
  }

  /// Whether a jury's refusal is in force.
  func hasRefusalInForce(_ id: CandidacyID) -> Bool {
    facts.contains { entry in
      guard case .blockRefused(let data) = entry.event.fact, data.candidacy == id
      else { return false }
      return decisions(id, data.block).contains { !$0.holds && $0.stands }
    }
  }
}
