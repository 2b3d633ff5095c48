/// A *bloc de compétences*, or a domain of activity (*composante*) of 3474.
public struct Block: Hashable, Sendable {
  /// The competencies of a block, in one list or grouped by activity.
  public enum Content: Hashable, Sendable {
    /// One list: the blocks of RNCP38052.
    case competencies(NonEmpty<Competency>)
    /// Grouped by activity: the domains of 3474.
    case activities(NonEmpty<Activity>)
  }

  /// `RNCP38052BC01`, `3474D1`.
  public let code: BlockCode
  /// As spelled in the document.
  public let title: FreeText
  /// The modalities accepted to assess it (R11); nil: not stated, all accepted.
  public let modalities: NonEmpty<Modality>?
  public let content: Content

  public init(
    code: BlockCode, title: FreeText, modalities: NonEmpty<Modality>? = nil, content: Content
  ) {
    self.code = code
    self.title = title
    self.modalities = modalities
    self.content = content
  }

  /// Every competency, in the document's order.
  public var competencies: [Competency] {
    switch content {
    case .competencies(let list): list.elements
    case .activities(let list): list.elements.flatMap(\.competencies.elements)
    }
  }
}

extension Block: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    let activities: NonEmpty<Activity>? = try fields.alternative(
      "activities", to: "competencies")
    code = try fields.required("code")
    let competencies: NonEmpty<Competency>? = try fields.alternative(
      "competencies", to: "activities")
    modalities = try fields.optional("modalities")
    title = try fields.required("title")
    switch (activities, competencies) {
    case (let activities?, nil): content = .activities(activities)
    case (nil, let competencies?): content = .competencies(competencies)
    case (nil, nil): throw ReadingFailure(.missing, path: ["competencies"])
    case (_?, _?): throw ReadingFailure(.unknownField, path: ["competencies"])
    }
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    if case .activities(let activities) = content { writer.member("activities", activities) }
    writer.member("code", code)
    if case .competencies(let list) = content { writer.member("competencies", list) }
    writer.member("modalities", modalities)
    writer.member("title", title)
  }
}
