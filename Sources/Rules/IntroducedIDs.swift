public import Events

/// Ids and certificate numbers that may be introduced only once, and the position of the event that
/// introduced each (``Events/Payload/introduces``), on any day; also each annulled entry and the
/// position of its annulment.
///
/// Filled before a judgement from the known events of ``types`` that are not annulled.
public struct IntroducedIDs: Sendable {
  /// The types whose payload introduces something.
  public static let types: [EventType] = [
    .candidateEnrolled, .candidateRegistered, .juryConvened, .certificationRegistered,
    .certificateIssued, .certificateReissued, .partialCertificateIssued, .eventAnnulled,
  ]

  private var positions: [Introduction: Position] = [:]

  public init() {}

  /// Adds an event that is not annulled; in any order.
  public mutating func take(_ envelope: Envelope) {
    guard let introduction = envelope.event.fact.payload.introduces else { return }
    positions[introduction] = min(
      positions[introduction] ?? envelope.position, envelope.position)
  }

  /// The position of an event recorded earlier that introduced the same id or number, or nil.
  func earlier(than entry: Entry) -> Position? {
    guard let introduction = entry.event.fact.payload.introduces,
      let position = positions[introduction], position < entry.position
    else { return nil }
    return position
  }
}
