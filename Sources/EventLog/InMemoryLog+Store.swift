package import Cryptography
internal import Events
internal import TransparencyLog

/// What an ``InMemoryLog`` holds.
struct InMemoryStore: ~Copyable, AppendLookup {
  /// An event taken in, with what it is found by.
  struct Entry: Sendable {
    let type: EventType
    let subjects: [Subject]
    let occurredOn: CalendarDate
    let recordedAt: Instant
    let bytes: [UInt8]
  }

  private var entries: [Entry] = []
  private var positions: [EventID: Position] = [:]
  private var tree = CompactRange()
  /// The nodes of each level, from the leaves upwards.
  private var nodes: [[Digest]] = []
  private let hash: TreeHash

  init() throws(LogFailure) {
    do throws(CryptographyFailure) { hash = try TreeHash() } catch { throw LogFailure(error) }
  }

  var last: Position { Position(Int64(entries.count)) }
  var lastRecordedAt: Instant? { entries.last?.recordedAt }

  func entry(_ id: EventID) -> LogEntry? {
    positions[id].map { LogEntry(position: $0, bytes: entries[Int($0.number) - 1].bytes) }
  }

  func node(_ address: NodeAddress) -> Digest? {
    guard address.level < nodes.count, address.index < nodes[address.level].count else {
      return nil
    }
    return nodes[address.level][Int(address.index)]
  }

  func firstMatch(_ query: EventQuery) -> Position? {
    matching(query).first?.0
  }

  func root() throws(LogFailure) -> Digest {
    do throws(CryptographyFailure) { return try tree.root(hash) } catch { throw LogFailure(error) }
  }

  /// Adds every event, or none.
  ///
  /// - Parameter start: the index that the additions give to the first of the events.
  mutating func add(
    _ additions: [AppendPlan.Addition], of events: [EncodedEvent], from start: Int = 0
  ) throws(LogFailure) {
    var grown = tree
    var added: [Entry] = []
    var completed: [[Digest]] = []
    for addition in additions {
      let event = events[addition.index - start]
      let bytes = event.bytes(recordedAt: addition.recordedAt, clock: addition.clock)
      do throws(CryptographyFailure) {
        completed.append(try grown.append(try hash.leaf(bytes), hash))
      } catch {
        throw LogFailure(error)
      }
      added.append(
        Entry(
          type: event.type, subjects: event.subjects, occurredOn: event.event.occurredOn,
          recordedAt: addition.recordedAt, bytes: bytes))
    }
    for addition in additions {
      positions[events[addition.index - start].event.id] = addition.position
    }
    entries += added
    tree = grown
    for node in completed.flatMap({ $0.enumerated() }) {
      if node.offset == nodes.count { nodes.append([]) }
      nodes[node.offset].append(node.element)
    }
  }

  /// The events that match, in the query's order.
  func matching(_ query: EventQuery) -> [(Position, Entry)] {
    let subjects = Set(query.subjects)
    let types = Set(query.types)
    var matching: [(Position, Entry)] = []
    for (index, entry) in entries.enumerated() {
      let position = Position(Int64(index) + 1)
      guard position >= query.from, query.through.map({ position <= $0 }) ?? true,
        query.onOrBefore.map({ entry.occurredOn <= $0 }) ?? true,
        types.isEmpty || types.contains(entry.type),
        subjects.isEmpty || entry.subjects.contains(where: subjects.contains)
      else { continue }
      matching.append((position, entry))
    }
    if query.order == .fold {
      matching.sort { ($0.1.occurredOn, $0.0) < ($1.1.occurredOn, $1.0) }
    }
    return query.limit.map { Array(matching.prefix(max(0, $0))) } ?? matching
  }
}

extension TreeHash {
  /// The hash of a leaf whose bytes are an array.
  fileprivate func leaf(_ bytes: [UInt8]) throws(CryptographyFailure) -> Digest {
    try unsafe bytes.span.withUnsafeBytes { (bytes) throws(CryptographyFailure) in
      try unsafe leaf(bytes)
    }
  }
}

extension LogFailure {
  /// What libcrypto could not do, as a failure of the log.
  package init(_ failure: CryptographyFailure) { self = .unavailable(failure) }
}
