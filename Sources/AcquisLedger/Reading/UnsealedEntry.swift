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
  /// In clear, without the texts that are ``lost``.
  public let data: JSONValue
  /// The paths in the data of texts whose person was erased: `grounds`, `members.0.name`.
  public let lost: [String]

  /// Reads and opens an entry.
  ///
  /// - Parameter vault: opens the vault; called for each sealed text.
  /// - Returns: nil if the log has no such entry.
  /// - Throws: ``LogFailure``; ``VaultFailure``.
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
    var lost: [String] = []
    self.data = try data.opened(at: [], in: id, vault, &lost) ?? .object([])
    self.lost = lost
  }

  /// Whether an entry has texts about persons; false for one that the log does not have.
  ///
  /// - Throws: ``LogFailure``.
  public static func hasTexts(_ id: EventID, in log: some EventLog) throws -> Bool {
    let data = try log.position(of: id).flatMap { position in
      try log.read(at: position) { stored in
        unsafe try JSONValue(parsing: Array(stored.bytes))["data"]
      }
    }
    return data??.hasSealedTexts ?? false
  }
}

extension JSONValue {
  fileprivate var hasSealedTexts: Bool {
    switch self {
    case .null, .boolean, .integer, .string: false
    case .list(let elements): elements.contains(where: \.hasSealedTexts)
    case .object(let members): isSealed || members.contains(where: \.value.hasSealedTexts)
    }
  }

  /// This value with every sealed text in it opened; one whose key was destroyed is left out and added to
  /// `lost`.
  ///
  /// - Returns: nil for a text that is lost.
  fileprivate func opened(
    at path: [String], in event: EventID, _ vault: () throws(VaultFailure) -> Vault,
    _ lost: inout [String]
  ) throws -> JSONValue? {
    switch self {
    case .null, .boolean, .integer, .string: return self
    case .list(let elements):
      var opened: [JSONValue] = []
      for (index, element) in elements.enumerated() {
        let value = try element.opened(at: path + [String(index)], in: event, vault, &lost)
        if let value { opened.append(value) }
      }
      return .list(opened)
    case .object(let members):
      if isSealed {
        do throws(VaultFailure) {
          return try openedText(at: path, in: event, try vault())
        } catch .keyGone {
          lost.append(path.joined(separator: "."))
          return nil
        }
      }
      var opened: [JSONMember] = []
      for member in members {
        let value = try member.value.opened(at: path + [member.name], in: event, vault, &lost)
        if let value { opened.append(JSONMember(member.name, value)) }
      }
      return .object(opened)
    }
  }

  private func openedText(
    at path: [String], in event: EventID, _ vault: Vault
  ) throws(VaultFailure) -> JSONValue {
    let sealed = try Self.reading { () throws(ReadingFailure) -> Sealed in try read() }
    let person = try vault.person(holding: sealed.key)
    let bytes = try vault.open(
      sealed, field: path.joined(separator: "."), of: person, in: event)
    return try Self.reading { () throws(ReadingFailure) -> JSONValue in
      try path == ["identity"]
        ? JSONValue(parsing: bytes) : .string(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func reading<Value>(
    _ step: () throws(ReadingFailure) -> Value
  ) throws(VaultFailure) -> Value {
    do throws(ReadingFailure) { return try step() } catch { throw .unreadable(error) }
  }
}
