import TestSupport

/// Foreign bytes: samples altered, cut and spliced, the same for a seed on every machine.
struct Mutations {
  private var random: SeededGenerator
  private let samples: [[UInt8]]
  private let pieces: [[UInt8]]

  /// How many inputs each parser meets: `ACQUIS_FUZZ_RUNS`, else a few thousand.
  static let runs = TrialSize.inputs(default: 5_000)

  /// - Parameter pieces: parts of the form, so that random inputs get past its first byte.
  init(seed: UInt64, of samples: [[UInt8]], pieces: [String]) {
    random = SeededGenerator(seed: seed)
    self.samples = samples
    self.pieces = pieces.map { Array($0.utf8) } + [[], [0], [0xff, 0xfe], [0xed, 0xa0, 0x80]]
  }

  /// A number from 0 up to, not including, the limit.
  mutating func below(_ limit: Int) -> Int { random.below(limit) }

  /// The next input.
  mutating func next() -> [UInt8] {
    var bytes = samples[below(samples.count)]
    for _ in 0..<1 + below(3) where !bytes.isEmpty {
      let start = below(bytes.count)
      let end = min(bytes.count, start + below(24))
      switch below(7) {
      case 0: bytes[start] = UInt8(below(256))
      case 1: bytes[start] ^= 1 << UInt8(below(8))
      case 2: bytes.removeSubrange(start..<end)
      case 3: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 4: bytes.replaceSubrange(start..<end, with: pieces[below(pieces.count)])
      case 5: bytes.removeSubrange(start...)
      default:
        let other = samples[below(samples.count)]
        bytes.replaceSubrange(start..., with: other[min(start, other.count)...])
      }
    }
    return bytes
  }
}
