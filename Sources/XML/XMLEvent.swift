/// What a document of XML consists of, in its order.
public enum XMLEvent: Hashable, Sendable {
  /// A start tag: the element's name without its namespace, and the attributes.
  case start(String, XMLAttributes)
  /// An end tag.
  case end(String)
  /// Characters between tags. Adjacent ones may come in several events.
  case text(String)
}

/// The attributes of a start tag, by their names without namespaces.
public struct XMLAttributes: Hashable, Sendable {
  let values: [(name: String, value: String)]

  /// The first attribute of this name.
  public subscript(_ name: String) -> String? { values.first { $0.name == name }?.value }

  public static func == (one: XMLAttributes, other: XMLAttributes) -> Bool {
    one.values.elementsEqual(other.values, by: ==)
  }

  public func hash(into hasher: inout Hasher) {
    for (name, value) in values {
      hasher.combine(name)
      hasher.combine(value)
    }
  }
}
