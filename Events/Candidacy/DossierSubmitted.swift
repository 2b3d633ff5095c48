/// A dossier was handed in.
public struct DossierSubmitted: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// What it is for.
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

extension DossierSubmitted: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let kind: DossierKind = try reader.required("kind")
    self.init(candidacy: candidacy, kind: kind)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("kind", kind)
  }
}
