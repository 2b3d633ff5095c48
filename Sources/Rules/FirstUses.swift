public import Events

/// What may be brought in once, and the entry that first did, whatever that entry's day.
///
/// Gathered before a judgement from the known events of ``types``, annulled ones left out.
public struct FirstUses: Sendable {
  /// The types it is gathered from.
  public static let types: [EventType] = [
    .candidateEnrolled, .candidateRegistered, .juryConvened, .certificationRegistered,
    .certificateIssued, .certificateReissued, .partialCertificateIssued, .eventAnnulled,
  ]

  private var positions: [Use: Position] = [:]

  public init() {}

  /// Takes an event that is not annulled in; in any order.
  public mutating func take(_ envelope: Envelope) {
    guard let use = Use(envelope.event.fact) else { return }
    positions[use] = min(positions[use] ?? envelope.position, envelope.position)
  }

  /// The entry recorded before this one that brought in what this one brings in.
  func earlier(than entry: Entry) -> Position? {
    Use(entry.event.fact).flatMap { positions[$0] }.flatMap { $0 < entry.position ? $0 : nil }
  }
}

/// What a fact brings into the ledger.
private enum Use: Hashable {
  case candidacy(CandidacyID)
  case candidate(CandidateID)
  case jury(JuryID)
  case certification(CertificationCode)
  case number(CertificateNumber)
  case annulment(EventID)

  init?(_ fact: Fact) {
    if case .candidateEnrolled(let data) = fact {
      self = .candidacy(data.candidacy)
    } else if case .candidateRegistered(let data) = fact {
      self = .candidate(data.candidate)
    } else if case .juryConvened(let data) = fact {
      self = .jury(data.jury)
    } else if case .certificationRegistered(let data) = fact {
      self = .certification(data.certification)
    } else if case .certificateIssued(let data) = fact {
      self = .number(data.number)
    } else if case .certificateReissued(let data) = fact {
      self = .number(data.number)
    } else if case .partialCertificateIssued(let data) = fact {
      self = .number(data.number)
    } else if case .eventAnnulled(let data) = fact {
      self = .annulment(data.event)
    } else {
      return nil
    }
  }
}
