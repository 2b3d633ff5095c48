public import Events

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
