internal import EventLog
internal import Events
internal import Vault

/// Compares the facts of a sheet with what stands, key by key; then what moved from one session to another.
struct ChangeComparison {
  let facts: SheetFacts
  let rows: [SheetRow]
  let history: RecordedHistory
  let vault: Vault
  var changes = SheetChanges()
  /// Facts under whose key nothing stands.
  var unmatched: [SheetFact] = []
  /// The keys of the sheet's facts.
  private var said: Set<FactKey> = []
  /// The entries that are replaced.
  private(set) var replaced: Set<EventID> = []
  /// Juries of the sheet's sessions, and those whose candidates are all in the sheet.
  private(set) var ownJuries: Set<String> = []
  /// By candidacy: the first of its rows.
  private let places: [String: RowPlace]
  /// By jury: the first day of its sessions in the sheet.
  let sessionDays: [String: CalendarDate]

  init(_ facts: SheetFacts, _ rows: [SheetRow], _ history: RecordedHistory, _ vault: Vault) {
    (self.facts, self.rows, self.history, self.vault) = (facts, rows, history, vault)
    var places: [String: RowPlace] = [:]
    for (row, candidacy) in facts.candidacies where rows.indices.contains(row) {
      places[candidacy.text] = min(places[candidacy.text] ?? rows[row].place, rows[row].place)
    }
    self.places = places
    sessionDays = Dictionary(
      facts.sessions.map { ($0.jury.text, $0.on) }, uniquingKeysWith: { min($0, $1) })
  }

  /// The candidacies of the sheet, by id.
  var candidacies: [String] { places.keys.sorted() }

  /// Finds the juries that are the sheet's own: other sheets may have sessions of the same candidates, of which
  /// this one says nothing.
  mutating func findOwnJuries(in log: any EventLog) throws {
    ownJuries = Set(facts.sessions.map(\.jury.text))
    var others: Set<JuryID> = []
    for candidacy in candidacies {
      for key in history.keys[candidacy] ?? [] where key.kind == .summons {
        if let jury = key.jury, !ownJuries.contains(jury) { others.insert(try JuryID(jury)) }
      }
    }
    var foreign: Set<String> = []
    let subjects = others.sorted().map { Subject.jury($0) }
    for envelope in try log.events(subjects, [.candidateSummoned], through: history.last)
    where !history.isAnnulled(envelope.event.id) {
      guard case .candidateSummoned(let data) = envelope.event.fact else { continue }
      if places[data.candidacy.text] == nil { foreign.insert(data.jury.text) }
    }
    ownJuries.formUnion(others.map(\.text).filter { !foreign.contains($0) })
  }

  mutating func compare() throws {
    for fact in facts.facts {
      guard var key = fact.key else { continue }
      if let text = key.candidate, let id = try? CandidateID(text) {
        key.candidate = history.person(id).text
      }
      said.insert(key)
      guard let entries = history.facts[key], !entries.isEmpty else {
        unmatched.append(fact)
        continue
      }
      try compare(fact, key, entries)
    }
  }

  private mutating func compare(
    _ fact: SheetFact, _ key: FactKey, _ entries: [RecordedFact]
  ) throws {
    guard let last = entries.last else { return }
    // Of several entries any may say the same; of several identities the last counts.
    for entry in key.kind == .registration ? [last] : entries {
      let difference = try EntryDifference(fact, entry, history, opening: vault)
      if difference.fields.isEmpty {
        changes.unchanged += 1
        return
      }
    }
    // A session of several days is held on each.
    if key.kind == .sitting {
      unmatched.append(fact)
      return
    }
    var known = key
    known.day = nil
    let isOpen = last.isImported && !history.followed.contains(known)
    guard isOpen, key.kind != .award || isOwn(last) else {
      tell(.differsFromRecorded, fact)
      return
    }
    try correct(last, fact)
  }

  /// Whether an award is of a session of this sheet.
  private func isOwn(_ award: RecordedFact) -> Bool {
    award.data["jury"]?.text.map { ownJuries.contains($0) } ?? true
  }

  /// Puts a fact in the place of an entry.
  mutating func correct(_ entry: RecordedFact, _ fact: SheetFact, isMoved: Bool = false) throws {
    let difference = try EntryDifference(fact, entry, history, opening: vault, isMoved: isMoved)
    changes.corrected.append(
      SheetChanges.Correction(
        entry: entry.id, position: entry.envelope.position, fact: difference.replacement,
        fields: difference.fields))
    replaced.insert(entry.id)
  }

  func tell(_ cause: SheetCause, _ fact: SheetFact, _ issues: inout [SheetIssue]) {
    let places = fact.rows.filter { rows.indices.contains($0) }.map { rows[$0].place }
    if let place = places.min() { issues.append(SheetIssue(cause, row: place)) }
  }

  private mutating func tell(_ cause: SheetCause, _ fact: SheetFact) {
    tell(cause, fact, &changes.issues)
  }

  /// Adds a fact under whose key nothing stands, unless somebody annulled the same by hand.
  mutating func add(_ fact: SheetFact) throws {
    guard let key = fact.key else { return }
    let annulled = history.annulled[key] ?? []
    for entry in annulled where !history.replaced.contains(entry.id) {
      if try EntryDifference(fact, entry, history, opening: vault).fields.isEmpty {
        tell(.differsFromRecorded, fact)
        return
      }
    }
    if !annulled.isEmpty { changes.again.insert(key) }
    changes.added.append(fact)
  }

  // MARK: What the sheet does not say any more

  /// The entries of a candidacy that an import recorded and the sheet does not say.
  func unsaid(_ candidacy: String) -> [RecordedFact] {
    (history.keys[candidacy] ?? [])
      .filter { !said.contains($0) && !facts.disputed.contains($0) }
      .flatMap { history.facts[$0] ?? [] }
      .filter { $0.isImported && !replaced.contains($0.id) }
      .sorted { $0.envelope.position < $1.envelope.position }
  }

  /// Tells of cells that were filled when the sheet was imported before.
  mutating func tellBlanked() {
    let (starts, ends) = (
      rows.contains { $0.trainingStartedOn != nil },
      rows.contains { $0.trainingCompletedOn != nil && $0.centreTime != nil }
    )
    let hasAdmissibility = rows.contains { $0.admissibleOn != nil }
    let days = Set(facts.sessions.map(\.on))
    for candidacy in candidacies {
      guard let place = places[candidacy] else { continue }
      let isAwarded = said.contains(FactKey(.award, candidacy: candidacy))
      let isBlanked = unsaid(candidacy).contains { entry in
        switch entry.key.kind {
        case .registration, .enrolment, .convening, .sitting: false
        case .admissibility: hasAdmissibility
        case .trainingStart: starts
        case .trainingEnd: ends
        case .summons, .absence, .decision, .recommendation:
          entry.key.jury.map { ownJuries.contains($0) } ?? false
        case .recognition: entry.key.day.map { days.contains($0) } ?? false
        case .award:
          isOwn(entry)
            && (entry.data["jury"] != nil || days.contains(entry.envelope.event.occurredOn))
        case .certificate: isAwarded || days.contains(entry.envelope.event.occurredOn)
        }
      }
      if isBlanked { changes.issues.append(SheetIssue(.noLongerSaid, row: place)) }
    }
  }
}
