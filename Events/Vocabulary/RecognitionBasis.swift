/// The reason why a prior validation counts (R16).
public enum RecognitionBasis: String, CaseIterable, Hashable, Sendable {
  /// The block was validated earlier, and is valid without limit or not expired yet.
  case permanent
  /// A declared correspondence leads from a block of an older version to this block.
  case correspondence
  /// A document proves a validation from before the ledger.
  case document
  /// An authority granted it: another certifier, or a rule of equivalence.
  case equivalence
}

extension RecognitionBasis: ClosedWord {
  public static var kind: String { "recognition basis" }
}
