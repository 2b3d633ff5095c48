package import Events

extension LedgerState {
  /// What has a last day for a candidacy on a day: what is not done yet, past or not, and the ends of its
  /// window and of its admissibility as long as they are to come. None for a person who died.
  ///
  /// Cost: one derivation of its state where something depends on it, unless it is given.
  ///
  /// - Parameters:
  ///   - state: its state on that day; nil: derived where it is needed.
  ///   - isPastOnly: whether the caller leaves out what is still to come, so that no window is derived.
  func dues(
    of id: CandidacyID, _ record: CandidacyRecord, on day: CalendarDate,
    _ state: CandidacyState? = nil, isPastOnly: Bool = false
  ) -> [Standing.Due] {
    guard record.mayHaveDues, let enrolment = record.enrolment?.value,
      let framework = timeless.frameworks[enrolment.certification],
      deceased(enrolment.candidate) == nil
    else { return [] }
    lazy var derived = state ?? candidacy(id, record, on: day)
    var dues = record.tasksOfAward(on: day)
    if record.pathway == .experience, framework.registration.register == .rncp {
      dues += record.resultsToNotify(annulledJuries).map { decidedOn in
        Standing.Due(.notification, decidedOn.adding(days: 15))
      }
      let dossiers = record.dossiers.filter { LegalDays.experienceDeadlines <= $0.moment.day }
      if !dossiers.isEmpty, let status = derived?.status, status.isLive {
        dues += tasks(of: dossiers, in: record, on: day)
      }
    }
    if isPastOnly || !record.mayHaveWindow { return dues }
    guard let state = derived else { return dues }
    if state.window.status == .open, let lastDay = state.window.lastDay, isLastOfChain(id) {
      dues.append(Standing.Due(.completionWindow, lastDay))
    }
    if let decision = record.admissibility?.value, decision.admissible, !state.targetReached,
      state.status.mayBeDecided, let lastDay = decision.validUntil, day <= lastDay
    {
      dues.append(Standing.Due(.admissibility, lastDay))
    }
    return dues
  }

  /// What the law asks for after VAE dossiers of an RNCP certification, since 2024.
  private func tasks(
    of dossiers: [CandidacyRecord.Dated<DossierKind>], in record: CandidacyRecord,
    on day: CalendarDate
  ) -> [Standing.Due] {
    var tasks: [Standing.Due] = []
    let latest = dossiers.last { $0.value == .admissibility }?.moment.day
    if let latest, record.admissibility.map({ $0.moment.day < latest }) ?? true,
      day <= latest.adding(months: 2)
    {
      tasks.append(Standing.Due(.admissibilityDecision, latest.adding(months: 2)))
    }
    let sittings = record.summonses.filter { $0.summoned != nil }
      .flatMap { self.sittings[$0.jury, default: []] }
    for dossier in dossiers where dossier.value == .validation {
      let submittedOn = dossier.moment.day
      if sittings.contains(where: { submittedOn <= $0 }) { continue }
      tasks.append(Standing.Due(.session, submittedOn.endOfThirdMonthAfter))
    }
    return tasks
  }
}

extension CandidacyRecord {
  /// Whether it can have anything with a last day.
  fileprivate var mayHaveDues: Bool {
    award != nil || !dossiers.isEmpty || mayHaveWindow
  }

  /// Whether it can have a window or an admissibility deadline. Avoids a derivation for the others.
  fileprivate var mayHaveWindow: Bool {
    admissibility != nil || enrolment?.value.completes != nil || !decisions.isEmpty
      || !recognitions.isEmpty
  }

  /// What an award in force asks for: its declaration and the two surveys, until they are there.
  fileprivate func tasksOfAward(on day: CalendarDate) -> [Standing.Due] {
    guard let award, awardRevoked == nil else { return [] }
    var tasks: [Standing.Due] = []
    if let declaration = declaration(on: day), declaration.isOutstanding,
      let due = declaration.due
    {
      tasks.append(Standing.Due(.declaration, due))
    }
    if surveys.sixMonths == nil {
      tasks.append(Standing.Due(.surveySixMonths, award.day.adding(months: 6)))
    }
    if surveys.twoYears == nil {
      tasks.append(Standing.Due(.surveyTwoYears, award.day.adding(years: 2)))
    }
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
