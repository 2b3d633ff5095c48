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

  /// The deadlines as text: `kind subject lastDay daysLeft`.
  func deadlines(_ day: String, within days: Int) throws -> [String] {
    try fold(day).deadlines(on: try CalendarDate(day), within: days).map {
      "\($0.kind.rawValue) \($0.subject) \($0.lastDay) \($0.daysLeft)"
    }
  }
}
