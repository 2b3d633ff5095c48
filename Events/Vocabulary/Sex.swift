/// As the certification flow of the Caisse des Dépôts states it.
public enum Sex: String, CaseIterable, Hashable, Sendable {
  /// Female.
  case female = "F"
  /// Male.
  case male = "M"
}

extension Sex: ClosedWord {
  public static var kind: String { "sex" }
}
