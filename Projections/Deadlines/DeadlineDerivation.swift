public import Events

extension LedgerState {
  /// The deadlines from a day to that many days later, both included, in the order of
  /// ``Deadline/<(_:_:)``.
  ///
  /// No person who died is named, and no candidacy of a certification that is not known. These are the last
  /// days of:
  /// - open completion windows, of the last candidacy of each chain whatever its status;
  /// - favourable admissibility decisions that are still valid, of candidacies that a jury may
  ///   still decide on (R12): targets not reached, and none of the statuses `revoked`,
  ///   `certified`, `continued`, `withdrawn`, `inadmissible`, `awardPending` and `lapsed`.
  ///   `refused` is listed, because another session may follow a refusal;
  /// - registrations, for enrolment and for delivery (``registrationDates(of:)``);
  /// - what is not done yet: declarations, decisions, sessions and notifications of VAE, surveys
  ///   (``dues(of:_:on:_:)``).
  ///
  /// Cost: one derivation for each candidacy that has a block, a dossier or an admissibility decision.
  ///
  /// - Parameter day: the day asked, which must be the day up to which the events were folded.
  public func deadlines(on day: CalendarDate, within days: Int) -> [Deadline] {
    let candidacies = records.flatMap { id, record in
      dues(of: id, record, on: day).map { Deadline($0, of: .candidacy(id), on: day) }
    }
    let certifications = timeless.frameworks.keys.flatMap { code in
      registrationDues(of: code).map { Deadline($0, of: .certification(code), on: day) }
    }
    return (candidacies + certifications).filter { 0...max(0, days) ~= $0.daysLeft }.sorted()
  }

  /// What should have been done before a day and is not done yet, the most recent first: the
  /// declarations, sessions, notifications and surveys that ``deadlines(on:within:)`` listed.
  ///
  /// Not the decisions on admissibility, which silence took. Cost: one pass over the candidacies, and
  /// one derivation for each with a dossier.
  ///
  /// - Parameter day: the day asked, which must be the day up to which the events were folded.
  public func pastDeadlines(on day: CalendarDate) -> [Deadline] {
    let past = records.flatMap { id, record in
      dues(of: id, record, on: day, isPastOnly: true).map {
        Deadline($0, of: .candidacy(id), on: day)
      }
    }
    return past.filter { $0.daysLeft < 0 }.sorted { left, right in
      left.lastDay == right.lastDay ? left < right : right.lastDay < left.lastDay
    }
  }

  /// The last days of a certification's registration, for enrolment and for delivery, past or not;
  /// ``deadlines(on:within:)`` lists each through that day. Empty if it is not known.
  public func registrationDues(of certification: CertificationCode) -> [Standing.Due] {
    guard let dates = registrationDates(of: certification) else { return [] }
    let enrolment = dates.lastEnrolmentDay.map { [Standing.Due(.registration, $0)] }
    let delivery = dates.lastDeliveryDay.map { [Standing.Due(.lastDelivery, $0)] }
    return (enrolment ?? []) + (delivery ?? [])
  }
}

extension Deadline: Comparable {
  /// By last day, then by the subject's text, then by kind.
  public static func < (left: Self, right: Self) -> Bool {
    if left.lastDay != right.lastDay { return left.lastDay < right.lastDay }
    if left.subject != right.subject { return left.subject < right.subject }
    return left.kind.rawValue < right.kind.rawValue
  }
}
