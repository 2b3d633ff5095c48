import AcquisLedger
import Events
import Rules
import Testing

/// Findings grouped by cause, and their weights.
@Suite struct FindingGroupTests {
  private func late(_ candidacies: [String], on day: String) throws -> [Finding] {
    var history = try RuleHistory.beforeJury()
    for id in candidacies { try history.add(.enrolled(id, "P-\(id)"), on: "2020-01-01") }
    for id in candidacies { try history.add(.awarded(id), on: day) }
    return try history.broken(on: "2030-01-01").filter { $0.rule.number == 21 }
      .sorted { $0.position < $1.position }
  }

  private func candidacies(_ findings: [Finding], _ ids: [String]) throws -> [Position: CandidacyID]
  {
    var result: [Position: CandidacyID] = [:]
    for (finding, id) in zip(findings, ids) { result[finding.position] = try CandidacyID(id) }
    return result
  }

  @Test func `findings that differ by their own candidacy alone have one cause`() throws {
    let ids = ["D2", "D3", "D4"]
    let findings = try late(ids, on: "2022-01-10")
    #expect(findings.count == 3)
    let groups = FindingGroup.groups(of: findings, try candidacies(findings, ids))
    #expect(groups.map(\.findings.count) == [3])
    #expect(FindingGroup.groups(of: findings).count == 3)
  }

  @Test func `of very many positions the latest are shown`() throws {
    let ids = (1...43).map { "D\($0)" }
    let findings = try late(ids, on: "2022-01-10")
    // Every second one, so that no two follow each other.
    let apart = findings.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    let group = try #require(
      FindingGroup.groups(of: apart, try candidacies(findings, ids)).first)
    let shown = group.lines([])[1].english
    #expect(shown.hasSuffix(", …"))
    #expect(shown.split(separator: ",").count == 22)
    #expect(shown.contains("22 entries, positions \(try #require(apart.last).position), "))
  }

  @Test func `another day in the sentence is another cause`() throws {
    let (first, second) = (
      try late(["D2"], on: "2022-01-10"), try late(["D2"], on: "2022-01-11")
    )
    let groups = FindingGroup.groups(
      of: first + second, try candidacies(first, ["D2"]))
    #expect(groups.map(\.findings.count) == [1, 1])
  }

  @Test func `a rule breaks unless it says that it gives notice`() {
    let notices = RuleBook.rules.filter { $0.weight == .notice }.map(\.id.number)
    #expect(notices.contains(19))
    #expect(Set(notices).isSubset(of: [19, 31]))
    #expect(FindingWeight.breach < .notice)
  }
}
