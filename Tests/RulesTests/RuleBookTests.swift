import EventSamples
import Events
import Rules
import Testing

/// The rules as a whole, and the lists that are drawn from the vocabulary.
@Suite struct `The rule book` {
  @Test func `the rules are numbered from one without a gap`() {
    #expect(RuleBook.ids.map(\.number) == Array(1...31))
    for id in RuleBook.ids { #expect(RuleBook.rule(id)?.id == id) }
  }

  @Test func `every rule judges entries or what time breaks`() {
    for rule in RuleBook.rules {
      let judges = (rule as? any EventRule)?.judges ?? []
      #expect(!judges.isEmpty || rule is any StandingRule || rule is any LastingRule, "\(rule.id)")
    }
  }

  @Test func `time alone breaks an award of a block no longer held, not declared, not declarable`()
  {
    #expect(RuleBook.standing.map(\.id.number) == [8, 21, 26])
  }

  @Test func `what follows, or time alone, breaks a dossier, a decision and a recognition`() {
    #expect(RuleBook.lasting.map(\.id.number) == [27, 28, 30])
    #expect(RuleBook.lastingScopes(of: .dossierSubmitted) == [.summoningJuries])
    #expect(RuleBook.lastingScopes(of: .trainingStarted) == nil)
  }

  @Test func `a type is judged by the rules that say so, in order of number`() {
    for type in EventType.allCases {
      let judging = RuleBook.judging(type)
      #expect(judging.allSatisfy { $0.judges.contains(type) })
      #expect(judging.map(\.id) == judging.map(\.id).sorted())
    }
    #expect(RuleBook.judging(.juryConvened).map(\.id.number) == [3, 4, 15, 24])
  }

  @Test func `a jury that lacks a role is reported, its decisions are refused`() throws {
    let rule = try #require(RuleBook.rule(RuleID("R03")))
    let severities = RuleBook.severities(of: rule)
    #expect(severities.map(\.severity) == [.refuses(waivable: true), .finds])
    #expect(severities.map(\.types) == [[.blockValidated, .blockRefused], [.juryConvened]])
  }

  @Test func `a rule that time alone breaks is reported`() throws {
    let rule = try #require(RuleBook.rule(RuleID("R21")))
    #expect(RuleBook.severities(of: rule).map(\.severity) == [.finds])
  }

  @Test func `ids are gathered from every type that introduces one, and from no other`() throws {
    let introducing = try Samples.all().filter {
      $0.full.payload.introduces != nil && $0.minimal.payload.introduces != nil
    }
    #expect(Set(introducing.map(\.type)) == Set(IntroducedIDs.types))
    #expect(IntroducedIDs.types.count == introducing.count)
    for sample in try Samples.all() where !IntroducedIDs.types.contains(sample.type) {
      #expect(sample.full.payload.introduces == nil && sample.minimal.payload.introduces == nil)
    }
  }

  @Test func `an id is introduced under the principal subject`() throws {
    for sample in try Samples.all() {
      guard case .subject(let subject) = sample.full.payload.introduces else { continue }
      if case .certificate = subject { continue }
      #expect(sample.full.subjects.first == subject, "\(sample.type)")
    }
  }
}
