import AcquisLedger
import Cryptography
import EventSamples
import Events
import TestSupport
import Testing
import TransparencyLog

/// Every parser of foreign bytes accepts them or throws, and never traps; what it accepts is written
/// again as it was.
@Suite(.tags(.property)) struct FuzzTests {
  private static let json = [
    "{", "}", "[", "]", "\"", ",", ":", "null", "true", "-1", "9007199254740992", "1e9", "\\u0000",
    "\\ud800", "\\\"", "é", "\"\"", "[]", "{}", "\"type\":", "\"data\":", "2021-02-30", "\n", "\r",
  ]

  private static func events() throws -> [[UInt8]] {
    let instant = try Instant(Samples.instant)
    return try Samples.all().flatMap { sample in
      [
        try EncodedEvent(Samples.fullEvent(sample.full)).bytes(recordedAt: instant),
        try EncodedEvent(Samples.minimalEvent(sample.minimal)).bytes(recordedAt: instant),
        try EncodedEvent(Samples.minimalEvent(sample.minimal))
          .bytes(recordedAt: instant, clock: .behind),
      ]
    }
  }

  @Test func `a stored event that is read is written again byte for byte`() throws {
    var inputs = Mutations(seed: 1, of: try Self.events(), pieces: Self.json)
    var accepted = 0
    for _ in 0..<Mutations.runs {
      let bytes = inputs.next()
      let envelope = try? bytes.withUnsafeBytes {
        try Envelope(position: Position(7), canonical: $0)
      }
      _ = try? bytes.withUnsafeBytes { try EventContent(of: $0) }
      guard let envelope else { continue }
      accepted += 1
      let again = try EncodedEvent(envelope.event)
        .bytes(recordedAt: envelope.recordedAt, clock: envelope.clock)
      if again != bytes { Issue.record("written otherwise: \(bytes)") }
    }
    #expect(accepted > 0)
  }

  @Test func `a line of a file is read or refused, and its value is written again`() throws {
    var inputs = Mutations(seed: 2, of: try Self.events(), pieces: Self.json)
    for _ in 0..<Mutations.runs {
      let bytes = inputs.next()
      _ = try? Submission.read(jsonLines: bytes)
      guard let value = try? JSONValue(parsing: bytes) else { continue }
      if try JSONValue(parsing: Array(value.description.utf8)) != value {
        Issue.record("another value came back: \(bytes)")
      }
      guard case .object(let members) = value,
        let type = value["type"]?.text.flatMap(EventType.init(rawValue:))
      else { continue }
      _ = try? Event(type, members: members.filter { $0.name != "recordedAt" })
    }
  }

  @Test func `a word of the vocabulary that is read is written again`() throws {
    let samples = [
      "2021-02-28", "2021-06-18T09:12:33.123456Z", "0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5061",
      "candidacy:D-2021-004", "R07", "2026-1", "78435388000023", "1990-02", "AAECAwQFBgcICQoL",
    ].map { Array($0.utf8) }
    var inputs = Mutations(seed: 3, of: samples, pieces: ["-", ":", "0", "Z", "=", "é", "99"])
    for _ in 0..<Mutations.runs {
      let bytes = inputs.next()
      let text = String(decoding: bytes, as: UTF8.self)
      if let day = try? CalendarDate(text) { #expect(day.description == text) }
      if let instant = try? Instant(text) { #expect(instant.description == text) }
      if let subject = try? Subject(text) { #expect(subject.description == text) }
      if let rule = try? RuleID(text) { #expect(rule.description == text) }
      if let code = Base64.decode(text) { #expect(Base64.encode(code) == text) }
      _ = try? EventID(text)
      _ = try? Edition(text)
      _ = try? BirthDate(text)
      _ = try? SIRET(text)
    }
  }

  @Test
  func `a note, key, checkpoint or proof that is read is written again, and no false one verifies`()
    throws
  {
    let name = try #require(KeyName("ledger.example"))
    let key = try SigningKey(name: name, key: try Ed25519PrivateKey())
    let head = try Checkpoint(
      origin: "ledger.example", size: 5, root: SHA256().digest(of: [1]), extensions: ["more"])
    let note = try head.signed(by: key)
    let proof = try TlogProof(index: 3, path: [head.root, head.root], checkpoint: note, extra: [1])
    let samples = [note.bytes, proof.bytes, Array(head.text.utf8), Array(key.verifier.text.utf8)]
    let pieces = ["\n", "\n\n", "— ", "+", "=", "18446744073709551616", "index ", "extra ", "é"]
    var inputs = Mutations(seed: 4, of: samples, pieces: pieces)
    let verifier = key.verifier
    for _ in 0..<Mutations.runs {
      let bytes = inputs.next()
      let text = String(decoding: bytes, as: UTF8.self)
      if let note = try? SignedNote(parsing: bytes) {
        if note.bytes != bytes { Issue.record("another note: \(bytes)") }
        if let verified = try? note.verified(by: [verifier]), verified.text != head.text {
          Issue.record("a signature holds of what was not signed: \(bytes)")
        }
      }
      if let proof = try? TlogProof(parsing: bytes), proof.bytes != bytes {
        Issue.record("another proof: \(bytes)")
      }
      if let checkpoint = try? Checkpoint(parsing: text), checkpoint.text != text {
        Issue.record("another checkpoint: \(bytes)")
      }
      if let key = try? VerifierKey(parsing: text), key.text != text {
        Issue.record("another key: \(bytes)")
      }
    }
  }

  @Test func `a tile's path or a bundle of entries that is read is written again`() throws {
    let paths = ["tile/0/x001/x234/067", "tile/entries/x001/234.p/5", "tile/7/000.p/255"]
    let bundle: [UInt8] = [0, 2, 120, 47, 0, 0, 0, 1, 46]
    var inputs = Mutations(
      seed: 6, of: paths.map { Array($0.utf8) } + [bundle],
      pieces: ["/", "x000/", "x", ".p/", "0", "999", "18446744073709551616", "entries", "é"])
    for _ in 0..<Mutations.runs {
      let bytes = inputs.next()
      let text = String(decoding: bytes, as: UTF8.self)
      if let tile = Tile(path: text), tile.path != text || tile.nodes.count != tile.width {
        Issue.record("another tile: \(bytes)")
      }
      for width in 1...4 {
        guard let bundle = try? EntryBundle(parsing: bytes, width: width) else { continue }
        let lengths = bundle.entries.map(\.count)
        if bundle.bytes != bytes || lengths.reduce(2 * width, +) != bytes.count {
          Issue.record("another bundle: \(bytes)")
        }
      }
    }
  }

  @Test func `a proof of random numbers and hashes proves nothing`() throws {
    let hash = try TreeHash()
    let sha = try SHA256()
    let digests = try (0..<80).map { try sha.digest(of: [UInt8($0)]) }
    var inputs = Mutations(seed: 5, of: [[0]], pieces: [])
    func number(_ inputs: inout Mutations) -> UInt64 {
      switch inputs.below(4) {
      case 0: UInt64(inputs.below(20))
      case 1: UInt64.max - UInt64(inputs.below(3))
      case 2: 1 << UInt64(inputs.below(64))
      default: UInt64(truncatingIfNeeded: inputs.below(.max))
      }
    }
    for _ in 0..<Mutations.runs {
      let path = (0..<inputs.below(70)).map { _ in digests[inputs.below(80)] }
      let (first, second) = (number(&inputs), number(&inputs))
      let included = Result {
        try InclusionProof(index: first, size: second, path: path)
          .verify(leaf: digests[0], root: digests[1], hash)
      }
      if case .success = included { Issue.record("included: \(first) of \(second)") }
      let consistent = Result {
        try ConsistencyProof(from: first, to: second, path: path)
          .verify(earlier: digests[0], later: digests[1], hash)
      }
      if case .success = consistent { Issue.record("consistent: \(first) to \(second)") }
    }
  }
}
