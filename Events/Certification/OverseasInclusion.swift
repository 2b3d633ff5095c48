/// Whether a certification is part of an overseas territory’s framework.
public struct OverseasInclusion: Hashable, Sendable {
  /// The territory’s name.
  public let territory: FreeText
  /// Absent where the document does not tell.
  public let included: Bool?
  /// Whether the document tells.
  public let stated: Bool

  public init(territory: FreeText, included: Bool? = nil, stated: Bool) {
    self.territory = territory
    self.included = included
    self.stated = stated
  }
}
