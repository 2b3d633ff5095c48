internal import CCores

/// Keeps this thread, and those that it starts meanwhile, on one core.
enum OneCore {
  /// Where the system does not say which cores there are, the work is not confined.
  static func run<Value>(_ work: () throws -> Value) rethrows -> Value {
    var all = [UInt8](repeating: 0, count: 128)
    guard unsafe acquis_cores(&all) > 0, let index = all.firstIndex(where: { $0 != 0 }) else {
      return try work()
    }
    var one = [UInt8](repeating: 0, count: all.count)
    // The lowest bit that is set.
    one[index] = all[index] & (~all[index] &+ 1)
    guard unsafe acquis_keep_on_cores(one) == 0 else { return try work() }
    defer { unsafe _ = acquis_keep_on_cores(all) }
    return try work()
  }
}
