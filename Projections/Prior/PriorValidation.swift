public import Events

/// What a person's past counts for one block of a certification.
public struct PriorValidation: Hashable, Sendable {
  /// The block of the certification asked about.
  public let block: BlockCode
  public let title: FreeText
  public let why: PriorReason
  /// The event that decides the answer: the decision that counts, the refusal, the revocation, the
  /// decision whose validity is over; nil where nothing was ever presented.
  public let decidedBy: Position?
  /// What it rests on; nil where nothing was ever presented.
  public let source: PriorSource?
  /// What became of ``source``; nil while it is in force.
  public let ended: PriorEnd?
  /// The correspondences that lead from ``source`` to the block; empty under the same certification.
  public let correspondence: [CorrespondenceStep]
  /// The last day, inclusive, on which the block would be held once it is recognised; nil: without limit,
  /// and where it does not count.
  public let validUntil: CalendarDate?
  /// The basis of that limit, or of its absence; nil where it does not count.
  public let validityBasis: Basis?
  /// The last day, inclusive, on which it can be recognised, where it is held for less long in its source;
  /// nil: no earlier than ``validUntil``.
  public let recogniseBy: CalendarDate?
  /// Whether an appeal against the decision is pending.
  public let contested: Bool
  /// The other decisions and recognitions by which it counts, the earliest first; ``source`` is earlier.
  public let others: [PriorSource]
  /// The live candidacy for the certification that holds it already; nil if none does.
  public let heldIn: CandidacyID?
  /// The documents claimed and not examined, the earliest day first.
  public let claims: [PriorSource]

  /// Whether a recognition of it would be accepted by R16.
  public var counts: Bool { why.counts }
}

/// A block held that counts for no block of the certification asked about.
public struct HeldElsewhere: Hashable, Sendable {
  public let source: PriorSource
  /// The last day it is held there, inclusive; nil: without limit.
  public let validUntil: CalendarDate?
  /// Whether its certification is a version of the one asked about.
  public let isVersion: Bool
  /// The day on which a later version took its certification's place; nil if none did.
  public let supersededOn: CalendarDate?
}
