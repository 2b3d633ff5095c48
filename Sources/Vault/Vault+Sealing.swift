internal import Cryptography
public import Events
internal import Synchronization

extension Vault {
  /// Seals what a field of an event says about a person, under that person's key, made now if there
  /// is none.
  ///
  /// The same text for the same field, person and event seals to the same bytes, so that a retry is
  /// recognised: the nonce is made from them.
  ///
  /// - Parameter field: where the text stands in the event; holds no zero byte.
  /// - Throws: ``VaultFailure``, `busy` among them where another process makes keys.
  public func seal(
    _ plaintext: [UInt8], field: String, of person: Person, in event: EventID
  ) throws(VaultFailure) -> Sealed {
    try unlocked.withLock { (unlocked) throws(VaultFailure) in
      let keys = try unlocked.ring.keys(of: person)
      let binding = Binding(event: event, field: field, person: person)
      let (nonce, text) = try mapErrors { () throws(CryptographyFailure) in
        let code = try unlocked.hmac.code(of: binding.nonceMessage(plaintext), under: keys.nonces)
        let nonce = unsafe code.withBytes { unsafe Array($0.prefix(AES256GCM.nonceLength)) }
        let text = try unlocked.cipher.seal(
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

  /// Opens what ``seal(_:field:of:in:)`` sealed.
  ///
  /// - Throws: ``VaultFailure/keyGone`` after an erasure, ``VaultFailure/notAuthentic`` where the
  ///   text, the field, the person or the event is another.
  public func open(
    _ sealed: Sealed, field: String, of person: Person, in event: EventID
  ) throws(VaultFailure) -> [UInt8] {
    guard let nonce = Base64.decode(sealed.nonce), let text = Base64.decode(sealed.text) else {
      throw .notAuthentic
    }
    return try unlocked.withLock { (unlocked) throws(VaultFailure) in
      guard let keys = try unlocked.ring.existingKeys(of: person), keys.id == sealed.key else {
        throw try unlocked.ring.person(of: sealed.key) == nil ? .keyGone : .notAuthentic
      }
      let binding = Binding(event: event, field: field, person: person)
      return try mapErrors { () throws(CryptographyFailure) in
        try unlocked.cipher.open(
          text, under: keys.encryption, nonce: nonce, associatedData: binding.associatedData)
      }
    }
  }

  /// A code of 32 bytes that stands for a text in an id: equal for equal texts, fields and persons,
  /// and no help in guessing the text without the person's key, which is made now if there is none.
  public func fingerprint(
    of plaintext: [UInt8], field: String, person: Person
  ) throws(VaultFailure) -> [UInt8] {
    try unlocked.withLock { (unlocked) throws(VaultFailure) in
      let keys = try unlocked.ring.keys(of: person)
      return try mapErrors { () throws(CryptographyFailure) in
        // No event's id begins so: a fingerprint never tells a nonce.
        let message = Array("fingerprint".utf8) + [0] + Array(field.utf8) + [0] + plaintext
        return try unlocked.hmac.code(of: message, under: keys.nonces).bytes
      }
    }
  }
}

/// What a seal is bound to.
private struct Binding {
  let event: EventID
  let field: String
  let person: Person

  func nonceMessage(_ plaintext: [UInt8]) -> [UInt8] {
    Array(event.description.utf8) + [0] + Array(field.utf8) + [0] + plaintext
  }

  var associatedData: [UInt8] {
    Array(event.description.utf8) + [0] + Array(person.description.utf8) + [0]
      + Array(field.utf8)
  }
}
