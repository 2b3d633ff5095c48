extension Event {
  /// Reads an event of a type from its members, in any order, before the ledger has given it an
  /// instant.
  ///
  /// - Throws: ``ReadingFailure`` with the field.
  public init(_ type: EventType, members: [JSONMember]) throws(ReadingFailure) {
    if members.contains(where: { $0.name == "clock" }) {
      throw ReadingFailure(.givenByTheLedger, path: ["clock"])
    }
    // The instant is not the writer's to give; the epoch stands for it until the log appends.
    let instant = JSONMember("recordedAt", .string(Instant.epoch.description))
    let bytes = JSONValue.object(members + [instant]).canonicalBytes
    self = try unsafe bytes.span.withUnsafeBytes { (buffer) throws(ReadingFailure) in
      try unsafe Envelope(position: .zero, canonical: buffer, type: type).event
    }
  }
}
