public import Events

/// What a person's past counts for a certification on a day, as known at one position.
public struct PriorValidations: Hashable, Sendable {
  public let certification: CertificationCode
  /// In the framework's order.
  public let blocks: [PriorValidation]
  /// The blocks held that count for none of ``blocks``, in the order in which they were held.
  public let elsewhere: [HeldElsewhere]
  /// What surrounds them: windows, admissibility, and how to record what counts.
  public let context: PriorContext

  /// The number of blocks that count.
  public var counting: Int { blocks.count(where: \.counts) }
}

extension LedgerState {
  /// What a person's past counts for a certification, block by block.
  ///
  /// A block counts if a recognition of it, recorded on that day in a candidacy of the person, would keep
  /// R16: it rests on the earliest validation that does. Otherwise the answer is, in this order: a document
  /// to be examined; the latest expiry, revocation or refusal; a block left without correspondence; a
  /// validation overturned; nothing.
  ///
  /// Cost: a pass over all records, and one derivation for each candidacy of the person.
  ///
  /// - Parameter day: the day asked, which must be the day up to which the events were folded.
  /// - Returns: nil if the certification is not known.
  public func priorValidations(
    of candidate: CandidateID, for certification: CertificationCode, on day: CalendarDate
  ) -> PriorValidations? {
    guard let framework = timeless.frameworks[certification] else { return nil }
    let search = PriorSearch(
      state: self, framework: framework, day: day,
      candidacies: candidacies(of: candidate),
      places: priorPlaces(of: candidate, for: certification, on: day))
    let blocks = framework.blocks.map(search.validation(of:))
    return PriorValidations(
      certification: certification, blocks: blocks, elsewhere: search.elsewhere(than: blocks),
      context: search.context(of: blocks))
  }

  /// Every block that a person holds on a day, under any certification, in the order in which they were
  /// held.
  public func priorHoldings(of candidate: CandidateID, on day: CalendarDate) -> [HeldElsewhere] {
    holdings(at: priorPlaces(of: candidate, for: nil, on: day), versions: [])
  }

  /// The blocks held at some places; one decision is listed once under a certification.
  func holdings(
    at places: [PriorPlace], versions: Set<CertificationCode>
  ) -> [HeldElsewhere] {
    var listed: Set<[String]> = []
    return places.earliestFirst.compactMap { place, held in
      let key = [place.certification.text, place.block.text, held.moment.position.description]
      guard listed.insert(key).inserted else { return nil }
      let framework = held.certification.flatMap { timeless.frameworks[$0] }
      return HeldElsewhere(
        source: source(held, place.block, in: place.candidacy, place.certification),
        validUntil: lastDay(ofValidityFrom: held.origin.day, framework),
        isVersion: versions.contains(place.certification),
        supersededOn: supersessions.naming(place.certification)
          .first { $0.certification == place.certification }?.on)
    }
  }
}

/// A person's past, searched for a certification.
struct PriorSearch {
  let state: LedgerState
  /// The framework asked about.
  let framework: Framework
  let day: CalendarDate
  /// The person's, in the order of enrolments.
  let candidacies: [CandidacyID]
  let places: [PriorPlace]

  var target: CertificationCode { framework.registration.certification }

  /// Whether R16 accepts a recognition of a block held that counts as one of the certification.
  func isAccepted(_ held: HeldBlock, at place: PriorPlace) -> Bool {
    guard state.revokedAwards(behind: held, in: place.candidacy).isEmpty else { return false }
    return state.lastDay(ofValidityFrom: held.origin.day, framework).map { day <= $0 } ?? true
  }

  /// The places held that count for a block, the earliest first.
  func accepted(for block: BlockCode) -> [(place: PriorPlace, held: HeldBlock)] {
    places.filter { $0.counterparts.contains(block) }.earliestFirst
      .filter { isAccepted($0.held, at: $0.place) }
  }

  /// The blocks held that count for no block of the certification, or not any more.
  func elsewhere(than blocks: [PriorValidation]) -> [HeldElsewhere] {
    let own = Set(framework.blocks.map(\.code))
    let others = places.filter { place in
      guard let held = place.held else { return false }
      return place.counterparts.isDisjoint(with: own) || !isAccepted(held, at: place)
    }
    return state.holdings(at: others, versions: state.supersessions.versions(of: target))
  }
}
