import AcquisLedger
import Cryptography
import EventLog
import EventLogLaws
import Events
import TestSupport
import TransparencyLog

/// A log in memory, its exact copy, and readings of changed ones.
struct CopySamples {
  let log: InMemoryLog

  init(log: InMemoryLog) { self.log = log }

  /// A log of so many events and the annulment of one.
  init(events: Int) throws {
    log = try InMemoryLog(clock: TestClock().now)
    var random = SeededGenerator(seed: 21)
    for number in 0..<events {
      _ = try log.append([Sample.random(number, &random)], unless: nil)
    }
    let jury = Subject.jury(try JuryID("J-1"))
    _ = try log.append(
      [Sample.deliberated(900), Sample.annulled(901, entry: 900, subjects: [jury])], unless: nil)
  }

  func copy(checkpoints: [SignedNote] = [], keys: [VerifierKey] = []) throws -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try ExactCopy.write(log, checkpoints: checkpoints, keys: keys) { bytes += $0 }
    return bytes
  }

  /// Restores a copy into an empty log in memory.
  static func restore(_ bytes: [UInt8]) throws -> (log: InMemoryLog, reader: ExactCopyReader) {
    let log = try InMemoryLog(clock: TestClock().now)
    var reader = ExactCopyReader()
    var rest = bytes[...]
    _ = try log.restore {
      try reader.next {
        let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
        defer { rest = rest[end...] }
        return Array(rest[..<end])
      }
    }
    return (log, reader)
  }

  static func key(_ name: String) throws -> SigningKey {
    guard let name = KeyName(name) else { throw InvalidValue.eventID }
    return try SigningKey(name: name, key: Ed25519PrivateKey())
  }

  /// The note that a key signs for the log's first events.
  func note(
    size: Int, origin: String? = nil, by key: borrowing SigningKey
  ) throws -> SignedNote {
    let short = try InMemoryLog(clock: TestClock().now)
    var events: [RestoredEvent] = []
    try log.read(EventQuery(limit: size)) {
      events.append(try RestoredEvent(position: $0.position, canonical: $0.bytes))
    }
    var rest = events[...]
    let root = try short.restore { rest.popFirst() }.root
    return try Checkpoint(
      origin: origin ?? key.verifier.name.text, size: UInt64(size), root: root
    ).signed(by: key)
  }
}

extension EventLog {
  func allBytes() throws -> [[UInt8]] {
    var bytes: [[UInt8]] = []
    try read(EventQuery()) { bytes.append(Array($0.bytes)) }
    return bytes
  }
}
