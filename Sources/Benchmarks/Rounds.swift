/// Durations in seconds of an operation and of its baseline, which alternate so that a slow moment affects both.
struct Rounds {
  private var measured: [Double] = []
  private var baseline: [Double] = []

  /// The middle one of the operation's.
  var median: Double { measured.median }
  /// The middle one of the baseline's.
  var bare: Double { baseline.median }

  init() {}

  /// Runs both so many times; fewer where that takes longer than a minute.
  init(
    times: Int = 3, _ operation: () throws -> Void, beside bare: () throws -> Void
  ) rethrows {
    let most = 60.0
    while measured.count < times, measured.reduce(0, +) + baseline.reduce(0, +) < most {
      try add(operation, beside: bare)
    }
  }

  /// Runs each once.
  mutating func add(_ operation: () throws -> Void, beside bare: () throws -> Void) rethrows {
    measured.append(try seconds(operation))
    baseline.append(try seconds(bare))
  }

  /// Adds durations that were measured.
  mutating func add(_ operation: Double, beside bare: Double) {
    measured.append(operation)
    baseline.append(bare)
  }

  /// The two as rates per second of a number of things.
  func rate(of count: Int, _ name: String, _ unit: String, floor: Double? = nil) -> Measurement {
    Measurement(
      name, Double(count) / median, beside: Double(count) / self.bare, unit, floor: floor)
  }
}

/// Runs the closure and returns its duration in seconds.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  let duration = try ContinuousClock().measure(work)
  return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

extension [Double] {
  /// 0 for an empty array; the upper one of two middle values.
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}
