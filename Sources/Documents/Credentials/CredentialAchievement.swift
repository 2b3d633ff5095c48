public import Events

/// What a credential says was achieved: a whole certification, or one of its blocks.
///
/// In French, the language of the certifications' documents.
public struct CredentialAchievement: Sendable {
  let json: JSONValue
  let name: String

  /// The whole certification.
  ///
  /// - Parameter entry: the event that registered it; its id makes the achievement's.
  public init(_ registration: CertificationRegistered, entry: EventID) {
    let blocks = registration.blocks.elements
    name = registration.title.text
    json = Self.json(
      id: "urn:uuid:\(entry)", type: "Certification", code: registration.certification.text,
      name: name,
      description:
        "\(Self.name(registration.title, registration.certification)) : délivrance de la certification entière.",
      criteria: "Tous les blocs de compétences sont acquis : "
        + blocks.map { "\($0.code) « \($0.title.text) »" }.joined(separator: " ; ") + ".")
  }

  /// A block of a certification.
  ///
  /// - Parameter isRecognised: whether it was recognised, not validated by a jury of this certification.
  public init(
    _ block: Block, of registration: CertificationRegistered, entry: EventID, isRecognised: Bool
  ) {
    self.init(
      block, title: registration.title, certification: registration.certification, entry: entry,
      isRecognised: isRecognised)
  }

  init(
    _ block: Block, title: FreeText, certification: CertificationCode, entry: EventID,
    isRecognised: Bool
  ) {
    name = block.title.text
    let how =
      isRecognised ? "reconnu au titre d’une validation antérieure" : "validé par un jury"
    json = Self.json(
      id: "urn:uuid:\(entry)#\(block.code)", type: "Competency", code: block.code.text, name: name,
      description: "Bloc de compétences de : \(Self.name(title, certification)) ; \(how).",
      criteria: "Compétences du bloc \(block.code) : "
        + block.competencies.map(\.label.text).joined(separator: " ; ") + ".")
  }

  private static func name(_ title: FreeText, _ certification: CertificationCode) -> String {
    "« \(title.text) » (\(certification))"
  }

  private static func json(
    id: String, type: String, code: String, name: String, description: String, criteria: String
  ) -> JSONValue {
    [
      "id": .string(id), "type": ["Achievement"], "achievementType": .string(type),
      "inLanguage": "fr", "humanCode": .string(code), "name": .string(name),
      "description": .string(description), "criteria": ["narrative": .string(criteria)],
    ]
  }
}
