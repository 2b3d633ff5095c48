public import Events
public import Projections

/// Everything that an attestation or a certificate states, and nothing else: the same value makes the same
/// document on every machine.
public struct AttestationFacts: Hashable, Sendable {
  /// What is printed.
  public enum Paper: Hashable, Sendable {
    /// The attestation of the blocks held, which is not the certification.
    case blocks
    /// The attestation of the certification awarded.
    case certification
    /// The certificate issued under a number.
    case certificate(IssuedNumber)
  }

  public var paper: Paper
  public var candidacy: CandidacyID
  public var status: CandidacyStatus
  public var holder: Identity
  public var issuer: Issuer
  public var certification: RegisteredTitle
  /// In the framework's order.
  public var held: [HeldPart]
  /// The blocks not held, in the framework's order.
  public var missing: [NamedBlock]
  public var window: CompletionWindow
  /// The day of the award in force; nil without one.
  public var awardedOn: CalendarDate?
  /// The current certificate of the whole certification; nil if none was issued.
  public var certificate: IssuedNumber?
  /// The partial certificates in force, in the order of their issue.
  public var partialCertificates: [IssuedNumber]
  /// What was revoked, overturned or annulled since the earliest of ``partialCertificates``.
  public var changes: [Text]
  /// What the document says first, in a frame: why it is made all the same, what it leaves open.
  public var warnings: [Text]
  /// The day that is attested.
  public var on: CalendarDate
  /// The last position known.
  public var known: Position
  /// Whether a day or a state of knowledge was asked for.
  public var isAsOf: Bool
  /// The entries that it rests on, ascending.
  public var positions: [Position]

  /// The document in one language or two.
  public func document(in languages: Languages) -> Document {
    Document(title: title, in: languages, grounds: .entries(positions)) {
      switch paper {
      case .blocks: BlocksAttestation(facts: self, languages: languages).body
      case .certification: CertificationAttestation(facts: self, languages: languages).body
      case .certificate(let number):
        CertificatePage(facts: self, number: number, languages: languages).body
      }
    }
  }

  private var title: Text {
    switch paper {
    case .blocks: certification.partWords.attestation.followed(by: " \(candidacy)")
    case .certification:
      Text("Attestation de certification \(candidacy)", "Attestation of certification \(candidacy)")
    case .certificate(let issued):
      Text("Certificat \(issued.number)", "Certificate \(issued.number)")
    }
  }
}

/// A block's code and title.
public struct NamedBlock: Hashable, Sendable {
  public let code: BlockCode
  public let title: FreeText

  public init(code: BlockCode, title: FreeText) {
    self.code = code
    self.title = title
  }
}

/// A block held, and where it comes from.
public struct HeldPart: Hashable, Sendable {
  public let block: NamedBlock
  /// `validated` or `recognised`.
  public let status: BlockStatus
  /// The day of the jury's decision, or of the recognition.
  public let since: CalendarDate
  /// The jury that decided in this candidacy; nil for a block recognised.
  public let jury: JuryID?
  /// Where a block recognised comes from.
  public let source: BlockSource?
  /// The last day of its validity, inclusive; nil: without limit.
  public let lastDay: CalendarDate?
}

/// The number of a certificate, whole or partial, and its day.
public struct IssuedNumber: Hashable, Sendable {
  public let number: CertificateNumber
  /// The day it was issued, or reissued under this number.
  public let issuedOn: CalendarDate
  /// The blocks of a partial certificate; nil for the whole certification.
  public let blocks: [BlockCode]?
  /// The number that it replaces.
  public let replaces: CertificateNumber?
  /// The day of the latest second copy; nil if none was given.
  public let duplicatedOn: CalendarDate?
}

extension Text {
  /// This text with the same words after it in every language.
  func followed(by words: String) -> Text { Text(french + words, english + words) }
}
