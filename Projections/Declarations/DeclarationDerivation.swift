public import Events

extension LedgerState {
  /// The state of the declaration of a candidacy's award on a day.
  ///
  /// An acceptance is in force until the same flow is rejected; neither a later deposit of it nor
  /// another flow undoes it. Without one, the latest deposit and its latest answer count. Flows of a
  /// revoked award do not count: an award made anew is owed anew.
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
    let due = award.day < LegalDays.declarationsOwed ? nil : award.day.adding(months: 3)
    let deposits = flows.filter { !$0.isSuperseded }
    let accepted = deposits.filter { $0.outcome == .accepted }.min { $0.moment < $1.moment }
    let deposit = accepted ?? deposits.last
    let answer: DeclarationAnswer =
      switch deposit?.outcome {
      case .accepted: .accepted
      case .rejected: .rejected
      case nil: deposit == nil ? .notDeposited : .deposited
      }
    let moment = deposit?.moment ?? award
    return DeclarationState(
      answer: answer, awardedOn: award.day, due: due,
      isLate: due.map { due in due < day && !deposits.contains { $0.isAccepted(on: due) } }
        ?? false,
      flow: deposit?.flow, since: moment.day, position: moment.position)
  }
}
