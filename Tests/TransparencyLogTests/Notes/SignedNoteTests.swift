import Cryptography
import Testing
import TransparencyLog

@Suite struct `Signed notes` {
  private static let wholeNote = Published.text + "\n" + Published.peter

  @Test func `the published notes are verified by their keys`() throws {
    for (note, key) in [
      (Published.example, Published.exampleKey), (Self.wholeNote, Published.peterKey),
      (Published.goHeads[0], Published.goKey), (Published.goHeads[1], Published.goKey),
    ] {
      let key = try VerifierKey(parsing: key)
      let verified = try Published.note(note).verified(by: [key])
      #expect(verified.signers == [key])
      #expect(note.hasPrefix(verified.text + "\n— "))
    }
  }

  @Test func `signing gives the published note, byte for byte`() throws {
    let seed = try #require(Base64.decode(Published.peterSeed)).dropFirst()
    let key = try SigningKey(
      name: #require(KeyName("PeterNeumann")),
      key: Ed25519PrivateKey(seed: SecretBytes(copying: Array(seed))))
    #expect(key.verifier.text == Published.peterKey)
    let note = try SignedNote(text: Published.text, signedBy: key)
    #expect(note.bytes == Array(Self.wholeNote.utf8))
  }

  @Test(arguments: [
    Published.example, wholeNote, wholeNote + Published.enoch, Published.goHeads[1],
    Published.behindTheSofa, "\n\n" + Published.peter, "\n\n\n" + Published.peter,
    "one\n\ntwo\n\n— no signature\n\n" + Published.peter,
  ])
  func `a note that is read is written again byte for byte`(text: String) throws {
    let note = try Published.note(text)
    #expect(note.bytes == Array(text.utf8))
    #expect(try SignedNote(parsing: note.bytes) == note)
  }

  @Test func `a note's text ends at the last empty line`() throws {
    let key = try signingKey("example.com/log", 1)
    let text = "one\n\n— PeterNeumann AAAAAAA=\n\n\n"
    let note = try SignedNote(text: text, signedBy: key)
    let read = try SignedNote(parsing: note.bytes)
    #expect(read.unverifiedText == text)
    #expect(try read.verified(by: [key.verifier]).text == text)
  }

  @Test func `unknown signatures are ignored, known ones all count`() throws {
    let peter = try VerifierKey(parsing: Published.peterKey)
    let enoch = try VerifierKey(parsing: Published.enochKey)
    let note = try Published.note(Self.wholeNote + Published.enoch)
    #expect(note.signatures.map(\.name.text) == ["PeterNeumann", "EnochRoot"])
    #expect(try note.verified(by: [peter]).signers == [peter])
    #expect(try note.verified(by: [enoch, peter]).signers == [peter, enoch])
    let twice = try Published.note(Self.wholeNote + Published.peter)
    #expect(try twice.verified(by: [peter, peter]).signers == [peter])
    #expect(throws: NoteFailure.notSignedByKnownKey) { try note.verified(by: []) }
    let stranger = try signingKey("PeterNeumann", 3).verifier
    #expect(throws: NoteFailure.notSignedByKnownKey) { try note.verified(by: [stranger]) }
  }

  @Test func `one false signature of a known key and the note is refused`() throws {
    let peter = try VerifierKey(parsing: Published.peterKey)
    let enoch = try VerifierKey(parsing: Published.enochKey)
    let altered = Published.enoch.replacing("5n2t", with: "5n2u")
    #expect(altered != Published.enoch)
    let note = try Published.note(Self.wholeNote + altered)
    #expect(throws: NoteFailure.falseSignature(enoch.name, enoch.id)) {
      try note.verified(by: [peter, enoch])
    }
    #expect(try note.verified(by: [peter]).signers == [peter])
    let text = try Published.note(
      Self.wholeNote.replacing("cryptography", with: "cryptographY"))
    #expect(throws: NoteFailure.falseSignature(peter.name, peter.id)) {
      try text.verified(by: [peter])
    }
  }

  @Test func `a note with any bit altered is refused`() throws {
    let key = try VerifierKey(parsing: Published.exampleKey)
    for bit in 0..<(Published.example.utf8.count * 8) {
      var bytes = Array(Published.example.utf8)
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: NoteFailure.self) {
        try SignedNote(parsing: bytes).verified(by: [key])
      }
    }
  }

  @Test func `a note with a signature of another length is refused`() throws {
    let peter = try VerifierKey(parsing: Published.peterKey)
    for signature in ["x08goww=", "x08go/ZJkuBS9UG/"] {
      let note = try Published.note("a\n\n— PeterNeumann x08go" + signature.dropFirst(5) + "\n")
      #expect(throws: NoteFailure.falseSignature(peter.name, peter.id)) {
        try note.verified(by: [peter])
      }
    }
  }

  private static let malformed: [(String, NoteFailure)] = [
    ("", .unsigned), ("\n", .unsigned), ("\n\n", .unsigned), (Published.text, .unsigned),
    ("a\n\n", .unsigned), ("a\n\n— PeterNeumann x08goww=", .unsigned),
    ("no empty line\n— PeterNeumann x08goww=\n", .unsigned),
    ("\u{1}\n\n— PeterNeumann x08goww=\n", .notText),
    ("a\tb\n\n— PeterNeumann x08goww=\n", .notText),
    ("a\r\n\r\n— PeterNeumann x08goww=\r\n", .notText),
    ("a\n\n— PeterNeumann x08goww=\nAnother line.\n", .malformedSignature(number: 2)),
  ]

  private static let malformedLines = [
    "-- PeterNeumann x08goww=", "—PeterNeumann x08goww=", "—  x08goww=", "— PeterNeumann",
    "— PeterNeumann ", "— Bad Name x08goww=", "— a+b x08goww=", "— a\u{2003}b x08goww=",
    "— PeterNeumann  x08goww=", "— PeterNeumann x08gow==", "— PeterNeumann x08goww",
    "— PeterNeumann x08goww= ", "— PeterNeumann x08goww==", " — PeterNeumann x08goww=",
  ]

  @Test(arguments: malformedLines)
  func `a signature line has one form`(line: String) {
    #expect(throws: NoteFailure.malformedSignature(number: 1)) {
      try Published.note("a\n\n\(line)\n")
    }
  }

  @Test(arguments: malformed)
  func `bytes that are no note are refused, with the reason`(text: String, failure: NoteFailure) {
    #expect(throws: failure) { try Published.note(text) }
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    for bytes in [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x80]] as [[UInt8]] {
      #expect(throws: NoteFailure.notText) {
        try SignedNote(parsing: bytes + Array(Self.wholeNote.utf8))
      }
    }
  }

  @Test func `a note of sixteen signatures is read, one with too many is not`() throws {
    let peter = try VerifierKey(parsing: Published.peterKey)
    func note(_ count: Int) throws -> SignedNote {
      try Published.note(Published.text + "\n" + String(repeating: Published.peter, count: count))
    }
    #expect(try note(16).verified(by: [peter]).signers == [peter])
    #expect(try note(100).signatures.count == 100)
    #expect(throws: NoteFailure.tooManySignatures(limit: 100)) { try note(101) }
    let long = String(repeating: "a", count: SignedNote.maximumLength) + "\n"
    #expect(throws: NoteFailure.tooLong(limit: SignedNote.maximumLength)) {
      try Published.note(long + "\n" + Published.peter)
    }
    #expect(throws: NoteFailure.tooLong(limit: SignedNote.maximumLength)) {
      _ = try SignedNote(text: long, signedBy: signingKey("a", 1))
    }
  }

  @Test func `signers add their lines, and each is returned`() throws {
    let log = try signingKey("example.com/log", 1)
    let witness = try signingKey("example.com/witness", 2)
    let note = try SignedNote(text: "a\n", signedBy: log).signed(alsoBy: witness)
    let read = try SignedNote(parsing: note.bytes)
    #expect(read == note)
    #expect(
      try read.verified(by: [witness.verifier, log.verifier]).signers
        == [log.verifier, witness.verifier])
    for text in ["", "a", "a\u{0}\n", "a\r\n"] {
      #expect(throws: NoteFailure.notText) { _ = try SignedNote(text: text, signedBy: log) }
    }
  }
}
