internal import Cryptography
public import Events
internal import Synchronization

extension Vault {
  /// Encrypts the text of an event's field under a person's key, which is generated if there is
  /// none.
  ///
  /// The nonce is derived from event, field and text, so equal inputs give equal bytes, by which a
  /// retry is recognised.
  ///
  /// - Parameter field: the path of the field in the event; must not contain a zero byte.
  /// - Throws: ``VaultFailure``: ``VaultFailure/erased(on:)``,
  ///   ``VaultFailure/behind(erasures:keys:)``; ``VaultFailure/busy(seconds:)`` if another process
  ///   is generating keys.
  public func seal(
    _ plaintext: [UInt8], field: String, of person: Person, in event: EventID
  ) throws(VaultFailure) -> Sealed {
    try state.withLock { (vault) throws(VaultFailure) in
      let keys = try vault.ring.keys(of: person)
      let binding = Binding(event: event, field: field, person: person)
      let (nonce, text) = try mapErrors { () throws(CryptographyFailure) in
        let code = try vault.hmac.code(of: binding.nonceMessage(plaintext), under: keys.nonces)
        let nonce = unsafe code.withBytes { unsafe Array($0.prefix(AES256GCM.nonceLength)) }
        let text = try vault.cipher.seal(
          plaintext, under: keys.encryption, nonce: nonce, associatedData: binding.associatedData)
        return (nonce, text)
      }
      do throws(InvalidValue) {
        return try Sealed(key: keys.id, nonce: Base64.encode(nonce), text: Base64.encode(text))
      } catch {
        throw .damaged("a sealed text is none")
      }
    }
  }

  /// Decrypts the result of ``seal(_:field:of:in:)``.
  ///
  /// - Throws: ``VaultFailure/keyGone`` if the key was destroyed or never was in this vault,
  ///   ``VaultFailure/behind(erasures:keys:)`` where a comparison with the log found that the vault
  ///   is older, ``VaultFailure/notAuthentic`` if the text, the field, the person or the event
  ///   differs.
  public func open(
    _ sealed: Sealed, field: String, of person: Person, in event: EventID, isShown: Bool = true
  ) throws(VaultFailure) -> [UInt8] {
    guard let nonce = Base64.decode(sealed.nonce), let text = Base64.decode(sealed.text) else {
      throw .notAuthentic
    }
    let opened = try state.withLock { (vault) throws(VaultFailure) in
      guard let keys = try vault.ring.existingKeys(of: person), keys.id == sealed.key else {
        throw try vault.ring.person(of: sealed.key) == nil ? .keyGone : .notAuthentic
      }
      let binding = Binding(event: event, field: field, person: person)
      return try mapErrors { () throws(CryptographyFailure) in
        try vault.cipher.open(
          text, under: keys.encryption, nonce: nonce, associatedData: binding.associatedData)
      }
    }
    if isShown { shown?(person) }
    return opened
  }

  /// Says that a person's name is shown, which was opened before with those of others.
  public func note(shown person: Person) { shown?(person) }

  /// A keyed hash of a text, 32 bytes, for use in an id: equal for equal texts, fields and persons.
  ///
  /// Without the person's key, it cannot be used to guess the text. The key is generated if there
  /// is none.
  public func fingerprint(
    of plaintext: [UInt8], field: String, person: Person
  ) throws(VaultFailure) -> [UInt8] {
    try state.withLock { (vault) throws(VaultFailure) in
      let keys = try vault.ring.keys(of: person)
      return try mapErrors { () throws(CryptographyFailure) in
        // No event id is "fingerprint": a fingerprint never equals a nonce's code.
        let message = Array("fingerprint".utf8) + [0] + Array(field.utf8) + [0] + plaintext
        return try vault.hmac.code(of: message, under: keys.nonces).bytes
      }
    }
  }
}

/// The context of a sealed text.
private struct Binding {
  let event: EventID
  let field: String
  let person: Person

  /// The input of the HMAC from which the nonce is taken.
  func nonceMessage(_ plaintext: [UInt8]) -> [UInt8] {
    Array(event.description.utf8) + [0] + Array(field.utf8) + [0] + plaintext
  }

  var associatedData: [UInt8] {
    Array(event.description.utf8) + [0] + Array(person.description.utf8) + [0]
      + Array(field.utf8)
  }
}
