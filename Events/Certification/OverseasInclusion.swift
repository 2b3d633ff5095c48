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

extension OverseasInclusion: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let included: Bool? = try reader.optional("included")
    let stated: Bool = try reader.required("stated")
    let territory: FreeText = try reader.required("territory")
    self.init(territory: territory, included: included, stated: stated)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("included", included)
    writer.member("stated", stated)
    writer.member("territory", territory)
  }
}
