/// The candidacy goes on by another pathway; what was assessed stays.
public struct PathwayChanged: Payload {
  public let candidacy: CandidacyID
  public let pathway: Pathway
  /// The audience from now on; nil: the one stated before.
  public let audience: Audience?

  public init(candidacy: CandidacyID, pathway: Pathway, audience: Audience? = nil) {
    self.candidacy = candidacy
    self.pathway = pathway
    self.audience = audience
  }

  public static var type: EventType { .pathwayChanged }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension PathwayChanged {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    pathway = try fields.required("pathway")
    audience = try fields.optional("public")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("pathway", pathway)
    writer.member("public", audience)
  }
}
