import Events
import Testing

/// R16: a recognition names an earlier validation that still counts, or a document with its day;
/// `completes` names a candidacy whose window is open.
@Suite struct R16Tests {
  private func notCounting(_ french: String, _ english: String) -> Breach {
    Breach(
      (french, english),
      remedy: (
        "dans `source.candidacy` et `source.block`, un bloc acquis ce jour-là, de cette certification ou par correspondance déclarée",
        "in source.candidacy and source.block, a block held on that day, of this certification or by a declared correspondence"
      ))
  }

  private func notHeld(_ block: String, in source: String, on day: String = "2018-03-01") -> Breach
  {
    notCounting(
      "au \(day.dayInWords), \(block) n’est pas acquis dans \(source)",
      "on \(day), \(block) is not held in \(source)")
  }

  private var notOfThisPerson: Breach {
    notCounting(
      "la source n’est pas une autre candidature de cette personne",
      "the source is not another candidacy of this person")
  }

  private func notCorresponding(_ block: String) -> Breach {
    notCounting(
      "aucune correspondance n’est déclarée de \(block) (T2) à T1-B1 (T1)",
      "no declared correspondence leads from \(block) (T2) to T1-B1 (T1)")
  }

  private func another(_ block: String) -> Breach {
    notCounting(
      "\(block) de T2 n’est pas le bloc T1-B1 de T1", "\(block) of T2 is not block T1-B1 of T1")
  }

  private func document(_ french: String, _ english: String) -> Breach {
    Breach(
      (french, english),
      remedy: (
        "dans `source.document`, le document, et dans `source.validatedOn`, un jour au plus tard le 1er mars 2018",
        "source.document, and source.validatedOn no later than 2018-03-01"
      ))
  }

  private func notCompleted(_ french: String, _ english: String) -> Breach {
    Breach(
      (french, english),
      remedy: (
        "une inscription sans `completes`, puis des reconnaissances (PriorValidationRecognised)",
        "an enrolment without `completes`, then recognitions (PriorValidationRecognised)"
      ))
  }

  /// `D0` of `P1` holds `T1-B1` from 2017-06-20; `D1` is enrolled on 2018-01-08.
  private func twoCandidacies(_ framework: Fact? = nil) throws -> RuleHistory {
    var history = try RuleHistory(framework)
    try history.add(.framework("T2"), on: "2017-01-01")
    try history.add(.enrolled("D0"), on: "2017-01-08")
    try history.add(.validated(of: "D0"), on: "2017-06-20")
    try history.add(.enrolled(), on: "2018-01-08")
    return history
  }

  private func recognised(
    _ history: RuleHistory, _ fact: Fact, on day: String = "2018-03-01"
  ) throws -> Breach? {
    try history.breach(of: 16, by: fact, on: day)
  }

  @Test func `R16 judges enrolments and recognitions, by what both documents accept`() throws {
    try expect(
      16, judges: [.candidateEnrolled, .priorValidationRecognised],
      source: (
        "3474, validité des composantes ; fiche, correspondance",
        "3474, validity of the components; fiche, correspondence"
      ))
  }

  @Test func `a document counts with its day, the recognition's at the latest`() throws {
    let history = try twoCandidacies()
    #expect(try recognised(history, .recognised(dated: "2018-03-01")) == nil)
    let missing = document("le document ou son jour manque", "the document or its day is missing")
    #expect(
      try recognised(history, .recognised(dated: "2018-03-02"))
        == document(
          "le 2 mars 2018 est postérieur à la reconnaissance",
          "2018-03-02 is after the recognition"))
    #expect(try recognised(history, .recognised(dated: nil)) == missing)
    #expect(try recognised(history, .recognised(document: nil)) == missing)
    #expect(try recognised(history, .recognised(document: " \t")) == missing)
  }

  @Test func `a block held by another candidacy of the person counts from its day`() throws {
    let history = try twoCandidacies(.framework(validity: 1))
    let fact = try Fact.recognised(as: .permanent, from: "D0")
    #expect(try recognised(history, fact) == nil)
    #expect(try recognised(history, fact, on: "2018-06-20") == nil)
    #expect(
      try recognised(history, fact, on: "2018-06-21")
        == notHeld("T1-B1", in: "D0", on: "2018-06-21"))
  }

  @Test func `a block that the source does not hold, or another block, does not count`() throws {
    let history = try twoCandidacies()
    #expect(
      try recognised(history, .recognised("T1-B2", as: .permanent, from: "D0"))
        == notHeld("T1-B2", in: "D0"))
    #expect(
      try recognised(history, .recognised("T1-B2", as: .permanent, from: "D0", "T1-B1")) != nil)
    #expect(
      try recognised(history, .recognised("T1-B1", as: .permanent, from: "D0", "T1-B1")) == nil)
  }

  @Test func `the candidacy itself, an unknown one or none is no source`() throws {
    var history = try twoCandidacies()
    try history.add(.validated(), on: "2018-02-01")
    for source in ["D1", "D9", nil] {
      #expect(
        try recognised(history, .recognised(as: .permanent, from: source)) == notOfThisPerson,
        "\(source ?? "none")")
    }
  }

  @Test func `another person's block does not count, a merged id's does`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled("D0", "P0"), on: "2017-01-08")
    try history.add(.validated(of: "D0"), on: "2017-06-20")
    try history.add(.enrolled(), on: "2018-01-08")
    let fact = try Fact.recognised(as: .permanent, from: "D0")
    #expect(try recognised(history, fact) == notOfThisPerson)
    try history.add(.merged("P0", into: "P1"), on: "2018-04-01")
    #expect(try recognised(history, fact) == nil)
  }

  @Test func `a block of another certification counts by a declared correspondence alone`() throws {
    var history = try twoCandidacies()
    try history.add(.enrolled("D2", on: "T2"), on: "2017-02-01")
    try history.add(.validated("T2-B1", of: "D2"), on: "2017-06-20")
    let fact = try Fact.recognised(as: .correspondence, from: "D2", "T2-B1")
    #expect(
      try recognised(history, .recognised(as: .permanent, from: "D2", "T2-B1"))
        == another("T2-B1"))
    #expect(try recognised(history, fact) == notCorresponding("T2-B1"))
    try history.add(
      .superseded("T2", by: "T1", ["T2-B1": "T1-B1", "T2-B2": "T1-B1"]),
      on: "2018-03-01")
    #expect(try recognised(history, fact) == nil)
    #expect(try recognised(history, fact, on: "2018-02-28") == notCorresponding("T2-B1"))
    #expect(
      try recognised(history, .recognised(as: .correspondence, from: "D2"))
        == notCorresponding("T1-B1"))
    #expect(
      try recognised(history, .recognised(as: .correspondence, from: "D2", "T2-B2"))
        == notHeld("T2-B2", in: "D2"))
    #expect(
      try recognised(history, .recognised(as: .permanent, from: "D2", "T2-B1"))
        == another("T2-B1"))
  }

  @Test func `a block of the same code held for another certification does not count`() throws {
    var history = try twoCandidacies()
    try history.add(.enrolled("D2", on: "T2"), on: "2017-02-01")
    try history.add(.validated("T1-B1", of: "D2"), on: "2017-06-20")
    #expect(
      try recognised(history, .recognised(as: .permanent, from: "D2")) == another("T1-B1"))
  }

  @Test func `an enrolment completes a candidacy on its window's last day, not on the next`() throws
  {
    let history = try twoCandidacies()
    let fact = try Fact.enrolled("D3", completes: "D0")
    #expect(try recognised(history, fact, on: "2022-06-20") == nil)
    #expect(
      try recognised(history, fact, on: "2022-06-21")
        == notCompleted(
          "au 21 juin 2022, D0 n’a pas de délai ouvert", "on 2022-06-21, D0 has no open window"))
  }

  @Test func `an enrolment completes a candidacy of its person and certification with a block`()
    throws
  {
    let history = try twoCandidacies()
    for fact in [
      try Fact.enrolled("D3", "P2", completes: "D0"),
      try .enrolled("D3", on: "T2", completes: "D0"), try .enrolled("D3", completes: "D1"),
      try .enrolled("D3", completes: "D9"), try .enrolled("D0", completes: "D0"),
    ] {
      #expect(try recognised(history, fact) != nil, "\(fact)")
    }
    #expect(try recognised(history, .enrolled("D3")) == nil)
  }

  @Test func `R16 can be waived`() throws {
    let history = try twoCandidacies()
    for fact in [try Fact.recognised(dated: nil), try .enrolled("D3", completes: "D1")] {
      #expect(try history.waiver(of: 16, by: fact, on: "2018-03-01") == .recorded)
    }
  }

  @Test func `what is expired under the receiving framework does not count, its last day is in`()
    throws
  {
    let history = try twoCandidacies(.framework(validity: 3))
    let remedy = (
      "une validation dont la validité court encore, ou une nouvelle décision d’un jury",
      "a validation still within its validity, or a new decision of a jury"
    )
    let fact = try Fact.recognised(dated: "2016-02-01")
    #expect(try recognised(history, fact, on: "2019-02-01") == nil)
    #expect(
      try recognised(history, fact, on: "2019-02-02")
        == Breach(
          (
            "la validité de T1-B1 selon T1 a pris fin le 1er février 2019",
            "the validity of T1-B1 under T1 ended on 2019-02-01"
          ), remedy: remedy))
  }

  @Test func `an equivalence counts with its authority, and its day where it has one`() throws {
    let history = try twoCandidacies(.framework(validity: 3))
    #expect(try recognised(history, .equivalence(by: "Autre certificateur")) == nil)
    #expect(
      try recognised(history, .equivalence(by: nil))?.message.english
        == "the authority that granted the equivalence is missing")
    #expect(try recognised(history, .equivalence(by: " ")) != nil)
    #expect(try recognised(history, .equivalence(by: "A", dated: "2018-03-01")) == nil)
    #expect(try recognised(history, .equivalence(by: "A", dated: "2018-03-02")) != nil)
    #expect(try recognised(history, .equivalence(by: "A", dated: "2015-02-28")) != nil)
  }

  @Test
  func `nothing is recognised from a revoked award, also of a candidacy that completes the source`()
    throws
  {
    var history = try twoCandidacies()
    let fact = try Fact.recognised(as: .permanent, from: "D0")
    try history.add(.enrolled("D3", completes: "D0"), on: "2018-01-08")
    try history.add(.validated("T1-B2", of: "D3"), on: "2018-02-01")
    try history.add(.awarded("D3"), on: "2018-02-01")
    #expect(try recognised(history, fact) == nil)
    var named = history
    try history.add(.awardRevoked("D3"), on: "2018-02-02")
    #expect(
      try recognised(history, fact)?.message.english
        == "the award of D3 was revoked: T1-B1 of D0 counts no more")
    try named.add(.awardRevoked("D3", naming: "T1-B2"), on: "2018-02-02")
    #expect(try recognised(named, fact) == nil)
  }

  @Test
  func `an enrolment completes a candidacy of a version succeeded, of which a block comes over`()
    throws
  {
    var history = try twoCandidacies()
    let fact = try Fact.enrolled("D3", on: "T2", completes: "D0")
    #expect(
      try recognised(history, fact)
        == notCompleted(
          "D0 est une candidature à T1, dont T2 ne prend pas la suite",
          "D0 is a candidacy for T1, which T2 does not succeed"))
    var without = history
    try history.add(.superseded(["T1-B1": "T2-B2"]), on: "2018-03-01")
    #expect(try recognised(history, fact) == nil)
    #expect(try recognised(history, fact, on: "2018-02-28") != nil)
    try without.add(.superseded(["T1-B2": "T2-B2"]), on: "2018-03-01")
    #expect(
      try recognised(without, fact)
        == notCompleted(
          "aucun bloc acquis dans D0 n’a de correspondance déclarée dans T2",
          "no block held in D0 has a declared correspondence in T2"))
  }
}
