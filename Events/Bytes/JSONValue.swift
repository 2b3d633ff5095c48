/// A JSON value of any shape: what comes through the door before it is known to be an event, and what
/// answers are made of.
///
/// Members keep their order; there is no floating point.
public enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case list([JSONValue])
  case object([JSONMember])

  /// The value of a member, or nil where this is no object or has no such member.
  public subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a string, or nil.
  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}

/// A member of an object.
public struct JSONMember: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Its value.
  public var value: JSONValue

  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  /// An object with these members, in this order.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { JSONMember($0.0, $0.1) })
  }

  public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }

  public init(stringLiteral text: String) { self = .string(text) }

  public init(integerLiteral number: Int) { self = .integer(number) }

  public init(booleanLiteral boolean: Bool) { self = .boolean(boolean) }
}

extension JSONValue: CustomStringConvertible {
  /// JSON in UTF-8 without spaces, members in their order: the answers of the program.
  public var description: String { String(decoding: bytes(sorted: false), as: UTF8.self) }

  /// The canonical bytes: members sorted by the Unicode scalars of their names at every level.
  public var canonicalBytes: [UInt8] { bytes(sorted: true) }

  private func bytes(sorted: Bool) -> [UInt8] {
    var writer = CanonicalWriter()
    writer.write(self, sorted: sorted)
    return writer.bytes
  }
}

extension CanonicalWriter {
  fileprivate mutating func write(_ value: JSONValue, sorted: Bool) {
    switch value {
    case .null: raw("null")
    case .boolean(let boolean): raw(boolean ? "true" : "false")
    case .integer(let number): integer(number)
    case .string(let text): string(text)
    case .list(let elements):
      separated(elements, "[", "]") { $0.write($1, sorted: sorted) }
    case .object(let members):
      // Strings compare by the scalars of their canonical composition; the bytes of UTF-8 order as
      // the scalars themselves do.
      let ordered =
        sorted
        ? members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } : members
      separated(ordered, "{", "}") { writer, member in
        writer.string(member.name)
        writer.raw(":")
        writer.write(member.value, sorted: sorted)
      }
    }
  }

  private mutating func separated<Element>(
    _ elements: [Element], _ opening: StaticString, _ closing: StaticString,
    _ write: (inout CanonicalWriter, Element) -> Void
  ) {
    raw(opening)
    for (index, element) in elements.enumerated() {
      if index > 0 { raw(",") }
      write(&self, element)
    }
    raw(closing)
  }
}
