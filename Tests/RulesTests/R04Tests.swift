import EventSamples
import Events
import Testing

/// R04: the block, competency or prerequisite belongs to the certification.
@Suite struct R04Tests {
  private func foreign(_ names: String, _ verb: (String, String), _ known: String) -> Breach {
    Breach(
      ("\(names) \(verb.0) pas à T1", "\(names) \(verb.1) not belong to T1"),
      remedy: (
        "un code du référentiel, comme \(known)", "a code of the framework, such as \(known)"
      ))
  }

  private func history() throws -> RuleHistory {
    var history = try RuleHistory(
      .framework(prerequisites: [
        Prerequisite(code: try Samples.id("level3"), label: try FreeText("Niveau 3"))
      ]))
    try history.add(.enrolled(), on: "2018-01-08")
    return history
  }

  @Test func `R04 judges every fact but a framework and an annulment`() throws {
    try expect(
      4,
      judges: Set(EventType.allCases).subtracting([.certificationRegistered, .eventAnnulled]),
      source: (
        "référentiel de la certification", "the certification’s framework (référentiel)"
      ))
  }

  @Test func `a fact of a block of another certification is refused, of its own is accepted`()
    throws
  {
    let history = try history()
    let breach = foreign("T2-B1", ("n’appartient", "does"), "T1-B1, T1-B2")
    func facts(_ block: String) throws -> [Fact] {
      [
        try .validated(block), try .refused(block), try .recognised(block),
        try .recognitionRevoked(block), try .decisionRevoked(block), try .appealed(block),
        try .appealDecided(.falls, block), try .partialCertificate("N1", block),
      ]
    }
    for fact in try facts("T2-B1") {
      #expect(try history.breach(of: 4, by: fact, on: "2018-06-20") == breach, "\(fact.type)")
      #expect(
        try history.waiver(of: 4, by: fact, on: "2018-06-20") == .forbidden, "\(fact.type)")
    }
    for fact in try facts("T1-B2") {
      #expect(try history.breach(of: 4, by: fact, on: "2018-06-20") == nil, "\(fact.type)")
    }
  }

  @Test func `the targets and the claims of an enrolment are blocks of its certification`() throws {
    let history = try RuleHistory()
    let breach = foreign("X1, X2", ("n’appartiennent", "do"), "T1-B1, T1-B2")
    let claims = try [Fact.claim("X2", of: "2016-01-01")]
    #expect(
      try history.breach(
        of: 4, by: .enrolled(targets: ["T1-B1", "X1"], claims: claims), on: "2018-01-08") == breach)
    #expect(
      try history.breach(of: 4, by: .enrolled(claims: claims), on: "2018-01-08")
        == foreign("X2", ("n’appartient", "does"), "T1-B1, T1-B2"))
    #expect(
      try history.breach(of: 4, by: .enrolled(targets: ["T1-B1", "T1-B2"]), on: "2018-01-08")
        == nil)
  }

  @Test func `five foreign blocks are named at most`() throws {
    let history = try RuleHistory()
    let targets = ["X1", "X2", "X3", "X4", "X5", "X6"]
    #expect(
      try history.breach(of: 4, by: .enrolled(targets: targets), on: "2018-01-08")
        == foreign("X1, X2, X3, X4, X5", ("n’appartiennent", "do"), "T1-B1, T1-B2"))
  }

  @Test func `a competency assessed is one of the certification's`() throws {
    var history = try history()
    try history.add(.framework("T2"), on: "2017-01-01")
    #expect(
      try history.breach(of: 4, by: .assessed("T1-B1-C01", "T2-B1-C01"), on: "2018-03-01")
        == foreign("T2-B1-C01", ("n’appartient", "does"), "T1-B1-C01, T1-B2-C01"))
    #expect(
      try history.breach(of: 4, by: .assessed("X"), on: "2018-03-01")?.message.english
        == "X does not belong to T1")
    #expect(
      try history.breach(of: 4, by: .assessed("T1-B1-C02", "T1-B2-C01"), on: "2018-03-01") == nil)
  }

  @Test func `a prerequisite verified is one of the certification's`() throws {
    let history = try history()
    #expect(
      try history.breach(of: 4, by: .prerequisite("level4"), on: "2018-01-09")
        == foreign("level4", ("n’appartient", "does"), "level3"))
    #expect(try history.breach(of: 4, by: .prerequisite("level3"), on: "2018-01-09") == nil)
  }

  @Test func `a framework without a prerequisite says that it has none`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    #expect(
      try history.breach(of: 4, by: .prerequisite("level3"), on: "2018-01-09")
        == Breach(
          ("level3 n’appartient pas à T1", "level3 does not belong to T1"),
          remedy: (
            "aucun code ne convient, car le référentiel n’en a pas",
            "no code will do, for the framework has none"
          )))
  }

  @Test func `a correspondence goes from a block of the one to a block of the other`() throws {
    var history = try RuleHistory()
    try history.add(.framework("T2"), on: "2017-01-01")
    #expect(
      try history.breach(of: 4, by: .superseded("T1", by: "T2", ["X": "T2-B1"]), on: "2019-01-01")
        == foreign("X", ("n’appartient", "does"), "T1-B1, T1-B2"))
    #expect(
      try history.breach(
        of: 4, by: .superseded("T2", by: "T1", ["T2-B1": "X"]), on: "2019-01-01")
        == foreign("X", ("n’appartient", "does"), "T1-B1, T1-B2"))
    #expect(
      try history.breach(
        of: 4, by: .superseded("T1", by: "T2", ["T1-B1": "T2-B2"]), on: "2019-01-01") == nil)
  }
}
