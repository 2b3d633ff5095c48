/// How many certified persons a year are expected.
public struct Forecast: Hashable, Sendable {
  /// At least.
  public let from: Count
  /// At most.
  public let to: Count

  public init(from: Count, to: Count) {
    self.from = from
    self.to = to
  }
}
