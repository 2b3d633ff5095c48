/// A measured value and its baseline: the same work by direct SQLite calls in the same run.
public struct Measurement: Sendable {
  /// Of the operation, as shown to people.
  public let name: String
  /// A rate per second, or a duration in microseconds if `isLatency`.
  public let value: Double
  /// The baseline, in the same unit.
  public let raw: Double
  /// As shown to people: `events/s`, `µs`.
  public let unit: String
  /// Whether `value` is a duration, so that less is better.
  public let isLatency: Bool
  /// The requirement: the least percentage of the baseline, or, for a latency, the most
  /// microseconds; nil for none.
  public let floor: Double?

  /// The speed in percent of the baseline's.
  public var percent: Double { isLatency ? raw / value * 100 : value / raw * 100 }

  /// Whether the requirement is met; true if there is none.
  public var isKept: Bool {
    guard let floor else { return true }
    return isLatency ? value <= floor : percent >= floor
  }
}

/// Runs the closure and returns its duration in seconds.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let duration = try clock.measure(work)
  return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

extension [Double] {
  /// 0 for an empty array; the upper one of two middle values.
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}
