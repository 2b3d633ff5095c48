internal import Events

extension PriorSearch {
  /// The answer about one block.
  func validation(of block: Block) -> PriorValidation {
    let code = block.code
    let claims = claims(for: code)
    let open = claims.filter { !isExpired($0) }.map(\.source)
    let accepted = accepted(for: code)
    if let (place, held) = accepted.first {
      return counting(block, held, at: place, accepted, open)
    }
    let expired = claims.filter(isExpired(_:)).compactMap(lapse(of:))
    let matching = places.filter { $0.counterparts.contains(code) }
    let told =
      open.first.map { PriorEvidence(.document, $0.position, $0) }
      ?? (matching.compactMap(loss(at:)) + expired).max { $0.since < $1.since }
      ?? leftBehind(code) ?? matching.flatMap(overturned(at:)).max { $0.since < $1.since }
    let source = told?.source
    return PriorValidation(
      block: code, title: block.title, why: told?.why ?? .neverPresented,
      decidedBy: told?.decidedBy, source: source, ended: told?.ended,
      correspondence: source.map { path(from: $0, to: code) } ?? [], validUntil: nil,
      validityBasis: nil, recogniseBy: nil, contested: told?.isContested ?? false, others: [],
      heldIn: nil, claims: open)
  }

  private func counting(
    _ block: Block, _ held: HeldBlock, at place: PriorPlace,
    _ accepted: [(place: PriorPlace, held: HeldBlock)], _ claims: [PriorSource]
  ) -> PriorValidation {
    let source = source(held, at: place)
    let limit = state.blockValidity(from: held.origin.day, framework)
    let validUntil = state.lastDay(ofValidityFrom: held.origin.day, framework)
    let there = held.certification.flatMap { state.timeless.frameworks[$0] }
    let heldUntil = state.lastDay(ofValidityFrom: held.origin.day, there)
    var listed: Set = [held.moment]
    let others = accepted.filter { listed.insert($0.held.moment).inserted }
    return PriorValidation(
      block: block.code, title: block.title,
      why: place.certification == target ? .permanent : .correspondence,
      decidedBy: source.position, source: source, ended: nil,
      correspondence: path(from: source, to: block.code), validUntil: validUntil,
      validityBasis: limit.basis,
      recogniseBy: heldUntil.flatMap { last in
        validUntil.map { $0 <= last } ?? false ? nil : last
      },
      contested: state.isContested(held), others: others.map { self.source($0.held, at: $0.place) },
      heldIn: live.flatMap { live in
        places.contains { $0.candidacy == live && $0.block == block.code && $0.held != nil }
          ? live : nil
      }, claims: claims)
  }

  private func source(_ held: HeldBlock, at place: PriorPlace) -> PriorSource {
    state.source(held, place.block, in: place.candidacy, place.certification)
  }

  private func path(from source: PriorSource, to block: BlockCode) -> [CorrespondenceStep] {
    state.supersessions.path(
      of: source.block, from: source.certification, to: block, in: target)
  }

  /// The earliest block of the same ending, held under another version, that comes over as no block.
  private func leftBehind(_ block: BlockCode) -> PriorEvidence? {
    let versions = state.supersessions.versions(of: target)
    let ending = block.ending(in: target)
    let left = places.filter {
      $0.certification != target && versions.contains($0.certification)
        && $0.counterparts.isEmpty && $0.ending == ending
    }
    return left.earliestFirst.first.map { place, held in
      PriorEvidence(
        .noCorrespondence, held.moment.position, source(held, at: place),
        isContested: state.isContested(held))
    }
  }
}

/// Why a block does not count, and what it is seen from.
struct PriorEvidence {
  let why: PriorReason
  let decidedBy: Position
  let source: PriorSource
  var ended: PriorEnd?
  var isContested = false

  init(
    _ why: PriorReason, _ decidedBy: Position, _ source: PriorSource, ended: PriorEnd? = nil,
    isContested: Bool = false
  ) {
    self.why = why
    self.decidedBy = decidedBy
    self.source = source
    self.ended = ended
    self.isContested = isContested
  }

  /// When it began not to count, of an overturned validation when it was decided; the latest of several is
  /// told.
  var since: Moment {
    let began = why == .fallen ? nil : ended?.on
    return Moment(day: began ?? source.decidedOn ?? .first, position: decidedBy)
  }
}
