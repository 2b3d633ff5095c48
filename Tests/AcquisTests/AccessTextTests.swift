import Access
import AcquisLedger
import Events
import Testing

@testable import acquis

/// Access as it is typed and read.
struct AccessTextTests {
  @Test func `a role is typed by its own word, by the French one, and as it is read`() {
    let list = WordList(Role.allCases)
    for (role, word) in zip(Role.allCases, Role.explained) {
      #expect(word.value == role.rawValue)
      for typed in [
        word.value, word.shown.french, role.text.french, word.shown.french.uppercased(),
      ] {
        #expect(list.value(of: typed) == role.rawValue, "\(typed)")
      }
    }
  }

  @Test func `what cannot be granted is a wrong call, which names its option`() {
    let options = AccessRequest.Refusal.allCases.map { refusal in
      #expect(refusal.failure.status == 2)
      return refusal.failure.text.english.prefix { $0 != ":" }
    }
    #expect(options == ["--names", "--may-waive", "--until"])
  }

  @Test func `the roles are offered where one is typed`() {
    func words(_ typed: String, in language: Language) -> [String] {
      CompletionCall.words(["access", "grant", "clerk:1", "--role", typed], in: language)
    }
    #expect(words("a", in: .english) == ["auditor", "administrator"])
    #expect(words("ch", in: .french) == ["chargé-de-vae"])
    #expect(
      CompletionCall.words(["access", ""], in: .french) == ["grant", "list", "revoke", "opened"])
  }

  @Test func `a failure of the file is one of the ledger, with its path`() {
    let failure = Failure(AccessFailure.badLine(7), ledger: "/a/b.ledger")
    #expect(failure.status == 3)
    #expect(failure.text.english.hasPrefix("/a/b.ledger: line 7"))
  }
}
