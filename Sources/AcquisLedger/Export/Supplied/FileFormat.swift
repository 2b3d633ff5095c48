internal import TransparencyLog

/// What the bytes of a file are, by their look: for who was given another file than the one asked for.
///
/// Nothing is verified; what has a known form is not therefore well formed.
public enum FileFormat: Equatable, Sendable {
  // What no file given may be.
  case empty
  /// UTF-8 with a byte-order mark before it.
  case byteOrderMark
  case utf16
  /// Lines that end as Windows ends them.
  case carriageReturns

  // What a file may be.
  case checkpoint
  case verifierKey
  case tlogProof
  case exactCopy

  /// - Returns: nil for bytes of no known form.
  public init?(of bytes: [UInt8]) {
    if bytes.isEmpty {
      self = .empty
    } else if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      self = .byteOrderMark
    } else if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      self = .utf16
    } else if bytes.contains(UInt8(ascii: "\r")), !bytes.contains(0) {
      self = .carriageReturns
    } else if let form = Self(ofLine: bytes.prefix { $0 != newline }) {
      self = form
    } else if let notes = try? SignedNote.several(bytes), !notes.isEmpty {
      self = .checkpoint
    } else {
      return nil
    }
  }

  /// The form that a file's first line tells, without its newline.
  init?(ofLine line: ArraySlice<UInt8>) {
    if line.elementsEqual("c2sp.org/tlog-proof@v1".utf8) {
      self = .tlogProof
    } else if (try? VerifierKey(parsing: String(decoding: line, as: UTF8.self))) != nil {
      self = .verifierKey
    } else if [ExactCopy.positionKey, ExactCopy.checkpointKey, ExactCopy.endKey].contains(
      where: { line.starts(with: $0) })
    {
      self = .exactCopy
    } else {
      return nil
    }
  }
}
