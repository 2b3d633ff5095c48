/// SplitMix64 (Steele, Lea and Flood, 2014): the same seed gives the same numbers on every machine.
///
/// The numbers never change: recorded seeds name the histories that were found with them.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  /// A number from 0 up to, not including, the bound; 0 for a bound below 1. Slightly uneven for bounds
  /// near 2⁶⁴.
  package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  /// True this many times in a hundred.
  package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the values, which may not be empty.
  package mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
