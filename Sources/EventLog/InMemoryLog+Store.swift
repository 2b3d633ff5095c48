package import Cryptography
internal import Events
internal import TransparencyLog

/// The mutable state of an ``InMemoryLog``.
struct InMemoryStore: ~Copyable, AppendLookup {
  /// A recorded event, with the values it is searched by.
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
  /// The tree's nodes by level and index; level 0 are the leaves.
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

  /// Adds all the additions, or none if hashing fails.
  ///
  /// - Parameter start: the index in the additions that corresponds to the first element of
  ///   `events`.
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

  /// The matching events in the query's order. Cost: visits every event.
  func matching(_ query: EventQuery) -> [(Position, Entry)] {
    let subjects = Set(query.subjects)
    let types = Set(query.types)
    var matching: [(Position, Entry)] = []
    for (index, entry) in entries.enumerated() {
      let position = Position(Int64(index) + 1)
      guard position >= query.from, query.through.map({ position <= $0 }) ?? true,
        query.onOrAfter.map({ entry.occurredOn >= $0 }) ?? true,
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
  /// The leaf hash of an array.
  fileprivate func leaf(_ bytes: [UInt8]) throws(CryptographyFailure) -> Digest {
    try unsafe bytes.span.withUnsafeBytes { (bytes) throws(CryptographyFailure) in
      try unsafe leaf(bytes)
    }
  }
}

extension LogFailure {
  /// ``LogFailure/unavailable(_:)``.
  package init(_ failure: CryptographyFailure) { self = .unavailable(failure) }
}
