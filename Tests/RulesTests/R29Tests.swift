import Events
import Testing

/// R29: in VAE on the RNCP, a second admissibility dossier of a person for a certification in one calendar
/// year is reported.
@Suite struct R29Tests {
  /// `D1` of `P1` with an admissibility dossier of a day.
  private func submitted(
    on day: String = "2024-02-01", register: Register = .rncp
  ) throws -> RuleHistory {
    var history = try RuleHistory(.framework(register: register))
    try history.add(.enrolled(by: .experience), on: "2023-09-04")
    try history.add(.dossier(.admissibility), on: day)
    return history
  }

  private func breach(
    _ history: RuleHistory, on day: String = "2024-12-31", of candidacy: String = "D1",
    _ kind: DossierKind = .admissibility
  ) throws -> Breach? {
    try history.breach(of: 29, by: .dossier(kind, of: candidacy), on: day)
  }

  @Test func `R29 judges dossiers, by the Code du travail`() throws {
    try expect(
      29, judges: [.dossierSubmitted],
      source: ("Code du travail, R6412-3", "Code du travail, R6412-3"))
  }

  @Test func `a second dossier in a calendar year is reported, in the next it is not`() throws {
    #expect(
      try breach(submitted())
        == Breach(
          (
            "cette personne a déjà déposé en 2024 un dossier de recevabilité pour T1, le 1er février 2024 (D1)",
            "this person already submitted an admissibility dossier for T1 in 2024, on 2024-02-01 (D1)"
          ),
          remedy: (
            "un nouveau dossier l’année civile suivante", "a new dossier in the next calendar year"
          )))
    #expect(try breach(submitted(), on: "2025-01-01") == nil)
    #expect(try breach(submitted(), on: "2024-01-31") == nil)
    #expect(try breach(submitted(), of: "D1", .validation) == nil)
    #expect(try breach(submitted(on: "2023-11-01"), on: "2023-12-01") == nil)
    #expect(try breach(submitted(register: .rs)) == nil)
  }

  @Test func `it counts whichever candidacy of the person, under any id`() throws {
    var history = try submitted()
    try history.add(.withdrawn(), on: "2024-03-01")
    try history.add(.enrolled("D2", "P2", by: .experience), on: "2024-04-01")
    #expect(try breach(history, of: "D2") == nil)
    try history.add(.merged("P2", into: "P1"), on: "2024-05-01")
    #expect(try breach(history, of: "D2") != nil)
  }

  @Test func `a dossier for another certification does not count`() throws {
    var history = try submitted()
    try history.add(.framework("T2", register: .rncp), on: "2017-01-01")
    try history.add(.enrolled("D2", on: "T2", by: .experience), on: "2024-04-01")
    #expect(try breach(history, of: "D2") == nil)
  }

  @Test func `R29 is reported and never refused, so it cannot be waived`() throws {
    #expect(
      try submitted().waiver(of: 29, by: .dossier(.admissibility), on: "2024-12-31") == .forbidden)
  }
}
