import Events
import Rules
import Testing

/// R27: in VAE on the RNCP, a validation dossier without a session of the candidate's jury by the end of
/// the third month after it is reported.
@Suite struct R27Tests {
  /// A VAE candidacy and a validation dossier of a day, at position 3.
  private func submitted(
    on day: String = "2024-01-10", by pathway: Pathway = .experience,
    register: Register = .rncp
  ) throws -> RuleHistory {
    var history = try RuleHistory(.framework(register: register))
    try history.add(.enrolled(by: pathway), on: "2023-09-04")
    try history.add(.dossier(.validation), on: day)
    return history
  }

  private func found(_ history: RuleHistory, on day: String) throws -> [Int64] {
    try history.broken(on: day).filter { $0.rule.number == 27 }.map(\.position.number)
  }

  @Test func `no session by the end of the third month is reported once it is past`() throws {
    let history = try submitted()
    #expect(try found(history, on: "2024-04-30").isEmpty)
    #expect(try found(history, on: "2024-05-01") == [3])
    #expect(
      try history.broken(on: "2024-05-01").map(\.message) == [
        Text(
          "aucun jury auquel D1 est convoquée n’a siégé du 10 janvier 2024, jour du dossier de validation, au 30 avril 2024",
          "no jury to which D1 is summoned sat from 2024-01-10, the day of the validation dossier, to 2024-04-30"
        )
      ])
  }

  @Test func `a session of a jury that summons the candidate answers the dossier`() throws {
    for (day, positions) in [
      ("2024-01-09", [3]), ("2024-01-10", []), ("2024-04-30", []), ("2024-05-01", [3]),
    ] as [(String, [Int64])] {
      var history = try submitted()
      try history.hold(on: day, convenedOn: "2024-01-02")
      #expect(try found(history, on: "2025-01-01") == positions, "\(day)")
    }
    var history = try submitted()
    try history.hold(on: "2024-03-05", convenedOn: "2024-01-02", summoning: [])
    #expect(try found(history, on: "2025-01-01") == [3])
    try history.add(.summoned(), on: "2024-02-01")
    #expect(try found(history, on: "2025-01-01") == [])
    try history.add(.summonsWithdrawn(), on: "2024-02-02")
    #expect(try found(history, on: "2025-01-01") == [3])
  }

  @Test func `it is asked from 2024 on, of VAE on the RNCP, of validation dossiers`() throws {
    #expect(try found(submitted(on: "2023-12-31"), on: "2025-01-01").isEmpty)
    #expect(try found(submitted(on: "2024-01-01"), on: "2025-01-01") == [3])
    #expect(try found(submitted(register: .rs), on: "2025-01-01").isEmpty)
    #expect(try found(submitted(by: .continuingTraining), on: "2025-01-01").isEmpty)
    var history = try RuleHistory(.framework(register: .rncp))
    try history.add(.enrolled(by: .experience), on: "2023-09-04")
    try history.add(.dossier(.admissibility), on: "2024-01-10")
    #expect(try found(history, on: "2025-01-01").isEmpty)
  }

  @Test func `it is not asked of who withdrew by then`() throws {
    for (day, positions) in [("2024-04-30", []), ("2024-05-01", [3])] as [(String, [Int64])] {
      var history = try submitted()
      try history.add(.withdrawn(), on: day)
      #expect(try found(history, on: "2025-01-01") == positions, "\(day)")
    }
    var history = try submitted()
    try history.add(.withdrawn(), on: "2024-02-01")
    try history.add(.reopened(), on: "2024-03-01")
    #expect(try found(history, on: "2025-01-01") == [3])
  }

  @Test func `it is not told after a death, under any id of the person`() throws {
    var history = try submitted()
    try history.add(.deceased("P2"), on: "2024-06-02")
    #expect(try found(history, on: "2024-07-01") == [3])
    try history.add(.merged("P1", into: "P2"), on: "2024-08-01")
    #expect(try found(history, on: "2024-06-01") == [3])
    #expect(try found(history, on: "2024-07-01").isEmpty)
  }
}
