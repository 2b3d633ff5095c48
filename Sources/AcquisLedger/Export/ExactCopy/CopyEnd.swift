public import Cryptography
internal import Events
public import TransparencyLog

/// The last line of an exact copy.
public struct CopyEnd: Equatable, Sendable {
  /// How many events come before it.
  public let size: Int64
  /// The RFC 9162 root over them.
  public let root: Digest
  /// The keys that verify the checkpoints; no more trusted than the copy they come with.
  public let keys: [VerifierKey]

  /// The line as JSON.
  var json: JSONValue {
    let end: JSONValue = [
      "format": .integer(ExactCopy.format), "keys": .list(keys.map { .string($0.text) }),
      "root": .string(root.base64), "size": .integer(Int(size)),
    ]
    return ["end": end]
  }

  init(size: Int64, root: Digest, keys: [VerifierKey]) {
    self.size = size
    self.root = root
    self.keys = keys
  }

  /// - Parameter line: without its newline.
  init(parsing line: [UInt8]) throws(CopyFailure.Problem) {
    let json = try CopyFailure.Problem.reading(line)
    guard let end = json["end"], case .integer(let format) = end["format"] else {
      throw .notALine
    }
    guard format == ExactCopy.format else {
      throw .unsupportedVersion(found: format, supported: ExactCopy.format)
    }
    guard case .integer(let size) = end["size"], case .list(let keys) = end["keys"],
      let root = end["root"]?.text.flatMap(Base64.decode).flatMap({ Digest($0) })
    else { throw .notALine }
    var read: [VerifierKey] = []
    for key in keys {
      guard let key = key.text, let key = try? VerifierKey(parsing: key) else { throw .notALine }
      read.append(key)
    }
    self.init(size: Int64(size), root: root, keys: read)
    // Only the canonical spelling is accepted, so the line has no other members.
    guard self.json.canonicalBytes == line else { throw .notALine }
  }
}
