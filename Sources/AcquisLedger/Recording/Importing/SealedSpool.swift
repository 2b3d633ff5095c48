internal import EventLog
internal import Events
internal import Files
internal import Glibc

/// Sealed events between their sealing and their append, in a file that only the owner may read and that has no
/// name: sealing looks things up in the log, which is locked while it is appended to.
///
/// Cost: the disk space of the events, until they are appended.
struct SealedSpool {
  private let file: ScratchFile
  private var start = 0
  /// How many events were returned.
  private(set) var returned = 0

  /// The most events of a part.
  private static let part = 1024
  /// Length and line, four bytes each, before an event's bytes.
  private static let head = 8

  init(in folder: String) throws(SubmissionFailure) {
    do throws(FileFailure) { file = try ScratchFile(in: folder) } catch {
      throw Self.failure(error)
    }
  }

  /// Adds an event. Its instant is not stored: the append sets it.
  func add(_ event: EncodedEvent, line: Int) throws(SubmissionFailure) {
    let bytes = event.bytes(recordedAt: .epoch)
    do throws(FileFailure) {
      try file.write(Self.bytes(of: bytes.count) + Self.bytes(of: line))
      try file.write(bytes)
    } catch {
      throw Self.failure(error)
    }
  }

  /// The line of an event by its index in the whole; nil if there is none.
  ///
  /// Cost: a reading of every event's head before it.
  func line(of index: Int) -> Int? {
    var start = 0
    for number in 0... {
      guard let head = try? file.bytes(from: start, atMost: Self.head), head.count == Self.head
      else { return nil }
      if number == index { return Self.number(head[4...]) }
      start += Self.head + Self.number(head[..<4])
    }
    return nil
  }

  /// Ends the writing; to be called before ``next()``.
  func finish() throws(SubmissionFailure) {
    do throws(FileFailure) { try file.flush() } catch { throw Self.failure(error) }
  }

  /// What refuses the file refuses the ledger beside it: the failure is that of the log.
  private static func failure(_ error: FileFailure) -> SubmissionFailure {
    switch error.code {
    case EACCES, EPERM, EROFS: SubmissionFailure(LogFailure.readOnly)
    case ENOSPC, EDQUOT: SubmissionFailure(LogFailure.full)
    default: SubmissionFailure(error)
    }
  }

  /// The next part, nil at the end.
  mutating func next() throws -> [EncodedEvent]? {
    var events: [EncodedEvent] = []
    // At least one event fits.
    let bytes = try file.bytes(from: start, atMost: 1 << 20)
    var rest = bytes[...]
    while events.count < Self.part, rest.count >= Self.head {
      let length = Self.number(rest.prefix(4))
      guard rest.count >= Self.head + length else { break }
      let event = Array(rest.dropFirst(Self.head).prefix(length))
      let envelope = try unsafe event.span.withUnsafeBytes { (bytes) throws(ReadingFailure) in
        try unsafe Envelope(position: .zero, canonical: bytes)
      }
      events.append(try EncodedEvent(envelope.event))
      rest = rest.dropFirst(Self.head + length)
    }
    start += bytes.count - rest.count
    returned += events.count
    return events.isEmpty ? nil : events
  }

  private static func bytes(of number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
