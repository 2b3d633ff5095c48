import AcquisLedger
import EventLog
import Events
import TestSupport
import Testing

/// The scenarios that `Tests/Acceptance/scenarios.py` puts to the program, put to the façade in this
/// process, over each store.
@Suite struct ScenarioTests {
  @Test(arguments: ScenarioFile.own, AskedStore.allCases)
  func `a scenario's questions have the answers it expects`(
    file: ScenarioFile, store: AskedStore
  ) throws {
    try Self.ask(file, store.ledger()) { question, answer, first in
      differences(question, answer, first: first)
    }
  }

  @Test(
    .enabled(if: !ScenarioFile.shared.isEmpty, "the folders beside the repository are missing"),
    arguments: ScenarioFile.shared, AskedStore.allCases)
  func `a shared scenario's questions have the answers it expects`(
    file: ScenarioFile, store: AskedStore
  ) throws {
    try Self.ask(file, store.ledger()) { question, answer, first in
      differences(question, answer, first: first)
    }
  }

  @Test func `as many questions are asked here as from outside`() throws {
    for folder in ScenarioFile.missingFolders {
      print("\(folder) is missing: its scenarios are not asked")
    }
    #expect(!ScenarioFile.own.isEmpty)
    let files = ScenarioFile.own + ScenarioFile.shared
    let count = try files.map { try $0.content().questions.count }.reduce(0, +)
    print(
      "\(files.count) scenarios, \(count) questions over each of \(AskedStore.allCases.count) stores"
    )
    #expect(count > 1_000)
  }

  @Test(arguments: ScenarioFile.own)
  func `a scenario with any answer altered is reported`(file: ScenarioFile) throws {
    try Self.ask(file, LedgerInMemory()) { question, answer, first in
      question.altered().compactMap { altered in
        differences(altered, answer, first: first).isEmpty ? "not reported: \(altered)" : nil
      }
    }
  }

  /// Imports a scenario's events and asks its questions in order; records an issue for each question that
  /// `compare` finds something wrong with.
  private static func ask(
    _ file: ScenarioFile, _ ledger: some AskedLedger,
    _ compare: (_ question: JSONValue, Answer, _ first: Position) -> [String]
  ) throws {
    let (events, questions) = try file.content()
    let submissions = try events.enumerated().map {
      try Submission($0.element, line: $0.offset + 1)
    }
    let receipt = submissions.isEmpty ? nil : try ledger.importFacts(submissions)
    let first = receipt?.positions.min() ?? .zero
    for (index, question) in questions.enumerated() {
      let answer = Answer(to: question, of: ledger, first: first)
      let wrong = compare(question, answer, first)
      if !wrong.isEmpty {
        Issue.record("question \(index + 1): \(wrong.joined(separator: "; "))")
      }
    }
  }
}

extension JSONValue {
  /// This question with one expectation altered at a time; each contradicts the true answer.
  fileprivate func altered() -> [JSONValue] {
    if let expected = self["expect"], self["status"] != nil {
      return expected.alteredAnswers().map { replacing("expect", with: $0) }
    }
    if let expected = self["expect"] {
      let opposite: JSONValue =
        expected["accepted"] == true ? ["refused": ["R99"]] : ["accepted": true]
      let another: JSONValue = ["refused": ["R99"]]
      return [opposite, another].map { replacing("expect", with: $0) }
    }
    return ["findings", "waived"].map { replacing($0, with: ["R99"]) }
      + [replacing("at", with: [[0, "R99"]])]
      + (self["findings"]?.texts ?? []).map { replacing("absent", with: [.string($0)]) }
  }

  /// A status with one member altered at a time.
  private func alteredAnswers() -> [JSONValue] {
    guard let members else { return self == .null ? [["status": "altered"]] : ["altered"] }
    return members.flatMap { member in
      member.value.alteredAnswers().map { replacing(member.name, with: $0) }
    }
  }

  /// This object with a member replaced, or added.
  private func replacing(_ name: String, with value: JSONValue) -> JSONValue {
    .object((members ?? []).filter { $0.name != name } + [JSONMember(name, value)])
  }
}
