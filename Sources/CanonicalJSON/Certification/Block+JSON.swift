public import Events

extension Block: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let activities: NonEmpty<Activity>? = try reader.optional("activities")
    let code: BlockCode = try reader.required("code")
    let content: Content
    if let activities {
      content = .activities(activities)
    } else {
      content = .competencies(try reader.required("competencies"))
    }
    let modalities: NonEmpty<Modality>? = try reader.optional("modalities")
    let title: FreeText = try reader.required("title")
    self.init(code: code, title: title, modalities: modalities, content: content)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    if case .activities(let activities) = content { writer.member("activities", activities) }
    writer.member("code", code)
    if case .competencies(let list) = content { writer.member("competencies", list) }
    writer.member("modalities", modalities)
    writer.member("title", title)
  }
}
