public import Cryptography

/// A log's statement about its tree at one moment (C2SP tlog-checkpoint): the text of a note with
/// an origin, a size, a root and optional extension lines, which the specification does not
/// recommend.
public struct Checkpoint: Sendable {
  /// Identifies the log: one line, not empty.
  public let origin: String
  /// The number of leaves.
  public let size: UInt64
  /// The tree's root hash (RFC 9162).
  public let root: Digest
  /// Lines with a meaning private to the log; none is empty.
  public let extensions: [String]

  /// - Throws: ``CheckpointFailure/malformed(line:)`` for an origin or an extension that is empty
  ///   or contains a control character, such as a line break.
  public init(
    origin: String, size: UInt64, root: Digest, extensions: [String] = []
  ) throws(CheckpointFailure) {
    for (number, line) in ([origin] + extensions).enumerated() {
      guard !line.isEmpty, line.utf8.allSatisfy({ $0 >= 0x20 }) else {
        throw .malformed(line: number == 0 ? 1 : number + 3)
      }
    }
    self.origin = origin
    self.size = size
    self.root = root
    self.extensions = extensions
  }

  /// Parses a note's text; ``text`` then returns the same bytes.
  ///
  /// - Throws: ``CheckpointFailure/malformed(line:)``.
  public init(parsing text: String) throws(CheckpointFailure) {
    var reader = LineReader(Array(text.utf8))
    var lines: [ArraySlice<UInt8>] = []
    while let line = reader.next() { lines.append(line) }
    guard reader.rest.isEmpty, lines.count >= 3 else { throw .malformed(line: lines.count + 1) }
    guard let size = decimal(lines[1]) else { throw .malformed(line: 2) }
    guard
      let root = Base64.decode(String(decoding: lines[2], as: UTF8.self)).flatMap({ Digest($0) })
    else { throw .malformed(line: 3) }
    try self.init(
      origin: String(decoding: lines[0], as: UTF8.self), size: size, root: root,
      extensions: lines.dropFirst(3).map { String(decoding: $0, as: UTF8.self) })
  }

  /// The text to sign: one line each for origin, size, root in Base64, and every extension.
  public var text: String {
    ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
  }
}

extension Checkpoint: Equatable {
  public static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }
}
