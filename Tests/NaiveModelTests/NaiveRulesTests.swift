import Events
import NaiveModel
import Testing

/// The naive rules judge random histories.
struct NaiveRulesTests {
  @Test func `every rule refuses some random command, and every type of event is recorded`() throws
  {
    var broken: [Int: Int] = [:]
    var recorded: [EventType: Int] = [:]
    var bases: [RecognitionBasis: Int] = [:]
    var refused = 0
    for seed in UInt64(1)...50 {
      var run = try RandomRun(seed: seed)
      for _ in 0..<80 { try run.step() }
      broken.merge(run.broken, uniquingKeysWith: +)
      recorded.merge(run.recorded, uniquingKeysWith: +)
      refused += run.refused
      for entry in run.history {
        guard case .priorValidationRecognised(let data) = entry.event.fact else { continue }
        bases[data.basis, default: 0] += 1
      }
    }
    for rule in NaiveRules.refusing.sorted() {
      #expect(broken[rule, default: 0] >= 3, "R\(rule) is hardly ever broken")
    }
    let erasures: [EventType] = [.candidateIdentityErased, .juryMemberIdentityErased]
    for type in EventType.allCases where !erasures.contains(type) {
      #expect(recorded[type, default: 0] >= 3, "\(type.rawValue) is hardly ever recorded")
    }
    for basis in RecognitionBasis.allCases {
      #expect(bases[basis, default: 0] >= 3, "\(basis.rawValue) is hardly ever recognised")
    }
    // The generator keeps a balance: neither all refused, nor all recorded.
    let all = recorded.values.reduce(0, +)
    #expect(all > 3 * refused / 4 && refused > all / 4)
  }

  @Test func `every rule that only reports is found in some random history`() throws {
    var found: [Int: Int] = [:]
    for seed in UInt64(1)...40 {
      var run = try RandomRun(seed: seed)
      for _ in 0..<80 { try run.step() }
      for finding in NaiveRules(run.history).findings(on: run.commands.today) {
        found[finding.rule, default: 0] += 1
      }
    }
    for rule in [3, 8, 18, 19, 20, 21, 26, 27, 28, 29, 30, 31] {
      #expect(found[rule, default: 0] > 0, "R\(rule) is never found")
    }
  }

  @Test func `an entry judged again on its day breaks the rules it broke when it was recorded`()
    throws
  {
    var judged = 0
    for seed in UInt64(1)...12 {
      var run = try RandomRun(seed: seed)
      for step in 0..<80 {
        let before = NaiveRules(run.history)
        guard let entry = try run.step(), step % 5 == 0 else { continue }
        let broken = before.broken(by: entry.event, today: run.commands.today)
        let found = NaiveRules(run.history).findings(on: entry.event.occurredOn)
        let rules = found.filter { $0.position == entry.position.number }.map(\.rule)
        #expect(
          NaiveRules.refusing.intersection(rules).subtracting(entry.event.onlyReported) == broken,
          "seed \(seed), position \(entry.position)")
        judged += 1
      }
    }
    #expect(judged > 80)
  }

  /// Annulments and merges count on every day asked, so they are left out; an award breaks R08 again
  /// from the day a block of it is no longer held.
  @Test func `an entry recorded in the order of days breaks later only the rules it waives`() throws
  {
    var entries = 0
    for seed in UInt64(101)...110 {
      var run = try RandomRun(seed: seed)
      for _ in 0..<200 {
        let last = run.history.map(\.event.occurredOn).max() ?? .first
        try run.step { event in
          switch event.fact {
          case .eventAnnulled, .candidateMerged: false
          default: event.occurredOn > last
          }
        }
      }
      entries += run.history.count
      for finding in NaiveRules(run.history).findings(on: run.commands.today) {
        let event = run.history[Int(finding.position) - 1].event
        let excused = event.onlyReported.union(event.waives?.elements.map(\.number) ?? [])
        guard NaiveRules.refusing.contains(finding.rule), finding.rule != 8 else { continue }
        #expect(excused.contains(finding.rule), "seed \(seed), \(finding)")
      }
    }
    #expect(entries > 300)
  }

  @Test func `the same seed proposes the same commands`() throws {
    var first = try RandomRun(seed: 7)
    var second = try RandomRun(seed: 7)
    for _ in 0..<40 {
      try first.step()
      try second.step()
    }
    #expect(first.history == second.history)
  }
}

extension Event {
  /// The rules that refuse other types and only report this one.
  fileprivate var onlyReported: Set<Int> {
    if case .juryConvened = fact { [3] } else { [] }
  }
}
