/// The codes of a certification in the national nomenclatures.
public struct NomenclatureCodes: Hashable, Sendable {
  /// *Nomenclature des spécialités de formation*.
  public let nsf: NonEmpty<FreeText>?
  /// Formacode.
  public let formacode: NonEmpty<FreeText>?
  /// *Répertoire opérationnel des métiers et des emplois*.
  public let rome: NonEmpty<FreeText>?
  /// *Nomenclature d’activités française*.
  public let naf: NonEmpty<FreeText>?

  public init(
    nsf: NonEmpty<FreeText>? = nil, formacode: NonEmpty<FreeText>? = nil,
    rome: NonEmpty<FreeText>? = nil, naf: NonEmpty<FreeText>? = nil
  ) {
    self.nsf = nsf
    self.formacode = formacode
    self.rome = rome
    self.naf = naf
  }
}

extension NomenclatureCodes: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let formacode: NonEmpty<FreeText>? = try reader.optional("formacode")
    let naf: NonEmpty<FreeText>? = try reader.optional("naf")
    let nsf: NonEmpty<FreeText>? = try reader.optional("nsf")
    let rome: NonEmpty<FreeText>? = try reader.optional("rome")
    self.init(nsf: nsf, formacode: formacode, rome: rome, naf: naf)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("formacode", formacode)
    writer.member("naf", naf)
    writer.member("nsf", nsf)
    writer.member("rome", rome)
  }
}
