/// The role of a jury member.
public enum JuryRole: String, CaseIterable, Hashable, Sendable {
  case president
  /// A representative of human resources in the field.
  case humanResources
  /// An operational representative of the field.
  case operations
  case other
}

extension JuryRole: ClosedWord {
  public static var kind: String { "jury role" }
}
