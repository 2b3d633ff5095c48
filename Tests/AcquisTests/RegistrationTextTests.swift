import AcquisLedger
import Catalogue
import Events
import Projections
import Testing

@testable import acquis

/// What is said of a registration and of an admissibility by silence.
struct RegistrationTextTests {
  private let code = Result { try CertificationCode("RNCP38052") }

  /// The catalogue and some facts, folded to a day.
  private func state(_ facts: [(String, Fact)] = [], on day: CalendarDate) throws -> LedgerState {
    var log = try BuiltInCatalogue.events()
    for (index, (day, fact)) in facts.enumerated() {
      log.append(
        Event(
          id: EventID(high: 1, low: UInt64(index)), occurredOn: try CalendarDate(day),
          recordedBy: try RecorderID("officer:1"), fact: fact))
    }
    let envelopes = log.enumerated().map {
      Envelope(position: Position(Int64($0.offset) + 1), recordedAt: .epoch, event: $0.element)
    }
    var state = LedgerState(TimelessFacts(envelopes))
    for envelope in envelopes where envelope.event.occurredOn <= day { state.apply(envelope) }
    return state
  }

  private func sentences(_ facts: [(String, Fact)] = [], on day: String) throws -> [Text] {
    let day = try CalendarDate(day)
    let state = try state(facts, on: day)
    let certification = try #require(try state.certification(code.get(), on: day))
    return RegistrationText.sentences(
      certification.registrationDates, of: certification.registration, on: day)
  }

  @Test func `a registration is told in the past from the day after its end, and enrolment closed`()
    throws
  {
    #expect(
      try sentences(on: "2026-09-20").map(\.english) == [
        "registered in the RNCP, until 2026-09-20 included"
      ])
    #expect(
      try sentences(on: "2026-09-21").map(\.french) == [
        "enregistrée au Répertoire national des certifications professionnelles (RNCP), échéance le 20 septembre 2026 (dépassée) : inscriptions closes, sauf pour compléter une candidature antérieure"
      ])
  }

  @Test func `a registration suspended is told so until it is reinstated`() throws {
    let facts: [(String, Fact)] = [
      (
        "2024-03-01",
        .registrationSuspended(RegistrationSuspended(certification: try code.get()))
      ),
      (
        "2024-05-02",
        .registrationReinstated(RegistrationReinstated(certification: try code.get()))
      ),
    ]
    #expect(
      try sentences(facts, on: "2024-05-01").map(\.english) == [
        "registration in the RNCP suspended since 2024-03-01: enrolment is closed, except to complete an earlier candidacy"
      ])
    #expect(
      try sentences(facts, on: "2024-05-02").map(\.english) == [
        "registered in the RNCP, until 2026-09-20 included"
      ])
  }

  @Test func `a status by silence and a death are said`() throws {
    let (id, person) = (try CandidacyID("D1"), try CandidateID("P1"))
    let facts: [(String, Fact)] = [
      (
        "2024-01-08",
        .candidateEnrolled(
          CandidateEnrolled(
            candidacy: id, candidate: person, certification: try code.get(), pathway: .experience))
      ),
      (
        "2024-01-10",
        .dossierSubmitted(DossierSubmitted(candidacy: id, kind: .admissibility))
      ),
      ("2024-06-10", .candidateDeceased(CandidateDeceased(candidate: person))),
    ]
    let day = try CalendarDate("2024-06-10")
    let answer = try #require(state(facts, on: day).candidacy(id, on: day))
    #expect(
      answer.statusText.french == "recevable (décision tacite, faute de réponse dans les deux mois)"
    )
    #expect(answer.deathText?.french == "personne décédée le 10 juin 2024")
    let before = try CalendarDate("2024-06-09")
    #expect(try state(facts, on: before).candidacy(id, on: before)?.deathText == nil)
  }
}
