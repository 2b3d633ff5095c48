internal import Events

/// What a sheet says of one candidacy at one session.
struct CandidacySession {
  let jury: JuryID
  let day: CalendarDate
  let candidacy: CandidacyID
  let rows: [Int]

  var ids: [JSONMember] {
    [JSONMember("jury", .string(jury.text)), JSONMember("candidacy", .string(candidacy.text))]
  }
}

extension FactBuilder {
  /// What the plan states of a session's facts beside their day.
  private var plannedDay: Set<String> { sheet.isSessionPlanned ? ["occurredOn"] : [] }

  /// That a certificate's number is an award is what the plan says.
  private var plannedAward: Set<String> {
    switch sheet.plan.awards {
    case .byResult: []
    case .byCertificateNumber: ["type"]
    }
  }

  /// The day on which the juries of a session were convened, and its candidates summoned.
  private func summonsDay(for session: CalendarDate) -> CalendarDate {
    min((sheet.plan.summons?.value ?? .session).day(for: session) ?? session, session)
  }

  /// Adds the convening and the sittings of the juries that an import makes. They concern no single person: the
  /// plan's sentence stays in clear.
  mutating func addJuries() {
    let mode = (sheet.plan.sessionMode?.value ?? .onSite).rawValue
    var convened: Set<JuryID> = []
    for session in sessions where juries.isMade(session) {
      let jury = JSONValue.string(session.jury.text)
      if convened.insert(session.jury).inserted {
        state(
          .juryConvened, on: summonsDay(for: session.on),
          [
            "jury": jury, "certification": .string(session.certification.text),
            "sessionOn": .string(session.on.description), "mode": .string(mode),
          ], planned: ["occurredOn", "mode"], rows: [])
      }
      if juries.sittings[session.jury, default: []].contains(session.on) {
        state(.juryHeld, on: session.on, ["jury": jury], planned: plannedDay, rows: [])
      }
    }
  }

  mutating func summon(_ session: CandidacySession, enrolledOn enrolled: CalendarDate) {
    state(
      .candidateSummoned, on: min(max(summonsDay(for: session.day), enrolled), session.day),
      .object(session.ids), planned: ["occurredOn"], rows: session.rows)
  }

  /// Adds what the jury decided, its absences and its recommendation.
  mutating func decide(_ session: CandidacySession) {
    var statements: [BlockCode: [(row: Int, decision: RowDecision)]] = [:]
    for row in session.rows {
      for decision in sheet.rows[row].decisions
      where sheet.day(of: decision, in: row) == session.day {
        statements[decision.block, default: []].append((row, decision))
      }
    }
    var absences: [(row: Int, isExcused: Bool, column: Int)] = []
    var isDecided = false
    for (block, all) in statements.sorted(by: { $0.key < $1.key }) {
      // What a cell says comes before what a blank one means.
      let explicit = all.filter { !$0.decision.isFromBlank }
      let counted = explicit.isEmpty ? all : explicit
      guard let first = counted.first else { continue }
      if counted.contains(where: { $0.decision.content != first.decision.content }) {
        for (row, decision) in counted { tell(.decidedTwice, row, column: decision.column) }
        isDecided = true
        disputed.insert(
          FactKey(
            .decision, candidacy: session.candidacy.text, jury: session.jury.text,
            block: block.text))
        disputed.insert(
          FactKey(
            .recognition, candidacy: session.candidacy.text, block: block.text, day: session.day))
        continue
      }
      switch first.decision.content {
      case .verdict(.absent), .verdict(.absentExcused):
        absences += counted.map {
          ($0.row, $0.decision.content == .verdict(.absentExcused), $0.decision.column)
        }
      case .verdict(.validated), .verdict(.refused):
        isDecided = true
        decide(block, first.decision, counted.map(\.row), session)
      case .equivalence(let authority):
        state(
          .priorValidationRecognised, on: session.day,
          [
            "candidacy": .string(session.candidacy.text), "block": .string(block.text),
            "basis": .string(RecognitionBasis.equivalence.rawValue),
            "source": ["authority": .string(authority)],
          ], planned: plannedDay.union(["source"]), rows: counted.map(\.row))
      }
    }
    if isDecided {
      for absence in absences { tell(.absentBesideDecision, absence.row, column: absence.column) }
    } else if !absences.isEmpty {
      state(
        .candidateAbsent, on: session.day,
        .object(session.ids + [JSONMember("excused", .boolean(absences.allSatisfy(\.isExcused)))]),
        planned: plannedDay, rows: absences.map(\.row))
      juries.hold(session.jury, on: session.day)
    }
    if isDecided { juries.hold(session.jury, on: session.day) }
    recommend(session)
  }

  private mutating func decide(
    _ block: BlockCode, _ decision: RowDecision, _ rows: [Int], _ session: CandidacySession
  ) {
    var data = session.ids + [JSONMember("block", .string(block.text))]
    let isRefused = decision.content == .verdict(.refused)
    if isRefused, let grounds = text(of: rows, .grounds, \.grounds) {
      data.append(JSONMember("grounds", .string(grounds)))
    }
    // That a blank is a refusal is what the plan says.
    let planned = plannedDay.union(decision.isFromBlank ? ["type"] : [])
    state(
      isRefused ? .blockRefused : .blockValidated, on: session.day, .object(data),
      planned: planned, rows: rows)
  }

  private mutating func recommend(_ session: CandidacySession) {
    let rows = session.rows.filter {
      sheet.rows[$0].recommendation != nil
        && (sheet.lastSession(of: $0) ?? session.day) == session.day
    }
    guard let text = text(of: rows, .recommendation, \.recommendation) else { return }
    state(
      .juryRecommended, on: session.day,
      .object(session.ids + [JSONMember("recommendation", .string(text))]), planned: plannedDay,
      rows: rows)
  }

  /// Different texts of several rows as one, on lines of their own; those that make it too long are left out, and
  /// told.
  private mutating func text(
    of rows: [Int], _ field: PlannedField, _ value: KeyPath<SheetRow, String?>
  ) -> String? {
    var rowsByText: [String: Int] = [:]
    for row in rows {
      guard let text = sheet.rows[row][keyPath: value], !text.isEmpty else { continue }
      rowsByText[text] = rowsByText[text] ?? row
    }
    var whole: String?
    for (text, row) in rowsByText.sorted(by: { $0.key < $1.key }) {
      let longer = whole.map { "\($0)\n\(text)" } ?? text
      if (try? FreeText(longer)) != nil {
        whole = longer
      } else {
        tell(.textTooLong(heading: sheet.heading(field)), row)
      }
    }
    return whole
  }

  // MARK: The award

  mutating func award(
    _ group: CandidacyRows, as candidacy: CandidacyID, _ sessions: [CalendarDate: CandidacySession]
  ) {
    let numbered = group.rows.filter { sheet.rows[$0].certificateNumber != nil }
    let awarded = group.rows.filter { sheet.rows[$0].isAwarded }
    let days = awarded.compactMap { sheet.awardedOn($0) ?? lastSession(of: $0) }
    guard let day = days.max() else {
      for row in awarded { tell(.noSession, row) }
      guard awarded.isEmpty, let row = numbered.first else { return }
      for row in numbered { addNumber(of: row, candidacy) }
      if history.facts[FactKey(.award, candidacy: candidacy.text)] == nil {
        tell(.numberWithoutAward, sheet.firstPlace(numbered) ?? row)
      }
      certify(candidacy, numbered, awardedOn: lastSession(of: row))
      return
    }
    let rows = awarded.filter { (sheet.awardedOn($0) ?? lastSession(of: $0)) == day }
    let stated = rows.contains { sheet.awardedOn($0) != nil }
    var data = [JSONMember("candidacy", .string(candidacy.text))]
    if let session = rows.compactMap({ lastSession(of: $0) }).first,
      let jury = sessions[session]?.jury
    {
      data.append(JSONMember("jury", .string(jury.text)))
      juries.hold(jury, on: session)
    }
    state(
      .certificationAwarded, on: day, .object(data),
      planned: (stated ? [] : plannedDay).union(plannedAward), rows: rows)
    let place = sheet.firstPlace(rows) ?? rows[0]
    if lacksBlocks(group, as: candidacy) { tell(.awardedWithoutBlocks, place) }
    if numbered.isEmpty {
      if history.facts[FactKey(.certificate, candidacy: candidacy.text)] != nil { return }
      tell(.awardedWithoutNumber, place)
    } else {
      for row in numbered { addNumber(of: row, candidacy) }
      certify(candidacy, numbered, awardedOn: day)
    }
  }

  /// The last session that a row names.
  private func lastSession(of row: Int) -> CalendarDate? { sheet.lastSession(of: row) }

  private mutating func addNumber(of row: Int, _ candidacy: CandidacyID) {
    guard let number = sheet.rows[row].certificateNumber.flatMap({ try? CertificateNumber($0) })
    else { return }
    addNumber(number, candidacy, row)
  }

  private mutating func certify(
    _ candidacy: CandidacyID, _ rows: [Int], awardedOn awarded: CalendarDate?
  ) {
    // The latest certificate of several counts, and the others are told.
    let ordered = rows.sorted {
      (sheet.certificateOn($1) ?? lastSession(of: $1) ?? .first)
        < (sheet.certificateOn($0) ?? lastSession(of: $0) ?? .first)
    }
    guard let row = ordered.first, let number = sheet.rows[row].certificateNumber else { return }
    for other in ordered where sheet.rows[other].certificateNumber != number {
      tell(.contradiction(heading: sheet.heading(.certificateNumber)), other)
    }
    let same = rows.filter { sheet.rows[$0].certificateNumber == number }
    let stated = same.compactMap { sheet.certificateOn($0) }.min()
    let planned = (sheet.plan.certificate?.value ?? .session).day(for: lastSession(of: row))
      .flatMap { $0 <= sheet.today ? $0 : nil }
    guard let day = stated ?? [planned, awarded].compactMap(\.self).max() else {
      tell(.noSession, row)
      return
    }
    state(
      .certificateIssued, on: day,
      ["candidacy": .string(candidacy.text), "number": .string(number)],
      planned: stated == nil ? ["occurredOn"] : [], rows: same)
  }

  /// Whether a block of the certification is held neither by the rows nor by the ledger.
  private func lacksBlocks(_ group: CandidacyRows, as candidacy: CandidacyID) -> Bool {
    guard let framework = frameworks[group.certification] else { return false }
    let stated = facts[start...].filter { $0.key?.block != nil }
    var held = Set(stated.filter { $0.type != .blockRefused }.compactMap { $0.key?.block })
    let keys = Set(stated.compactMap(\.key))
    // An entry that the sheet says otherwise now is corrected.
    for key in history.keys[candidacy.text, default: []].subtracting(keys) {
      guard let block = key.block, let entries = history.facts[key] else { continue }
      if entries.contains(where: { $0.type != .blockRefused }) { held.insert(block) }
    }
    return !framework.blocks.allSatisfy { held.contains($0.code.text) }
  }
}
