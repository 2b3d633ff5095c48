/// A body that certifies.
public struct Certifier: Hashable, Sendable {
  /// Its legal name.
  public let name: FreeText
  /// Its establishment.
  public let siret: SIRET

  public init(name: FreeText, siret: SIRET) {
    self.name = name
    self.siret = siret
  }
}

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
