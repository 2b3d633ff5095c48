/// One figure, beside the same work done by bare SQLite in the same run.
public struct Measurement: Sendable {
  /// What was measured.
  public let name: String
  /// How much a second (or how many microseconds each, where `isLatency`).
  public let value: Double
  /// The same by bare SQLite calls.
  public let raw: Double
  /// The unit of both.
  public let unit: String
  /// Whether less is better.
  public let isLatency: Bool
  /// The least it may be: a share of bare SQLite in percent, or, for a latency, the most microseconds.
  public let floor: Double?

  /// How fast, in percent of bare SQLite.
  public var percent: Double { isLatency ? raw / value * 100 : value / raw * 100 }

  /// Whether the floor is kept; true where there is none.
  public var isKept: Bool {
    guard let floor else { return true }
    return isLatency ? value <= floor : percent >= floor
  }
}

/// Runs work and tells how long it took, in seconds.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let duration = try clock.measure(work)
  return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

extension [Double] {
  /// The middle value; 0 of none.
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}
