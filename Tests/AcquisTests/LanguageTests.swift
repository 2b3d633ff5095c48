import Events
import Glibc
import TestSupport
import Testing

@testable import acquis

/// Both languages in one process: the language is a value, and nothing keeps another.
struct LanguageTests {
  /// What a run writes to its standard output and standard error.
  private func written(
    _ words: [String], in language: Language
  ) -> (status: Int32, answer: String, notes: String) {
    var ends: (answer: [Int32], notes: [Int32]) = ([0, 0], [0, 0])
    #expect(pipe(&ends.answer) == 0 && pipe(&ends.notes) == 0)
    let output = Output(
      in: language, standardOutput: ends.answer[1], standardError: ends.notes[1])
    let status = Acquis.run(words[...], output)
    close(ends.answer[1])
    close(ends.notes[1])
    return (status, read(ends.answer[0]), read(ends.notes[0]))
  }

  /// Everything in a pipe whose other end is closed; closes it.
  private func read(_ descriptor: Int32) -> String {
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }

  @Test func `one process answers in both languages, each run in its own`() {
    let french = written(["help", "status"], in: .french)
    let english = written(["help", "status"], in: .english)
    #expect(french.answer.withPlainSpaces.contains("Exemple : acquis status"))
    #expect(english.answer.contains("Example: acquis status"))
    #expect(written(["help", "status"], in: .french) == french)
  }

  @Test func `what is wrong with a call is written in the run's language`() {
    let french = written(["statsu"], in: .french)
    let english = written(["statsu"], in: .english)
    #expect((french.status, english.status) == (2, 2))
    #expect(french.answer.isEmpty && english.answer.isEmpty)
    #expect(french.notes.withPlainSpaces.contains("vouliez-vous dire status ?"))
    #expect(english.notes.contains("did you mean status?"))
  }

  @Test func `the same answer is read in both languages, and programs read one`() throws {
    let scratch = try TemporaryFolder()
    let ledger = ["--ledger", scratch.file("a.ledger")]
    #expect(written(["demo", "--events", "60"] + ledger, in: .english).status == 0)
    let asked = ["status", "DEMO-D-LAPSE", "--on", "2022-06-16"] + ledger
    let french = written(asked, in: .french)
    let english = written(asked, in: .english)
    #expect(french.answer.withPlainSpaces.hasPrefix("DEMO-D-LAPSE au 16 juin 2022 : "))
    #expect(english.answer.hasPrefix("DEMO-D-LAPSE on 2022-06-16: "))
    #expect(written(asked, in: .french) == french)
    for asked in [asked, ["findings"] + ledger] {
      let answers = Language.allCases.map { written(asked + ["--json"], in: $0).answer }
      #expect(Set(answers).count == 1)
    }
  }

  /// A call that has messages in its JSON, on a demonstration.
  struct Call {
    let words: [String]
    /// A file of the call's, named as its last word, and its contents: nil for an altered checkpoint.
    var file: (name: String, contents: String?)?
  }

  private static let enrolment = [
    "candidacy": "DEMO-D-LAPSE", "candidate": "DEMO-P-LAPSE", "certification": "RNCP38052",
    "pathway": "experience",
  ]

  private static let calls: [Call] = [
    Call(
      words: ["record", "CandidateEnrolled", "--on", "2019-01-02", "--by", "clerk:3"]
        + enrolment.map { "\($0)=\($1)" }),
    Call(
      words: ["import"],
      file: (
        "old.jsonl",
        "{\"data\":{\(enrolment.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ","))},"
          + "\"occurredOn\":\"2019-01-02\",\"recordedBy\":\"clerk:3\",\"type\":\"CandidateEnrolled\"}\n"
      )),
    Call(words: ["findings"]),
    Call(words: ["audit", "verify"], file: ("a.ledger.signed", nil)),
    Call(words: ["audit", "check", "--against"], file: ("altered.checkpoint", nil)),
  ]

  @Test(arguments: calls.indices)
  func `a message in JSON is English, whatever language people read`(index: Int) throws {
    let call = Self.calls[index]
    let scratch = try TemporaryFolder()
    let ledger = ["--ledger", scratch.file("a.ledger")]
    #expect(written(["demo", "--events", "60"] + ledger, in: .english).status == 0)
    var words = call.words
    if let (name, contents) = call.file {
      let note = written(["audit", "checkpoint"] + ledger, in: .english).answer
      let size = try #require(note.split(separator: "\n").dropFirst().first.flatMap { Int($0) })
      let altered = note.replacing("\n\(size)\n", with: "\n\(size - 1)\n")
      #expect(altered != note)
      try scratch.write(Array((contents ?? altered).utf8), to: name)
      if words != ["audit", "verify"] { words.append(scratch.file(name)) }
    }
    // Recorded again, the same facts are the same entries.
    let answers = Language.allCases.map { written(words + ["--json"] + ledger, in: $0).answer }
    #expect(Set(answers).count == 1)
    #expect(answers.first?.contains("\"message\":\"") == true)
  }

  @Test func `no JSON is made of what depends on a person's language`() throws {
    for tokens in try SourceTokens.files(in: ["Sources/AcquisLedger", "Sources/acquis"]) {
      for index in tokens.indices.dropLast(2)
      where tokens[index...].starts(with: [.mark("."), .word("string"), .mark("(")]) {
        let argument = tokens.call(at: index + 2)
        #expect(!argument.contains(.word("french")) && !argument.contains(.word("language")))
      }
    }
  }

  @Test(arguments: [
    (["status"], [:], Language.english), (["status", "--lang", "fr"], [:], .french),
    (["--lang=fr"], ["LANG": "en_GB.UTF-8"], .french),
    (["--lang", "xx"], ["LANG": "fr_FR.UTF-8"], .french),
    ([], ["LC_ALL": "C", "LANG": "fr_FR.UTF-8"], .english),
    ([], ["LC_MESSAGES": "fr_BE", "LANG": "C"], .french), ([], ["LANG": "fr"], .french),
  ])
  func `the language is that of the words, else that of the environment`(
    words: [String], variables: [String: String], language: Language
  ) {
    #expect(Language(of: words) { variables[$0] } == language)
  }
}
