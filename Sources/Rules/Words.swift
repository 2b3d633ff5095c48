/// A text in both languages: none is without the other.
public struct Words: Hashable, Sendable {
  /// For `fr`.
  public let french: String
  /// For `en`.
  public let english: String

  public init(_ french: String, _ english: String) {
    self.french = french
    self.english = english
  }
}
