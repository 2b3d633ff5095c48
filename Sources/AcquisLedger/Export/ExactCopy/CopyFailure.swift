public import Events
public import TransparencyLog

/// Why a file is no exact copy, and at which line. Tells nothing of what the line says.
public struct CopyFailure: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Error, Equatable, Sendable {
    /// The event does not read.
    case reading(ReadingFailure)
    /// This position was to stand here.
    case position(expected: Int64)
    /// The file is another than a copy, or has other line ends.
    case wrongFormat(FileFormat)
    /// It is no line of an exact copy.
    case notALine
    /// The file ends within a line, or before its last one.
    case cut
    /// The line is longer than this many bytes.
    case tooLong(limit: Int)
    /// Something follows the last line.
    case afterTheEnd
    /// The copy is of another format than this program's.
    case unsupportedVersion(found: Int, supported: Int)
    /// The last line tells of another number of events than stand above it.
    case otherSize(stated: Int64, found: Int64)
    /// What is told for a checkpoint is no signed note.
    case note(NoteFailure)
  }

  /// The line, counted from 1.
  public let line: Int
  /// What is wrong.
  public let problem: Problem
}

extension CopyFailure.Problem {
  /// The JSON of a line.
  static func reading(_ line: [UInt8]) throws(CopyFailure.Problem) -> JSONValue {
    do throws(ReadingFailure) {
      return try JSONValue(parsing: line)
    } catch {
      throw .reading(error)
    }
  }
}
