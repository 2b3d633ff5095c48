public import Events

extension Correspondence: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let from: BlockCode = try reader.required("from")
    let to: BlockCode = try reader.required("to")
    self.init(from: from, to: to)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("from", from)
    writer.member("to", to)
  }
}
