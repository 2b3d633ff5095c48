extension Envelope {
  /// A member of an event's object in the log; its position is none, being the object's place.
  public enum Key: CaseIterable, Sendable {
    case clock, data, id, judged, occurredOn, reason, recordedAt, recordedBy, schema, type, waives

    /// Every member, in canonical order.
    static let inOrder = allCases

    /// The member of this name; nil where an event has none.
    public init?(_ name: String) {
      guard let key = Self.inOrder.first(where: { $0.name.description == name }) else { return nil }
      self = key
    }

    /// Whether the ledger gives it, not the writer of the event.
    public var isGivenByTheLedger: Bool {
      switch self {
      case .clock, .judged, .recordedAt: true
      case .data, .id, .occurredOn, .reason, .recordedBy, .schema, .type, .waives: false
      }
    }

    /// Its key in the object.
    var name: StaticString {
      switch self {
      case .clock: "clock"
      case .data: "data"
      case .id: "id"
      case .judged: "judged"
      case .occurredOn: "occurredOn"
      case .reason: "reason"
      case .recordedAt: "recordedAt"
      case .recordedBy: "recordedBy"
      case .schema: "schema"
      case .type: "type"
      case .waives: "waives"
      }
    }
  }
}

extension CanonicalReader {
  /// Moves past the members of an event's object to the value of this one.
  ///
  /// - Returns: false where it is not there, or not in its place.
  mutating func seek(_ sought: Envelope.Key) throws(ReadingFailure) -> Bool {
    for key in Envelope.Key.inOrder where takeKey(key.name) {
      if key == sought { return true }
      try skip()
    }
    return false
  }
}
