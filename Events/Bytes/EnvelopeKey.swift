extension Envelope {
  /// A member of an event's object in the log. Its position is none: it is the object's place.
  public enum Key: String, CaseIterable, Sendable {
    // In canonical order.
    case clock, data, id, judged, occurredOn, reason, recordedAt, recordedBy, schema, type, waives

    /// Whether the ledger gives it, not the writer of the event.
    public var isGivenByTheLedger: Bool {
      switch self {
      case .clock, .judged, .recordedAt: true
      case .data, .id, .occurredOn, .reason, .recordedBy, .schema, .type, .waives: false
      }
    }

    /// Its key in the object.
    @inline(__always) var name: StaticString {
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

    /// The keys and their names, in canonical order.
    static let inOrder = allCases.map { (key: $0, name: $0.name) }
  }
}

extension CanonicalReader {
  /// Moves past the members of an event's object to the value of this one.
  ///
  /// - Returns: false where it is not there, or not in its place.
  @inline(__always) mutating func seek(
    _ sought: Envelope.Key
  ) throws(ReadingFailure) -> Bool {
    for (key, name) in Envelope.Key.inOrder where takeKey(name) {
      if key == sought { return true }
      try skip()
    }
    return false
  }
}
