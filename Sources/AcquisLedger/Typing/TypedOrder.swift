public import Events

/// How the objects of a list are typed between colons, where they can be.
public struct TypedOrder: Sendable {
  /// The keys, in the order in which their values are typed.
  let keys: [String]
  /// One as it is typed.
  public let sample: Text

  private static let known = [
    TypedOrder(
      keys: ["member", "title", "name"],
      sample: Text("S1:Directrice:\"Prénom Nom\"", "S1:Director:\"First Last\"")),
    TypedOrder(
      keys: ["certification", "decisionOn"],
      sample: Text("RNCP38052:02/01/2019", "RNCP38052:2019-01-02")),
  ]

  private init(keys: [String], sample: Text) { (self.keys, self.sample) = (keys, sample) }

  /// - Returns: nil for a form whose objects are given as JSON, and for jury members, who have a role.
  public init?(of element: FieldForm) {
    guard case .object(let fields) = element.clear,
      let known = Self.known.first(where: { Set($0.keys) == Set(fields.map(\.key)) })
    else { return nil }
    self = known
  }
}
