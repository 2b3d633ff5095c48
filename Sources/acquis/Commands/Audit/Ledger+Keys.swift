internal import AcquisLedger
internal import Cryptography
internal import Events
internal import TransparencyLog

extension Ledger {
  /// The keys that verify its checkpoints: those of `--key`, else its own.
  ///
  /// - Parameter signed: its notes, read before its keys, so that the key of each note is among them.
  func verifierKeys(
    _ invocation: Invocation, _ signed: SignedCheckpoints
  ) throws -> VerifierKeys {
    let given = try invocation.options("key").flatMap(SuppliedFile.keys)
    guard given.isEmpty else { return VerifierKeys(given).ordered(by: signed) }
    return try verifierKeys()
  }

  /// Why the signing key may not sign; nil if it may, if there is none, or if this user may not read it.
  func signingFault(_ keys: VerifierKeys, _ signed: SignedCheckpoints) -> SigningFault? {
    guard let key = (try? signingKey()) ?? nil else { return nil }
    guard keys.keys.contains(key) else { return .foreign }
    return keys.successor(of: key, in: signed) == nil ? nil : .former
  }
}

/// Why the key beside a ledger may not sign. The raw value is the problem's name in JSON.
enum SigningFault: String {
  case foreign = "foreignKey"
  case former = "formerKey"

  var text: Text {
    switch self {
    case .foreign:
      Text(
        "le fichier .signing est la clé d’un autre registre : elle n’est pas dans le fichier .vkeys",
        "the .signing file is another ledger's key: none of those in the .vkeys file")
    case .former:
      Text(
        "le fichier .signing est une ancienne clé de ce registre : une autre a signé depuis",
        "the .signing file is a former key of this ledger's: another has signed since")
    }
  }
}

extension Command.Option {
  /// The keys to trust instead of the ledger's own.
  static let trustedKey = Command.Option(
    name: "key", value: "VKEY",
    help: Text(
      "la clé qui vérifie les points de contrôle, ou son fichier (sinon celles du registre)",
      "the key that verifies the checkpoints, or its file (else those of the ledger)"),
    isRepeatable: true)
}

/// Whether signatures were verified, in JSON and in prose.
enum Signatures {
  /// The value in JSON.
  static func word(_ isChecked: Bool) -> JSONValue { .string(isChecked ? "checked" : "unchecked") }

  static let unchecked = Text(
    "signatures non vérifiées : aucune clé n’est connue ici ; donnez-en une avec --key VKEY",
    "signatures not checked: no key is known here; give one with --key VKEY")
}

/// The keys of a ledger, to be printed.
struct KeyList {
  /// Each key, with the size of the first checkpoint that it signed.
  private let entries: [(key: VerifierKey, from: UInt64?)]
  /// The one that signs now.
  private let present: VerifierKey

  /// - Parameter signing: the public key of the signing key; nil if there is none.
  /// - Returns: nil if no key is known.
  init?(_ keys: VerifierKeys, _ signed: SignedCheckpoints, signing: VerifierKey?) {
    let starts = keys.starts(in: signed)
    entries = Array(zip(keys.keys, starts))
    let last = entries.last { $0.from != nil } ?? entries.last
    guard let last else { return nil }
    let isPresent = signing.map {
      keys.keys.contains($0) && keys.successor(of: $0, in: signed) == nil
    }
    present = isPresent == true ? signing ?? last.key : last.key
  }

  /// The current key, then the former ones, the latest first; a file of these lines can be given to `--key`.
  var lines: [String] { ordered.map(\.text) }

  /// The same keys without their names, in the same order.
  var publicKeys: [Ed25519PublicKey] { ordered.map(\.publicKey) }

  private var ordered: [VerifierKey] {
    [present] + entries.reversed().map(\.key).filter { $0 != present }
  }

  /// The size from which each key signs; empty if there is only one key.
  var notes: [Text] {
    guard entries.count > 1 else { return [] }
    return entries.map { key, from in
      guard let from else {
        return Text(
          "\(key.name) : n’a signé aucun point de contrôle gardé",
          "\(key.name): has signed no checkpoint that is kept")
      }
      return Text(
        "\(key.name) : signe à partir de la taille \(from)",
        "\(key.name): signs from size \(from) on")
    }
  }

  /// The sizes from which another key than the first signs.
  var changes: [Text] {
    entries.filter { $0.from != nil }.dropFirst().map { key, from in
      Text(
        "une autre clé signe à partir de la taille \(from ?? 0) : \(key.name)",
        "another key signs from size \(from ?? 0) on: \(key.name)")
    }
  }

  var json: JSONValue {
    [
      "key": .string(present.text), "name": .string(present.name.text),
      "id": .string(present.id.description), "keys": list,
    ]
  }

  var list: JSONValue {
    .list(
      entries.map { key, from in
        [
          "key": .string(key.text), "name": .string(key.name.text),
          "id": .string(key.id.description), "from": from.map { .integer(Int($0)) } ?? .null,
        ]
      })
  }
}
