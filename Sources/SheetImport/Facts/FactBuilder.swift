internal import EventLog
internal import Events
internal import Spelling

/// Gathers the facts of a sheet, candidacy by candidacy; then those of its juries and its persons.
struct FactBuilder {
  let sheet: SheetStatements
  let frameworks: KnownFrameworks
  let history: RecordedHistory
  var facts: [SheetFact] = []
  private(set) var issues: Set<SheetIssue> = []
  var disputed: Set<FactKey> = []
  var juries: SessionJuries
  /// Where the facts of the candidacy at hand begin.
  private(set) var start = 0
  /// By person: the day of the first enrolment, whether only the plan states it, and its rows.
  private var enrolments: [CandidateID: (day: CalendarDate, isPlanned: Bool)] = [:]
  /// By the number without regard to case: the candidacies that have it.
  private var numbers: [[UInt8]: [(number: String, candidacy: CandidacyID, row: Int)]] = [:]

  init(_ sheet: SheetStatements, _ frameworks: KnownFrameworks, _ history: RecordedHistory) {
    (self.sheet, self.frameworks, self.history) = (sheet, frameworks, history)
    juries = SessionJuries(history)
  }

  var sessions: [SheetSession] { juries.sessions }

  mutating func tell(_ cause: SheetCause, _ row: Int, column: Int? = nil) {
    if let issue = sheet.issue(cause, row, column: column) { issues.insert(issue) }
  }

  mutating func state(
    _ type: EventType, on day: CalendarDate, _ data: JSONValue, planned: Set<String> = [],
    rows: [Int]
  ) {
    facts.append(
      SheetFact(
        type, on: day, data, reason: sheet.reason(planned), planned: planned,
        rows: Set(rows).sorted()))
  }

  /// Tells of rows whose person is erased: nothing of them is taken in.
  mutating func leaveOutErased(_ persons: SheetPersons) {
    for person in persons.persons where history.erased.contains(history.person(person.id)) {
      for row in person.rows { tell(.erased, row) }
    }
  }

  // MARK: A candidacy

  /// Adds the facts of a candidacy.
  ///
  /// - Returns: whether it is taken in.
  mutating func add(_ group: CandidacyRows, as candidacy: CandidacyID) -> Bool {
    let rows = group.rows
    start = facts.count
    let days = rows.reduce(into: Set<CalendarDate>()) { $0.formUnion(sheet.sessions(of: $1)) }
    guard let enrolled = enrol(group, as: candidacy, first: days.min()) else { return false }
    addTraining(rows, of: candidacy)
    var sessions: [CalendarDate: CandidacySession] = [:]
    for day in days {
      let jury = juries.jury(
        of: group.certification, on: day, summoned: history.summonses(of: candidacy).map(\.id))
      sessions[day] = CandidacySession(
        jury: jury, day: day, candidacy: candidacy,
        rows: rows.filter { sheet.sessions(of: $0).contains(day) })
    }
    for day in days.sorted() {
      guard let session = sessions[day] else { continue }
      summon(session, enrolledOn: enrolled)
      decide(session)
    }
    award(group, as: candidacy, sessions)
    return true
  }

  /// The day of the enrolment; nil if the candidacy cannot be taken in.
  private mutating func enrol(
    _ group: CandidacyRows, as candidacy: CandidacyID, first session: CalendarDate?
  ) -> CalendarDate? {
    let rows = group.rows
    let pathway = rows.compactMap { sheet.pathway(of: $0) }.first
    if pathway == nil, sheet.plan.pathway != .open {
      for row in rows { tell(.noPathway, row) }
      return nil
    }
    var planned: Set<String> = []
    let day: CalendarDate
    if let stated = rows.compactMap({ sheet.enrolledOn($0) }).min() {
      day = stated
    } else {
      let others = rows.flatMap { row in
        [
          sheet.startedOn(row), sheet.completedOn(row), sheet.admissibleOn(row),
          sheet.awardedOn(row), sheet.certificateOn(row),
        ].compactMap(\.self) + sheet.sessions(of: row)
      }
      let planned = (sheet.plan.enrolment?.value ?? .session).day(for: session)
      guard let earliest = (others + [planned].compactMap(\.self)).min(), earliest <= sheet.today
      else {
        for row in rows { tell(.noSession, row) }
        return nil
      }
      day = earliest
    }
    if rows.allSatisfy({ sheet.enrolledOn($0) == nil }) { planned.insert("occurredOn") }
    let known = enrolments[group.person.id]?.day
    if known.map({ day < $0 }) ?? true {
      enrolments[group.person.id] = (day, planned.contains("occurredOn"))
    }
    guard let pathway else { return day }
    var data: [JSONMember] = [
      JSONMember("candidacy", .string(candidacy.text)),
      JSONMember("candidate", .string(candidate(of: group, candidacy).text)),
      JSONMember("certification", .string(group.certification.text)),
      JSONMember("pathway", .string(pathway.rawValue)),
    ]
    if !sheet.plan.has(.pathway) || rows.allSatisfy({ sheet.rows[$0].pathway == nil }) {
      planned.insert("pathway")
    }
    if let audience = rows.compactMap({ sheet.audience(of: $0) }).first {
      data.append(JSONMember("public", .string(audience.rawValue)))
      if !sheet.plan.has(.audience) || rows.allSatisfy({ sheet.rows[$0].audience == nil }) {
        planned.insert("public")
      }
    }
    if let employer = employer(of: group) { data.append(JSONMember("employer", .string(employer))) }
    contradict(rows, .pathway, rows.map { sheet.rows[$0].pathway?.rawValue })
    contradict(rows, .audience, rows.map { sheet.rows[$0].audience?.rawValue })
    contradict(rows, .enrolmentDay, rows.map { sheet.enrolledOn($0)?.description })
    state(.candidateEnrolled, on: day, .object(data), planned: planned, rows: rows)
    return day
  }

  /// The id under which the ledger has enrolled the person in this candidacy, else the person's.
  private func candidate(of group: CandidacyRows, _ candidacy: CandidacyID) -> CandidateID {
    let known = history.candidacies[history.person(group.person.id)] ?? []
    return known.first { $0.id == candidacy }?.candidate ?? group.person.id
  }

  /// The employer, unless it names the candidate: it stays in clear for ever.
  private mutating func employer(of group: CandidacyRows) -> String? {
    guard let row = group.rows.first(where: { sheet.rows[$0].employer != nil }),
      let employer = sheet.rows[row].employer
    else { return nil }
    let identity = group.person.identity
    let names = [identity.birthName, identity.usageName].compactMap(\.self)
      .map { FoldedName($0.text) }.filter { $0.joined.count >= 2 }
    guard names.contains(where: { FoldedName(employer).contains(words: $0) }) else {
      return employer
    }
    tell(.namesPerson(heading: sheet.heading(.employer)), row)
    return nil
  }

  /// Tells where rows of one candidacy say something differently.
  ///
  /// - Parameter values: what each row says.
  private mutating func contradict(_ rows: [Int], _ field: PlannedField, _ values: [String?]) {
    guard sheet.plan.has(field), let first = values.compactMap(\.self).first else { return }
    for (row, value) in zip(rows, values) where value != nil && value != first {
      tell(.contradiction(heading: sheet.heading(field)), row)
    }
  }

  private mutating func addTraining(_ rows: [Int], of candidacy: CandidacyID) {
    let id = JSONValue.string(candidacy.text)
    if let day = rows.compactMap({ sheet.admissibleOn($0) }).min() {
      state(
        .admissibilityDecided, on: day, ["candidacy": id, "admissible": .boolean(true)],
        rows: rows.filter { sheet.admissibleOn($0) != nil })
    }
    if let day = rows.compactMap({ sheet.startedOn($0) }).min() {
      state(
        .trainingStarted, on: day, ["candidacy": id],
        rows: rows.filter { sheet.startedOn($0) != nil })
    }
    tellHoursWithoutEnd(rows)
    let ended = rows.filter { sheet.completedOn($0) != nil && sheet.rows[$0].centreTime != nil }
    guard let day = ended.compactMap({ sheet.completedOn($0) }).max(),
      let row = ended.first(where: { sheet.completedOn($0) == day }),
      let centre = sheet.rows[row].centreTime
    else { return }
    var data = [JSONMember("candidacy", id)] + JSONMember.time(centre, "centre")
    if let company = sheet.rows[row].companyTime { data += JSONMember.time(company, "company") }
    state(.trainingCompleted, on: day, .object(data), rows: ended)
  }

  /// Tells of hours that nothing is recorded of: they are a part of the training's end.
  private mutating func tellHoursWithoutEnd(_ rows: [Int]) {
    if rows.contains(where: { sheet.completedOn($0) != nil && sheet.rows[$0].centreTime != nil }) {
      return
    }
    for row in rows where sheet.completedOn(row) == nil {
      let fields: [PlannedField] = [
        sheet.rows[row].centreTime.map { _ in .centreHours },
        sheet.rows[row].companyTime.map { _ in .companyHours },
      ].compactMap(\.self)
      if let field = fields.first { tell(.hoursWithoutEnd(heading: sheet.heading(field)), row) }
    }
  }

  // MARK: All candidacies together

  mutating func addNumber(_ number: CertificateNumber, _ candidacy: CandidacyID, _ row: Int) {
    numbers[number.caseFolded, default: []].append((number.text, candidacy, row))
  }

  /// Tells of numbers that two candidacies have, of the sheet or of the ledger.
  mutating func checkNumbers(in log: any EventLog) throws {
    for uses in numbers.values {
      if Set(uses.map(\.candidacy)).count > 1 {
        for use in uses { tell(.numberTwice, use.row) }
      }
    }
    let subjects = Set(numbers.values.joined().map(\.number)).sorted()
      .compactMap { (try? CertificateNumber($0)).map { Subject.certificate($0) } }
    let types: [EventType] = [
      .certificateIssued, .certificateReissued, .partialCertificateIssued,
    ]
    for envelope in try log.events(subjects, types, through: history.last)
    where !history.isAnnulled(envelope.event.id) {
      guard case .subject(.certificate(let number)) = envelope.event.fact.payload.introduces else {
        continue
      }
      for use in numbers[number.caseFolded] ?? []
      where use.candidacy != envelope.event.fact.candidacy {
        tell(.numberTwice, use.row)
      }
    }
  }

  /// Adds the registrations of the persons who have a candidacy.
  mutating func addRegistrations(_ persons: SheetPersons) throws {
    for person in persons.persons {
      guard let (day, isPlanned) = enrolments[person.id] else { continue }
      state(
        .candidateRegistered, on: day,
        ["candidate": .string(person.id.text), "identity": try person.identity.json()],
        planned: isPlanned ? ["occurredOn"] : [], rows: person.rows)
    }
  }
}

extension JSONMember {
  /// Hours and minutes of a time in minutes: `centreHours`, `centreMinutes`.
  fileprivate static func time(_ minutes: Int, _ place: String) -> [JSONMember] {
    let hours = JSONMember(place + "Hours", .integer(minutes / 60))
    return minutes % 60 == 0
      ? [hours] : [hours, JSONMember(place + "Minutes", .integer(minutes % 60))]
  }
}
