public import Events

extension LedgerState {
  /// The deadlines from a day to that many days later, both included, in the order of
  /// ``Deadline/<(_:_:)``.
  ///
  /// These are the last days of:
  /// - open completion windows of candidacies whose targets are not reached, and whose status is
  ///   not `revoked`, `certified`, `continued` (only the last of a chain is listed) or `withdrawn`;
  /// - favourable admissibility decisions that are still valid, of candidacies that a jury may
  ///   still decide on (R12): targets not reached, and none of the statuses above, nor
  ///   `inadmissible`, `awardPending` or `lapsed`.
  ///   `refused` is listed, because another session may follow a refusal;
  /// - registrations, for enrolment and for delivery (``registrationDates(of:)``);
  /// - declarations not accepted; an overdue one is always listed.
  ///
  /// Cost: one derivation for each candidacy that has a block or an admissibility decision.
  ///
  /// - Parameter day: the day asked, which must be the day up to which the events were folded.
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
  /// Whether it can have a window or an admissibility deadline. Avoids a derivation for the others.
  fileprivate var mayHaveDeadlines: Bool {
    award == nil
      && (admissibility != nil || enrolment?.value.completes != nil || !decisions.all.isEmpty
        || !recognitions.isEmpty)
  }
}

extension CandidacyStatus {
  /// Whether the missing blocks may still be validated in this candidacy.
  fileprivate var mayComplete: Bool {
    switch self {
    case .revoked, .certified, .continued, .withdrawn: false
    case .inadmissible, .awardPending, .partiallyCertified, .lapsed, .awaitingJury, .refused,
      .inPreparation, .admissible, .enrolled:
      true
    }
  }

  /// Whether a jury may still decide on a block, which requires a valid *recevabilité*.
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
