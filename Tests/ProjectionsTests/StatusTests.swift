import Events
import Projections
import Testing

/// Each row of the status table.
struct StatusTests {
  @Test func `an award revoked is revoked, and its certificate is still shown`() throws {
    var story = try Story()
    try story.validateAll("2019-01-01")
    try story.award("2019-02-01")
    try story.issue("N1", "2019-02-02")
    try story.revokeAward("2019-03-01")
    #expect(try story.status("2019-02-28") == .certified)
    #expect(try story.status("2019-03-01") == .revoked)
    #expect(try story.state("2019-03-01").certificate?.number.text == "N1")
  }

  @Test func `an award stays when a block is no longer held`() throws {
    var story = try Story()
    try story.validateAll("2019-01-01")
    try story.award("2019-02-01")
    try story.revoke(2, "2019-03-01")
    #expect(try story.status("2019-03-01") == .certified)
  }

  @Test func `a revocation of no award revokes nothing`() throws {
    var story = try Story()
    try story.revokeAward("2019-03-01")
    #expect(try story.status("2019-03-01") == .enrolled)
  }

  @Test func `a candidacy completed by a later one is continued unless that is withdrawn`() throws {
    var story = try Story()
    try story.validate(1, "2019-01-01")
    try story.enrol("C2", "2019-06-01", completes: "C1")
    try story.withdraw("C2", "2020-01-01")
    #expect(try story.status("2019-05-31") == .partiallyCertified)
    #expect(try story.status("2019-06-01") == .continued)
    #expect(try story.status("2020-01-01") == .partiallyCertified)
    #expect(try story.status("2020-01-01", of: "C2") == .withdrawn)
  }

  @Test func `a candidacy that names itself as the one it completes continues nothing`() throws {
    var story = try Story()
    try story.enrol("C2", "2019-06-01", completes: "C2")
    let day = try CalendarDate("2019-06-01")
    let state = story.ledger.log.state(on: day, known: story.ledger.end)
    #expect(state.candidacy(try CandidacyID("C2"), on: day)?.status == .enrolled)
  }

  @Test func `a candidacy is withdrawn or transferred away until it is reopened`() throws {
    var story = try Story()
    try story.withdraw("C1", "2019-01-01")
    let id = try CandidacyID("C1")
    try story.record("2019-02-01", .candidacyReopened(CandidacyReopened(candidacy: id)))
    try story.record(
      "2019-03-01",
      .candidacyTransferred(CandidacyTransferred(candidacy: id, to: try FreeText("x"))))
    #expect(try story.status("2019-01-01") == .withdrawn)
    #expect(try story.status("2019-02-01") == .enrolled)
    #expect(try story.status("2019-03-01") == .withdrawn)
  }

  @Test func `a candidacy is inadmissible by the latest admissibility decision`() throws {
    var story = try Story(by: .experience)
    try story.admit(true, "2019-01-01")
    try story.admit(false, "2019-02-01")
    #expect(try story.status("2019-01-31") == .admissible)
    #expect(try story.status("2019-02-01") == .inadmissible)
  }

  @Test func `a candidacy is admissible through the last day of the decision`() throws {
    var story = try Story()
    try story.admit(true, "2019-01-01", until: "2020-02-29")
    #expect(try story.status("2020-02-29") == .admissible)
    #expect(try story.status("2020-03-01") == .enrolled)
  }

  @Test func `a candidacy with every block held waits for its award, in time or not`() throws {
    var story = try Story()
    for block in 1...3 { try story.validate(block, "2019-01-01") }
    try story.validate(4, "2026-01-01")
    #expect(try story.status("2025-12-31") == .lapsed)
    #expect(try story.status("2026-01-01") == .awardPending)
    #expect(try story.window("2026-01-01").completedOn == CalendarDate("2026-01-01"))
  }

  @Test func `a block held and the window open is a partial certification, then it lapses`() throws
  {
    var story = try Story()
    try story.validate(1, "2021-06-17")
    #expect(try story.status("2026-06-17") == .partiallyCertified)
    #expect(try story.status("2026-06-18") == .lapsed)
  }

  @Test func `targets reached outlive the window`() throws {
    var story = try Story(targets: [1, 2])
    try story.validate(1, "2019-01-01")
    #expect(try story.state("2019-01-01").targetReached == false)
    try story.validate(2, "2019-02-01")
    let state = try story.state("2030-01-01")
    #expect(state.targetReached)
    #expect(state.status == .partiallyCertified)
    #expect(state.window.status == .lapsed)
  }

  @Test func `a candidacy is summoned, then refused by that jury`() throws {
    var story = try Story()
    try story.summon("2019-01-01")
    try story.refuse(1, "2019-02-01")
    #expect(try story.status("2019-01-31") == .awaitingJury)
    #expect(try story.status("2019-02-01") == .refused)
    #expect(try story.state("2019-02-01").awaitingJury == false)
  }

  @Test func `a summons is shown with a partial certification, not with a withdrawal`() throws {
    var story = try Story()
    try story.validate(1, "2019-01-01")
    try story.summon("2019-02-01", to: "J2")
    try story.withdraw("C1", "2019-03-01")
    #expect(try story.state("2019-02-01").awaitingJury)
    #expect(try story.state("2019-03-01").awaitingJury == false)
  }

  @Test func `training or a dossier is preparation, an admissibility dossier is not`() throws {
    let id = try CandidacyID("C1")
    for kind in DossierKind.allCases {
      var story = try Story()
      try story.record("2019-01-01", .dossierSubmitted(DossierSubmitted(candidacy: id, kind: kind)))
      #expect(
        try story.status("2019-01-01") == (kind == .admissibility ? .enrolled : .inPreparation))
    }
    var story = try Story()
    try story.record("2019-01-01", .trainingStarted(TrainingStarted(candidacy: id)))
    #expect(try story.status("2018-12-31") == .enrolled)
    #expect(try story.status("2019-01-01") == .inPreparation)
  }

  @Test func `a cancelled jury is no longer awaited`() throws {
    var story = try Story()
    try story.summon("2019-01-01")
    try story.record("2019-02-01", .juryCancelled(JuryCancelled(jury: try JuryID("J1"))))
    #expect(try story.status("2019-02-01") == .enrolled)
  }

  @Test func `an absent candidate awaits another jury, never the same one again`() throws {
    var story = try Story()
    let absent = CandidateAbsent(
      jury: try JuryID("J1"), candidacy: try CandidacyID("C1"), excused: true)
    try story.summon("2019-01-01")
    try story.record("2019-02-01", .candidateAbsent(absent))
    try story.summon("2019-03-01")
    try story.summon("2019-04-01", to: "J2")
    #expect(try story.status("2019-02-01") == .enrolled)
    #expect(try story.status("2019-03-01") == .enrolled)
    #expect(try story.status("2019-04-01") == .awaitingJury)
  }

  @Test func `a summons withdrawn may be made again`() throws {
    var story = try Story()
    let withdrawn = SummonsWithdrawn(jury: try JuryID("J1"), candidacy: try CandidacyID("C1"))
    try story.summon("2019-01-01")
    try story.record("2019-02-01", .summonsWithdrawn(withdrawn))
    try story.summon("2019-03-01")
    #expect(try story.status("2019-02-01") == .enrolled)
    #expect(try story.status("2019-03-01") == .awaitingJury)
  }

  @Test func `a reissued certificate replaces the first, a partial one never does`() throws {
    var story = try Story()
    try story.validateAll("2019-01-01")
    try story.record(
      "2019-01-02",
      .partialCertificateIssued(
        PartialCertificateIssued(
          candidacy: try CandidacyID("C1"), blocks: try NonEmpty([story.blocks[0]]),
          number: try CertificateNumber("P1"))))
    try story.reissue("P2", "P1", "2019-01-03")
    #expect(try story.state("2019-01-03").certificate == nil)
    try story.award("2019-02-01")
    try story.issue("N1", "2019-02-02")
    try story.reissue("P3", "P2", "2019-02-03")
    #expect(try story.state("2019-02-03").certificate?.number.text == "N1")
    try story.reissue("N2", "N1", "2019-02-04")
    #expect(try story.state("2019-02-04").certificate?.number.text == "N2")
    #expect(try story.state("2019-02-04").certificate?.issuedOn == CalendarDate("2019-02-04"))
  }

  @Test func `merged ids are one person on every day asked`() throws {
    var story = try Story()
    try story.enrol("C2", "2018-01-01", candidate: "P2")
    try story.enrol("C3", "2018-01-01", candidate: "P3")
    try story.merge("P1", into: "P2", "2020-01-01")
    #expect(try story.state("2018-01-01").candidate.text == "P2")
    try story.merge("P1", into: "P3", "2020-01-02")
    let names = try ["C1", "C2", "C3"].map { try story.state("2018-01-01", of: $0).candidate.text }
    #expect(names == ["P3", "P3", "P3"])
  }
}
