public import Events

extension Vault {
  /// Seals a free text as UTF-8. Same errors as ``seal(_:field:of:in:)-([UInt8],_,_,_)``.
  public func seal(
    _ text: FreeText, field: String, of person: Person, in event: EventID
  ) throws(VaultFailure) -> Sealed {
    try seal(Array(text.text.utf8), field: field, of: person, in: event)
  }

  /// Seals an identity as canonical JSON. Same errors as ``seal(_:field:of:in:)-([UInt8],_,_,_)``.
  public func seal(
    _ identity: Identity, field: String, of person: Person, in event: EventID
  ) throws(VaultFailure) -> Sealed {
    try seal(identity.canonicalBytes, field: field, of: person, in: event)
  }

  /// Opens a sealed free text. Same errors as ``open(_:field:of:in:)``, and
  /// ``VaultFailure/unreadable(_:)`` if something else was sealed.
  public func openText(
    _ sealed: Sealed, field: String, of person: Person, in event: EventID, isShown: Bool = true
  ) throws(VaultFailure) -> FreeText {
    let bytes = try open(sealed, field: field, of: person, in: event, isShown: isShown)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unreadable(ReadingFailure(.notUTF8))
    }
    do throws(InvalidValue) {
      return try FreeText(text)
    } catch {
      throw .unreadable(ReadingFailure(.invalid(error)))
    }
  }

  /// Opens a sealed identity. Same errors as ``open(_:field:of:in:)``, and
  /// ``VaultFailure/unreadable(_:)`` if something else was sealed.
  public func openIdentity(
    _ sealed: Sealed, field: String, of person: Person, in event: EventID, isShown: Bool = true
  ) throws(VaultFailure) -> Identity {
    let bytes = try open(sealed, field: field, of: person, in: event, isShown: isShown)
    do throws(ReadingFailure) {
      return try JSONValue(parsing: bytes).read()
    } catch {
      throw .unreadable(error)
    }
  }
}
