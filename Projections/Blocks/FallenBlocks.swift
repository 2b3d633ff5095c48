package import Events

/// A block that fell with an award.
package struct FallenBlock: Sendable {
  /// The revocation of the award.
  package let moment: Moment
  /// The jury of the decision by which the block was held; nil for a recognition.
  let jury: JuryID?
}

extension LedgerState {
  /// Revokes an award in force, and the blocks that the revocation names: here, and in the
  /// candidacies completed those that came over as one of them. A block whose validity is over falls too;
  /// what is validated or recognised later stands.
  mutating func revokeAward(_ data: CertificationRevoked, _ moment: Moment) {
    guard let record = records[data.candidacy], record.isAwarded else {
      // Against the rules; it counts only for the record's first day.
      records.change(data.candidacy, orAdd: CandidacyRecord(firstDay: moment.day)) { _ in }
      return
    }
    var named = Set(data.blocks?.elements ?? [])
    records.change(data.candidacy) { $0.revokeAward(namingBlocks: !named.isEmpty, moment) }
    var later: CertificationCode?
    for link in chain(of: data.candidacy) {
      let held = heldBlocks(of: link.id, in: link.framework, on: nil)
      let own = link.record.enrolment?.value.certification
      if link.id != data.candidacy {
        named = Set(
          held.keys.filter { block in
            supersessions.places(of: block, from: own, in: later).contains(where: named.contains)
          })
      }
      if named.isEmpty { return }
      for block in named where held[block] != nil {
        let fallen = FallenBlock(moment: moment, jury: held[block]?.jury)
        records.change(link.id) { $0.seldom.fallenBlocks[block] = fallen }
      }
      later = own
    }
  }
}

extension LedgerState {
  /// The revocations, without blocks named, of the awards that a block held rests on: the award of the
  /// candidacy asked, of the one that its decision is of, or of one that completes either.
  package func revokedAwards(
    behind held: HeldBlock, in candidacy: CandidacyID
  ) -> [(candidacy: CandidacyID, moment: Moment)] {
    laterCandidacies(of: [candidacy, held.holder]).compactMap { id in
      guard let record = records[id], let revoked = record.awardRevoked,
        !record.revocationNamesBlocks
      else { return nil }
      return (id, revoked)
    }
  }
}

extension CandidacyRecord {
  /// Whether a decision gives its block: a validation neither revoked, nor overturned, nor fallen
  /// with an award.
  package func isGranting(_ decision: BlockDecision) -> Bool {
    decision.isValidationInForce && !hasFallen(decision.block, since: decision.moment)
  }

  /// Whether a recognition gives its block: not revoked, not fallen with an award.
  package func isGranting(_ recognition: BlockRecognition) -> Bool {
    recognition.revoked == nil && !hasFallen(recognition.block, since: recognition.moment)
  }

  private func hasFallen(_ block: BlockCode, since moment: Moment) -> Bool {
    fallenBlocks[block].map { moment < $0.moment } ?? false
  }
}
