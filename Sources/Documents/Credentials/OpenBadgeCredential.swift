public import Events

/// An `OpenBadgeCredential` of Open Badges 3.0, in the data model of Verifiable Credentials 2.0.
///
/// Pure values: the same ones give the same JSON. The addresses in `@context` are names; nothing is read
/// from them.
public struct OpenBadgeCredential: Sendable {
  /// The certifier, by the key that signs.
  public struct Issuer: Sendable {
    public let key: DIDKey
    public let name: String
    public let siret: SIRET

    public init(key: DIDKey, name: String, siret: SIRET) {
      self.key = key
      self.name = name
      self.siret = siret
    }
  }

  /// The event of the award or of the decision.
  public let id: EventID
  public let issuer: Issuer
  let holder: CredentialHolder
  let achievement: CredentialAchievement
  let evidence: CredentialEvidence
  let validFrom: CredentialTime
  /// Nil: without limit.
  let validUntil: CredentialTime?

  /// - Parameters:
  ///   - day: that of the award or of the decision.
  ///   - lastDay: the last day of validity, inclusive; nil: without limit.
  public init(
    id: EventID, issuer: Issuer, holder: CredentialHolder, achievement: CredentialAchievement,
    evidence: CredentialEvidence, day: CalendarDate, lastDay: CalendarDate?
  ) {
    self.id = id
    self.issuer = issuer
    self.holder = holder
    self.achievement = achievement
    self.evidence = evidence
    validFrom = CredentialTime(startOf: day)
    validUntil = lastDay.map { CredentialTime(endOf: $0) }
  }

  /// `urn:uuid:` and the event's id.
  var urn: String { "urn:uuid:\(id)" }

  /// The holder as this credential's subject, and of no other: a token must name one, and an id of the
  /// person would link all that was given to them.
  var subject: String { urn + "#holder" }

  /// The credential without a proof.
  public var json: JSONValue {
    var members = [
      JSONMember(
        "@context",
        [
          "https://www.w3.org/ns/credentials/v2",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
          CredentialEvidence.context,
        ]),
      JSONMember("id", .string(urn)),
      JSONMember("type", ["VerifiableCredential", "OpenBadgeCredential"]),
      JSONMember("name", .string(achievement.name)),
      JSONMember(
        "issuer",
        [
          "id": .string(issuer.key.text), "type": ["Profile"], "name": .string(issuer.name),
          "otherIdentifier": [
            [
              "type": "IdentifierEntry", "identifier": .string(issuer.siret.text),
              "identifierType": "ext:siret",
            ]
          ],
        ]),
      JSONMember("validFrom", .string(validFrom.text)),
    ]
    if let validUntil { members.append(JSONMember("validUntil", .string(validUntil.text))) }
    members += [
      JSONMember(
        "credentialSubject",
        [
          "id": .string(subject), "type": ["AchievementSubject"],
          "identifier": [holder.identifier], "achievement": achievement.json,
        ]),
      JSONMember("evidence", [evidence.json]),
    ]
    return .object(members)
  }

  /// The credential with its embedded proof (``DataIntegrityProof``).
  ///
  /// - Parameter sign: signs with the issuer's key.
  public func secured(sign: ([UInt8]) throws -> [UInt8]) throws -> JSONValue {
    try DataIntegrityProof.secured(json, by: issuer.key, sign: sign)
  }

  /// The credential as a signed token of one line.
  ///
  /// - Parameter sign: signs with the issuer's key.
  public func token(sign: ([UInt8]) throws -> [UInt8]) throws -> String {
    try CredentialToken.token(of: self, sign: sign)
  }
}
