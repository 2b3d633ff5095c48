import EventSamples
import Events
import TestSupport
import Testing

@Suite struct `The canonical reader` {
  /// Reads the bytes; if they are accepted, checks that they are written again as they were.
  private func isAccepted(_ bytes: [UInt8]) throws -> Bool {
    do throws(ReadingFailure) {
      let read = try envelope(bytes)
      let again = try EncodedEvent(read.event).bytes(recordedAt: read.recordedAt, clock: read.clock)
      if again != bytes {
        Issue.record("two spellings: \(String(decoding: bytes, as: UTF8.self))")
      }
      return true
    } catch {
      return false
    }
  }

  private func isAccepted(_ text: String) throws -> Bool { try isAccepted(Array(text.utf8)) }

  private func lines() throws -> [[UInt8]] { try GoldenLine.events().map { try $0.encoded() } }

  @Test func `a text cut at any length is refused`() throws {
    for line in try lines() {
      for length in 0..<line.count {
        if try isAccepted(Array(line.prefix(length))) {
          Issue.record("cut at \(length), and taken")
        }
      }
    }
  }

  @Test(.tags(.property), arguments: [1, 2, 3, 4] as [UInt64])
  func `a byte replaced, inserted or taken out never gives a second spelling`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("{}[],:\"\\ 0123456789-.eEunltrufasbB/\t\n".utf8)
    let lines = try lines().filter { $0.count < 1000 }
    var accepted = 0
    for _ in 0..<TrialSize.inputs(default: 40_000) / 4 {
      var line = lines[Int.random(in: 0..<lines.count, using: &random)]
      let at = Int.random(in: 0..<line.count, using: &random)
      let byte =
        Bool.random(using: &random)
        ? UInt8.random(in: 0...255, using: &random)
        : alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: line.insert(byte, at: at)
      case 1: line.remove(at: at)
      default: line[at] = byte
      }
      if try isAccepted(line) { accepted += 1 }
    }
    // An id or a text may have become another one.
    #expect(accepted > 0)
  }

  @Test func `a space anywhere but in a text is refused`() throws {
    for line in try lines() {
      var isText = false
      for at in 0...line.count {
        if at > 0, line[at - 1] == UInt8(ascii: "\""), at < 2 || line[at - 2] != 92 {
          isText.toggle()
        }
        if isText { continue }
        if try isAccepted(line[..<at] + [0x20] + line[at...]) {
          Issue.record("a space at byte \(at), and taken")
        }
      }
    }
  }

  @Test func `members swapped, taken out, added or doubled never give a second spelling`() throws {
    for line in try lines() {
      guard case .object(let members) = try JSONValue(parsing: line),
        case .some(.object(let data)) = try JSONValue(parsing: line)["data"]
      else { continue }
      for object in [members, data] {
        func whole(_ changed: [JSONMember]) -> String {
          if object == members { return JSONValue.object(changed).description }
          return JSONValue.object(
            members.map { $0.name == "data" ? JSONMember("data", .object(changed)) : $0 }
          ).description
        }
        for at in object.indices {
          var changed = object
          changed.insert(object[at], at: at)
          #expect(try !isAccepted(whole(changed)))
          changed = object
          changed.insert(JSONMember(object[at].name + "x", 1), at: at + 1)
          #expect(try !isAccepted(whole(changed)))
          changed = object
          changed.remove(at: at)
          _ = try isAccepted(whole(changed))
          guard at > 0 else { continue }
          changed = object
          changed.swapAt(at - 1, at)
          #expect(try !isAccepted(whole(changed)))
        }
      }
    }
  }

  @Test(arguments: [
    "434.0", "0434", "-0", "-434", "434e0", "434E0", "9007199254740992", "\"434\"", "+434", "null",
    "99999999999999999999999", "434.", "", "-",
  ]) func `a number is spelt in one way`(spelling: String) throws {
    let line = try line(of: .trainingCompleted)
    #expect(try isAccepted(line))
    #expect(try isAccepted(line.replacing("434", with: "9007199254740991")))
    #expect(try !isAccepted(line.replacing("434", with: spelling)))
  }

  @Test(arguments: [
    ("A", "\\u0041"), ("/", "\\/"), ("\\u001f", "\\u001F"), ("\\n", "\\u000a"),
    ("\u{7f}", "\\u007f"),
    ("\\\"", "\\u0022"), ("é", "\\u00e9"), ("\\\\", "\\u005c"), ("😀", "\\ud83d\\ude00"),
    ("\\u0000", "\u{0}"),
  ]) func `a character is spelt in one way`(canonical: String, other: String) throws {
    let line = try line(of: .candidacyTransferred)
    #expect(try isAccepted(line.replacing("GRETA", with: canonical)))
    #expect(try !isAccepted(line.replacing("GRETA", with: other)))
  }

  private func line(of type: EventType) throws -> String {
    let sample = try #require(try Samples.all().first { $0.type == type })
    let event = try Samples.minimalEvent(sample.full)
    return String(
      decoding: try EncodedEvent(event).bytes(recordedAt: try Instant(Samples.instant)),
      as: UTF8.self)
  }

  @Test func `an unknown type is named`() throws {
    let line = try line(of: .juryHeld).replacing("\"JuryHeld\"", with: "\"JuryAdjourned\"")
    #expect(throws: ReadingFailure(.unknownType("JuryAdjourned"), path: ["type"])) {
      try envelope(Array(line.utf8))
    }
  }

  @Test func `an unknown schema is named, whatever its data`() throws {
    let line = try line(of: .juryHeld).replacing("\"schema\":1", with: "\"schema\":2")
    for changed in [line, line.replacing("\"present\"", with: "\"attending\"")] {
      #expect(throws: ReadingFailure(.unknownSchema(.juryHeld, 2), path: ["schema"])) {
        try envelope(Array(changed.utf8))
      }
    }
  }
}

extension String {
  /// This text with the first occurrence of a part replaced, scalar for scalar.
  func replacing(_ part: String, with other: String) -> String {
    let scalars = Array(unicodeScalars)
    let sought = Array(part.unicodeScalars)
    for start in 0...(max(0, scalars.count - sought.count))
    where scalars[start...].starts(with: sought) {
      var result = String.UnicodeScalarView(scalars[..<start])
      result.append(contentsOf: other.unicodeScalars)
      result.append(contentsOf: scalars[(start + sought.count)...])
      return String(result)
    }
    return self
  }
}
