internal import EventLog
internal import Events

/// Which candidates' names were recorded, corrected or changed by an annulment in a stretch of the log.
struct NameChanges {
  private(set) var candidates: Set<CandidateID> = []
  /// The last position that changed a name; nil if none did.
  private(set) var changed: Int64?

  /// Whether some name may take the place of another one.
  private(set) var isReplacing = false

  /// Cost: a reading of those events by their types, and two look-ups for each annulment.
  init(in log: some EventLog, from: Position, through last: Position) throws {
    guard from <= last else { return }
    var annulments: [(event: EventID, position: Position)] = []
    let query = EventQuery(
      types: NameEntry.types + [.eventAnnulled], from: from, through: last)
    try log.read(query) { stored in
      let envelope = try stored.envelope()
      if case .eventAnnulled(let data) = envelope.event.fact {
        annulments.append((data.event, envelope.position))
      } else if let entry = NameEntry(envelope) {
        add(entry, at: envelope.position)
        if stored.type != .candidateRegistered { isReplacing = true }
      }
    }
    for (event, position) in annulments {
      var target = try log.event(event)
      // An annulment may itself be annulled.
      while case .eventAnnulled(let data) = target?.event.fact {
        target = try log.event(data.event)
      }
      guard let entry = target.flatMap({ NameEntry($0) }) else { continue }
      add(entry, at: position)
      isReplacing = true
    }
  }

  /// The last position that changes a name, or annuls anything: an annulment is not looked at.
  static func last(in log: some EventLog, through last: Position) throws -> Int64 {
    var changed: Int64 = 0
    let query = EventQuery(types: NameEntry.types + [.eventAnnulled], through: last)
    try log.read(query) { changed = max(changed, $0.position.number) }
    return changed
  }

  private mutating func add(_ entry: NameEntry, at position: Position) {
    candidates.insert(entry.candidate)
    changed = max(changed ?? 0, position.number)
  }
}
