public import Cryptography

/// What a log says of its tree at one moment (C2SP tlog-checkpoint): the text of a note of an origin,
/// a size, a root and, against the specification's advice, more lines.
public struct Checkpoint: Sendable {
  /// Which log it is: not empty, one line.
  public let origin: String
  /// How many leaves the tree has.
  public let size: UInt64
  /// The tree's root hash (RFC 9162).
  public let root: Digest
  /// Lines of which only the log knows the meaning; none is empty.
  public let extensions: [String]

  /// - Throws: ``CheckpointFailure/malformed(line:)`` for an origin or an extension that is empty, has
  ///   a line break or another control character.
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

  /// A checkpoint from a note's text, which ``text`` writes again byte for byte.
  ///
  /// - Throws: ``CheckpointFailure/malformed(line:)``.
  public init(parsing text: String) throws(CheckpointFailure) {
    var reader = Lines(Array(text.utf8))
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

  /// The text to sign.
  public var text: String {
    ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
  }
}

extension Checkpoint: Equatable {
  public static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }
}
