/// The sex of a person, in the codes of the certification flow of the Caisse des Dépôts.
public enum Sex: String, CaseIterable, Hashable, Sendable {
  case female = "F"
  case male = "M"
}

extension Sex: ClosedWord {
  public static var kind: String { "sex" }
}
