/// A measured value and its baseline: the same work by direct SQLite calls in the same run.
public struct Measurement: Sendable {
  /// Of the operation, as shown to people.
  public let name: String
  /// A rate per second, or a size or duration if `isCost`.
  public let value: Double
  /// The baseline, in the same unit; nil where bare SQLite does nothing of the kind.
  public let raw: Double?
  /// As shown to people: `events/s`, `µs`, `bytes`.
  public let unit: String
  /// Whether `value` is a duration or a size, so that less is better.
  public let isCost: Bool
  /// The requirement: the least percentage of the baseline, or, for a cost, the most in its unit; nil for
  /// none.
  public let floor: Double?

  init(
    _ name: String, _ value: Double, beside raw: Double? = nil, _ unit: String,
    isCost: Bool = false, floor: Double? = nil
  ) {
    self.name = name
    self.value = value
    self.raw = raw
    self.unit = unit
    self.isCost = isCost
    self.floor = floor
  }

  /// The speed in percent of the baseline's; nil without one.
  public var percent: Double? {
    guard let raw, raw > 0, value > 0 else { return nil }
    return isCost ? raw / value * 100 : value / raw * 100
  }

  /// Whether the requirement is met; true if there is none.
  public var isKept: Bool {
    guard let floor else { return true }
    return isCost ? value <= floor : (percent ?? 0) >= floor
  }
}
