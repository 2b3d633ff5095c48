public import Events

extension RegistrationRenewed: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let certification: CertificationCode = try reader.required("certification")
    let expiresOn: CalendarDate = try reader.required("expiresOn")
    let lastDeliveryOn: CalendarDate? = try reader.optional("lastDeliveryOn")
    self.init(certification: certification, expiresOn: expiresOn, lastDeliveryOn: lastDeliveryOn)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("certification", certification)
    writer.member("expiresOn", expiresOn)
    writer.member("lastDeliveryOn", lastDeliveryOn)
  }
}
