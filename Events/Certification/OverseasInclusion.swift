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

extension OverseasInclusion: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    included = try fields.optional("included")
    stated = try fields.required("stated")
    territory = try fields.required("territory")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("included", included)
    writer.member("stated", stated)
    writer.member("territory", territory)
  }
}
