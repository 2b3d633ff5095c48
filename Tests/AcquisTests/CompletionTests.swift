import AcquisLedger
import Events
import Testing

@testable import acquis

/// Completions of words that need no ledger; those of ids are tested from outside.
struct CompletionTests {
  private static let nowhere = ["--ledger", "/nowhere/acquis.ledger"]

  /// The words offered, with the path of a ledger that is not there before the last word.
  private func words(_ typed: String..., in language: Language = .english) -> [String] {
    var all = typed
    if all.count > 1 { all.insert(contentsOf: Self.nowhere, at: all.count - 1) }
    return CompletionCall.words(all, in: language)
  }

  @Test func `the first word is a command, the second one of its own`() {
    #expect(words("") == Acquis.commands.map(\.name))
    #expect(words("rec") == ["record"])
    #expect(CompletionCall.words(["audit", "pro"], in: .english) == ["prove"])
    #expect(CompletionCall.words(["nothing", ""], in: .english).isEmpty)
  }

  @Test func `a word with hyphens is an option of the command`() {
    #expect(words("status", "D1", "--kn") == ["--known"])
    #expect(CompletionCall.words(["audit", "prove", "--t"], in: .english) == ["--tlog-proof"])
  }

  @Test func `after record come the types, then the fields of the type that are not given`() {
    #expect(words("record", "") == RecordTypes.groups.flatMap(\.types).map(\.rawValue))
    #expect(words("record", "BlockValidat") == ["BlockValidated"])
    #expect(
      words("record", "BlockValidated", "jury=J1", "")
        == ["block=", "candidacy=", "without="])
    #expect(
      words("record", "CandidateRegistered", "identity.birthP")
        == [
          "identity.birthPlace.countryCode=", "identity.birthPlace.inseeCode=",
          "identity.birthPlace.label=", "identity.birthPlace.postalCode=",
        ])
    #expect(words("record", "CompetencyAssessed", "ex") == ["except="])
    #expect(words("record", "Nothing", "").isEmpty)
  }

  @Test func `a closed word is offered in French, and as it is recorded`() {
    #expect(
      words("record", "CandidateEnrolled", "pathway=v", in: .french) == ["pathway=vae"])
    #expect(
      words("record", "CandidateEnrolled", "pathway=e", in: .english) == ["pathway=experience"])
    #expect(words("record", "SelectionTestTaken", "passed=o", in: .french) == ["passed=oui"])
    #expect(
      words("record", "SelectionInterviewHeld", "interviewers=trainingBody,h", in: .english)
        == ["interviewers=trainingBody,housingBody"])
  }

  @Test func `the value of an option is offered beside it or after an equals sign`() {
    #expect(
      CompletionCall.words(["candidates", "--status", "certif"], in: .english) == ["certified"])
    #expect(words("candidates", "--status=certif") == ["--status=certified"])
    #expect(CompletionCall.words(["log", "--type", "JuryH"], in: .english) == ["JuryHeld"])
    #expect(words("help", "completions", "") == ["bash", "zsh", "fish"])
    #expect(words("help", "record", "JuryH") == ["JuryHeld"])
  }

  @Test func `without a ledger no id is offered`() {
    for typed in [["status", ""], ["jury", ""], ["record", "BlockValidated", "candidacy="]] {
      var all = typed
      all.insert(contentsOf: Self.nowhere, at: typed.count - 1)
      #expect(CompletionCall.words(all, in: .english).isEmpty)
    }
  }
}
