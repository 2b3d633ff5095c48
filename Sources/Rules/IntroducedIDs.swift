public import Events

/// Ids and certificate numbers that may be introduced only once, and the position of the event that
/// introduced each (``Events/Payload/introduces``), on any day; also each annulled entry and the
/// position of its annulment, and the first event recorded under each certification.
///
/// Filled before a judgement from the known events of ``types`` and ``typesUnderCertification`` that are not
/// annulled.
public struct IntroducedIDs: Sendable {
  /// The types whose payload introduces something.
  public static let types: [EventType] = [
    .candidateEnrolled, .candidateRegistered, .juryConvened, .certificationRegistered,
    .certificateIssued, .certificateReissued, .partialCertificateIssued, .eventAnnulled,
  ]

  /// The types that name a certification and introduce nothing, which ``types`` does not list.
  public static let typesUnderCertification: [EventType] = [
    .registrationRenewed, .certificationWithdrawn, .certificationSuperseded,
    .registrationSuspended, .registrationReinstated, .completionWindowPolicyChanged,
    .blockValidityPolicyChanged, .juryPolicyChanged,
  ]

  /// What is introduced: certificate numbers are compared after case folding (R14).
  private enum Key: Hashable {
    case number([UInt8])
    case other(Introduction)

    init(_ introduction: Introduction) {
      if case .subject(.certificate(let number)) = introduction {
        self = .number(number.caseFolded)
      } else {
        self = .other(introduction)
      }
    }
  }

  private var positions: [Key: Position] = [:]
  /// For each certification, the first event recorded under it: any that names it, but for its own
  /// registration.
  private var uses: [CertificationCode: Position] = [:]

  public init() {}

  /// Adds an event that is not annulled; in any order.
  public mutating func take(_ envelope: Envelope) {
    addUses(envelope)
    guard let introduction = envelope.event.fact.payload.introduces else { return }
    let key = Key(introduction)
    positions[key] = min(positions[key] ?? envelope.position, envelope.position)
  }

  /// The position of an event recorded earlier that introduced the same id or number, or nil.
  func earlier(than entry: Entry) -> Position? {
    guard let introduction = entry.event.fact.payload.introduces,
      let position = positions[Key(introduction)], position < entry.position
    else { return nil }
    return position
  }

  private mutating func addUses(_ envelope: Envelope) {
    if case .certificationRegistered = envelope.event.fact { return }
    if case .eventAnnulled = envelope.event.fact { return }
    for case .certification(let code) in envelope.event.fact.subjects {
      uses[code] = min(uses[code] ?? envelope.position, envelope.position)
    }
  }

  /// The first event recorded under a certification, if it was recorded before a position.
  func use(of certification: CertificationCode, before position: Position) -> Position? {
    uses[certification].flatMap { $0 < position ? $0 : nil }
  }
}
