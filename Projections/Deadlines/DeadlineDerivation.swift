public import Events

extension LedgerState {
  /// What ends within so many days of a day, the day itself in: the next to end first, then in the
  /// order of the subjects' text, then of the kinds.
  ///
  /// Listed are the last days of:
  /// - completion windows open, their targets not reached, of candidacies not `revoked`, `certified`,
  ///   `continued` (only the last of a chain is listed) or `withdrawn`;
  /// - favourable admissibility decisions still valid, of candidacies a jury may still decide on (R12):
  ///   not those either, nor `inadmissible`, `awardPending`, `lapsed` or with their targets reached. A
  ///   refusal may be followed by another session, so `refused` is listed;
  /// - registrations, for enrolment and for delivery (``registrationDates(of:)``);
  /// - declarations not accepted; those overdue are always listed, however many the days.
  ///
  /// - Parameter day: the day asked, the same as the one the events were folded up to.
  /// - Complexity: one derivation for each candidacy with a block or an admissibility that may end.
  public func deadlines(on day: CalendarDate, within days: Int) -> [Deadline] {
    var deadlines: [Deadline] = []
    func list(_ kind: Deadline.Kind, _ subject: Subject, _ lastDay: CalendarDate?) {
      guard let lastDay else { return }
      let daysLeft = day.days(until: lastDay)
      guard daysLeft < 0 ? kind == .declaration : daysLeft <= days else { return }
      deadlines.append(
        Deadline(kind: kind, subject: subject, lastDay: lastDay, daysLeft: daysLeft))
    }
    for (id, record) in records where record.enrolment != nil {
      if let declaration = record.declaration(on: day), declaration.status != .accepted {
        list(.declaration, .candidacy(id), declaration.lastDay)
      }
      guard record.mayHaveDeadlines, let state = candidacy(id, on: day), !state.targetReached
      else { continue }
      if state.window.status == .open, state.status.mayComplete {
        list(.completionWindow, .candidacy(id), state.window.lastDay)
      }
      if let decision = record.admissibility?.value, decision.admissible,
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
}

extension CandidacyRecord {
  /// Whether a window or an admissibility may run: it has a block or a *recevabilité*, and no award.
  fileprivate var mayHaveDeadlines: Bool {
    award == nil
      && (admissibility != nil || enrolment?.value.completes != nil || !decisions.all.isEmpty
        || !recognitions.isEmpty)
  }
}

extension CandidacyStatus {
  /// Whether the blocks missing may still be sought in this candidacy.
  fileprivate var mayComplete: Bool {
    switch self {
    case .revoked, .certified, .continued, .withdrawn: false
    case .inadmissible, .awardPending, .partiallyCertified, .lapsed, .awaitingJury, .refused,
      .inPreparation, .admissible, .enrolled:
      true
    }
  }

  /// Whether a jury may still decide on a block, and so needs the *recevabilité* valid.
  fileprivate var mayBeDecided: Bool {
    switch self {
    case .revoked, .certified, .continued, .withdrawn, .inadmissible, .awardPending, .lapsed: false
    case .partiallyCertified, .awaitingJury, .refused, .inPreparation, .admissible, .enrolled: true
    }
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
