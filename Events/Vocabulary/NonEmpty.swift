/// A list of at least one element: an absent list is left out of an event, never written empty.
@frozen public struct NonEmpty<Element: Hashable & Sendable>: Hashable, Sendable {
  /// The elements, in the order they were written.
  public let elements: [Element]

  /// - Throws: ``InvalidValue/emptyList``.
  @inlinable public init(_ elements: [Element]) throws(InvalidValue) {
    guard !elements.isEmpty else { throw .emptyList }
    self.elements = elements
  }
}
