/// Values by id, numbered in the order in which the ids came: the numbers are in a hash table of 4
/// bytes an entry, the values in chunks that never move.
///
/// A `Dictionary` of these values has room for up to 2.7 times as many, and while it grows
/// holds them twice: it was 540 of the 1,245 bytes that a candidacy took. Here a table that grows
/// copies numbers only, and a copy that changes copies the chunks it touches.
///
/// Cost: a look-up is one hash of the id and a comparison or two.
package struct RecordTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let key: Key
    var value: Value
  }

  private var chunks: [[Entry]] = []
  /// Open addressing, a power of two: 0 where it is free, else the number plus 1.
  private var slots: [UInt32] = Array(repeating: 0, count: 16)
  package private(set) var count = 0

  private static var chunkSize: Int { 1024 }

  package init() {}

  /// The slot of an id: that of its number, else the free one where it is to go.
  private func slot(of key: Key) -> Int {
    let mask = slots.count - 1
    var slot = key.hashValue & mask
    while slots[slot] != 0, self[entry: Int(slots[slot]) - 1].key != key {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func number(of key: Key) -> Int? {
    let number = Int(slots[slot(of: key)])
    return number == 0 ? nil : number - 1
  }

  private subscript(entry number: Int) -> Entry {
    chunks[number / Self.chunkSize][number % Self.chunkSize]
  }

  private mutating func insert(_ key: Key, _ value: Value, at slot: Int) -> Int {
    let number = count
    if number.isMultiple(of: Self.chunkSize) {
      // Small tables stay small: only the chunks after the first are reserved whole.
      var chunk: [Entry] = []
      if number > 0 { chunk.reserveCapacity(Self.chunkSize) }
      chunks.append(chunk)
    }
    chunks[number / Self.chunkSize].append(Entry(key: key, value: value))
    slots[slot] = UInt32(number + 1)
    count += 1
    if count * 4 > slots.count * 3 { grow() }
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 0..<count { slots[slot(of: self[entry: number].key)] = UInt32(number + 1) }
  }
}

extension RecordTable {
  package subscript(key: Key) -> Value? { number(of: key).map { self[entry: $0].value } }

  /// Reads of a value in place, if there is one, without a copy of it.
  @inline(__always)
  func read<Part>(_ key: Key, _ read: (borrowing Value) -> Part) -> Part? {
    guard let number = number(of: key) else { return nil }
    return read(chunks[number / Self.chunkSize][number % Self.chunkSize].value)
  }

  package func contains(_ key: Key) -> Bool { number(of: key) != nil }

  /// Changes a value in place, after adding it where there is none.
  @inline(__always)
  mutating func change(
    _ key: Key, orAdd value: @autoclosure () -> Value, _ change: (inout Value) -> Void
  ) {
    let slot = slot(of: key)
    let number = slots[slot] == 0 ? insert(key, value(), at: slot) : Int(slots[slot]) - 1
    change(&chunks[number / Self.chunkSize][number % Self.chunkSize].value)
  }

  /// Changes a value in place, if there is one.
  mutating func change(_ key: Key, _ change: (inout Value) -> Void) {
    guard let number = number(of: key) else { return }
    change(&chunks[number / Self.chunkSize][number % Self.chunkSize].value)
  }

  /// The values, in the order in which their ids came.
  package var values: some Sequence<Value> { lazy.map(\.value) }
}

extension RecordTable where Value == Void {
  /// Adds an id; nothing changes if it is there.
  mutating func insert(_ key: Key) { change(key, orAdd: ()) { _ in } }
}

/// The ids with their values, in the order in which the ids came.
extension RecordTable: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(number: Int) -> (key: Key, value: Value) {
    let entry = self[entry: number]
    return (entry.key, entry.value)
  }
}
