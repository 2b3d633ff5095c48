internal import Events

/// What each row says, and what only the plan says of it.
struct SheetStatements: Sendable {
  let rows: [SheetRow]
  let plan: ImportPlan
  let today: CalendarDate
  /// What the reading of the rows told already, so that it is not told again.
  private let told: Set<SheetIssue>

  init(_ reading: SheetReading, by plan: ImportPlan, today: CalendarDate) {
    rows = reading.rows
    self.plan = plan
    self.today = today
    told = Set(reading.issues)
  }

  /// The plan's sentence, where the plan states something.
  func reason(_ planned: Set<String>) -> String? {
    planned.isEmpty || plan.reason.isEmpty ? nil : plan.reason
  }

  func issue(_ cause: SheetCause, _ row: Int, column: Int? = nil) -> SheetIssue? {
    let unread = rows[row].unread
    let isTold =
      cause == .noSession && unread.contains(.sessionDay)
      || cause == .noPathway && unread.contains(.pathway)
      || cause == .noCertification && unread.contains(.certification)
    if isTold { return nil }
    let issue = SheetIssue(cause, row: rows[row].place, column: column)
    return told.contains(issue) ? nil : issue
  }

  func heading(_ field: PlannedField) -> String {
    plan.columns.first { $0.field == field }?.heading ?? ""
  }

  /// The one of some rows that stands first in the sheet.
  func firstPlace(_ some: [Int]) -> Int? { some.min { rows[$0].place < rows[$1].place } }

  // MARK: Days

  /// A day of the sheet or the plan; nil if it is still to come.
  private func past(_ day: CalendarDate?) -> CalendarDate? {
    day.flatMap { $0 <= today ? $0 : nil }
  }

  /// Whether the plan alone states the day of the sessions.
  var isSessionPlanned: Bool {
    plan.session?.value != nil && !plan.has(.sessionDay) && !plan.sectionsAreSessions
  }

  func session(of row: Int) -> CalendarDate? {
    // The plan's day is not that of a cell that says another one, which cannot be read.
    let isUnread = rows[row].unread.contains(.sessionDay)
    return past(rows[row].sessionOn ?? (isUnread ? nil : plan.session?.value))
  }

  func day(of decision: RowDecision, in row: Int) -> CalendarDate? {
    if let day = past(decision.on) { return day }
    return rows[row].unread.contains(.sessionDay) ? nil : session(of: row)
  }

  /// The last session in which the row has a decision, where it may have several; else its session.
  func lastSession(of row: Int) -> CalendarDate? {
    if plan.hasSeveralSessions, let last = rows[row].decisions.compactMap({ past($0.on) }).max() {
      return last
    }
    return session(of: row) ?? sessions(of: row).max()
  }

  /// Every session that the row names.
  func sessions(of row: Int) -> Set<CalendarDate> {
    Set([session(of: row)].compactMap(\.self) + rows[row].decisions.compactMap { past($0.on) })
  }

  func enrolledOn(_ row: Int) -> CalendarDate? { past(rows[row].enrolledOn) }
  func startedOn(_ row: Int) -> CalendarDate? { past(rows[row].trainingStartedOn) }
  func completedOn(_ row: Int) -> CalendarDate? { past(rows[row].trainingCompletedOn) }
  func admissibleOn(_ row: Int) -> CalendarDate? { past(rows[row].admissibleOn) }
  func awardedOn(_ row: Int) -> CalendarDate? { past(rows[row].awardedOn) }
  func certificateOn(_ row: Int) -> CalendarDate? { past(rows[row].certificateOn) }

  // MARK: What the plan says for every row

  func certification(of row: Int) -> CertificationCode? {
    rows[row].certification ?? plan.certification?.value
  }

  func pathway(of row: Int) -> Pathway? { rows[row].pathway ?? plan.pathway?.value }

  func audience(of row: Int) -> Audience? { rows[row].audience ?? plan.audience?.value }
}

extension StatedDay {
  /// The day for a session; nil where that needs one and there is none.
  func day(for session: CalendarDate?) -> CalendarDate? {
    switch self {
    case .session: return session
    case .fixed(let day): return day
    case .yearly(let month, let day):
      guard let session else { return nil }
      func date(_ year: Int) -> CalendarDate? {
        guard 1...12 ~= month, year >= 1 else { return nil }
        return try? CalendarDate(year, month, min(day, CalendarDate.days(inMonth: month, of: year)))
      }
      let year = session.components.year
      return [date(year), date(year - 1)].compactMap(\.self).first { $0 <= session }
    }
  }
}

/// The rows of one candidacy.
struct CandidacyRows: Sendable {
  let person: SheetPerson
  let certification: CertificationCode
  /// The certifier's reference, where a candidacy is the rows of one reference.
  let reference: String?
  /// By their sessions and contents, so that the first is the same in whatever order the rows stand.
  let rows: [Int]

  /// The candidacies of all persons, by person, certification and reference.
  static func all(of persons: SheetPersons, _ sheet: SheetStatements) -> [CandidacyRows] {
    struct Key: Hashable {
      let certification: CertificationCode
      let reference: String?
    }
    var groups: [CandidacyRows] = []
    for person in persons.persons.sorted(by: { $0.id < $1.id }) {
      var rows: [Key: [Int]] = [:]
      for row in person.rows {
        guard let certification = sheet.certification(of: row) else { continue }
        let reference =
          sheet.plan.candidacies == .onePerReference ? sheet.rows[row].candidacyReference : nil
        rows[Key(certification: certification, reference: reference), default: []].append(row)
      }
      let keys = rows.keys.sorted {
        ($0.certification.text, $0.reference ?? "") < ($1.certification.text, $1.reference ?? "")
      }
      for key in keys {
        groups.append(
          CandidacyRows(
            person: person, certification: key.certification, reference: key.reference,
            rows: (rows[key] ?? []).sorted { sheet.precedes($0, $1) }))
      }
    }
    return groups
  }
}

extension SheetStatements {
  /// Whether a row comes before another one of the same person: not by its place.
  fileprivate func precedes(_ left: Int, _ right: Int) -> Bool {
    let days = (session(of: left) ?? .last, session(of: right) ?? .last)
    if days.0 != days.1 { return days.0 < days.1 }
    let (first, second) = (rows[left].cells, rows[right].cells)
    if first != second { return first.lexicographicallyPrecedes(second) }
    return rows[left].place < rows[right].place
  }
}
