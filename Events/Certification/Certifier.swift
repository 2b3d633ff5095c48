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

extension Certifier: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    name = try fields.required("name")
    siret = try fields.required("siret")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("name", name)
    writer.member("siret", siret)
  }
}
