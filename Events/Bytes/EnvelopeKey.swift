extension Envelope {
  /// The keys of an event's JSON object in the log. The position is not one of them.
  public enum Key: String, CaseIterable, Sendable {
    // In canonical order.
    case clock, data, id, judged, occurredOn, reason, recordedAt, recordedBy, schema, type, waives

    /// Whether the ledger sets the member, not the writer of the event.
    public var isSetByLedger: Bool {
      switch self {
      case .clock, .judged, .recordedAt: true
      case .data, .id, .occurredOn, .reason, .recordedBy, .schema, .type, .waives: false
      }
    }

    /// The key as a static string, to compare bytes with.
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
  /// Skips the members of an event's object up to the value of one.
  ///
  /// - Returns: false if the member is absent or not in canonical order.
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
