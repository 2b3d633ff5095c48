/// A list of at least one element. An event leaves an empty list out, so that it has one encoding.
@frozen public struct NonEmpty<Element: Hashable & Sendable>: Hashable, Sendable {
  /// In the order in which they were written.
  public let elements: [Element]

  /// - Throws: ``InvalidValue/emptyList`` for no element.
  @inlinable public init(_ elements: [Element]) throws(InvalidValue) {
    guard !elements.isEmpty else { throw .emptyList }
    self.elements = elements
  }
}
