package import Events

/// What a candidacy holds on a day, with what comes over from the candidacies that it completes.
package struct Holdings {
  /// The blocks held, each by its earliest decision or recognition in force.
  package fileprivate(set) var blocks: [BlockCode: HeldBlock] = [:]
  /// What opens the completion window: the earliest block held here or in a candidacy completed,
  /// also one that stayed behind; nil if none is held.
  package fileprivate(set) var opening: WindowOpening?
  /// The blocks held in candidacies completed that no correspondence brings over.
  package fileprivate(set) var leftBehind: [HeldBlock] = []
}

/// The block that opens a completion window.
package struct WindowOpening {
  package let moment: Moment
  /// The framework in which that block is held, whose policy gives the window its length.
  package let framework: Framework
}

extension LedgerState {
  /// The blocks that a candidacy holds on a day, with those of the candidacies that it completes.
  ///
  /// - Parameters:
  ///   - framework: the framework to use for a candidacy without an enrolment or without a known
  ///     certification; nil: none, validity is then without limit.
  ///   - day: nil: whatever their validity.
  package func heldBlocks(
    of candidacy: CandidacyID, in framework: Framework? = nil, on day: CalendarDate?
  ) -> [BlockCode: HeldBlock] {
    holdings(of: candidacy, in: framework, on: day).blocks
  }

  /// What a candidacy holds, along its chain of `completes`.
  ///
  /// A block is held by the earliest decision in force; a later one, against R06, counts only when
  /// the first is no longer in force. From a candidacy of another version, a block comes over to each
  /// block to which declared correspondences lead.
  ///
  /// Cost: the decisions and recognitions of each candidacy of the chain.
  package func holdings(
    of candidacy: CandidacyID, in framework: Framework? = nil, on day: CalendarDate?
  ) -> Holdings {
    var chain = chain(of: candidacy, in: framework)
    guard let first = chain.popLast() else { return Holdings() }
    var holdings = Holdings()
    holdings.add(ownHeldBlocks(of: first, on: day), first)
    var certification = first.record.enrolment?.value.certification
    while let link = chain.popLast() {
      let own = link.record.enrolment?.value.certification
      let earlier = holdings.blocks
      holdings.blocks = [:]
      holdings.add(ownHeldBlocks(of: link, on: day), link)
      for (block, held) in earlier {
        let places = supersessions.places(of: block, from: certification, in: own)
        if places.isEmpty { holdings.leftBehind.append(held) }
        for place in places { holdings.hold(place, by: held.carried()) }
      }
      certification = own
    }
    holdings.leftBehind.sort { $0.moment < $1.moment }
    return holdings
  }

  /// The blocks of its certification that a candidacy's own facts give.
  private func ownHeldBlocks(of link: ChainLink, on day: CalendarDate?) -> [BlockCode: HeldBlock] {
    let own = ownHeldBlocks(of: link.id, link.record, in: link.framework, on: day)
    guard let framework = link.framework else { return own }
    return own.filter { code, _ in framework.blocks.contains { $0.code == code } }
  }

  /// A candidacy and those that it completes, the earliest last; without recursion: a chain may be
  /// long.
  func chain(of candidacy: CandidacyID, in framework: Framework? = nil) -> [ChainLink] {
    var chain: [ChainLink] = []
    var visited: Set<CandidacyID> = []
    var framework = framework
    var next: CandidacyID? = candidacy
    while let id = next, let record = records[id] {
      let earlier = record.enrolment?.value.completes
      if earlier != nil, !visited.insert(id).inserted { break }
      framework =
        record.enrolment.flatMap { timeless.frameworks[$0.value.certification] } ?? framework
      chain.append(ChainLink(id: id, record: record, framework: framework))
      next = earlier
    }
    return chain
  }
}

/// A candidacy of a chain of `completes`.
struct ChainLink {
  let id: CandidacyID
  let record: CandidacyRecord
  let framework: Framework?
}

extension Holdings {
  /// Adds the blocks held by a candidacy's own facts. A block of an earlier day opens the window in
  /// place of one held in a candidacy completed; one of the same day does not.
  fileprivate mutating func add(_ own: [BlockCode: HeldBlock], _ link: ChainLink) {
    for (block, held) in own { hold(block, by: held) }
    guard let framework = link.framework, let moment = own.values.map(\.moment).min() else {
      return
    }
    if let opening, opening.moment.day <= moment.day { return }
    opening = WindowOpening(moment: moment, framework: framework)
  }

  /// A block held twice is named by the first of the two.
  fileprivate mutating func hold(_ block: BlockCode, by held: HeldBlock) {
    if let mine = blocks[block], mine.moment <= held.moment { return }
    blocks[block] = held
  }
}
