public import TransparencyLog

/// A file that a user supplies as a checkpoint or a key.
///
/// A file that is incomplete or malformed is reported as such, which does not say that it was altered;
/// signatures are not verified here.
public struct SuppliedFile: Sendable {
  private let bytes: [UInt8]

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The signed checkpoints in the file, at least one.
  ///
  /// - Throws: ``SuppliedFileFailure``.
  public func checkpoints() throws(SuppliedFileFailure) -> [SignedNote] {
    let form = FileFormat(of: bytes)
    guard form == nil || form == .checkpoint else {
      throw .wrongFormat(form ?? .empty, expected: .checkpoint)
    }
    let notes = try notes(in: bytes)
    for note in notes {
      do throws(CheckpointFailure) { _ = try Checkpoint(parsing: note.unverifiedText) } catch {
        if hasLeadingZero(note) { throw .leadingZero }
        throw .checkpoint(error)
      }
    }
    return notes
  }

  private func notes(in bytes: [UInt8]) throws(SuppliedFileFailure) -> [SignedNote] {
    do throws(NoteFailure) {
      let notes = try SignedNote.several(bytes)
      guard !notes.isEmpty else { throw .unsigned }
      return notes
    } catch {
      if isUnfinished, (try? SignedNote.several(bytes + [newline])) != nil { throw .unfinished }
      throw .note(error)
    }
  }

  /// The verifier keys in the file, one a line, at least one.
  ///
  /// - Throws: ``SuppliedFileFailure``.
  public func keys() throws(SuppliedFileFailure) -> [VerifierKey] {
    let form = FileFormat(of: bytes)
    guard form == nil || form == .verifierKey else {
      throw .wrongFormat(form ?? .empty, expected: .verifierKey)
    }
    var keys: [VerifierKey] = []
    for line in bytes.split(separator: newline) {
      do throws(VerifierKeyFailure) {
        keys.append(try VerifierKey(parsing: String(decoding: line, as: UTF8.self)))
      } catch {
        throw .key(error, line: keys.count + 1)
      }
    }
    guard !keys.isEmpty else { throw .key(.malformed, line: 1) }
    if isUnfinished { throw .unfinished }
    return keys
  }

  private var isUnfinished: Bool { bytes.last != newline }

  /// Whether the size, on the second line, is digits that begin with a zero.
  private func hasLeadingZero(_ note: SignedNote) -> Bool {
    let lines = note.unverifiedText.utf8.split(
      separator: newline, omittingEmptySubsequences: false)
    guard lines.count > 1, lines[1].count > 1, lines[1].first == UInt8(ascii: "0") else {
      return false
    }
    return lines[1].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

/// Why a supplied file is not a checkpoint, or not a key.
public enum SuppliedFileFailure: Error, Equatable, Sendable {
  /// The file has this format, not the expected one.
  case wrongFormat(FileFormat, expected: FileFormat)
  /// The last line has no newline.
  case unfinished
  /// The file is not a signed note.
  case note(NoteFailure)
  /// The checkpoint's size begins with a zero.
  case leadingZero
  /// The note's text is not a checkpoint.
  case checkpoint(CheckpointFailure)
  /// This line, counted from 1 without empty lines, is not a key.
  case key(VerifierKeyFailure, line: Int)
}
