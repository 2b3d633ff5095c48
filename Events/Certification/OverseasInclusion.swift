/// Whether a certification is part of the framework of an overseas territory.
public struct OverseasInclusion: Hashable, Sendable {
  public let territory: FreeText
  /// Nil where the document does not state it.
  public let included: Bool?
  /// Whether the document states it.
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
