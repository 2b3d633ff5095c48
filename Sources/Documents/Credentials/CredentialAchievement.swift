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
    let title = Self.name(registration.title, registration.certification)
    let listed = registration.blocks.elements.map { "\($0.code) « \($0.title.text) »" }
      .joined(separator: " ; ")
    name = registration.title.text
    json = Self.json(
      id: "urn:uuid:\(entry)", type: "Certification", code: registration.certification.text,
      name: name,
      description: Text(
        "\(title) : délivrance de la certification entière.",
        "\(title): award of the whole certification."),
      criteria: Text(
        "Tous les blocs de compétences sont acquis : \(listed).",
        "Every block is held: \(listed)."))
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
      isRecognised
      ? Text("reconnu au titre d’une validation antérieure", "recognised from a prior validation")
      : Text("validé par un jury", "validated by a jury")
    let whole = Self.name(title, certification)
    let listed = block.competencies.map(\.label.text).joined(separator: " ; ")
    json = Self.json(
      id: "urn:uuid:\(entry)#\(block.code)", type: "Competency", code: block.code.text, name: name,
      description: Text(
        "Bloc de compétences de : \(whole) ; \(how.french).", "Block of: \(whole); \(how.english)."),
      criteria: Text(
        "Compétences du bloc \(block.code) : \(listed).",
        "Competencies of block \(block.code): \(listed)."))
  }

  private static func name(_ title: FreeText, _ certification: CertificationCode) -> String {
    "« \(title.text) » (\(certification))"
  }

  private static func json(
    id: String, type: String, code: String, name: String, description: Text, criteria: Text
  ) -> JSONValue {
    [
      "id": .string(id), "type": ["Achievement"], "achievementType": .string(type),
      "inLanguage": "fr", "humanCode": .string(code), "name": .string(name),
      "description": .string(description.french),
      "criteria": ["narrative": .string(criteria.french)],
    ]
  }
}
