internal import EventLog
internal import Events

/// Entries that follow the end of a log and are not appended, found by position, id, subject and day.
///
/// Cost: a query by subject reads that subject's entries only; one by position, those of its range.
struct PendingEntries: Sendable {
  /// The entry at an index has the position that is so far after ``recorded``.
  private(set) var events: [EncodedEvent] = []
  /// The last position of the log underneath.
  let recorded: Position
  private var instants: [Instant] = []
  private var indices: [EventID: Int] = [:]
  private var ofSubject: [Subject: [Int]] = [:]
  /// Every index, by day, then by position.
  private var folded: [Int] = []

  /// - Parameter entries: in the order of their positions, each id once.
  init(after recorded: Position, _ entries: [(event: EncodedEvent, recordedAt: Instant)]) {
    self.recorded = recorded
    events.reserveCapacity(entries.count)
    for (event, instant) in entries {
      let index = events.count
      events.append(event)
      instants.append(instant)
      indices[event.event.id] = index
      for subject in event.subjects where ofSubject[subject]?.last != index {
        ofSubject[subject, default: []].append(index)
      }
    }
    folded = inFoldOrder(Array(events.indices))
  }

  var isEmpty: Bool { events.isEmpty }

  /// The last position, of the log underneath if there are no entries.
  var last: Position { position(events.count - 1) }

  var lastRecordedAt: Instant? { instants.last }

  func position(_ index: Int) -> Position { Position(recorded.number + Int64(index) + 1) }

  func position(of id: EventID) -> Position? { indices[id].map { position($0) } }

  func day(_ index: Int) -> CalendarDate { events[index].event.occurredOn }

  func envelope(_ index: Int) -> Envelope {
    Envelope(
      position: position(index), recordedAt: instants[index], event: events[index].event)
  }

  /// Calls the closure with an entry as a store returns it.
  func pass(_ index: Int, _ body: (StoredEvent) throws -> Void) throws {
    let bytes = events[index].bytes(recordedAt: instants[index])
    try unsafe bytes.withUnsafeBytes { bytes in
      try unsafe body(
        StoredEvent(
          position: position(index), type: events[index].event.fact.type, bytes: bytes))
    }
  }

  /// The indices of the matching entries in the query's order; its limit is ignored.
  func matching(_ query: EventQuery) -> [Int] {
    let first = max(0, Int(clamping: query.from.number - recorded.number - 1))
    let end = query.through.map { Int(clamping: $0.number - recorded.number) } ?? events.count
    let range = first..<max(first, min(end, events.count))
    if range.isEmpty { return [] }
    let types = Set(query.types)
    func passes(_ index: Int) -> Bool {
      (types.isEmpty || types.contains(events[index].event.fact.type))
        && query.onOrAfter.map { day(index) >= $0 } ?? true
        && query.onOrBefore.map { day(index) <= $0 } ?? true
    }
    let isFolded = query.order == .fold
    if query.subjects.isEmpty {
      if isFolded, range.count == events.count { return folded.filter(passes) }
      let found = range.filter(passes)
      return isFolded ? inFoldOrder(found) : found
    }
    var found: [Int] = []
    for subject in Set(query.subjects) {
      found += ofSubject[subject, default: []].filter { range.contains($0) && passes($0) }
    }
    // An entry with several of the subjects is found several times.
    if query.subjects.count > 1 { found = Set(found).sorted() }
    return isFolded ? inFoldOrder(found) : found
  }

  private func inFoldOrder(_ indices: [Int]) -> [Int] {
    indices.sorted { (day($0), $0) < (day($1), $1) }
  }
}
