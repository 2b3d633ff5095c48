public import TransparencyLog

/// The bytes of a file that a person gives for a checkpoint or a key, read strictly.
///
/// What is not whole and well formed is told for what it is: it says nothing of whether anything was
/// altered, and no signature is looked at.
public struct SuppliedFile: Sendable {
  private let bytes: [UInt8]

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The signed checkpoints in the file, one at least.
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

  /// The verifier keys in the file, one a line, one at least.
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

  /// Whether the size is a number, written with a zero before it.
  private func hasLeadingZero(_ note: SignedNote) -> Bool {
    let lines = note.unverifiedText.utf8.split(
      separator: newline, omittingEmptySubsequences: false)
    guard lines.count > 1, lines[1].count > 1, lines[1].first == UInt8(ascii: "0") else {
      return false
    }
    return lines[1].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

/// Why a file given is no checkpoint, or no key.
public enum SuppliedFileFailure: Error, Equatable, Sendable {
  /// It is something else.
  case wrongFormat(FileFormat, expected: FileFormat)
  /// Its last line has no newline.
  case unfinished
  /// It is no signed note.
  case note(NoteFailure)
  /// The size is written with a zero before it.
  case leadingZero
  /// The note's text is no checkpoint.
  case checkpoint(CheckpointFailure)
  /// This line is no key.
  case key(VerifierKeyFailure, line: Int)
}
