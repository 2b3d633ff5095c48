import Catalogue
import EventLog
import Events
import Files
import TestSupport
import Testing
import Vault

@testable import AcquisLedger

/// A file imported line by line is the same import as that of its lines in memory.
struct ImportLinesTests {
  private let ledger: TestLedger
  private let temporary: TemporaryLedger

  init() throws {
    ledger = try TestLedger()
    temporary = try TemporaryLedger()
  }

  private func lines(_ text: String) throws -> SubmissionLines {
    try temporary.write(text, ".jsonl")
    return SubmissionLines(
      try RereadableFile(temporary.path + ".jsonl", copyingTo: temporary.folder))
  }

  private func importLines(_ text: String) throws -> ImportedLines {
    var recorder = ledger.recorder()
    return try recorder.importLines(from: lines(text), waitingIn: temporary.folder)
  }

  private func demonstration(_ count: Int) throws -> String {
    try Demonstration(events: count, seed: 7).lines.map { $0.value.description }
      .joined(separator: "\n")
  }

  @Test func `a file's lines get the ids and the positions that they get in memory`() throws {
    let text = try demonstration(1500)
    let streamed = try importLines(text)
    #expect(streamed.receipt.appended == streamed.receipt.positions.count)
    let head = try ledger.log.head()
    var recorder = ledger.recorder()
    let again = try recorder.importFacts(Submission.read(jsonLines: Array(text.utf8)))
    #expect(again.appended == 0, "each line had the same id and the same content")
    #expect(again.positions == streamed.receipt.positions)
    #expect(try ledger.log.head() == head)
    let thrice = try importLines(text).receipt
    #expect(thrice.appended == 0)
    #expect(thrice.positions == again.positions)
    #expect(temporary.files == ["centre.acquis.jsonl"], "nothing is left beside it")
  }

  @Test func `repeated contents of a file are told apart as in memory`() throws {
    let text = [Lines.enrolment(), Lines.jury, Lines.refusal(), Lines.refusal(), Lines.refusal()]
      .joined(separator: "\n")
    #expect(try importLines(text).receipt.appended == 5)
    var recorder = ledger.recorder()
    let again = try recorder.importFacts(Submission.read(jsonLines: Array(text.utf8)))
    #expect(again.appended == 0)
    let head = try ledger.log.head()
    #expect(again.positions.map(\.number) == Array((head.last.number - 4)...head.last.number))
  }

  @Test(arguments: [
    "", "\n \n\r\n", "nothing\n", "{}\n[]\n",
    Lines.refusal() + "\n" + Lines.jury,
    Lines.enrolment() + "\n" + Lines.jury + ",\n\n" + Lines.refusal() + "}",
    Lines.jury + "\n" + Lines.note("au sujet de Nom") + "\n" + Lines.refusal("3474D9", grounds: ""),
    Lines.enrolment().replacing("2021-01-11", with: "2021-02-30") + "\n" + Lines.refusal() + "\n"
      + Lines.enrolment("D2").replacing("3474", with: "9999"),
    String(repeating: " ", count: 200_000) + "\n" + String(repeating: "{", count: 300_000) + "\n"
      + Lines.jury,
    Lines.enrolment() + "\n" + Lines.enrolment().replacing("2021-01-11", with: "2026-07-02"),
  ])
  func `what is wrong with a file is told as of its lines in memory`(text: String) throws {
    let (before, keys) = (try ledger.log.head(), try ledger.vaultBytes())
    let streamed = #expect(throws: SubmissionFailure.self) { try importLines(text) }
    let inMemory = failures(inMemory: text)
    func told(_ failures: [SubmissionFailure]) -> [String] {
      failures.map { "\($0.line ?? 0): \($0.text.english)" }
    }
    let all = [streamed].compactMap(\.self) + (streamed?.further ?? [])
    #expect(told(all) == told(inMemory))
    #expect(!all.isEmpty)
    #expect(try ledger.log.head() == before)
    #expect(try ledger.vaultBytes() == keys, "no key of a person stays")
  }

  /// The lines that are no event, and what a trial of the others refuses.
  private func failures(inMemory text: String) -> [SubmissionFailure] {
    let (submissions, unread) = Submission.readEach(jsonLines: Array(text.utf8))
    if submissions.isEmpty { return unread.isEmpty ? [SubmissionFailure([])] : unread }
    var others: [SubmissionFailure] = []
    do throws(SubmissionFailure) {
      var recorder = ledger.recorder()
      _ = try recorder.tryImport(submissions)
    } catch {
      others = ([error] + error.further).filter {
        if case .unknown = $0.problem { return unread.isEmpty }
        return true
      }
    }
    return (unread + others).sorted { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  @Test func `a line that is no event hides no other's wrong field, and no unknown id is told`()
    throws
  {
    let text = [
      Lines.enrolment().replacing("2021-01-11", with: "1990-13-02"), Lines.refusal("nobody"),
      String(Lines.jury.dropLast(30)), "{]" + Lines.jury,
      Lines.enrolment("D2").replacing("2021-01-11", with: "2021-02-30"),
    ].joined(separator: "\n")
    let failure = #expect(throws: SubmissionFailure.self) { try importLines(text) }
    let all = [failure].compactMap(\.self) + (failure?.further ?? [])
    #expect(all.map(\.line) == [1, 3, 4, 5])
    #expect(all[1].text.french.hasPrefix("n’est pas du JSON, à l’octet "))
    #expect(all[1].text.french.hasSuffix(" (ligne coupée ?)"))
    #expect(all[2].text.french == "n’est pas du JSON, à l’octet 2")
  }

  @Test func `lines are cut at their ends wherever the pieces read end`() throws {
    var random = SeededGenerator(seed: 5)
    let sizes = (0..<400).map { _ in Int.random(in: 1...4000, using: &random) } + [70_000, 200_000]
    let texts = sizes.map { Lines.note(String(repeating: "é", count: $0 / 2 + 1)) }
    for ending in ["\n", "\r\n"] {
      let file = try lines(texts.joined(separator: ending) + (ending == "\n" ? "" : "\r\n\n"))
      var found: [(text: String?, place: SubmissionPlace)] = []
      try file.read { (reading) throws(SubmissionFailure) in
        guard case .submission(let submission, let place) = reading else { return }
        found.append((submission["data"]?["note"]?.text, place))
      }
      #expect(found.map(\.place.line) == Array(1...texts.count))
      for (index, one) in found.enumerated() {
        #expect(one.text?.unicodeScalars.count == sizes[index] / 2 + 1)
        #expect(try file.submission(at: one.place)["data"]?["note"]?.text == one.text)
      }
    }
  }

  @Test func `a person registered under two ids is told as in memory`() throws {
    let text = [
      Lines.registration("P1", name: "Dupré"), Lines.registration("P2", name: "DUPRE"),
      Lines.registration("P3", name: "Autre"),
    ].joined(separator: "\n")
    var recorder = ledger.recorder()
    let imported = try recorder.importLines(from: lines(text), waitingIn: temporary.folder)
    let repeated = try recorder.repeatedRegistrations(among: imported)
    let submissions = try Submission.read(jsonLines: Array(text.utf8))
    #expect(try recorder.repeatedRegistrations(among: submissions, imported.receipt) == repeated)
    #expect(repeated.map(\.line) == [2])
    #expect(repeated.map(\.known) == [[try CandidateID("P1")]])
    let again = try recorder.importLines(from: lines(text), waitingIn: temporary.folder)
    #expect(try recorder.repeatedRegistrations(among: again).isEmpty)
  }

  @Test func `a file that is changed while it is read is refused`() throws {
    let file = try lines(Lines.enrolment())
    try temporary.write(Lines.enrolment() + "\n" + Lines.jury, ".jsonl")
    let failure = #expect(throws: SubmissionFailure.self) {
      var recorder = ledger.recorder()
      _ = try recorder.importLines(from: file, waitingIn: temporary.folder)
    }
    guard case .changedMeanwhile = failure?.problem else {
      Issue.record("not refused as changed: \(String(describing: failure))")
      return
    }
  }

  @Test func `very many wrong lines are counted, and the first are told`() throws {
    let text = String(repeating: "{}\n", count: 10_250)
    let failure = #expect(throws: SubmissionFailure.self) { try importLines(text) }
    #expect(failure?.further.count == 9_999)
    #expect(failure?.omitted == 250)
  }

  @Test func `contents are counted as a dictionary counts them`() throws {
    var random = SeededGenerator(seed: 9)
    for expected in [0, 10, 5000] {
      var counts = DigestCounts(expecting: expected)
      var known: [[UInt8]: Int] = [:]
      for _ in 0..<5000 {
        let digest =
          [UInt8](repeating: UInt8.random(in: 0...15, using: &random), count: 7)
          + (0..<9).map { _ in UInt8.random(in: 0...1, using: &random) << 1 }
        #expect(counts.count(of: digest) == known[digest, default: 0])
        #expect(counts.add(digest) == known[digest, default: 0])
        known[digest, default: 0] += 1
      }
    }
  }
}
