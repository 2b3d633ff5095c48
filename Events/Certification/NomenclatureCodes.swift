/// The codes of a certification in the national nomenclatures.
public struct NomenclatureCodes: Hashable, Sendable {
  /// *Nomenclature des spécialités de formation*.
  public let nsf: NonEmpty<FreeText>?
  /// Codes of the *Formacode* thesaurus.
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

extension NomenclatureCodes: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    formacode = try fields.optional("formacode")
    naf = try fields.optional("naf")
    nsf = try fields.optional("nsf")
    rome = try fields.optional("rome")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("formacode", formacode)
    writer.member("naf", naf)
    writer.member("nsf", nsf)
    writer.member("rome", rome)
  }
}
