import Events
import Projections

/// What follows an award, and changes of a registration.
extension Story {
  mutating func deposit(_ flow: String, _ day: String) throws {
    try record(
      day,
      .awardDeclared(AwardDeclared(candidacy: try CandidacyID("C1"), flow: try FlowID(flow))))
  }

  @discardableResult
  mutating func answer(_ flow: String, _ outcome: DeclarationOutcome, _ day: String) throws
    -> EventID
  {
    try record(
      day,
      .declarationAnswered(
        DeclarationAnswered(
          candidacy: try CandidacyID("C1"), flow: try FlowID(flow), outcome: outcome)))
  }

  mutating func survey(
    _ id: String, _ after: SurveyMoment, employed: Bool, inOccupation: Bool, _ day: String
  ) throws {
    try record(
      day,
      .insertionSurveyAnswered(
        InsertionSurveyAnswered(
          candidacy: try CandidacyID(id), after: after, employed: employed,
          inTargetOccupation: inOccupation)))
  }

  mutating func changePathway(to pathway: Pathway, _ day: String) throws {
    try record(
      day,
      .pathwayChanged(PathwayChanged(candidacy: try CandidacyID("C1"), pathway: pathway)))
  }

  mutating func die(_ candidate: String = "P1", _ day: String) throws {
    try record(day, .candidateDeceased(CandidateDeceased(candidate: try CandidateID(candidate))))
  }

  mutating func submit(_ kind: DossierKind, _ day: String) throws {
    try record(
      day, .dossierSubmitted(DossierSubmitted(candidacy: try CandidacyID("C1"), kind: kind)))
  }

  mutating func sit(_ day: String, _ jury: String = "J1") throws {
    try record(day, .juryHeld(JuryHeld(jury: try JuryID(jury), present: nil)))
  }

  mutating func annul(jury: String, _ day: String) throws {
    try record(day, .juryAnnulled(JuryAnnulled(jury: try JuryID(jury))))
  }

  mutating func notify(_ day: String, _ jury: String = "J1") throws {
    try record(
      day,
      .resultNotified(
        ResultNotified(jury: try JuryID(jury), candidacy: try CandidacyID("C1"))))
  }

  mutating func renew(_ until: String, delivery: String? = nil, _ day: String) throws {
    try record(
      day,
      .registrationRenewed(
        RegistrationRenewed(
          certification: certification, expiresOn: try CalendarDate(until),
          lastDeliveryOn: try delivery.map { try CalendarDate($0) })))
  }

  mutating func withdrawCertification(delivery: String? = nil, _ day: String) throws {
    try record(
      day,
      .certificationWithdrawn(
        CertificationWithdrawn(
          certification: certification,
          lastDeliveryOn: try delivery.map { try CalendarDate($0) })))
  }

  private func fold(_ day: String) throws -> LedgerState {
    ledger.log.state(on: try CalendarDate(day), known: ledger.end)
  }

  func statistics(_ day: String) throws -> [YearStatistics] {
    try fold(day).statistics(of: certification)
  }

  func declaration(_ day: String) throws -> DeclarationState? {
    try fold(day).declaration(of: try CandidacyID("C1"), on: try CalendarDate(day))
  }

  func registration(_ day: String) throws -> RegistrationDates? {
    try fold(day).registrationDates(of: certification)
  }

  /// The deadlines as text: `kind subject lastDay daysLeft`; without the surveys of awards.
  func deadlines(_ day: String, within days: Int) throws -> [String] {
    Self.texts(try fold(day).deadlines(on: try CalendarDate(day), within: days)).filter {
      !$0.hasPrefix("survey")
    }
  }

  /// What is past and not done, as text; without the surveys of awards.
  func past(_ day: String) throws -> [String] {
    Self.texts(try fold(day).pastDeadlines(on: try CalendarDate(day))).filter {
      !$0.hasPrefix("survey")
    }
  }

  /// The surveys of awards, to come and past, as text.
  func surveys(_ day: String, within days: Int) throws -> (toCome: [String], past: [String]) {
    let (state, day) = (try fold(day), try CalendarDate(day))
    return (
      Self.texts(state.deadlines(on: day, within: days)).filter { $0.hasPrefix("survey") },
      Self.texts(state.pastDeadlines(on: day)).filter { $0.hasPrefix("survey") }
    )
  }

  private static func texts(_ deadlines: [Deadline]) -> [String] {
    deadlines.map { "\($0.kind.rawValue) \($0.subject) \($0.lastDay) \($0.daysLeft)" }
  }
}
