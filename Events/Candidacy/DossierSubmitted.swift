/// A dossier was submitted to the certifier.
public struct DossierSubmitted: Payload {
  public let candidacy: CandidacyID
  public let kind: DossierKind

  public init(candidacy: CandidacyID, kind: DossierKind) {
    self.candidacy = candidacy
    self.kind = kind
  }

  public static var type: EventType { .dossierSubmitted }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension DossierSubmitted {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    kind = try fields.required("kind")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("kind", kind)
  }
}
