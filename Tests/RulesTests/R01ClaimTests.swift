import Events
import Testing

/// R01 on a change of pathway, across versions, and on the award that a claim led to.
@Suite struct `R01: changes of pathway and claims` {
  private func changed(
    _ history: RuleHistory, to pathway: Pathway, on day: String = "2018-09-03"
  ) throws -> String? {
    try history.breach(of: 1, by: .changed(to: pathway), on: day)?.message.english
  }

  @Test func `a change to a closed pathway is refused, to an open one accepted`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    #expect(
      try changed(history, to: .student) == "the pathway “student status” is not open for T1")
    #expect(try changed(history, to: .experience) == nil)
  }

  @Test func `a change to a pathway open only to complete needs a block held or claimed`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    #expect(try changed(history, to: .individual) != nil)
    try history.hold()
    try history.add(.validated(), on: "2018-06-20")
    #expect(try changed(history, to: .individual, on: "2018-06-19") != nil)
    #expect(try changed(history, to: .individual) == nil)
    var claiming = try RuleHistory()
    try claiming.add(.enrolled(claims: [Fact.claim("T1-B1", of: "2010-05-04")]), on: "2018-01-08")
    #expect(try changed(claiming, to: .individual) == nil)
  }

  @Test func `a block that comes over from a version superseded opens it, another does not`() throws
  {
    var history = try RuleHistory()
    try history.add(.framework("T2"), on: "2017-01-01")
    try history.add(.framework("T3"), on: "2017-01-01")
    try history.add(.superseded("T1", by: "T2", ["T1-B1": "T2-B2"]), on: "2017-02-01")
    try history.add(.superseded("T2", by: "T3", ["T2-B2": "T3-B1"]), on: "2017-02-01")
    try history.add(.enrolled("D0"), on: "2017-02-02")
    try history.add(.validated("T1-B2", of: "D0"), on: "2017-06-20")
    let enrolment = try Fact.enrolled(on: "T3", by: .individual)
    #expect(try history.breach(of: 1, by: enrolment, on: "2018-01-08") != nil)
    try history.add(.validated("T1-B1", of: "D0"), on: "2017-06-21")
    #expect(try history.breach(of: 1, by: enrolment, on: "2018-01-08") == nil)
    // From a later version nothing comes over.
    try history.add(.enrolled("D3", "P3", on: "T3"), on: "2017-02-02")
    try history.add(.validated("T3-B1", of: "D3"), on: "2017-06-21")
    #expect(
      try history.breach(of: 1, by: .enrolled("D1", "P3", by: .individual), on: "2018-01-08")
        != nil)
  }

  /// A free candidate by a claim of `T1-B1`, whose blocks a jury then validated.
  private func claimed() throws -> RuleHistory {
    var history = try RuleHistory()
    try history.add(
      .enrolled(by: .individual, claims: [Fact.claim("T1-B1", of: "2010-05-04")]), on: "2018-01-08")
    return history
  }

  private func awarded(_ history: RuleHistory) throws -> Breach? {
    try history.breach(of: 1, by: .awarded(), on: "2018-07-01")
  }

  @Test func `an award needs a block claimed to be recognised and to stand`() throws {
    var history = try claimed()
    #expect(
      try awarded(history)
        == Breach(
          (
            "la voie suivie par D1 ne s’est ouverte que sur un justificatif, et aucun bloc justifié (T1-B1) n’est reconnu",
            "the pathway of D1 was opened by a claim alone, and no block claimed (T1-B1) is recognised"
          ),
          remedy: (
            "la reconnaissance d’un de ces blocs (PriorValidationRecognised), ou une voie ouverte à tous (PathwayChanged)",
            "the recognition of one of these blocks (PriorValidationRecognised), or a pathway open to everyone (PathwayChanged)"
          )))
    try history.add(.recognised("T1-B2"), on: "2018-02-01")
    #expect(try awarded(history) != nil)
    try history.add(.recognised("T1-B1"), on: "2018-02-01")
    #expect(try awarded(history) == nil)
    try history.add(.recognitionRevoked("T1-B1"), on: "2018-03-01")
    #expect(try awarded(history) != nil)
  }

  @Test func `a claim beside a block held, or on a pathway open to everyone, is not asked`() throws
  {
    var history = try claimed()
    try history.add(.changed(to: .experience), on: "2018-02-01")
    #expect(try awarded(history) == nil)
    try history.add(.changed(to: .individual), on: "2018-03-01")
    #expect(try awarded(history) != nil)
    var holding = try RuleHistory()
    try holding.add(.enrolled("D0"), on: "2017-02-01")
    try holding.add(.validated(of: "D0"), on: "2017-06-20")
    try holding.add(
      .enrolled(by: .individual, claims: [Fact.claim("T1-B2", of: "2010-05-04")]), on: "2018-01-08")
    #expect(try awarded(holding) == nil)
  }

  @Test func `R01 can be waived on an award and on a change of pathway`() throws {
    #expect(try claimed().waiver(of: 1, by: .awarded(), on: "2018-07-01") == .recorded)
    #expect(
      try claimed().waiver(of: 1, by: .changed(to: .student), on: "2018-07-01") == .recorded)
  }
}
