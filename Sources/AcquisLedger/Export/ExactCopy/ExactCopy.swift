internal import Cryptography
public import EventLog
internal import Events
public import TransparencyLog

/// An exact copy of a log, as JSON Lines, from which the log is restored byte for byte.
///
/// ```json
/// {"position":1,"data":{…},"id":"…",…,"type":"CertificationRegistered"}
/// {"position":2,…}
/// {"checkpoint":"acquis.example/ledger\n2\n…\n\n— acquis.example/ledger …\n"}
/// {"end":{"format":1,"keys":["acquis.example/ledger+1a2b3c4d+…"],"root":"…","size":2}}
/// ```
///
/// First every event, in order: its position, then the rest of its canonical bytes, which are hashed. These
/// lines are the ones that `log` prints, and the only ones that begin with `{"position":`. Then each signed
/// checkpoint of the log. The last line states the size, the RFC 9162 root and the keys that verify the
/// checkpoints; a copy without it was cut. Sealed texts stay sealed: a copy contains no key that opens,
/// wraps or signs.
public enum ExactCopy {
  /// The version of this format.
  public static let format = 1
  /// The most bytes that a line may have.
  public static let longestLine = 1 << 22

  static let positionKey = Array("{\"position\":".utf8)
  static let checkpointKey = Array("{\"checkpoint\":".utf8)
  static let endKey = Array("{\"end\":".utf8)

  /// An event's line, its newline included.
  public static func line(_ stored: StoredEvent) -> [UInt8] {
    var line = positionKey
    line += stored.position.description.utf8
    line.append(UInt8(ascii: ","))
    unsafe line += stored.bytes.dropFirst()
    line.append(newline)
    return line
  }

  /// Writes a copy of the log's current state, line by line; events appended meanwhile are not in it.
  ///
  /// Cost: a hash of each event, and memory for one.
  ///
  /// - Parameters:
  ///   - checkpoints: those that the log has signed, read before this is called, so that none signs more
  ///     events than the copy has.
  ///   - keys: the public keys that verify them.
  ///   - write: called with each line, its newline included.
  /// - Returns: the end of the copied log.
  /// - Throws: ``Contradiction`` if the log is not what a checkpoint signed: before the first line for the
  ///   last checkpoint, before the last line for the others; ``LogFailure/damaged(_:)`` if the log's root
  ///   is not that of its events; the errors of `write`, and the log's failures.
  public static func write(
    _ log: some EventLog, checkpoints: [SignedNote], keys: [VerifierKey],
    _ write: ([UInt8]) throws -> Void
  ) throws -> LogHead {
    let head = try log.head()
    let signed = try SignedState(checkpoints, of: log, head)
    let size = UInt64(head.last.number)
    let roots = try log.rehashedRoots(
      at: signed.sizes.union([size]), comparesStoredHashes: true, root: signed.check,
      each: { try write(line($0)) })
    guard roots[size] == head.root else {
      throw LogFailure.damaged("its root is not that of its events")
    }
    for note in checkpoints {
      let text = String(decoding: note.bytes, as: UTF8.self)
      try write(JSONValue.object([JSONMember("checkpoint", .string(text))]).line)
    }
    let end = CopyEnd(size: head.last.number, root: head.root, keys: keys)
    try write(end.json.line)
    return head
  }
}

let newline = UInt8(ascii: "\n")

extension JSONValue {
  fileprivate var line: [UInt8] { canonicalBytes + [newline] }
}
