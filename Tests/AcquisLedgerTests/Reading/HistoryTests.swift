import AcquisLedger
import EventLog
import Events
import Projections
import TestSupport
import Testing

struct HistoryTests {
  @Test(.tags(.property)) func `a candidacy's own events give the same answer as the whole log`()
    throws
  {
    let ledger = try TestLedger(demonstration: 900)
    let last = try ledger.log.head().last
    for (day, known) in [
      ("2021-06-30", last), ("2022-06-15", last), ("2022-06-16", Position(400)),
      ("2024-10-10", Position(700)), ("2026-06-30", last),
    ] {
      let day = try CalendarDate(day)
      let replay = try Replay(on: day, known: known, in: ledger.log)
      for id in replay.state.candidacies {
        let alone = try CandidacyHistory(of: id, known: known, in: ledger.log).state(on: day)
        #expect(alone == replay.state.candidacy(id, on: day), "\(id) on \(day)")
      }
    }
  }

  @Test func `in the demonstration two blocks come over to the version that succeeds`() throws {
    let ledger = try TestLedger(demonstration: 100)
    let day = try CalendarDate("2026-11-01")
    let state = try Replay(on: day, known: try ledger.log.head().last, in: ledger.log).state
    let code = try CertificationCode("RNCP99052")
    let successor = try #require(state.certification(code, on: day))
    #expect(successor.registration.titleBasis == .policy)
    #expect(try #require(successor.registrationDates?.lastEnrolmentDay) > day)
    let candidacy = try #require(state.candidacy(try CandidacyID("DEMO-D-SUCCESSOR"), on: day))
    #expect(candidacy.status == .partiallyCertified)
    #expect(candidacy.blocks.map(\.status) == [.recognised, .recognised, .missing, .missing])
  }

  @Test func `the demonstration shows every state, and the fiche's figures`() throws {
    let ledger = try TestLedger(demonstration: 900)
    let known = try ledger.log.head().last
    var statuses: Set<CandidacyStatus> = []
    var blocks: Set<BlockStatus> = []
    var windows: Set<CompletionWindow.Status> = []
    for day in ["2021-06-30", "2022-06-30", "2024-12-31", "2026-06-30"] {
      let day = try CalendarDate(day)
      let replay = try Replay(on: day, known: known, in: ledger.log)
      for id in replay.state.candidacies {
        guard let state = replay.state.candidacy(id, on: day) else { continue }
        statuses.insert(state.status)
        blocks.formUnion(state.blocks.map(\.status))
        windows.insert(state.window.status)
      }
    }
    #expect(statuses == Set(CandidacyStatus.allCases))
    #expect(blocks == Set(BlockStatus.allCases))
    #expect(windows == Set(CompletionWindow.Status.allCases))

    let code = try CertificationCode("RNCP38052")
    let years = try Replay(on: nil, known: known, in: ledger.log).state.statistics(of: code)
    let fiche = years.filter { $0.year <= 2019 }.map { year in
      [
        year.year, year.certified, year.certifiedByExperience, year.insertionSixMonths,
        year.insertionOccupationSixMonths, year.insertionOccupationTwoYears,
      ]
    }
    #expect(fiche == [[2018, 7, 0, 100, 100, 100], [2019, 15, 0, 100, 93, 80]])
  }

  @Test func `an id merged twice is one person in every reading`() throws {
    let ledger = try TestLedger()
    func merge(_ candidate: String, _ into: String) -> String {
      """
      {"type":"CandidateMerged","occurredOn":"2021-09-01","recordedBy":"clerk:1",\
      "data":{"candidate":"\(candidate)","into":"\(into)"}}
      """
    }
    _ = try ledger.record(
      Lines.enrolment("DA", "PA"), Lines.enrolment("DB", "PB"), Lines.enrolment("DC", "PC"),
      merge("PA", "PB"), merge("PA", "PC"))
    let known = try ledger.log.head().last
    let day = try CalendarDate("2021-02-01")
    let replay = try Replay(on: day, known: known, in: ledger.log)
    for id in ["DA", "DB", "DC"] {
      let id = try CandidacyID(id)
      let alone = try CandidacyHistory(of: id, known: known, in: ledger.log).state(on: day)
      #expect(alone?.candidate == (try CandidateID("PC")))
      #expect(alone == replay.state.candidacy(id, on: day))
    }
    let person = try PersonHistory(of: try CandidateID("PB"), known: known, in: ledger.log)
    #expect(person?.candidacies.count == 3)
  }

  @Test func `what was known at an instant is found by its instant`() throws {
    let ledger = try TestLedger(demonstration: 300)
    var last: (Position, Instant)?
    try ledger.log.read(EventQuery()) { stored in
      let envelope = try stored.envelope()
      last = (envelope.position, envelope.recordedAt)
    }
    let (position, instant) = try #require(last)
    #expect(try ledger.log.position(knownAt: instant) == position)
    let before = try Instant(microseconds: instant.microseconds - 1)
    #expect(try ledger.log.position(knownAt: before) < position)
    #expect(try ledger.log.position(knownAt: .epoch) == .zero)
  }
}
