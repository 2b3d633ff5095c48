public import AcquisLedger
internal import Cryptography
public import Events
internal import TransparencyLog

/// A credential that someone shows: what it says, and whether it was signed.
public struct PresentedCredential: Sendable {
  /// Whose signature it has.
  public enum Signature: Hashable, Sendable {
    /// That of one of the keys, present or former.
    case valid(DIDKey)
    /// That of another key.
    case foreign(DIDKey)
    /// None that holds: something was changed.
    case invalid
  }

  private enum Form {
    case document(JSONValue)
    case token(CredentialToken.Parts)
  }

  private let form: Form
  /// The event that it names.
  public let id: EventID

  /// The credentials of a file: one of JSON on any number of lines, or one a line, of JSON or a token.
  ///
  /// - Throws: ``CredentialDefect/notACredential``.
  public static func all(in bytes: [UInt8]) throws(CredentialDefect) -> [PresentedCredential] {
    if let whole = try? JSONValue(parsing: bytes) { return [try PresentedCredential(whole)] }
    var found: [PresentedCredential] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self).filter { !$0.isWhitespace }
      if text.isEmpty { continue }
      if let value = try? JSONValue(parsing: Array(line)) {
        found.append(try PresentedCredential(value))
      } else if let token = CredentialToken.Parts(text) {
        found.append(try PresentedCredential(.token(token), token.payload))
      } else {
        throw .notACredential
      }
    }
    guard !found.isEmpty else { throw .notACredential }
    return found
  }

  private init(_ document: JSONValue) throws(CredentialDefect) {
    // `--json` writes a token as a member of an object.
    if let text = document["token"]?.text, let token = CredentialToken.Parts(text) {
      try self.init(.token(token), token.payload)
    } else {
      try self.init(.document(document), document)
    }
  }

  private init(_ form: Form, _ content: JSONValue) throws(CredentialDefect) {
    let prefix = "urn:uuid:"
    guard let urn = content["id"]?.text, urn.hasPrefix(prefix),
      let id = try? EventID(String(urn.dropFirst(prefix.count)))
    else { throw .notACredential }
    self.form = form
    self.id = id
  }

  private var content: JSONValue {
    switch form {
    case .document(let document): document
    case .token(let token): token.payload
    }
  }

  /// The last moment of its validity as it states it; nil: none.
  public var validUntil: String? { content["validUntil"]?.text }

  /// The state of the log that it names: its size and root, unverified.
  public var stated: (size: UInt64, root: String)? {
    guard case .list(let evidence)? = content["evidence"],
      case .integer(let size)? = evidence.first?["size"], size >= 0,
      let root = evidence.first?["root"]?.text
    else { return nil }
    return (UInt64(size), root)
  }

  /// Verifies the signature.
  ///
  /// - Parameter keys: those of the ledger, former ones too: what they signed remains signed.
  /// - Throws: ``CredentialDefect/noProof`` and ``CredentialDefect/notChecked(_:)``.
  public func signature(by keys: VerifierKeys) throws(CredentialDefect) -> Signature {
    let key: DIDKey? =
      switch form {
      case .document(let document): try DataIntegrityProof.verifiedKey(of: document)
      case .token(let token): try CredentialToken.verifiedKey(of: token)
      }
    guard let key, content["issuer"]?["id"]?.text == key.text else { return .invalid }
    let isKnown = keys.keys.contains { $0.publicKey == key.publicKey }
    return isKnown ? .valid(key) : .foreign(key)
  }
}
