public import Events

extension LedgerState {
  /// The state of the declaration of a candidacy's award on a day.
  ///
  /// One accepted flow is enough, even if it is late or other flows were rejected; the latest
  /// answer to each flow counts. An acceptance after the last day is
  /// ``DeclarationStatus/accepted``: that it was late is a finding (R21). Without an accepted flow it
  /// is `overdue` after the last day, and until then as the latest deposit is, `due` if there is none.
  /// Flows of a revoked award do not count.
  ///
  /// - Parameter day: the day asked, which must be the day up to which the events were folded.
  /// - Returns: nil before the enrolment, without an award, or once it is revoked.
  public func declaration(of candidacy: CandidacyID, on day: CalendarDate) -> DeclarationState? {
    guard let record = records[candidacy], record.enrolment != nil else { return nil }
    return record.declaration(on: day)
  }
}

extension CandidacyRecord {
  func declaration(on day: CalendarDate) -> DeclarationState? {
    guard let award, awardRevoked == nil else { return nil }
    let lastDay = award.day.adding(months: 3)
    let deposits = flows.filter { !$0.isSuperseded }
    let accepted = deposits.filter { $0.outcome == .accepted }.min { $0.moment < $1.moment }
    let deposit = accepted ?? deposits.last
    let status: DeclarationStatus =
      switch deposit?.outcome {
      case .accepted: .accepted
      case _ where lastDay < day: .overdue
      case .rejected: .rejected
      case nil: deposit == nil ? .due : .declared
      }
    let moment = deposit?.moment ?? award
    return DeclarationState(
      status: status, awardedOn: award.day, lastDay: lastDay, flow: deposit?.flow,
      since: status == .overdue ? lastDay.adding(days: 1) : moment.day, position: moment.position)
  }
}
