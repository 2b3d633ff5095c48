/// The certifying body as its documents name it, and the ids that the Caisse des Dépôts gave it; the
/// latest description counts.
public struct CertifierDescribed: Payload {
  public let certifier: Certifier
  public let commercialName: FreeText?
  /// One element a line.
  public let address: NonEmpty<FreeText>?
  /// Where documents are signed.
  public let place: FreeText
  public let signatories: NonEmpty<Signatory>?
  public let registrations: NonEmpty<RegistrationDecision>?
  public let depositor: Depositor?

  public init(
    certifier: Certifier, commercialName: FreeText? = nil, address: NonEmpty<FreeText>? = nil,
    place: FreeText, signatories: NonEmpty<Signatory>? = nil,
    registrations: NonEmpty<RegistrationDecision>? = nil, depositor: Depositor? = nil
  ) {
    self.certifier = certifier
    self.commercialName = commercialName
    self.address = address
    self.place = place
    self.signatories = signatories
    self.registrations = registrations
    self.depositor = depositor
  }

  public static var type: EventType { .certifierDescribed }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.certifier(certifier.siret)]
      + (registrations?.elements ?? []).map { .certification($0.certification) }
  }

  public var introduces: Introduction? { nil }
}

extension CertifierDescribed {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    address = try fields.optional("address")
    certifier = try fields.required("certifier")
    commercialName = try fields.optional("commercialName")
    depositor = try fields.optional("depositor")
    place = try fields.required("place")
    registrations = try fields.optional("registrations")
    signatories = try fields.optional("signatories")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("address", address)
    writer.member("certifier", certifier)
    writer.member("commercialName", commercialName)
    writer.member("depositor", depositor)
    writer.member("place", place)
    writer.member("registrations", registrations)
    writer.member("signatories", signatories)
  }
}
