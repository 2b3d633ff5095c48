public import Events

extension LedgerState {
  /// The deadlines from a day to that many days later, both included, in the order of
  /// ``Deadline/<(_:_:)``.
  ///
  /// No person who died is named. These are the last days of:
  /// - open completion windows, of the last candidacy of each chain whatever its status;
  /// - favourable admissibility decisions that are still valid, of candidacies that a jury may
  ///   still decide on (R12): targets not reached, and none of the statuses `revoked`,
  ///   `certified`, `continued`, `withdrawn`, `inadmissible`, `awardPending` and `lapsed`.
  ///   `refused` is listed, because another session may follow a refusal;
  /// - registrations, for enrolment and for delivery (``registrationDates(of:)``);
  /// - what is not done yet: declarations, decisions, sessions and notifications of VAE, surveys
  ///   (``CandidacyRecord/tasks(_:)``).
  ///
  /// Cost: one derivation for each candidacy that has a block or an admissibility decision.
  ///
  /// - Parameter day: the day asked, which must be the day up to which the events were folded.
  public func deadlines(on day: CalendarDate, within days: Int) -> [Deadline] {
    var deadlines = tasks(on: day).filter { 0...max(0, days) ~= $0.daysLeft }
    func list(_ kind: Deadline.Kind, _ subject: Subject, _ lastDay: CalendarDate?) {
      guard let lastDay else { return }
      let daysLeft = day.days(until: lastDay)
      guard 0...max(0, days) ~= daysLeft else { return }
      deadlines.append(
        Deadline(kind: kind, subject: subject, lastDay: lastDay, daysLeft: daysLeft))
    }
    for (id, record) in records where record.mayHaveDeadlines && deceased(id) == nil {
      guard let state = candidacy(id, on: day) else { continue }
      if state.window.status == .open, isLastOfChain(id) {
        list(.completionWindow, .candidacy(id), state.window.lastDay)
      }
      if let decision = record.admissibility?.value, decision.admissible, !state.targetReached,
        state.status.mayBeDecided
      {
        list(.admissibility, .candidacy(id), decision.validUntil)
      }
    }
    for code in timeless.frameworks.keys {
      let dates = registrationDates(of: code)
      list(.registration, .certification(code), dates?.lastEnrolmentDay)
      list(.lastDelivery, .certification(code), dates?.lastDeliveryDay)
    }
    return deadlines.sorted()
  }

  /// What should have been done before a day and is not done yet, the most recent first: the
  /// declarations, sessions, notifications and surveys that ``deadlines(on:within:)`` listed.
  ///
  /// Not the decisions on admissibility, which silence took. Cost: one pass over the candidacies, and
  /// one derivation for each with a dossier.
  ///
  /// - Parameter day: the day asked, which must be the day up to which the events were folded.
  public func pastDeadlines(on day: CalendarDate) -> [Deadline] {
    tasks(on: day).filter { $0.daysLeft < 0 }.sorted { left, right in
      left.lastDay == right.lastDay ? left < right : right.lastDay < left.lastDay
    }
  }

  /// Everything that is still to be done for a person who did not die, whatever its last day.
  private func tasks(on day: CalendarDate) -> [Deadline] {
    records.flatMap { id, record -> [Deadline] in
      guard record.enrolment != nil, record.mayHaveTasks, deceased(id) == nil else { return [] }
      let awarded = record.tasksOfAward(on: day)
      let experience = isExperienceOfRNCP(record) ? tasksOfExperience(id, record, on: day) : []
      return (awarded + experience).map { kind, lastDay in
        Deadline(
          kind: kind, subject: .candidacy(id), lastDay: lastDay, daysLeft: day.days(until: lastDay))
      }
    }
  }

  private func isExperienceOfRNCP(_ record: CandidacyRecord) -> Bool {
    guard record.pathway == .experience, let enrolment = record.enrolment else { return false }
    return timeless.frameworks[enrolment.value.certification]?.registration.register == .rncp
  }

  /// What the law asks for on the VAE pathway of an RNCP certification, since 2024.
  private func tasksOfExperience(
    _ id: CandidacyID, _ record: CandidacyRecord, on day: CalendarDate
  ) -> [(Deadline.Kind, CalendarDate)] {
    var tasks = record.resultsToNotify(annulledJuries).map { decidedOn in
      (Deadline.Kind.notification, decidedOn.adding(days: 15))
    }
    let dossiers = record.dossiers.filter { LegalDays.experienceDeadlines <= $0.moment.day }
    guard !dossiers.isEmpty, let status = candidacy(id, on: day)?.status, status.isLive
    else { return tasks }
    let latest = dossiers.last { $0.value == .admissibility }?.moment.day
    if let latest, record.admissibility.map({ $0.moment.day < latest }) ?? true,
      day <= latest.adding(months: 2)
    {
      tasks.append((.admissibilityDecision, latest.adding(months: 2)))
    }
    let sittings = record.summonses.filter { $0.summoned != nil }
      .flatMap { self.sittings[$0.jury, default: []] }
    for dossier in dossiers where dossier.value == .validation {
      let submittedOn = dossier.moment.day
      if sittings.contains(where: { submittedOn <= $0 }) { continue }
      tasks.append((.session, submittedOn.endOfThirdMonthAfter))
    }
    return tasks
  }
}

extension CandidacyRecord {
  /// Whether it can have a window or an admissibility deadline. Avoids a derivation for the others.
  fileprivate var mayHaveDeadlines: Bool {
    enrolment != nil
      && (admissibility != nil || enrolment?.value.completes != nil || !decisions.all.isEmpty
        || !recognitions.isEmpty)
  }

  /// Whether it can have a task.
  fileprivate var mayHaveTasks: Bool {
    award != nil || !dossiers.isEmpty || !decisions.all.isEmpty
  }

  /// What an award in force asks for: its declaration and the two surveys, until they are there.
  fileprivate func tasksOfAward(on day: CalendarDate) -> [(Deadline.Kind, CalendarDate)] {
    guard let award, awardRevoked == nil else { return [] }
    var tasks: [(Deadline.Kind, CalendarDate)] = []
    if let declaration = declaration(on: day), declaration.isOutstanding,
      let due = declaration.due
    {
      tasks.append((.declaration, due))
    }
    if surveys.sixMonths == nil { tasks.append((.surveySixMonths, award.day.adding(months: 6))) }
    if surveys.twoYears == nil { tasks.append((.surveyTwoYears, award.day.adding(years: 2))) }
    return tasks
  }

  /// The days of the juries' last decisions whose result was not notified since, since 2024.
  fileprivate func resultsToNotify(_ annulled: [JuryID: Moment]) -> [CalendarDate] {
    var last: [JuryID: CalendarDate] = [:]
    for decision in decisions.all { last[decision.jury] = decision.decidedOn }
    return last.compactMap { jury, decidedOn in
      let isNotified = notifications.contains { $0.value == jury && decidedOn <= $0.moment.day }
      guard LegalDays.experienceDeadlines <= decidedOn, annulled[jury] == nil, !isNotified
      else { return nil }
      return decidedOn
    }
  }
}

extension CandidacyStatus {
  /// Whether a jury may still decide on a block, which requires a valid *recevabilité*.
  fileprivate var mayBeDecided: Bool {
    switch self {
    case .revoked, .certified, .continued, .withdrawn, .inadmissible, .awardPending, .lapsed: false
    case .partiallyCertified, .awaitingJury, .refused, .inPreparation, .admissible, .enrolled: true
    }
  }

  /// Whether the candidacy goes on (R22).
  fileprivate var isLive: Bool {
    switch self {
    case .revoked, .certified, .continued, .withdrawn, .inadmissible, .lapsed: false
    case .awardPending, .partiallyCertified, .awaitingJury, .refused, .inPreparation, .admissible,
      .enrolled:
      true
    }
  }
}

extension CalendarDate {
  /// The last day of the third calendar month after this day's.
  package var endOfThirdMonthAfter: CalendarDate {
    adding(days: 1 - components.day).adding(months: 4).adding(days: -1)
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
