import Events
import Testing

/// R19: a second completion window for the same person and certification is reported.
@Suite struct R19Tests {
  private let second = Breach(
    (
      "un deuxième délai pour compléter s’ouvre, après celui de D0",
      "a second completion window opens, after that of D0"
    ),
    remedy: (
      "rien si le premier délai a pris fin ; sinon, une inscription qui complète l’autre (`completes`)",
      "nothing if the first window has closed; otherwise an enrolment with `completes`"
    ))

  /// `D0` of `P1` holds a block from 2017-06-20; `D1` of `P1` is enrolled on 2018-01-08.
  private func twoCandidacies(
    _ framework: Fact? = nil, of person: String = "P1", completes: String? = nil
  ) throws -> RuleHistory {
    var history = try RuleHistory(framework)
    try history.add(.enrolled("D0"), on: "2017-01-08")
    try history.add(.validated(of: "D0"), on: "2017-06-20")
    try history.add(.enrolled("D1", person, completes: completes), on: "2018-01-08")
    return history
  }

  private func breach(
    _ history: RuleHistory, _ fact: Fact? = nil, on day: String = "2018-06-20"
  ) throws -> Breach? {
    try history.breach(of: 19, by: fact ?? .validated("T1-B2"), on: day)
  }

  @Test func `R19 judges validations and recognitions, by the time that 3474 grants`() throws {
    try expect(
      19, judges: [.blockValidated, .priorValidationRecognised],
      source: ("3474, durée accordée pour compléter", "3474, time granted to complete"))
  }

  @Test func `the first block of a second candidacy opens a second window`() throws {
    let history = try twoCandidacies()
    #expect(try breach(history) == second)
    #expect(try breach(history, .recognised()) == second)
    #expect(try breach(history, on: "2017-06-19") == nil)
  }

  @Test func `the second block of a candidacy opens no window`() throws {
    var history = try twoCandidacies()
    try history.add(.validated(), on: "2018-06-19")
    #expect(try breach(history) == nil)
  }

  @Test func `a second window after the first has closed is reported too`() throws {
    #expect(try breach(twoCandidacies(), on: "2022-06-21") == second)
  }

  @Test func `a candidacy that completes the other shares its window`() throws {
    #expect(
      try breach(twoCandidacies(.framework(validity: 1), completes: "D0"), on: "2018-07-01")
        == nil)
  }

  @Test func `a candidacy that another completes shares the other's window`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2017-01-08")
    try history.add(.enrolled("D0", completes: "D1"), on: "2017-02-01")
    try history.add(.validated(of: "D0"), on: "2017-06-20")
    #expect(try breach(history) == nil)
  }

  @Test func `another candidacy without a block has no window`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled("D0"), on: "2017-01-08")
    try history.add(.enrolled(), on: "2018-01-08")
    #expect(try breach(history) == nil)
  }

  @Test func `another person's window is not counted, a merged id's is`() throws {
    var history = try twoCandidacies(of: "P2")
    #expect(try breach(history) == nil)
    try history.add(.merged("P2", into: "P1"), on: "2019-01-01")
    #expect(try breach(history) == second)
  }

  @Test func `a candidacy for another certification has a window of its own`() throws {
    var history = try RuleHistory()
    try history.add(.framework("T2"), on: "2017-01-01")
    try history.add(.enrolled("D0", on: "T2"), on: "2017-01-08")
    try history.add(.validated("T2-B1", of: "D0"), on: "2017-06-20")
    try history.add(.enrolled(), on: "2018-01-08")
    #expect(try breach(history) == nil)
  }

  @Test func `a recognition already expired opens no window, on its last day it does`() throws {
    let history = try twoCandidacies(.framework(validity: 2))
    let fact = try Fact.recognised(dated: "2016-06-20")
    #expect(try breach(history, fact, on: "2018-06-20") == second)
    #expect(try breach(history, fact, on: "2018-06-21") == nil)
  }

  @Test func `a block that is not the certification's opens no window`() throws {
    #expect(try breach(twoCandidacies(), .validated("X")) == nil)
  }

  @Test func `R19 is reported and never refused, so it cannot be waived`() throws {
    #expect(
      try twoCandidacies().waiver(of: 19, by: .validated(), on: "2018-06-20") == .forbidden)
  }

  @Test func `a second window for a version of the certification is reported`() throws {
    var history = try RuleHistory()
    try history.add(.framework("T2"), on: "2018-01-01")
    try history.add(.enrolled("D1"), on: "2018-01-08")
    try history.add(.validated(of: "D1"), on: "2018-06-20")
    try history.add(.enrolled("D2", on: "T2"), on: "2018-09-03")
    let fact = try Fact.validated("T2-B1", of: "D2", by: "J2")
    #expect(try history.breach(of: 19, by: fact, on: "2019-06-20") == nil)
    try history.add(.superseded([:]), on: "2019-01-07")
    #expect(try history.breach(of: 19, by: fact, on: "2019-06-20") != nil)
    try history.add(.enrolled("D3", on: "T2", completes: "D1"), on: "2019-02-04")
    let completing = try Fact.validated("T2-B1", of: "D3", by: "J2")
    #expect(try history.breach(of: 19, by: completing, on: "2019-06-20") == nil)
  }
}
