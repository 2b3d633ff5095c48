package import Events

/// A block of a certification, in one of a person's candidacies for it.
struct PriorPlace {
  let candidacy: CandidacyID
  let certification: CertificationCode
  let block: BlockCode
  /// How it is held on the day; nil if it is not.
  let held: HeldBlock?
  /// Its state on the day; nil if its framework was annulled.
  let state: BlockState?
  /// The blocks of the certification asked about that it counts as.
  let counterparts: Set<BlockCode>

  /// Whether it was decided on or recognised here, not carried from a candidacy completed.
  var isOwn: Bool { held.map { $0.holder == candidacy && $0.block == block } ?? false }

  /// The block's code without the certification's: `BC01`.
  var ending: Substring { block.ending(in: certification) }
}

extension BlockCode {
  /// The code without a certification's code before it: of `RNCP38052BC01`, `BC01`.
  func ending(in certification: CertificationCode) -> Substring {
    text.hasPrefix(certification.text) ? text.dropFirst(certification.text.count) : text[...]
  }
}

extension LedgerState {
  /// The candidacies of a person under any of their merged ids, in the order of their enrolments.
  package func candidacies(of candidate: CandidateID) -> [CandidacyID] {
    let person = timeless.person(candidate)
    return records.compactMap { id, record -> (CandidacyID, Moment)? in
      guard let enrolment = record.enrolment, timeless.person(enrolment.value.candidate) == person
      else { return nil }
      return (id, enrolment.moment)
    }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// The blocks of a person's candidacies, in the order of enrolments, then of the framework.
  ///
  /// - Parameter target: the certification asked about.
  func priorPlaces(
    of candidate: CandidateID, for target: CertificationCode?, on day: CalendarDate
  ) -> [PriorPlace] {
    candidacies(of: candidate).flatMap { id -> [PriorPlace] in
      guard let certification = records[id]?.enrolment?.value.certification else { return [] }
      let held = heldBlocks(of: id, in: timeless.frameworks[certification], on: day)
      let states = candidacy(id, on: day)?.blocks ?? []
      let codes = states.map(\.code)
      let foreign = held.keys.filter { !codes.contains($0) }.sorted { $0.text < $1.text }
      return (codes + foreign).map { block in
        PriorPlace(
          candidacy: id, certification: certification, block: block, held: held[block],
          state: states.first { $0.code == block },
          counterparts: target.map {
            supersessions.places(of: block, from: certification, in: $0)
          } ?? [])
      }
    }
  }
}

extension Sequence<PriorPlace> {
  /// Those held, by the earliest decision or recognition; of one decision, where it was made comes
  /// before where it was carried to.
  var earliestFirst: [(place: PriorPlace, held: HeldBlock)] {
    compactMap { place in place.held.map { (place, $0) } }.sorted { left, right in
      if left.1.moment != right.1.moment { return left.1.moment < right.1.moment }
      if left.0.isOwn != right.0.isOwn { return left.0.isOwn }
      return (left.0.candidacy.text, left.0.block.text)
        < (right.0.candidacy.text, right.0.block.text)
    }
  }
}
