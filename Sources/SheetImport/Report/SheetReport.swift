public import Events

/// What a sheet holds and what becomes of it: counts, and what is wrong by cause.
///
/// Decisions, awards and words are counted on the rows whose person is settled, each double row left out.
public struct SheetReport: Sendable {
  /// A cause with every row that has it.
  public struct Cause: Hashable, Sendable {
    public let cause: SheetCause
    /// Of cells, or of rows where it is about a row.
    public let count: Int
    /// Each once, ascending.
    public let rows: [RowPlace]
  }

  /// A word of which the plan says no meaning, in whatever columns.
  public struct Word: Hashable, Sendable {
    /// As it is spelled first.
    public let word: String
    public let count: Int
  }

  public struct Persons: Hashable, Sendable {
    public var new = 0
    public var known = 0
    public var exactDoubles = 0
    public var nearDoubles = 0
    public var toConfirm = 0

    public var total: Int { new + known }
  }

  /// What juries decided, in cells.
  public struct Verdicts: Hashable, Sendable {
    public var validated = 0
    /// With those of a blank.
    public var refused = 0
    public var refusedByBlank = 0
    public var absent = 0
    public var absentExcused = 0
    public var equivalences = 0
  }

  /// An entry that is corrected.
  public struct Corrected: Hashable, Sendable {
    public let type: EventType
    public let block: BlockCode?
    public let jury: JuryID?
    public let rows: [RowPlace]
    public let position: Position
    /// As ``SheetChanges/Correction/fields``.
    public let fields: [String]
  }

  /// Of candidates.
  public internal(set) var rows = 0
  public internal(set) var leftOut = LeftOutRows()
  /// Each column that is read, with what it is.
  public internal(set) var columns: [(heading: String, field: PlannedField)] = []
  /// Headings of columns that are not read.
  public internal(set) var unread: [String] = []
  public internal(set) var persons = Persons()
  public internal(set) var newSessions = 0
  public internal(set) var knownSessions = 0
  public internal(set) var verdicts = Verdicts()
  public internal(set) var unknownBlanks = 0
  /// The most frequent first.
  public internal(set) var unrecognised: [Word] = []
  /// Words that the plan leaves out on purpose.
  public internal(set) var wordsLeftOut: [Word] = []
  public internal(set) var awards = 0
  public internal(set) var certificates = 0
  /// The worst first.
  public internal(set) var causes: [Cause] = []
  /// Whether a column that is read says where persons were born, by a code.
  public internal(set) var saysBirthPlace = false
  /// Whether the ledger was compared: no question of the plan is open.
  public internal(set) var isCompared = false
  public internal(set) var added = 0
  public internal(set) var corrected: [Corrected] = []
  public internal(set) var unchanged = 0

  /// - Parameters:
  ///   - facts: nil where the plan has open questions; the ledger is not compared then.
  ///   - changes: as for the facts.
  public init(
    _ reading: SheetReading, _ persons: SheetPersons, by plan: ImportPlan,
    _ facts: SheetFacts?, _ changes: SheetChanges?
  ) {
    rows = reading.rows.count
    leftOut = reading.leftOut
    for (index, place) in reading.columns.enumerated() where place != nil {
      guard plan.columns.indices.contains(index) else { continue }
      let column = plan.columns[index]
      if column.field == .ignored {
        unread.append(column.heading)
      } else {
        columns.append((column.heading, column.field))
      }
    }
    unread += reading.unplanned
    saysBirthPlace = columns.contains(where: \.field.isBirthPlaceCode)
    // Of a new person whose rows all stay out nothing is recorded.
    self.persons.new = persons.persons.count { person in
      person.standing == .new && (facts.map { $0.takesIn(person) } ?? true)
    }
    self.persons.known = persons.persons.count { $0.standing == .known }
    self.persons.exactDoubles = persons.exactDoubles
    self.persons.nearDoubles = persons.nearDoubles
    self.persons.toConfirm = persons.unsettled.count
    let doubles = RowDoubles(reading, persons, by: plan)
    let settled = persons.persons.flatMap(\.rows)
      .filter { doubles.originals[$0] == nil && reading.rows.indices.contains($0) }
      .map { reading.rows[$0] }
    count(settled, facts)
    let unsettled = Set(persons.unsettled.map(\.row))
    var places: [RowPlace: Int] = [:]
    for (index, row) in reading.rows.enumerated() { places[row.place] = index }
    let issues = (reading.issues + persons.issues + (facts?.issues ?? []) + (changes?.issues ?? []))
      .filter { issue in
        guard let index = places[issue.row] else { return true }
        if issue.cause.weight == .note && issue.cause.word == nil { return true }
        if issue.cause == .decidedTwice { return true }
        if unsettled.contains(index) { return issue.cause == .toConfirm || issue.cause == .erased }
        return doubles.originals[index] == nil
      }
    take(issues)
    take(changes, reading)
  }

  private mutating func count(_ rows: [SheetRow], _ facts: SheetFacts?) {
    // Of two decisions that contradict each other neither is a fact.
    let contradicted = Set(facts?.issues.filter { $0.cause == .decidedTwice } ?? [])
    let decisions = rows.flatMap { row in
      row.decisions.filter {
        !contradicted.contains(SheetIssue(.decidedTwice, row: row.place, column: $0.column))
      }
    }
    for decision in decisions {
      switch decision.content {
      case .equivalence: verdicts.equivalences += 1
      case .verdict(.validated): verdicts.validated += 1
      case .verdict(.refused):
        verdicts.refused += 1
        if decision.isFromBlank { verdicts.refusedByBlank += 1 }
      case .verdict(.absent): verdicts.absent += 1
      case .verdict(.absentExcused): verdicts.absentExcused += 1
      }
    }
    guard let facts else {
      let sessions = rows.flatMap { row in
        let days = [row.sessionOn].compactMap(\.self) + row.decisions.compactMap(\.on)
        return days.map { [row.certification?.text, $0.description] }
      }
      newSessions = Set(sessions).count
      awards = rows.count(where: \.isAwarded)
      certificates = rows.count { $0.certificateNumber != nil }
      return
    }
    newSessions = facts.sessions.count { !$0.isKnown }
    knownSessions = facts.sessions.count(where: \.isKnown)
    awards = facts.facts.count { $0.type == .certificationAwarded }
    certificates = facts.facts.count { $0.type == .certificateIssued }
  }

  private mutating func take(_ all: [SheetIssue]) {
    var seen: Set<SheetIssue> = []
    let issues = all.filter { seen.insert($0).inserted }
    var byCause: [SheetCause: [SheetIssue]] = [:]
    for issue in issues { byCause[issue.cause.inAnyColumn, default: []].append(issue) }
    causes = byCause.values.map { issues in
      let rows = Set(issues.map(\.row)).sorted()
      return Cause(
        cause: issues[0].cause.merged(of: issues),
        count: issues[0].column == nil
          ? rows.count : issues.count, rows: rows)
    }.sorted { left, right in
      if left.cause.weight != right.cause.weight { return left.cause.weight < right.cause.weight }
      if left.count != right.count { return left.count > right.count }
      return left.cause.text.english < right.cause.text.english
    }
    unknownBlanks = issues.count { if case .blank = $0.cause { true } else { false } }
    unrecognised = Self.words(issues, areLeftOut: false)
    wordsLeftOut = Self.words(issues, areLeftOut: true)
  }

  private static func words(_ issues: [SheetIssue], areLeftOut: Bool) -> [Word] {
    var spelled: [String: String] = [:]
    var counts: [String: Int] = [:]
    for case .word(let word, _, areLeftOut) in issues.map(\.cause) {
      let key = PlannedWord.key(word)
      if spelled[key] == nil { spelled[key] = word }
      counts[key, default: 0] += 1
    }
    return counts.map { Word(word: spelled[$0.key] ?? $0.key, count: $0.value) }
      .sorted { ($1.count, $0.word) < ($0.count, $1.word) }
  }

  private mutating func take(_ changes: SheetChanges?, _ reading: SheetReading) {
    guard let changes else { return }
    isCompared = true
    added = changes.added.count
    unchanged = changes.unchanged
    corrected = changes.corrected.map { correction in
      Corrected(
        type: correction.fact.type,
        block: correction.fact.data["block"]?.text.flatMap { try? BlockCode($0) },
        jury: correction.fact.data["jury"]?.text.flatMap { try? JuryID($0) },
        rows: correction.fact.rows.filter(reading.rows.indices.contains)
          .map { reading.rows[$0].place },
        position: correction.position, fields: correction.fields)
    }
  }
}

extension SheetCause {
  /// What a word or a blank has in common in columns of the same words: one cause.
  fileprivate var inAnyColumn: SheetCause {
    if case .word(let word, _, let isLeftOut) = self {
      return .word(PlannedWord.key(word), heading: "", isLeftOut: isLeftOut)
    }
    if case .blank = self { return .blank(heading: "") }
    return self
  }

  /// This cause with the headings of all its columns, in their order.
  fileprivate func merged(of issues: [SheetIssue]) -> SheetCause {
    var found: [(column: Int, heading: String)] = []
    for issue in issues {
      guard let heading = issue.cause.heading, !found.contains(where: { $0.heading == heading })
      else { continue }
      found.append((issue.column ?? 0, heading))
    }
    let all = found.sorted { $0.column < $1.column }.map(\.heading).joined(separator: ", ")
    if case .word(let word, _, let isLeftOut) = self {
      return .word(word, heading: all, isLeftOut: isLeftOut)
    }
    if case .blank = self { return .blank(heading: all) }
    return self
  }
}

extension PlannedField {
  /// Whether its column gives the code of a birth place, of a town or a country.
  fileprivate var isBirthPlaceCode: Bool {
    self == .birthPostalCode || self == .birthINSEECode || self == .birthCountryCode
  }
}
