/// The fields of a query or of a form (`application/x-www-form-urlencoded`), decoded strictly.
///
/// ```swift
/// let items = try QueryItems("name=Zo%C3%A9&tag=a&tag=b")
/// items["name"]               // "Zoé"
/// items.values(named: "tag")  // ["a", "b"]
/// ```
public struct QueryItems: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public let name: String
    /// Empty where there is no `=`.
    public let value: String
  }

  /// How many fields may be sent.
  public static let limit = 1_000

  /// In the order sent; a name may be repeated.
  public let items: [Item]

  /// A request's query; no fields if it is nil.
  ///
  /// - Throws: ``QueryFailure``, with the field's name.
  public init(_ query: String?) throws(QueryFailure) { try self.init(body: (query ?? "").utf8) }

  /// A form's bytes. Cost: each byte is read three times; a field costs two texts.
  ///
  /// - Throws: ``QueryFailure``, with the field's name.
  ///
  /// - Parameter most: how many fields may be sent.
  public init(
    body: some Collection<UInt8>, atMost most: Int = Self.limit
  ) throws(QueryFailure) {
    var items: [Item] = []
    for field in body.split(separator: UInt8(ascii: "&")) {
      guard items.count < most else { throw .tooMany }
      let end = field.firstIndex(of: UInt8(ascii: "=")) ?? field.endIndex
      let raw = field[..<end]
      let name = try Self.decoded(raw, of: String(decoding: raw, as: UTF8.self))
      items.append(Item(name: name, value: try Self.decoded(field[end...].dropFirst(), of: name)))
    }
    self.items = items
  }

  private static func decoded(
    _ bytes: some Sequence<UInt8>, of field: String
  ) throws(QueryFailure) -> String {
    do throws(PercentEncoding.Failure) {
      return try PercentEncoding.decoded(bytes, plusIsSpace: true)
    } catch {
      switch error {
      case .badEscape: throw .badEscape(field: field)
      case .invalidUTF8: throw .invalidUTF8(field: field)
      }
    }
  }

  /// The first value of a name; nil if it was not sent.
  public subscript(name: String) -> String? { items.first { $0.name == name }?.value }

  /// All values of a name, in the order sent.
  public func values(named name: String) -> [String] {
    items.filter { $0.name == name }.map(\.value)
  }
}

/// Why a query or a form cannot be read. The field's name is decoded, or as sent if it is the name that
/// cannot be; never its value.
public enum QueryFailure: Error, Hashable, Sendable {
  /// A `%` without two hexadecimal digits after it.
  case badEscape(field: String)
  case invalidUTF8(field: String)
  /// More than ``QueryItems/limit`` fields.
  case tooMany
}
