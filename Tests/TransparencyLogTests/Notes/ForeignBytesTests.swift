import Cryptography
import TestSupport
import Testing
import TransparencyLog

@Suite struct `Foreign bytes` {
  /// Parts of every form, so that random inputs get past the first line.
  private static let pieces: [[UInt8]] = [
    "\n", "\n\n", "— ", "\u{2014}", " ", "+", "0", "18446744073709551615", "a", "é", "=", "AAAA",
    "extra ", "index ", "c2sp.org/tlog-proof@v1\n", "example.com/log", "\r", "\u{0}",
    "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", Published.peter, Published.peterKey,
    Published.example, Published.goHeads[1],
  ].map { Array($0.utf8) }

  private func bytes(_ generator: inout SeededGenerator, like samples: [[UInt8]]) -> [UInt8] {
    switch UInt8.random(in: 0..<3, using: &generator) {
    case 0:
      return (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
        UInt8.random(in: .min ... .max, using: &generator)
      }
    case 1:
      return (0..<Int.random(in: 0..<12, using: &generator)).flatMap { _ in
        Self.pieces.randomElement(using: &generator) ?? []
      }
    default:
      var bytes = samples.randomElement(using: &generator) ?? []
      for _ in 0..<Int.random(in: 0..<4, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: bytes.indices, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0..<20, using: &generator))
        switch UInt8.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        default:
          bytes.insert(contentsOf: Self.pieces.randomElement(using: &generator) ?? [], at: place)
        }
      }
      return bytes
    }
  }

  @Test(.tags(.property))
  func `no parser traps on foreign bytes, and what is read is written again byte for byte`() throws
  {
    let key = try signingKey("example.com/log", 1)
    let head = try Checkpoint(
      origin: "example.com/log", size: 5, root: SHA256().digest(of: [1]), extensions: ["more"])
    let proof = try TlogProof(
      index: 3, path: [head.root, head.root], checkpoint: head.signed(by: key), extra: [1, 2])
    let samples =
      [proof.bytes, try head.signed(by: key).bytes]
      + [key.verifier.text, head.text].map { Array($0.utf8) }
    let hash = try TreeHash()
    var generator = SeededGenerator(seed: 20_000)
    var accepted = [0, 0, 0, 0]
    let count = TrialSize.inputs(default: 6_000)
    for _ in 0..<count {
      let bytes = bytes(&generator, like: samples)
      let text = String(decoding: bytes, as: UTF8.self)
      if let note = try? SignedNote(parsing: bytes) {
        accepted[0] += 1
        #expect(note.bytes == bytes)
        _ = try? note.verified(by: [key.verifier])
      }
      if let proof = try? TlogProof(parsing: bytes) {
        accepted[1] += 1
        #expect(proof.bytes == bytes)
        _ = try? proof.verify(
          leaf: head.root, origin: head.origin, keys: [key.verifier], hash)
      }
      if let checkpoint = try? Checkpoint(parsing: text) {
        accepted[2] += 1
        #expect(checkpoint.text.utf8.elementsEqual(text.utf8))
      }
      if let verifier = try? VerifierKey(parsing: text) {
        accepted[3] += 1
        #expect(verifier.text == text)
      }
    }
    // Enough inputs are accepted for the test to be of use.
    for accepted in accepted { #expect(accepted > count / 200) }
  }
}
