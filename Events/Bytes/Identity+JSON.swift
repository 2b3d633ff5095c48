/// How an identity is spelt: the plain text that is sealed, and what the vault opens.
extension Identity: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let birthDate: BirthDate = try reader.required("birthDate")
    let birthName: FreeText = try reader.required("birthName")
    let birthPlace: BirthPlace = try reader.required("birthPlace")
    let email: FreeText? = try reader.optional("email")
    let firstNames: NonEmpty<FreeText> = try reader.required("firstNames")
    let sex: Sex = try reader.required("sex")
    let usageName: FreeText? = try reader.optional("usageName")
    self.init(
      birthName: birthName, usageName: usageName, firstNames: firstNames, birthDate: birthDate,
      sex: sex, birthPlace: birthPlace, email: email)
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

extension BirthPlace: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let countryCode: FreeText? = try reader.optional("countryCode")
    let insee: FreeText? = try reader.optional("inseeCode")
    let label: FreeText? = try reader.optional("label")
    let postal: FreeText? = insee == nil ? try reader.required("postalCode") : nil
    guard let code = insee.map(Code.insee) ?? postal.map(Code.postal) else {
      throw ReadingFailure(.missing, path: ["inseeCode"])
    }
    self.init(code: code, label: label, countryCode: countryCode)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("countryCode", countryCode)
    if case .insee(let code) = code { writer.member("inseeCode", code) }
    writer.member("label", label)
    if case .postal(let code) = code { writer.member("postalCode", code) }
  }
}
