import Events
import Testing

/// R12: a VAE candidacy is summoned and decided on where its latest admissibility is favourable, and one
/// made by the session's day is valid on it.
@Suite struct R12Tests {
  private func breach(_ french: String, _ english: String) -> Breach {
    Breach(
      (french, english),
      remedy: (
        "une décision de recevabilité favorable (AdmissibilityDecided), prise au plus tard le jour de la session et valable ce jour-là",
        "a favourable admissibility decision (AdmissibilityDecided), made by the session’s day and valid on it"
      ))
  }

  private var none: Breach {
    breach("D1 n’a pas de décision de recevabilité", "D1 has no admissibility decision")
  }

  private func ended(_ day: String, before session: String) -> Breach {
    breach(
      "la recevabilité de D1 a pris fin le \(day.dayInWords), avant la session du \(session.dayInWords)",
      "the admissibility of D1 ended on \(day), before the session of \(session)")
  }

  /// A VAE candidacy, and a jury planned on 2018-06-20.
  private func planned(by pathway: Pathway = .experience) throws -> RuleHistory {
    var history = try RuleHistory()
    try history.add(.enrolled(by: pathway), on: "2018-01-08")
    try history.add(.convened(for: "2018-06-20"), on: "2018-05-20")
    return history
  }

  private func summoned(_ history: RuleHistory, on day: String = "2018-06-01") throws -> Breach? {
    try history.breach(of: 12, by: .summoned(), on: day)
  }

  private func decided(_ history: RuleHistory, on day: String = "2018-06-20") throws -> Breach? {
    let refused = try history.breach(of: 12, by: .refused(), on: day)
    #expect(try history.breach(of: 12, by: .validated(), on: day) == refused)
    return refused
  }

  @Test func `R12 judges summonses, decisions and admissibility, by what VAE asks`() throws {
    try expect(
      12, judges: [.candidateSummoned, .blockValidated, .blockRefused, .admissibilityDecided],
      source: (
        "VAE, recevabilité ; Code du travail, L6412-2",
        "VAE, admissibility (recevabilité); Code du travail, L6412-2"
      ))
  }

  @Test func `a VAE candidacy without a decision on admissibility is not summoned or decided on`()
    throws
  {
    let history = try planned()
    #expect(try summoned(history) == none)
    #expect(try decided(history) == none)
  }

  @Test func `a candidacy by another pathway needs no admissibility`() throws {
    let history = try planned(by: .continuingTraining)
    #expect(try summoned(history) == nil)
    #expect(try decided(history) == nil)
  }

  @Test func `an admissibility decided on the day of the summons counts, a later one does not`()
    throws
  {
    var history = try planned()
    try history.add(.admissibility(true), on: "2018-06-01")
    #expect(try summoned(history) == nil)
    #expect(try summoned(history, on: "2018-05-31") == none)
  }

  @Test func `the latest decision on admissibility counts`() throws {
    var history = try planned()
    try history.add(.admissibility(true), on: "2018-02-01")
    try history.add(.admissibility(false), on: "2018-03-01")
    let unfavourable = breach(
      "la décision de recevabilité de D1 est défavorable",
      "the admissibility decision of D1 is unfavourable")
    #expect(try summoned(history) == unfavourable)
    #expect(try decided(history) == unfavourable)
    try history.add(.admissibility(true), on: "2018-04-01")
    #expect(try summoned(history) == nil)
  }

  @Test func `an admissibility whose last day is the planned session's is valid for the summons`()
    throws
  {
    for (last, expected) in [
      ("2018-06-20", nil), ("2018-06-19", ended("2018-06-19", before: "2018-06-20")),
    ] {
      var history = try planned()
      try history.add(.admissibility(true, until: last), on: "2018-02-01")
      #expect(try summoned(history) == expected, "\(last)")
    }
  }

  @Test func `an unfavourable decision of the same day counts where it comes before`() throws {
    for (isBefore, count) in [(false, 0), (true, 1)] {
      var history = try planned()
      try history.add(.admissibility(true), on: "2018-02-01")
      if isBefore { try history.add(.admissibility(false), on: "2018-06-01") }
      try history.add(.summoned(), on: "2018-06-01")
      if !isBefore { try history.add(.admissibility(false), on: "2018-06-01") }
      #expect(history.findings(of: 12).count == count, "\(isBefore)")
    }
  }

  @Test func `a jury put off is judged by its new day`() throws {
    var history = try planned()
    try history.add(.admissibility(true, until: "2018-06-20"), on: "2018-02-01")
    try history.add(.rescheduled(to: "2018-06-21"), on: "2018-05-30")
    #expect(try summoned(history) == ended("2018-06-20", before: "2018-06-21"))
  }

  @Test func `a decision is judged by the day the jury was held, whatever its own`() throws {
    var history = try planned()
    try history.add(.admissibility(true, until: "2018-06-20"), on: "2018-02-01")
    try history.add(.summoned(), on: "2018-06-01")
    try history.add(.held(), on: "2018-06-20")
    #expect(try decided(history, on: "2018-09-01") == nil)
    try history.add(.held(), on: "2018-06-21")
    #expect(
      try decided(history, on: "2018-09-01") == ended("2018-06-20", before: "2018-06-21"))
  }

  @Test func `a summons is judged by the planned day, even after the jury was held`() throws {
    var history = try planned()
    try history.add(.admissibility(true, until: "2018-06-20"), on: "2018-02-01")
    try history.add(.held(), on: "2018-06-25")
    #expect(try summoned(history, on: "2018-06-25") == nil)
    #expect(try decided(history, on: "2018-06-25") != nil)
  }

  @Test func `R12 can be waived`() throws {
    #expect(try planned().waiver(of: 12, by: .summoned(), on: "2018-06-01") == .recorded)
    #expect(try planned().waiver(of: 12, by: .validated(), on: "2018-06-20") == .recorded)
  }
}
