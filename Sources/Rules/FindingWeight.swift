/// How serious a finding of a rule is. The raw value is that of the JSON.
public enum FindingWeight: String, CaseIterable, Hashable, Sendable {
  /// What the rule requires does not hold.
  case breach
  /// It is allowed, and must be known.
  case notice
}

extension FindingWeight: Comparable {
  /// The more serious first.
  public static func < (left: Self, right: Self) -> Bool {
    left == .breach && right == .notice
  }
}
