internal import EventLog
internal import Events
internal import SQLite

/// Reads a part of a list of candidacies by the index that gives its first rows soonest.
struct StandingReader: ~Copyable {
  private let query: StandingQuery
  private let names: TableNames
  /// The conditions of the filter but the status and the certification, and what they are compared with.
  private var conditions: [String] = []
  private var values: [Value] = []
  /// Whether no row can pass the filter.
  private var isEmpty = false

  private enum Value {
    case number(Int64)
    case text(String)
  }

  init(_ query: StandingQuery, _ database: borrowing Database) throws(SQLiteFailure) {
    self.query = query
    names = try TableNames(database)
    addConditions()
  }

  /// Cost: an index read and a look-up of each row met; of a certification in every status, or of a status in
  /// every certification, one for each such pair.
  func matches(_ database: borrowing Database) throws(SQLiteFailure) -> [StandingMatch] {
    let filter = query.filter
    if isEmpty { return [] }
    if filter.candidacy != nil { return try read("", with: [], [], database) }
    if query.order == .windowEnd { return try read("list_by_window", with: [], [], database) }
    if filter.isToReview {
      return try read("list_to_review", with: ["is_to_review = 1"], [], database)
    }
    if filter.isLate { return try read("list_late", with: ["is_late = 1"], [], database) }
    if filter.windowEndsBy != nil { return try read("list_by_window", with: [], [], database) }
    if filter.status == nil, filter.declaration != nil {
      return try read("list_by_declaration", with: [], [], database)
    }
    guard filter.status != nil || filter.certification != nil else {
      return try read("", with: [], [], database)
    }
    var found: [StandingMatch] = []
    for (status, certification) in try pairs(database) {
      found += try read(
        "list_by_status", with: ["status = ?", "certification = ?"],
        [.number(status), .number(certification)], database)
    }
    found.sort { $0.precedes($1, by: query.order) }
    return Array(found.prefix(query.limit))
  }

  private mutating func addConditions() {
    let filter = query.filter
    func add(_ condition: String, _ value: Value) {
      conditions.append(condition)
      values.append(value)
    }
    let day = Value.number(Int64(filter.on.dayNumber))
    add("from_day <= ?", day)
    add("until_day >= ?", day)
    if let candidacy = filter.candidacy { add("candidacy = ?", .text(candidacy.text)) }
    if query.order == .windowEnd || filter.candidacy != nil || usesOwnIndex {
      if let status = filter.status { add("status = ?", .number(names.existing(status))) }
      if let code = filter.certification {
        add("certification = ?", .number(names.existing(code.text)))
      }
    }
    if let word = filter.pathway { add("pathway = ?", .number(names.existing(word))) }
    if let word = filter.window { add("\"window\" = ?", .number(names.existing(word))) }
    if let day = filter.windowEndsBy { add("window_last_day <= ?", .number(Int64(day.dayNumber))) }
    if let word = filter.declaration { add("declaration = ?", .number(names.existing(word))) }
    if filter.isLastOfChain { conditions.append("is_last_of_chain = 1") }
    if filter.isOwed { conditions.append("is_owed = 1") }
    if filter.isLate { conditions.append("is_late = 1") }
    if filter.isToReview { conditions.append("is_to_review = 1") }
    if let blocks = filter.missing {
      let sets = names.keys.filter { name, _ in Self.misses(blocks, name) }.values.sorted()
      // Of an empty set SQLite makes no index search, and an error of INDEXED BY.
      isEmpty = sets.isEmpty
      conditions.append("missing IN (\(sets.map(String.init).joined(separator: ", ")))")
    }
    if let after = query.after {
      switch query.order {
      case .candidacy: add("candidacy > ?", .text(after.candidacy.text))
      case .windowEnd:
        conditions.append("(window_last_day, candidacy) > (?, ?)")
        values += [
          .number(Int64(after.windowLastDay.dayNumber)), .text(after.candidacy.text),
        ]
      }
    }
  }

  /// Whether an index other than that by status is read.
  private var usesOwnIndex: Bool {
    let filter = query.filter
    return filter.isToReview || filter.isLate || filter.windowEndsBy != nil
      || filter.status == nil && filter.declaration != nil
  }

  /// Whether an interned set of blocks, after its certification, has one of the blocks.
  private static func misses(_ blocks: [CertifiedBlock], _ set: String) -> Bool {
    let words = set.split(separator: " ")
    return blocks.contains { block in
      words.first.map(String.init) == block.certification.text
        && words.dropFirst().contains { $0 == block.block.text }
    }
  }

  /// - Parameter index: empty: the order of the table.
  private func read(
    _ index: String, with first: [String], _ firstValues: [Value], _ database: borrowing Database
  ) throws(SQLiteFailure) -> [StandingMatch] {
    let order =
      switch query.order {
      case .candidacy: "candidacy"
      case .windowEnd: "window_last_day, candidacy"
      }
    // Asked for any one that is to be reviewed, the first by status costs no sort.
    let isOrdered = index != "list_to_review" || query.limit != 1
    let rows = try Statement(
      """
      SELECT candidacy, window_last_day FROM list_standing
      \(index.isEmpty ? "NOT INDEXED" : "INDEXED BY \(index)")
      WHERE \((first + conditions).joined(separator: " AND "))
      \(isOrdered ? "ORDER BY \(order)" : "") LIMIT ?
      """, on: database, isKept: false)
    var place: Int32 = 1
    for value in firstValues + values + [.number(Int64(query.limit))] {
      switch value {
      case .number(let number): try rows.bind(number, at: place)
      case .text(let text): try rows.bind(text, at: place)
      }
      place += 1
    }
    var found: [StandingMatch] = []
    while try rows.step() {
      guard let candidacy = try? CandidacyID(rows.text(0)), let day = rows.day(1) else { continue }
      found.append(StandingMatch(candidacy: candidacy, windowLastDay: day))
    }
    return found
  }

  /// The pairs of status and certification that the filter leaves, each found by one step in the index.
  private func pairs(
    _ database: borrowing Database
  ) throws(SQLiteFailure) -> [(Int64, Int64)] {
    let next = try Statement(
      """
      SELECT status, certification FROM list_standing INDEXED BY list_by_status
      WHERE (status, certification) > (?, ?) ORDER BY status, certification LIMIT 1
      """, on: database, isKept: false)
    let status = query.filter.status.map(names.existing)
    let certification = query.filter.certification.map { names.existing($0.text) }
    if let status, let certification { return [(status, certification)] }
    var pairs: [(Int64, Int64)] = []
    var last = (status ?? 0, Int64(0))
    while true {
      try next.bind(last.0, at: 1)
      try next.bind(last.1, at: 2)
      guard try next.step() else { break }
      last = (next.integer(0), next.integer(1))
      next.reset()
      if let status, status != last.0 { break }
      if let certification, certification != last.1 { continue }
      pairs.append(last)
    }
    return pairs
  }
}
