public import EventLog
internal import Events
public import TransparencyLog

/// Reads an exact copy, line by line; accepts only what ``ExactCopy`` writes.
///
/// ```swift
/// var reader = ExactCopyReader()
/// let head = try log.restore { try reader.next { try file.line() } }
/// ```
///
/// Only the checkpoints are kept in memory.
public struct ExactCopyReader {
  /// The last line; nil until it was read.
  public private(set) var end: CopyEnd?
  /// The checkpoints of the copy, each with its line's number; complete once the last line was read.
  public private(set) var checkpoints: [(line: Int, note: SignedNote)] = []
  private var lines = 0
  private var last = Position.zero

  public init() {}

  /// The next event; nil once the last line was read.
  ///
  /// - Parameter line: returns the next line, with its newline if it has one; empty at the file's end.
  /// - Throws: ``CopyFailure``, and the errors of `line`.
  public mutating func next(_ line: () throws -> [UInt8]) throws -> RestoredEvent? {
    while end == nil {
      let bytes = try line()
      lines += 1
      do throws(CopyFailure.Problem) {
        if let event = try read(bytes) { return event }
      } catch {
        throw CopyFailure(line: lines, problem: error)
      }
    }
    guard try line().isEmpty else { throw CopyFailure(line: lines + 1, problem: .afterTheEnd) }
    return nil
  }

  private mutating func read(_ bytes: [UInt8]) throws(CopyFailure.Problem) -> RestoredEvent? {
    if bytes.isEmpty, lines == 1 { throw .wrongFormat(.empty) }
    guard bytes.last == newline else {
      if bytes.count >= ExactCopy.longestLine { throw .tooLong(limit: ExactCopy.longestLine) }
      throw .cut
    }
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { throw .reading(ReadingFailure(.byteOrderMark)) }
    if bytes.dropLast().last == UInt8(ascii: "\r") { throw .wrongFormat(.carriageReturns) }
    if bytes.starts(with: ExactCopy.positionKey) {
      guard checkpoints.isEmpty else { throw .notALine }
      return try event(bytes)
    }
    let line = Array(bytes.dropLast())
    if line.starts(with: ExactCopy.checkpointKey) {
      checkpoints.append((lines, try Self.note(line)))
    } else if line.starts(with: ExactCopy.endKey) {
      let end = try CopyEnd(parsing: line)
      guard end.size == last.number else {
        throw .otherSize(stated: end.size, found: last.number)
      }
      self.end = end
    } else {
      if lines == 1, let form = Self.form(line) { throw .wrongFormat(form) }
      throw .notALine
    }
    return nil
  }

  /// The format of a file that begins with this line and is not a copy.
  private static func form(_ line: [UInt8]) -> FileFormat? {
    if line.starts(with: [0xff, 0xfe]) || line.starts(with: [0xfe, 0xff]) { return .utf16 }
    // The origin of a ledger's checkpoint, its first line.
    if line.count == 23, line.starts(with: "acquis/".utf8) { return .checkpoint }
    return FileFormat(ofLine: line[...])
  }

  private mutating func event(_ line: [UInt8]) throws(CopyFailure.Problem) -> RestoredEvent {
    let expected = last.next
    var bytes = line.dropFirst(ExactCopy.positionKey.count).dropLast()
    let digits = bytes.prefix { $0 != UInt8(ascii: ",") }
    bytes = bytes.dropFirst(digits.count)
    guard digits.elementsEqual(expected.description.utf8), !bytes.isEmpty else {
      throw .position(expected: expected.number)
    }
    // The comma is where the event's own opening brace was.
    bytes[bytes.startIndex] = UInt8(ascii: "{")
    last = expected
    do throws(ReadingFailure) {
      return try unsafe bytes.span.withUnsafeBytes { (bytes) throws(ReadingFailure) in
        try unsafe RestoredEvent(position: expected, canonical: bytes)
      }
    } catch {
      throw .reading(error)
    }
  }

  private static func note(_ line: [UInt8]) throws(CopyFailure.Problem) -> SignedNote {
    let json = try CopyFailure.Problem.reading(line)
    guard let text = json["checkpoint"]?.text else { throw .notALine }
    do throws(NoteFailure) {
      return try SignedNote(parsing: Array(text.utf8))
    } catch {
      throw .note(error)
    }
  }
}
