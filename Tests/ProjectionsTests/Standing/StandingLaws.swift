import Events
import Projections
import TestSupport
import Testing

/// Laws of the standings, held over seeded random histories.
@Suite(.tags(.property)) struct StandingLaws {
  static let seeds = 1...UInt64(TrialSize.histories(default: 60))

  /// What the standings and the questions of a day say differently, as text; nil where nothing is.
  private func difference(
    _ state: LedgerState, _ known: [CandidacyID: Standings], on day: CalendarDate
  ) -> String? {
    let deadlines = state.allDeadlines(on: day)
    let listed = deadlines.filter { if case .candidacy = $0.subject { true } else { false } }
    var dues = 0
    for (id, standings) in known {
      let (standing, asked) = (standings.standing(on: day), state.asked(id, on: day, deadlines))
      if standing != asked {
        return
          "\(id) on \(day): \(String(describing: standing)), asked \(String(describing: asked))"
      }
      dues += standing?.deadlines.count ?? 0
    }
    if dues == listed.count { return nil }
    return "on \(day): \(dues) last days, \(listed.count) listed"
  }

  private func standings(_ history: StandingHistory, _ state: LedgerState) -> [CandidacyID:
    Standings]
  {
    var standings: [CandidacyID: Standings] = [:]
    for id in history.candidacies { standings[id] = state.standings(of: id, from: history.from) }
    return standings
  }

  @Test func `on every later day the standings are what that day's questions answer`() throws {
    var (asked, turned) = (0, 0)
    for seed in Self.seeds {
      let history = try StandingHistory(seed: seed)
      var dice = SeededGenerator(seed: seed &* 31)
      let state = history.state
      let known = standings(history, state)
      for id in history.candidacies {
        #expect((known[id] == nil) == (state.candidacy(id, on: history.from) == nil))
      }
      let turns = known.values.flatMap(\.intervals).map(\.from)
      turned += known.values.map { $0.intervals.count - 1 }.reduce(0, +)
      let days = history.days(&dice, random: 20) + turns.flatMap { [$0.adding(days: -1), $0] }
      for day in days where history.from <= day {
        asked += 1
        let difference = difference(state, known, on: day)
        #expect(difference == nil, "seed \(seed)")
        if difference != nil { break }
      }
    }
    #expect(asked > 50 * Self.seeds.count)
    #expect(turned > Self.seeds.count)
  }

  @Test func `on each of eleven years' days they are, in some histories`() throws {
    for seed in Self.seeds.prefix(max(2, Self.seeds.count / 30)) {
      let history = try StandingHistory(seed: seed)
      let state = history.state
      let known = standings(history, state)
      for shift in 0..<4018 {
        let difference = difference(state, known, on: history.from.adding(days: shift))
        #expect(difference == nil, "seed \(seed)")
        if difference != nil { break }
      }
    }
  }

  @Test func `they begin on the day asked, ascend, and each differs from the one before`() throws {
    for seed in Self.seeds {
      let history = try StandingHistory(seed: seed)
      for standings in standings(history, history.state).values {
        #expect(standings.intervals.first?.from == history.from)
        for (earlier, later) in zip(standings.intervals, standings.intervals.dropFirst()) {
          #expect(earlier.from < later.from)
          #expect(
            standings.standing(on: later.from)
              != Standings(
                candidacy: standings.candidacy, intervals: [earlier], award: nil
              ).standing(on: later.from))
        }
      }
    }
  }

  @Test func `their awards added up are the statistics`() throws {
    for seed in Self.seeds {
      let history = try StandingHistory(seed: seed)
      let state = history.state
      var counts: [CertificationCode: [Int: AwardCounts]] = [:]
      for award in standings(history, state).values.compactMap(\.award) {
        counts[award.certification, default: [:]][award.year, default: AwardCounts()] +=
          AwardCounts(award)
      }
      for code in state.frameworks.map(\.certification) {
        #expect(
          state.statistics(of: code, counted: counts[code] ?? [:]) == state.statistics(of: code))
      }
    }
  }

  @Test func `an entry changes no standings outside its reach`() throws {
    var (changed, reached, all) = (0, 0, 0)
    for seed in Self.seeds {
      let history = try StandingHistory(seed: seed)
      var index = ReachedCandidacies()
      var before: [CandidacyID: Standings] = [:]
      for (place, entry) in history.log.enumerated() {
        index.add(entry.event.fact)
        let state = history.state(known: place + 1)
        let after = standings(history, state)
        let reach = index.candidacies(in: StandingReach(of: entry.event.fact), state)
        for id in history.candidacies where before[id] != after[id] {
          changed += 1
          #expect(reach.contains(id), "seed \(seed), \(id) by \(entry.event.fact.type)")
        }
        reached += reach.count
        all += history.candidacies.count
        before = after
      }
    }
    #expect(changed > 5 * Self.seeds.count)
    // Of five candidacies, most of them linked.
    #expect(reached < all)
  }
}
