public import Events

extension CertificationWithdrawn: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let certification: CertificationCode = try reader.required("certification")
    let lastDeliveryOn: CalendarDate? = try reader.optional("lastDeliveryOn")
    self.init(certification: certification, lastDeliveryOn: lastDeliveryOn)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("certification", certification)
    writer.member("lastDeliveryOn", lastDeliveryOn)
  }
}
