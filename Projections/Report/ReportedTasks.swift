internal import Events

/// What is to be done on a day: the part of a report that does not depend on its period.
struct ReportedTasks {
  private let state: LedgerState
  private let certification: CertificationCode?
  private let day: CalendarDate
  private let ahead: [Deadline]
  private let past: [Deadline]

  init(of certification: CertificationCode?, on day: CalendarDate, in state: LedgerState) {
    self.state = state
    self.certification = certification
    self.day = day
    func isCounted(_ deadline: Deadline) -> Bool {
      guard let certification else { return true }
      if case .candidacy(let id) = deadline.subject {
        return state.certification(of: id) == certification
      }
      return deadline.subject == .certification(certification)
    }
    ahead = state.deadlines(on: day, within: PeriodReport.registrationDays).filter(isCounted)
    past = state.pastDeadlines(on: day).filter(isCounted)
  }

  /// The last day of the month after that of the day asked.
  private var horizon: CalendarDate {
    day.adding(days: 1 - day.components.day).adding(months: 2).adding(days: -1)
  }

  /// The windows that close within 90 days, the next first.
  func closingWindows(_ facts: ReportFacts) -> [ClosingWindow] {
    ahead.compactMap { deadline in
      guard deadline.kind == .completionWindow, deadline.daysLeft <= PeriodReport.windowDays,
        case .candidacy(let id) = deadline.subject, let candidacy = state.candidacy(id, on: day)
      else { return nil }
      return ClosingWindow(
        candidacy: id, candidate: candidacy.candidate, certification: candidacy.certification,
        lastDay: deadline.lastDay, daysLeft: deadline.daysLeft,
        missing: candidacy.blocks.filter { !$0.status.isHeld }.map(\.code),
        nextSession: nextSession(of: candidacy.certification, by: deadline.lastDay, facts))
    }
  }

  private func nextSession(
    of certification: CertificationCode, by lastDay: CalendarDate, _ facts: ReportFacts
  ) -> ClosingWindow.Session? {
    facts.juries.filter { id, jury in
      jury.certification == certification && !state.decidesNothing(id)
        && day <= max(jury.session.first, jury.session.last) && jury.session.first <= lastDay
    }.map { ClosingWindow.Session(jury: $0, day: $1.session.first) }
      .min { ($0.day, $0.jury) < ($1.day, $1.jury) }
  }

  func declarations(of records: [CandidacyID: CandidacyRecord]) -> ReportedDeclarations {
    var declarations = ReportedDeclarations(horizon: horizon)
    for (id, record) in records where state.deceased(id) == nil {
      guard let declaration = record.declaration(on: day), declaration.isOutstanding,
        let due = declaration.due, let enrolment = record.enrolment?.value
      else { continue }
      switch declaration.answer {
      case .notDeposited: if day <= due, due <= horizon { declarations.due += 1 }
      case .deposited: declarations.deposited += 1
      case .rejected: declarations.rejected += 1
      case .accepted: continue
      }
      if declaration.isLate { declarations.late += 1 }
      declarations.holders.insert(state.timeless.person(enrolment.candidate))
    }
    return declarations
  }

  var experience: ReportedExperience {
    let (sessions, notifications) = (
      past.count { $0.kind == .session }, past.count { $0.kind == .notification }
    )
    return ReportedExperience(
      admissibilityDecisions: ahead.count { $0.kind == .admissibilityDecision },
      sessions: ahead.count { $0.kind == .session } + sessions, sessionsOverdue: sessions,
      notifications: ahead.count { $0.kind == .notification } + notifications,
      notificationsOverdue: notifications)
  }

  var registrations: [Deadline] {
    var deadlines = ahead.filter { [.registration, .lastDelivery].contains($0.kind) }
    for code in state.timeless.frameworks.keys {
      if let certification, code != certification { continue }
      for due in state.registrationDues(of: code) {
        let deadline = Deadline(due, of: .certification(code), on: day)
        if -PeriodReport.registrationDays..<0 ~= deadline.daysLeft { deadlines.append(deadline) }
      }
    }
    return deadlines.sorted()
  }

  var surveys: ReportedSurveys {
    func count(_ kind: Deadline.Kind) -> Int {
      ahead.count { $0.kind == kind && $0.lastDay <= horizon }
    }
    return ReportedSurveys(
      horizon: horizon, sixMonths: count(.surveySixMonths),
      sixMonthsPast: past.count { $0.kind == .surveySixMonths },
      twoYears: count(.surveyTwoYears),
      twoYearsPast: past.count { $0.kind == .surveyTwoYears })
  }
}
