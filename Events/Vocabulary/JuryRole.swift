/// What a member stands for in a jury.
public enum JuryRole: String, CaseIterable, Hashable, Sendable {
  /// The president.
  case president
  /// A human-resources representative of the field.
  case humanResources
  /// An operational representative of the field.
  case operations
  /// Any other member.
  case other
}

extension JuryRole: ClosedWord {
  public static var kind: String { "jury role" }
}
