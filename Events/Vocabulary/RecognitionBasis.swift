/// Why a prior validation counts.
public enum RecognitionBasis: String, CaseIterable, Hashable, Sendable {
  /// The block was validated and is valid without limit, or still.
  case permanent
  /// A declared correspondence from another version.
  case correspondence
  /// A document from before the ledger.
  case document
}

extension RecognitionBasis: ClosedWord {
  public static var kind: String { "recognition basis" }
}
