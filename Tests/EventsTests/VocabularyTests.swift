import Events
import Testing

@Suite struct `The vocabulary` {
  @Test func `an event’s id is read in either case and written in small letters`() throws {
    let text = "0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5061"
    #expect(try EventID(text).description == text)
    #expect(try EventID(text.uppercased()) == (try EventID(text)))
    #expect(try EventID(text).high == 0x0197_a5b2_6c4d_7e8f)
  }

  @Test(arguments: [
    "", "0197a5b26c4d7e8f9a0b1c2d3e4f5061", "0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f506",
    "0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f50611", "0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f506g",
    "0197a5b26-c4d-7e8f-9a0b-1c2d3e4f5061", "{197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5061",
  ]) func `a text that is no UUID is refused`(text: String) {
    #expect(throws: InvalidValue.eventID) { try EventID(text) }
  }

  @Test(arguments: [
    "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "0197a5b2-6c4d-4e8f-9a0b-1c2d3e4f5061", "0197a5b2-6c4d-7e8f-da0b-1c2d3e4f5061", "7",
  ]) func `a new entry’s id is of version 7 or 8`(text: String) throws {
    #expect(throws: InvalidValue.entryID) { try EventID(given: text) }
    for version in ["7", "8"] {
      let given = "0197A5B2-6C4D-\(version)E8F-9A0B-1C2D3E4F5061"
      #expect(try EventID(given: given) == (try EventID(given)))
    }
  }

  @Test(arguments: [UInt8(0), 0xff, 0xa5]) func `an imported id bears version 8 and its time`(
    byte: UInt8
  ) {
    let id = EventID(version8At: 0x0123_4567_89ab, hash: Array(repeating: byte, count: 16))
    #expect(id.high >> 16 == 0x0123_4567_89ab)
    #expect(id.high >> 12 & 0xf == 8)
    #expect(id.low >> 62 == 0b10)
    #expect(id.high & 0xfff == (UInt64(byte) << 8 | UInt64(byte)) & 0xfff)
  }

  @Test func `an id has 1 to 64 characters`() throws {
    let longest = String(repeating: "a", count: 64)
    #expect(try CandidacyID(longest).text == longest)
    for text in ["", longest + "a"] {
      #expect(throws: InvalidValue.identifier(kind: "candidacy")) { try CandidacyID(text) }
    }
  }

  @Test func `an id is of A-Z a-z 0-9 . _ - and a colon for who records`() {
    let allowed = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-".utf8)
    for byte in UInt8(0)..<128 {
      let text = "D" + String(Unicode.Scalar(byte))
      let isColon = byte == UInt8(ascii: ":")
      #expect(((try? CandidacyID(text)) != nil) == allowed.contains(byte))
      #expect(((try? RecorderID(text)) != nil) == (allowed.contains(byte) || isColon))
    }
    #expect(throws: InvalidValue.self) { try CandidacyID("é") }
    #expect(throws: InvalidValue.self) { try CandidacyID("K\u{301}") }
  }

  @Test(arguments: ["a", "é", "e\u{301}", "😀", "\u{0}"])
  func `a free text has at most 2,000 scalars`(
    unit: String
  ) throws {
    let count = unit.unicodeScalars.count
    let longest = String(repeating: unit, count: 2000 / count)
    #expect(try FreeText(longest).text.utf8.elementsEqual(longest.utf8))
    #expect(throws: InvalidValue.textTooLong(limit: 2000)) { try FreeText(longest + "a") }
  }

  @Test func `texts of other bytes are other texts`() throws {
    #expect(try FreeText("é") != FreeText("e\u{301}"))
  }

  @Test func `a count is a whole number from 0 to 2⁵³−1`() throws {
    #expect(try Count(0).value == 0)
    #expect(try Count(9_007_199_254_740_991).value == 9_007_199_254_740_991)
    for number in [-1, 9_007_199_254_740_992, .max, .min] {
      #expect(throws: InvalidValue.count) { try Count(number) }
    }
  }

  @Test func `a list that may not be empty is refused when it is`() throws {
    #expect(try NonEmpty([1]).elements == [1])
    #expect(throws: InvalidValue.emptyList) { try NonEmpty([Int]()) }
  }

  @Test func `a birth date is a year, a month or a day`() throws {
    for text in ["1974", "1974-02", "1972-02-29"] { #expect(try BirthDate(text).text == text) }
    for text in ["", "74", "1974-", "1974-13", "1974-2", "1974-02-30", "1974-02-01 ", "197é"] {
      #expect(throws: InvalidValue.birthDate) { try BirthDate(text) }
    }
  }

  @Test func `a SIRET is 14 digits`() throws {
    #expect(try SIRET("78435388000023").text == "78435388000023")
    for text in ["", "7843538800002", "784353880000234", "7843538800002A", "784 353 880 000"] {
      #expect(throws: InvalidValue.siret) { try SIRET(text) }
    }
  }

  @Test func `a rule is R01 to R99`() throws {
    for text in ["R01", "R07", "R99"] { #expect(try RuleID(text).description == text) }
    for text in ["", "R00", "R7", "R100", "r07", "R0a", "X07"] {
      #expect(throws: InvalidValue.rule) { try RuleID(text) }
    }
  }

  @Test func `an edition is a year and a number`() throws {
    #expect(try Edition("2026-2") == .current)
    for text in ["", "2026", "2026-", "26-1", "2026-1-1", "2026-x", "2026-1000", "2026.1"] {
      #expect(throws: InvalidValue.edition) { try Edition(text) }
    }
  }

  @Test func `a sealed text is base64 of a nonce and of at least 16 bytes`() throws {
    let key = try KeyID("P.1")
    let nonce = "AAECAwQFBgcICQoL"
    for text in [
      "q83vEjRWeJCrze8SNFZ4kA==", "q83vEjRWeJCrze8SNFZ4kKE=", "q83vEjRWeJCrze8SNFZ4kKGi",
    ] {
      #expect(try Sealed(key: key, nonce: nonce, text: text).text == text)
    }
    for text in [
      "", "q83vEjRWeJCrze8SNFY=", "q83vEjRWeJCrze8SNFZ4k===", "q83vEjRWeJCrze8SNFZ4kA=A",
      "q83vEjRWeJCrze8SNFZ4kA", "q83vEjRWeJCrze8SNFZ4_A==", "q83vEjRWeJCrze8SNFZ4 A==",
    ] {
      #expect(throws: InvalidValue.sealed) { try Sealed(key: key, nonce: nonce, text: text) }
    }
    for nonce in ["", "AAECAwQFBgcICQo=", "AAECAwQFBgcICQoLDA=="] {
      #expect(throws: InvalidValue.sealed) {
        try Sealed(key: key, nonce: nonce, text: "q83vEjRWeJCrze8SNFZ4kA==")
      }
    }
  }

  @Test func `a subject is a kind, a colon and an id`() throws {
    for kind in ["candidate", "candidacy", "certification", "jury", "certificate"] {
      #expect(try Subject(kind + ":D-2021-004").description == kind + ":D-2021-004")
    }
    for text in [
      "", "candidacy", "candidacy:", ":D", "Candidacy:D", "assessor:M", "jury:a:b", "jury: J",
    ] {
      #expect(throws: InvalidValue.subject) { try Subject(text) }
    }
  }

  @Test
  func `a certificate number is as it is printed, without control characters or outer spaces`()
    throws
  {
    for text in ["2023/0458", "N° 458", "É", String(repeating: "é", count: 64)] {
      #expect(try CertificateNumber(text).text == text)
    }
    for text in ["", " 1", "1 ", "1\u{A0}", "a\tb", "a\u{85}b", String(repeating: "1", count: 65)] {
      #expect(throws: InvalidValue.certificateNumber) { try CertificateNumber(text) }
    }
    #expect(try CertificateNumber("\u{E9}") != CertificateNumber("e\u{301}"))
  }

  @Test func `minutes beside hours are 1 to 59`() throws {
    #expect(try [1, 59].map { try Minutes($0).value } == [1, 59])
    for number in [-1, 0, 60] {
      #expect(throws: InvalidValue.minutes) { try Minutes(number) }
    }
  }

  @Test func `a depositor's client id has 8 characters, its contract's 1 to 20`() throws {
    #expect(try DepositorClientID("AB 12345").text == "AB 12345")
    #expect(throws: InvalidValue.characters(from: 8, to: 8)) { try DepositorClientID("AB1234") }
    #expect(try DepositorContractID("1").text == "1")
    for text in ["", String(repeating: "1", count: 21), "a\u{0}"] {
      #expect(throws: InvalidValue.characters(from: 1, to: 20)) { try DepositorContractID(text) }
    }
  }
}
