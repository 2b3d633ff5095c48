internal import EventLog
internal import Events

/// The entries of a query, of one recorder alone if asked.
struct RecordedEntries {
  var query: EventQuery
  private let recorder: RecorderID?

  /// How many entries are read at once where some of them are passed over.
  private static let pageLength = 4096

  /// - Parameter recorder: nil: of everybody.
  init(_ query: EventQuery, by recorder: RecorderID?) {
    self.query = query
    self.recorder = recorder
  }

  /// Calls the closure with each entry, by position; each is decoded, to check that its subjects and type are
  /// those it was found by.
  ///
  /// - Throws: ``LogFailure``, and what the closure throws.
  func read(in log: some EventLog, _ body: (StoredEvent, Envelope) throws -> Void) throws {
    guard let recorder else {
      return try log.read(query) { try body($0, try $0.envelope()) }
    }
    var (page, left) = (query, query.limit ?? .max)
    page.limit = Self.pageLength
    while left > 0 {
      var met = 0
      try log.read(page) { stored in
        let envelope = try stored.envelope()
        met += 1
        page.from = envelope.position.next
        guard left > 0, envelope.event.recordedBy == recorder else { return }
        left -= 1
        try body(stored, envelope)
      }
      if met < Self.pageLength { return }
    }
  }
}
