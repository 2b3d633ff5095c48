public import Events

/// Which certification follows which, over any number of versions.
public struct SuccessionGraph {
  private var newer: [CertificationCode: Set<CertificationCode>] = [:]

  public init() {}

  /// A certification does not follow itself.
  public mutating func add(from older: CertificationCode, to newer: CertificationCode) {
    guard older != newer else { return }
    self.newer[older, default: []].insert(newer)
  }

  /// Whether the one follows the other at once.
  public func has(from older: CertificationCode, to newer: CertificationCode) -> Bool {
    self.newer[older]?.contains(newer) ?? false
  }

  /// Whether the one follows the other, at once or over other versions.
  ///
  /// Cost: in proportion to the successions, each looked at once; cycles end.
  public func leads(from older: CertificationCode, to newer: CertificationCode) -> Bool {
    var seen: Set<CertificationCode> = []
    var open = [older]
    while let code = open.popLast() {
      for next in self.newer[code] ?? [] where seen.insert(next).inserted {
        if next == newer { return true }
        open.append(next)
      }
    }
    return false
  }
}
