public import Events

extension Certifier: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let name: FreeText = try reader.required("name")
    let siret: SIRET = try reader.required("siret")
    self.init(name: name, siret: siret)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("name", name)
    writer.member("siret", siret)
  }
}
