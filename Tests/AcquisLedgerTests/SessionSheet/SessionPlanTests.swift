import AcquisLedger
import Events
import Projections
import Testing

/// A filled sheet against what it was made with and what is recorded now: cells in, facts and conflicts out.
@Suite struct SessionPlanTests {
  private let fresh = Result { try SessionCandidate.sample() }

  @Test func `a session from nothing: the sitting, the verdicts, then the award`() throws {
    let other = try SessionCandidate.sample("D2", held: ["B1"])
    let plan = try SheetScene(fresh.get(), other).plan(
      ["D1", "V", "non validé", "", "Trop court", "Revoir"], ["D2", "acquis", "v", "", "", ""])
    #expect(
      plan.said == [
        "held M1,M2", "D1 B1 V", "D1 B2 NV (Trop court)", "D1 recommended Revoir", "D2 B2 V",
        "D2 awarded",
      ])
    #expect(plan.problems.isEmpty)
    #expect(plan.outcomes.map(\.held) == [1, 2])
  }

  @Test(arguments: ["ABS", "abs.", "Absente", "absent non excusé"])
  func `an absence is one fact and no sitting`(word: String) throws {
    let plan = try SheetScene(fresh.get()).plan(["D1", "", "", word, "", ""])
    #expect(plan.said == ["D1 absent"])
  }

  @Test(arguments: ["ABS excusé", "absent, excused", "excusée", "abs. justifiée"])
  func `an excused absence, also in a block's cell`(word: String) throws {
    #expect(
      try SheetScene(fresh.get()).plan(["D1", word, "", "", "", ""]).said == ["D1 excused"])
  }

  @Test func `blanks and dashes are no decision, and delete nothing`() throws {
    let decided = try SessionCandidate.sample("D1", ["B1": .validated], recommended: "Lire")
    let plan = try SheetScene(decided).plan(["D1", "", " — ", "", "", ""])
    #expect(plan.said.isEmpty)
    #expect(plan.problems.isEmpty)
  }

  @Test func `what is recorded already is not recorded again`() throws {
    let decided = try SessionCandidate.sample(
      "D1", ["B1": .validated, "B2": .refused], grounds: "Trop court", recommended: "Lire")
    let scene = SheetScene(try fresh.get(), now: [decided])
    let plan = try scene.plan(["D1", "V", "NV", "présent", "Trop court", "Lire"])
    #expect(plan.said.isEmpty)
    #expect(plan.problems.isEmpty)
    #expect(plan.changes.isEmpty, "the sheet says it itself")
  }

  @Test func `a corrected cell annuls the entry, and the right one replaces it`() throws {
    let decided = try SessionCandidate.sample("D1", ["B1": .validated, "B2": .refused])
    let plan = try SheetScene(decided).plan(["D1", "NV", "V", "", "B1 : Trop court", ""])
    #expect(
      plan.said == [
        "held M1,M2", "D1 annul 5", "D1 B1 NV (Trop court)", "D1 annul 6", "D1 B2 V",
      ])
    guard case .annulled(_, let other) = plan.steps[1].kind else {
      Issue.record("no annulment")
      return
    }
    #expect(other == plan.steps[2].id)
  }

  @Test func `corrected grounds and a corrected recommendation`() throws {
    let decided = try SessionCandidate.sample(
      "D1", ["B1": .refused], grounds: "Court", recommended: "Lire")
    let plan = try SheetScene(decided).plan(["D1", "NV", "", "", "Trop court", "Écrire"])
    #expect(
      plan.said == [
        "held M1,M2", "D1 annul 5", "D1 B1 NV (Trop court)", "D1 annul 5",
        "D1 recommended Écrire",
      ])
  }

  @Test func `a presence corrects an absence, an absence corrects verdicts`() throws {
    let absent = try SessionCandidate.sample(absent: false)
    #expect(
      try SheetScene(absent).plan(["D1", "V", "", "présent", "", ""]).said
        == ["held M1,M2", "D1 annul 5", "D1 B1 V"])
    #expect(
      try SheetScene(absent).plan(["D1", "ABS", "ABS", "absent excusé", "", ""]).said
        == ["D1 annul 5", "D1 excused"])
    let decided = try SessionCandidate.sample("D1", ["B1": .validated, "B2": .refused])
    #expect(
      try SheetScene(decided).plan(["D1", "ABS", "ABS", "absent non excusé", "", ""]).said
        == ["D1 annul 5", "D1 annul 6", "D1 absent"])
  }

  @Test func `a correction under an award that stands is told`() throws {
    let certified = try SessionCandidate.sample(
      "D1", ["B1": .validated, "B2": .validated], status: .certified)
    let plan = try SheetScene(certified).plan(["D1", "V", "NV", "", "", ""])
    #expect(plan.underminesAward)
    #expect(plan.outcomes.map(\.held) == [1])
  }

  @Test func `a recused member who sat is left out`() throws {
    let plan = try SheetScene(try .sample(recused: ["M2", "M9"])).plan(
      ["D1", "V", "", "", "", ""])
    #expect(plan.said.last == "D1 B1 V without M2")
  }

  @Test func `an untouched cell takes nothing back of what was recorded since`() throws {
    let base = try SessionCandidate.sample("D1", ["B1": .validated])
    let now = try SessionCandidate.sample("D1", ["B1": .refused], at: 15)
    let plan = try SheetScene(base, now: [now]).plan(["D1", "V", "", "présent", "", ""])
    #expect(plan.said.isEmpty)
    #expect(plan.changes.count == 1)
  }

  @Test func `a cell changed on both sides is told, and corrects`() throws {
    let now = try SessionCandidate.sample("D1", ["B1": .refused], recommended: "Lire", at: 15)
    let plan = try SheetScene(fresh.get(), now: [now]).plan(["D1", "V", "V", "", "", "Écrire"])
    #expect(plan.problems.isEmpty)
    #expect(plan.changes.count == 2)
    #expect(plan.said.filter { $0.hasPrefix("D1 annul") }.count == 2)
  }

  @Test func `grounds recorded since, and others in the sheet, are told`() throws {
    let now = try SessionCandidate.sample("D1", ["B1": .refused], grounds: "Trop court", at: 15)
    let scene = SheetScene(try fresh.get(), now: [now])
    let other = try scene.plan(["D1", "NV", "", "", "Hors sujet", ""])
    #expect(other.changes.map(\.kind) == [.grounds(try BlockCode("T1B1"))])
    #expect(try scene.plan(["D1", "NV", "", "", "Trop court", ""]).changes.isEmpty)
  }

  @Test func `an absence recorded since is a conflict with a verdict`() throws {
    let now = try SessionCandidate.sample(absent: true, at: 15)
    let plan = try SheetScene(fresh.get(), now: [now]).plan(["D1", "V", "", "", "", ""])
    #expect(plan.wrongs == ["C2 recordedAbsent"])
  }

  @Test func `a character that Windows-1252 lacks stands for any in such a file`() throws {
    let decided = try SessionCandidate.sample("D1", ["B1": .refused], grounds: "Łódź à revoir")
    var scene = SheetScene(decided)
    scene.isLossy = true
    #expect(try scene.plan(["D1", "NV", "", "", "?ód? à revoir", ""]).said.isEmpty)
    scene.isLossy = false
    #expect(!(try scene.plan(["D1", "NV", "", "", "?ód? à revoir", ""]).said.isEmpty))
  }

  @Test func `two persons who take the same sheet in record the same entries`() throws {
    let scene = SheetScene(try fresh.get())
    let row = ["D1", "V", "NV", "", "Trop court", ""]
    #expect(try scene.plan(row).steps.map(\.id) == scene.plan(row).steps.map(\.id))
    #expect(Set(try scene.plan(row).steps.map(\.id)).count == 3)
  }
}
