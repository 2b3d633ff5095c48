public import EventLog
public import Events
public import Vault

/// An entry of the log with its texts about persons in clear, as its writer submitted it: the start of a
/// correction.
public struct UnsealedEntry {
  public let id: EventID
  public let type: EventType
  public let occurredOn: CalendarDate
  /// The version of its type's schema, from 1.
  public let schema: Int
  /// In clear.
  public let data: JSONValue

  /// Reads and opens an entry.
  ///
  /// - Parameter vault: opens the vault; called for each sealed text.
  /// - Returns: nil if the log has no such entry.
  /// - Throws: ``LogFailure``; ``VaultFailure``, `keyGone` if the person was erased.
  public init?(
    _ id: EventID, in log: some EventLog, vault: () throws(VaultFailure) -> Vault
  ) throws {
    let found = try log.position(of: id).flatMap { position in
      try log.read(at: position) { stored in
        unsafe (try stored.envelope().event, try JSONValue(parsing: Array(stored.bytes)))
      }
    }
    guard let (event, value) = found, let data = value["data"] else { return nil }
    self.id = id
    type = event.fact.type
    occurredOn = event.occurredOn
    if case .integer(let number) = value["schema"] { schema = number } else { schema = 1 }
    self.data = try data.opened(at: [], in: id, vault)
  }
}

extension JSONValue {
  /// This value with every sealed text in it opened.
  fileprivate func opened(
    at path: [String], in event: EventID, _ vault: () throws(VaultFailure) -> Vault
  ) throws -> JSONValue {
    switch self {
    case .null, .boolean, .integer, .string: return self
    case .list(let elements):
      return .list(
        try elements.enumerated().map { index, element in
          try element.opened(at: path + [String(index)], in: event, vault)
        })
    case .object(let members):
      guard isSealed else {
        return .object(
          try members.map { member in
            JSONMember(
              member.name, try member.value.opened(at: path + [member.name], in: event, vault))
          })
      }
      let sealed: Sealed = try read()
      let vault = try vault()
      let (person, field) = (
        try vault.person(holding: sealed.key), path.joined(separator: ".")
      )
      guard path == ["identity"] else {
        return .string(try vault.openText(sealed, field: field, of: person, in: event).text)
      }
      return try JSONValue(parsing: vault.open(sealed, field: field, of: person, in: event))
    }
  }
}
