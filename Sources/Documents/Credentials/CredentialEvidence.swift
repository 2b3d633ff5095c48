internal import Cryptography
public import Events
public import TransparencyLog

/// What a credential rests on: an entry of the log, and a signed state of the log that contains it.
public struct CredentialEvidence: Sendable {
  /// Of the entry, from 1.
  public let position: Position
  /// A state of the log at least as long as ``position``.
  public let checkpoint: Checkpoint

  public init(position: Position, checkpoint: Checkpoint) {
    self.position = position
    self.checkpoint = checkpoint
  }

  /// Defines the members that Open Badges does not; the addresses name the documents that define the
  /// values, and are never read.
  static let context: JSONValue = [
    "origin": "https://c2sp.org/tlog-checkpoint#origin",
    "size": "https://c2sp.org/tlog-checkpoint#size",
    "root": "https://c2sp.org/tlog-checkpoint#root",
    "position": "https://c2sp.org/tlog-proof#position",
  ]

  private var narrative: Text {
    let (origin, size) = (checkpoint.origin, checkpoint.size)
    return Text(
      "Entrée \(position) du registre \(origin), dans l’état signé à la taille \(size).",
      "Entry \(position) of the log \(origin), in the state signed at size \(size).")
  }

  var json: JSONValue {
    [
      "type": ["Evidence"],
      "name": "Registre de certification",
      "narrative": .string(narrative.french),
      "origin": .string(checkpoint.origin), "position": .integer(Int(position.number)),
      "size": .integer(Int(checkpoint.size)), "root": .string(checkpoint.root.base64),
    ]
  }
}
