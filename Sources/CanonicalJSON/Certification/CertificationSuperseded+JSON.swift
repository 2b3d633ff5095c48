public import Events

extension CertificationSuperseded: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let by: CertificationCode = try reader.required("by")
    let certification: CertificationCode = try reader.required("certification")
    let correspondences: NonEmpty<Correspondence>? = try reader.optional("correspondences")
    self.init(certification: certification, by: by, correspondences: correspondences)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("by", by)
    writer.member("certification", certification)
    writer.member("correspondences", correspondences)
  }
}
