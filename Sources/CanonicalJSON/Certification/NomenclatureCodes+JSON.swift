public import Events

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
