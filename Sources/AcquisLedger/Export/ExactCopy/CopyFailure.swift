public import Events
public import TransparencyLog

/// Why a file is not an exact copy, and on which line. Contains nothing of the line's text.
public struct CopyFailure: Error, Equatable, Sendable {
  public enum Problem: Error, Equatable, Sendable {
    /// The line is not JSON, or its event is malformed.
    case reading(ReadingFailure)
    /// The line does not have this position.
    case position(expected: Int64)
    /// The file has another format, or CRLF line ends.
    case wrongFormat(FileFormat)
    /// The line is none that an exact copy has here.
    case notALine
    /// The file ends within a line, or before its last one.
    case cut
    /// The line is longer than this many bytes.
    case tooLong(limit: Int)
    /// Something follows the last line.
    case afterTheEnd
    /// The version of the copy's format is not the one that this program reads.
    case unsupportedVersion(found: Int, supported: Int)
    /// The last line states another number of events than come before it.
    case otherSize(stated: Int64, found: Int64)
    /// A checkpoint's line is not a signed note.
    case note(NoteFailure)
  }

  /// Counted from 1.
  public let line: Int
  public let problem: Problem
}

extension CopyFailure.Problem {
  /// Parses the JSON of a line.
  static func reading(_ line: [UInt8]) throws(CopyFailure.Problem) -> JSONValue {
    do throws(ReadingFailure) {
      return try JSONValue(parsing: line)
    } catch {
      throw .reading(error)
    }
  }
}
