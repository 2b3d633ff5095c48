public import Events

/// How to record what counts: an enrolment where one is needed, then one recognition a block.
public struct PriorPlan: Hashable, Sendable {
  /// A candidacy to enrol.
  public struct Enrolment: Hashable, Sendable {
    /// The earlier candidacy whose window is open, and whose blocks come over; nil: none.
    public let completes: CandidacyID?
    public let pathway: Pathway
    /// The public last stated, where the certification selects candidates of that pathway.
    public let audience: Audience?
  }

  /// A recognition of a block.
  public struct Recognition: Hashable, Sendable {
    public let block: BlockCode
    public let basis: RecognitionBasis
    public let source: ValidationSource
  }

  /// Nil where a live candidacy is used, and where nothing counts.
  public let enrolment: Enrolment?
  /// Of the blocks that count and are not held already, nor come over by the enrolment.
  public let recognitions: [Recognition]
  /// The blocks that come over by the enrolment.
  public let carried: [BlockCode]
  /// The recognitions that documents claimed would allow, once they were examined.
  public let documents: [Recognition]

  /// Whether there is nothing to record.
  public var isEmpty: Bool { recognitions.isEmpty && carried.isEmpty }
}

extension PriorSearch {
  /// - Parameters:
  ///   - live: the live candidacy for the certification.
  ///   - related: the person's candidacies for it and its versions.
  func plan(
    of blocks: [PriorValidation], _ live: CandidacyID?, _ related: [CandidacyID]
  ) -> PriorPlan {
    let counting = blocks.filter { $0.counts && $0.heldIn == nil }
    let documents = blocks.filter { !$0.counts }.flatMap { block in
      block.claims.map { claim in
        PriorPlan.Recognition(
          block: block.block, basis: .document,
          source: ValidationSource(validatedOn: claim.decidedOn, document: claim.document))
      }
    }
    let completed = live == nil ? completed(related) : nil
    let comingOver = completed.map { earlier in
      Set(places.filter { $0.candidacy == earlier && $0.held != nil }.flatMap(\.counterparts))
    }
    let carried = comingOver.map { all in counting.map(\.block).filter(all.contains) } ?? []
    let isEnrolling = live == nil && !(counting.isEmpty && documents.isEmpty)
    return PriorPlan(
      enrolment: isEnrolling
        ? enrolment(completing: carried.isEmpty ? nil : completed, counting, related) : nil,
      recognitions: counting.filter { !carried.contains($0.block) }.compactMap { block in
        block.source.map { source in
          PriorPlan.Recognition(
            block: block.block, basis: block.why == .permanent ? .permanent : .correspondence,
            source: ValidationSource(candidacy: source.candidacy, block: source.block))
        }
      }, carried: carried, documents: documents)
  }

  /// The candidacy that an enrolment may complete (R16): of the certification or of a version that it
  /// succeeds, with an open window and a block that comes over; the latest.
  private func completed(_ related: [CandidacyID]) -> CandidacyID? {
    related.last { id in
      guard let candidacy = state.candidacy(id, on: day), candidacy.window.status == .open,
        state.supersessions.isSame(candidacy.certification, asOrOlderThan: target)
      else { return false }
      switch candidacy.status {
      case .revoked, .certified, .continued: return false
      case .withdrawn, .inadmissible, .awardPending, .partiallyCertified, .lapsed, .awaitingJury,
        .refused, .inPreparation, .admissible, .enrolled:
        break
      }
      return places.contains {
        $0.candidacy == id && $0.held != nil && !$0.counterparts.isEmpty
      }
    }
  }

  /// VAE where it is open, else the pathway last followed, else the first that is open.
  private func enrolment(
    completing earlier: CandidacyID?, _ counting: [PriorValidation], _ related: [CandidacyID]
  ) -> PriorPlan.Enrolment {
    let open = framework.registration.pathways.elements.filter {
      $0.open && ($0.completionOnly != true || !counting.isEmpty)
    }.map(\.pathway)
    let sources = counting.compactMap { $0.source?.candidacy }
    let followed = (sources + related.reversed()).compactMap { state.records[$0]?.pathway }
    let choices = [.experience] + followed + open
    let pathway = choices.first(where: open.contains) ?? .experience
    let selection = framework.registration.selection
    return PriorPlan.Enrolment(
      completes: earlier, pathway: pathway,
      audience: selection == nil || pathway != .continuingTraining
        ? nil : related.reversed().compactMap { state.records[$0]?.audience }.first)
  }
}
