public import Events

/// A certification flow (*flux*) for the Caisse des Dépôts, schema 1.1.2: what its file states, as values.
///
/// ``FlowXML`` writes it. Equal values are written as equal bytes.
public struct CertificationFlow: Hashable, Sendable {
  /// `idFlux`: at most ``longestID`` characters.
  public let id: FlowID
  /// `horodatage`: written to the second, in Paris.
  public let stamp: Instant
  /// Who deposits, for its own certifications: sender and certifier are one.
  public let depositor: Depositor
  /// In the order of their codes; each has at least one passage.
  public let certifications: [DeclaredCertification]

  public init(
    id: FlowID, stamp: Instant, depositor: Depositor, certifications: [DeclaredCertification]
  ) {
    self.id = id
    self.stamp = stamp
    self.depositor = depositor
    self.certifications = certifications
  }

  /// How many characters the schema leaves to `idFlux`; an id of the ledger may have 64.
  public static let longestID = 50
}

/// A certification of a flow, with the awards declared under it.
public struct DeclaredCertification: Hashable, Sendable {
  /// The ledger's code.
  public let certification: CertificationCode
  /// `RNCP` or `RS`: the *Inventaire* went over to the *Répertoire spécifique*.
  public let type: String
  /// As France compétences numbers it: `RNCP38052`, `RS6117`.
  public let code: String
  /// By day of award, then by candidacy.
  public let passages: [Passage]

  public init(
    _ certification: CertificationCode, of register: Register, passages: [Passage]
  ) {
    self.certification = certification
    self.passages = passages
    type =
      switch register {
      case .rncp: "RNCP"
      case .rs, .inventaire: "RS"
      }
    let text = certification.text
    // An *Inventaire* number is digits alone.
    code = text.utf8.allSatisfy { 48...57 ~= $0 } ? type + text : text
  }
}
