/// The encoding of an identity: the plain text that the vault encrypts and decrypts.
extension Identity: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    birthDate = try fields.optional("birthDate")
    birthName = try fields.required("birthName")
    birthPlace = try fields.optional("birthPlace")
    email = try fields.optional("email")
    firstNames = try fields.required("firstNames")
    sex = try fields.optional("sex")
    usageName = try fields.optional("usageName")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("birthDate", birthDate)
    writer.member("birthName", birthName)
    writer.member("birthPlace", birthPlace)
    writer.member("email", email)
    writer.member("firstNames", firstNames)
    writer.member("sex", sex)
    writer.member("usageName", usageName)
  }
}

extension BirthPlace: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    countryCode = try fields.optional("countryCode")
    let insee: FreeText? = try fields.alternative("inseeCode", to: "postalCode")
    label = try fields.optional("label")
    let postal: FreeText? = try fields.alternative("postalCode", to: "inseeCode")
    switch (insee, postal) {
    case (let insee?, nil): code = .insee(insee)
    case (nil, let postal?): code = .postal(postal)
    case (nil, nil):
      // The country alone states a place; a label alone does not.
      guard countryCode != nil else { throw ReadingFailure(.missing, path: ["inseeCode"]) }
      code = nil
    case (_?, _?): throw ReadingFailure(.unknownField, path: ["postalCode"])
    }
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("countryCode", countryCode)
    if case .insee(let code) = code { writer.member("inseeCode", code) }
    writer.member("label", label)
    if case .postal(let code) = code { writer.member("postalCode", code) }
  }
}
