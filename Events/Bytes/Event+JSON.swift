extension Event {
  /// Decodes an event that is not recorded yet from the members of its object, in any order.
  ///
  /// - Throws: ``ReadingFailure`` with the field that is wrong or that only the ledger may set.
  public init(_ type: EventType, members: [JSONMember]) throws(ReadingFailure) {
    if members.contains(where: { $0.name == "clock" }) {
      throw ReadingFailure(.givenByTheLedger, path: ["clock"])
    }
    // The writer may not set the instant; the epoch is a placeholder that is dropped below.
    let instant = JSONMember("recordedAt", .string(Instant.epoch.description))
    let bytes = JSONValue.object(members + [instant]).canonicalBytes
    self = try unsafe bytes.span.withUnsafeBytes { (buffer) throws(ReadingFailure) in
      try unsafe Envelope(position: .zero, canonical: buffer, type: type).event
    }
  }
}
