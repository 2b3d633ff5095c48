internal import TransparencyLog

/// The format of a file, recognised by its beginning, to name it when another one was expected.
///
/// Nothing is verified: a file of a recognised format may still be malformed.
public enum FileFormat: Equatable, Sendable {
  // Never accepted.
  case empty
  /// UTF-8 with a byte-order mark.
  case byteOrderMark
  case utf16
  /// CRLF line ends, as on Windows.
  case carriageReturns

  // Files that the program writes.
  case checkpoint
  case verifierKey
  case tlogProof
  case exactCopy

  /// - Returns: nil if the format is not recognised.
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

  /// The format by a file's first line, given without its newline.
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
