/// A certifying body (*certificateur*).
public struct Certifier: Hashable, Sendable {
  /// Legal name.
  public let name: FreeText
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
