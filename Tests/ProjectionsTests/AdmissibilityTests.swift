import Events
import Projections
import Testing

/// Admissibility by silence, the pathway last changed to, and a death.
struct AdmissibilityTests {
  /// The state of `C1`, enrolled on 2018-01-01.
  private func state(_ story: Story, _ day: String) throws -> CandidacyState {
    let day = try CalendarDate(day)
    let state = story.ledger.log.state(on: day, known: story.ledger.end)
    return try #require(state.candidacy(try CandidacyID("C1"), on: day))
  }

  private func submitted(
    _ day: String = "2024-01-10", _ certification: String = "RNCP38052"
  ) throws -> Story {
    var story = try Story(certification)
    try change(&story, to: .experience, "2018-02-01")
    try story.record(
      day,
      .dossierSubmitted(
        DossierSubmitted(candidacy: try CandidacyID("C1"), kind: .admissibility)))
    return story
  }

  private func change(
    _ story: inout Story, to pathway: Pathway, public audience: Audience? = nil, _ day: String
  ) throws {
    try story.record(
      day,
      .pathwayChanged(
        PathwayChanged(candidacy: try CandidacyID("C1"), pathway: pathway, audience: audience)))
  }

  @Test func `two months of silence admit from the day after, and it is told`() throws {
    let story = try submitted()
    #expect(try state(story, "2024-03-10").status == .enrolled)
    let admitted = try state(story, "2024-03-11")
    #expect(admitted.status == .admissible)
    #expect(admitted.tacit)
    #expect(admitted.because.map(\.number) == [4, 6])
    let json = CandidacyAnswer(
      on: try CalendarDate("2024-03-11"), known: story.ledger.end, state: admitted
    ).json.description
    #expect(json.contains(#""status":"admissible","tacit":true,"#))
    #expect(try state(story, "2030-01-01").tacit)
  }

  @Test func `silence admits from 2024 on, on the RNCP alone`() throws {
    #expect(try state(submitted("2023-12-31"), "2024-06-01").status == .enrolled)
    #expect(try state(submitted("2024-01-01"), "2024-03-02").status == .admissible)
    #expect(try state(submitted("2024-01-10", "3474"), "2024-06-01").status == .enrolled)
  }

  @Test func `a decision within the two months leaves no silence`() throws {
    for (day, status, tacit) in [
      ("2024-01-09", CandidacyStatus.admissible, true), ("2024-01-10", .inadmissible, false),
      ("2024-03-10", .inadmissible, false), ("2024-03-11", .inadmissible, false),
    ] {
      var story = try submitted()
      try story.admit(false, day)
      let state = try state(story, "2024-06-01")
      #expect(state.status == status && state.tacit == tacit, "\(day)")
    }
  }

  @Test func `a favourable decision after the silence is no longer tacit`() throws {
    var story = try submitted()
    try story.admit(true, "2024-04-02", until: "2024-12-31")
    #expect(try state(story, "2024-04-01").tacit)
    #expect(try state(story, "2024-04-02").status == .admissible)
    #expect(try state(story, "2024-04-02").tacit == false)
  }

  @Test func `off the VAE pathway nobody is admitted by silence nor inadmissible`() throws {
    var story = try submitted()
    try change(&story, to: .continuingTraining, "2024-05-02")
    #expect(try state(story, "2024-05-01").status == .admissible)
    #expect(try state(story, "2024-05-02").status == .enrolled)
    try story.admit(false, "2024-05-03")
    #expect(try state(story, "2024-05-03").status == .enrolled)
    try change(&story, to: .experience, "2024-06-01")
    #expect(try state(story, "2024-06-01").status == .inadmissible)
  }

  @Test func `the pathway is the one last changed to, and the record keeps the others`() throws {
    var story = try Story()
    try change(&story, to: .apprenticeship, public: .employee, "2019-01-01")
    try change(&story, to: .experience, "2020-01-01")
    #expect(try state(story, "2018-12-31").pathway == .continuingTraining)
    #expect(try state(story, "2019-01-01").pathway == .apprenticeship)
    #expect(try state(story, "2020-01-01").pathway == .experience)
    let day = try CalendarDate("2021-01-01")
    let record = try #require(
      story.ledger.log.state(on: day, known: story.ledger.end)
        .records[try CandidacyID("C1")])
    #expect(record.audience == .employee)
    for (day, pathway) in [
      ("2018-12-31", Pathway.continuingTraining), ("2019-12-31", .apprenticeship),
      ("2020-01-01", .experience),
    ] {
      #expect(record.pathway(on: try CalendarDate(day)) == pathway)
    }
  }

  @Test func `a death is known from its day, under every id of the person`() throws {
    var story = try Story()
    try story.record(
      "2019-05-02", .candidateDeceased(CandidateDeceased(candidate: try CandidateID("P2"))))
    #expect(try state(story, "2020-01-01").deceasedOn == nil)
    try story.merge("P1", into: "P2", "2021-01-01")
    #expect(try state(story, "2019-05-01").deceasedOn == nil)
    #expect(try state(story, "2019-05-02").deceasedOn == CalendarDate("2019-05-02"))
  }
}
