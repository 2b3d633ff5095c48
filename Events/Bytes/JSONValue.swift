/// A JSON value of any shape: a submitted line before it is decoded as an event, and the answers of
/// the program.
///
/// Members keep their order; there is no floating point.
public enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case list([JSONValue])
  case object([JSONMember])

  /// The value of a member; nil if this is not an object or has no such member.
  public subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a string; nil if this is not a string.
  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}

/// A member of an object.
public struct JSONMember: Hashable, Sendable {
  public let name: String
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
  /// JSON without whitespace, members in their order: the form of the program's answers.
  public var description: String { String(decoding: bytes(sorted: false), as: UTF8.self) }

  /// The canonical bytes: at every level, members are sorted by the Unicode scalars of their names.
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
      // `String` compares by canonical equivalence; UTF-8 bytes sort as the scalars themselves do.
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
