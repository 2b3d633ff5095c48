/// A decision as ``BlockDecisions`` stores it: 16 bytes, by the numbers of its block and its jury there.
/// A ``BlockDecision`` takes 88.
struct StoredDecision: Sendable {
  let packed: PackedMoment
  private let blockNumber: ShortNumber
  private let juryNumber: ShortNumber
  let verdict: BlockDecision.Verdict
  var fate: BlockDecision.Fate

  init(block: Int, jury: Int, _ verdict: BlockDecision.Verdict, _ moment: Moment) {
    packed = PackedMoment(moment)
    blockNumber = ShortNumber(block)
    juryNumber = ShortNumber(jury)
    self.verdict = verdict
    fate = .stands
  }

  var block: Int { blockNumber.value }
  var jury: Int { juryNumber.value }
}

/// A number from 0 to 16,777,215, in 3 bytes.
private struct ShortNumber {
  private let bytes: (UInt8, UInt8, UInt8)

  init(_ value: Int) {
    precondition(value >> 24 == 0, "a number beyond 24 bits")
    bytes = (
      UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8),
      UInt8(truncatingIfNeeded: value >> 16)
    )
  }

  var value: Int { Int(bytes.0) | Int(bytes.1) << 8 | Int(bytes.2) << 16 }
}
