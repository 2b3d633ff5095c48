/// Why something that a person holds counts for a block of a certification, or why nothing does (key
/// `why`).
public enum PriorReason: String, CaseIterable, Hashable, Sendable {
  // It counts.

  /// The block is held under the certification itself, within its validity.
  case permanent
  /// A block of an older version is held, and declared correspondences lead from it.
  case correspondence

  // It does not count.

  /// The person states a validation from before the ledger; its document is still to be examined.
  case document
  /// Its validity is over, where it was validated or under the certification asked about.
  case expired
  /// Its validation, its recognition or the award that it rests on was revoked.
  case revoked
  /// A jury refused it.
  case refused
  /// A block of the same ending is held under another version, and no correspondence leads from it.
  case noCorrespondence
  /// What a jury decided on it counts as never decided: overturned on appeal or by the jury's annulment,
  /// or a refusal revoked.
  case fallen
  /// No jury decided on it, and nothing held corresponds to it.
  case neverPresented

  /// Whether a recognition may rest on it.
  public var counts: Bool {
    switch self {
    case .permanent, .correspondence: true
    case .document, .expired, .revoked, .refused, .noCorrespondence, .fallen, .neverPresented:
      false
    }
  }
}
