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

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
