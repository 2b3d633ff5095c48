import Events
import Testing

/// R12 on the session's day, with decisions that follow it, tacit ones and other pathways.
@Suite struct `R12: the session's day and tacit admissibility` {
  /// A VAE candidacy on the RNCP, and a jury planned on 2024-06-20.
  private func planned() throws -> RuleHistory {
    var history = try RuleHistory(.framework(register: .rncp))
    try history.add(.enrolled(by: .experience), on: "2024-01-08")
    try history.add(.convened(for: "2024-06-20"), on: "2024-03-01")
    return history
  }

  private func summoned(_ history: RuleHistory, on day: String) throws -> String? {
    try history.breach(of: 12, by: .summoned(), on: day)?.message.english
  }

  private func decided(_ history: RuleHistory, on day: String) throws -> String? {
    try history.breach(of: 12, by: .validated(), on: day)?.message.english
  }

  @Test func `a decision made after the session does not make it valid`() throws {
    var history = try planned()
    try history.add(.held(), on: "2024-06-20")
    try history.add(.admissibility(true), on: "2024-06-21")
    #expect(
      try decided(history, on: "2024-06-24")
        == "D1 is admissible only since 2024-06-21, after the session of 2024-06-20")
    try history.add(.admissibility(true, until: "2024-06-20"), on: "2024-06-20")
    #expect(try decided(history, on: "2024-06-24") == nil)
  }

  @Test func `a favourable decision after the session leaves the earlier one valid on it`() throws {
    var history = try planned()
    try history.add(.admissibility(true, until: "2024-06-20"), on: "2024-02-01")
    try history.add(.held(), on: "2024-06-20")
    try history.add(.admissibility(true), on: "2024-06-21")
    #expect(try decided(history, on: "2024-06-24") == nil)
    try history.add(.admissibility(false), on: "2024-06-22")
    #expect(
      try decided(history, on: "2024-06-24") == "the admissibility decision of D1 is unfavourable")
  }

  @Test func `a decision is judged by the sitting of its own day`() throws {
    var history = try planned()
    try history.add(.admissibility(true, until: "2024-06-20"), on: "2024-02-01")
    try history.add(.held(), on: "2024-06-20")
    try history.add(.held(), on: "2024-06-21")
    #expect(try decided(history, on: "2024-06-20") == nil)
    #expect(try decided(history, on: "2024-06-21") != nil)
  }

  @Test func `a tacit admissibility counts from the day after two months`() throws {
    var history = try planned()
    try history.add(.dossier(.admissibility), on: "2024-01-31")
    #expect(try summoned(history, on: "2024-03-31") != nil)
    #expect(try summoned(history, on: "2024-04-01") == nil)
  }

  @Test func `a decision of the tacit one's first day or later comes after it`() throws {
    var history = try planned()
    try history.add(.dossier(.admissibility), on: "2024-01-10")
    try history.add(.admissibility(false), on: "2024-03-11")
    #expect(
      try summoned(history, on: "2024-03-11") == "the admissibility decision of D1 is unfavourable")
  }

  @Test func `silence admits nobody before 2024, nor outside the RNCP`() throws {
    for (register, day, isAdmitted) in [
      (Register.rncp, "2023-12-31", false), (.rncp, "2024-01-01", true), (.rs, "2024-01-01", false),
    ] {
      var history = try RuleHistory(.framework(register: register))
      try history.add(.enrolled(by: .experience), on: "2023-11-02")
      try history.add(.convened(for: "2024-06-20"), on: "2024-03-01")
      try history.add(.dossier(.admissibility), on: day)
      #expect(try (summoned(history, on: "2024-06-01") == nil) == isAdmitted, "\(register) \(day)")
    }
  }

  @Test func `an admissibility decision is for VAE candidacies alone`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2024-01-08")
    #expect(
      try history.breach(of: 12, by: .admissibility(true), on: "2024-02-01")
        == Breach(
          (
            "D1 suit la voie « formation continue » : une décision de recevabilité ne concerne que la VAE",
            "D1 follows the pathway “continuing training”: an admissibility decision is for VAE alone"
          ),
          remedy: (
            "aucune décision de recevabilité, ou le passage à la VAE d’abord (PathwayChanged)",
            "no admissibility decision, or a change to VAE first (PathwayChanged)"
          )))
    try history.add(.changed(to: .experience), on: "2024-02-01")
    #expect(try history.breach(of: 12, by: .admissibility(true), on: "2024-02-01") == nil)
    #expect(try history.breach(of: 12, by: .admissibility(true), on: "2024-01-31") != nil)
  }

  @Test func `who left VAE needs no admissibility`() throws {
    var history = try planned()
    #expect(try summoned(history, on: "2024-06-01") != nil)
    try history.add(.changed(to: .continuingTraining), on: "2024-05-02")
    #expect(try summoned(history, on: "2024-06-01") == nil)
  }
}
