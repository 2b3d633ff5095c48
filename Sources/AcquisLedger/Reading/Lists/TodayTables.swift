internal import EventLog
internal import Events
internal import Projections

/// The tables of a log, brought up to what a question knows: what answers a list of any day from the latest day
/// of an entry on.
///
/// Where the log may not be written, the candidacies touched since are derived in memory, and laid over the
/// tables' rows.
///
/// A read returns nil if another process has brought the tables further meanwhile, or if they turn out to be
/// damaged: the question is then answered by a fold.
struct TodayTables {
  let log: any ListTables
  /// What the tables in the file are built for.
  let stamp: TableStamp
  /// The rows that count instead of those in the file; empty where the file has all.
  private let over: [CandidacyID: CandidacyRows]

  /// Whether a log's tables may answer a question.
  enum Opening {
    case ready(TodayTables)
    /// By a fold; whether tables are to be made from it.
    case fold(makesTables: Bool)
  }

  init(log: any ListTables, stamp: TableStamp, over: [CandidacyRows] = []) {
    self.log = log
    self.stamp = stamp
    self.over = Dictionary(over.map { ($0.candidacy, $0) }) { $1 }
  }

  /// The derivation of this program.
  static var derivation: String { "\(Edition.current) \(ListSettings.derivation)" }

  /// Opens a log's tables for a question, and brings them up to what it knows.
  ///
  /// Cost: some 100 µs, and 200 µs for each candidacy touched since.
  static func open(_ question: Question, _ settings: ListSettings) throws -> Opening {
    guard let log = question.log as? any ListTables,
      question.known.number >= settings.fewestEntries
    else { return .fold(makesTables: false) }
    // Tables that cannot be read, damaged or locked, are as none.
    let found = (try? log.tableState()).flatMap(\.self)
    // A question about less than the tables know. Asked first: what follows passes every entry known since.
    if let found, found.isWhole, question.known < found.stamp.through {
      return .fold(makesTables: false)
    }
    guard let latest = try log.latestDay(through: question.known), latest <= question.on else {
      return .fold(makesTables: false)
    }
    guard let state = found, state.isWhole, state.stamp.derivation == derivation
    else { return .fold(makesTables: true) }
    let since = question.known.number - state.stamp.through.number
    if since == 0 { return .ready(TodayTables(log: log, stamp: state.stamp)) }
    guard since <= settings.mostAlone(of: question.known.number) else {
      return .fold(makesTables: true)
    }
    let entries = try log.events(
      EventQuery(from: state.stamp.through.next, through: question.known))
    let marked = try MarkedCandidacies.find(
      touchedBy: entries, known: question.known,
      atMost: settings.mostAlone(of: question.known.number), in: log)
    guard let marked else { return .fold(makesTables: true) }
    var rows: [CandidacyRows] = []
    try CandidacyGroup.each(
      of: marked, to: latest, known: question.known, hasSittings: true, in: log
    ) { id, state in rows.append(CandidacyRows(of: id, state.standings(of: id, from: latest))) }
    let stamp = TableStamp(derivation: derivation, through: question.known, latestDay: latest)
    return try catchUp(log, rows, from: state.stamp, to: stamp)
  }

  private static func catchUp(
    _ log: any ListTables, _ rows: [CandidacyRows], from old: TableStamp, to new: TableStamp
  ) throws -> Opening {
    do {
      if try log.replaceInTables(rows, from: old, to: new) {
        return .ready(TodayTables(log: log, stamp: new))
      }
    } catch {
      // Read-only, locked or full: nothing was written.
      return .ready(TodayTables(log: log, stamp: old, over: rows))
    }
    // Another has done it meanwhile, as far or further.
    guard let state = try log.tableState(), state.isWhole, state.stamp == new else {
      return .fold(makesTables: false)
    }
    return .ready(TodayTables(log: log, stamp: new))
  }
}

// MARK: Reads

extension TodayTables {
  func matches(_ query: StandingQuery) throws -> [StandingMatch]? {
    if over.isEmpty { return try sound { try log.matches(query, in: stamp) } }
    var wider = query
    wider.limit = min(query.limit, .max - over.count) + over.count
    guard let found = try sound({ try log.matches(wider, in: stamp) }) else { return nil }
    var matches = found.filter { over[$0.candidacy] == nil }
    for rows in over.values {
      for row in rows.standings where query.filter.accepts(rows.candidacy, row) {
        let match = StandingMatch(candidacy: rows.candidacy, windowLastDay: row.windowLastDay)
        if query.after.map({ $0.precedes(match, by: query.order) }) ?? true {
          matches.append(match)
        }
      }
    }
    return Array(matches.sorted { $0.precedes($1, by: query.order) }.prefix(query.limit))
  }

  func dues(_ query: DueQuery, limit: Int) throws -> [DueMatch]? {
    if over.isEmpty { return try sound { try log.dues(query, limit: limit, in: stamp) } }
    guard let old = try overlaidRows() else { return nil }
    let overlaid = old.reduce(0) { $0 + $1.dues.count }
    let most = min(limit, .max - overlaid) + overlaid
    guard let found = try sound({ try log.dues(query, limit: most, in: stamp) })
    else { return nil }
    let added = over.values.flatMap { rows in
      rows.dues.filter(query.accepts).map {
        DueMatch(candidacy: rows.candidacy, kind: $0.kind, lastDay: $0.lastDay)
      }
    }
    let all = found.filter { over[$0.candidacy] == nil } + added
    return Array(
      all.sorted { left, right in
        if left.lastDay != right.lastDay {
          return (left.lastDay < right.lastDay) != query.isLatestFirst
        }
        return left.candidacy == right.candidacy
          ? left.kind < right.kind : left.candidacy < right.candidacy
      }.prefix(limit))
  }

  func dueCount(_ query: DueQuery) throws -> Int? {
    guard let count = try sound({ try log.dueCount(query, in: stamp) }),
      let old = try overlaidRows()
    else { return nil }
    func dues(_ rows: some Sequence<CandidacyRows>) -> Int {
      rows.reduce(0) { $0 + $1.dues.count(where: query.accepts) }
    }
    return count - dues(old) + dues(over.values)
  }

  func counts(on day: CalendarDate) throws -> [StandingKind: Int]? {
    guard var counts = try sound({ try log.counts(on: day, in: stamp) }),
      let old = try overlaidRows()
    else { return nil }
    func add(_ rows: some Sequence<CandidacyRows>, _ change: Int) {
      for row in rows.flatMap(\.standings) where row.days.contains(day) {
        let kind = StandingKind(status: row.status, certification: row.certification)
        counts[kind, default: 0] += change
      }
    }
    add(old, -1)
    add(over.values, 1)
    return counts.filter { $0.value != 0 }
  }

  func awards(of certification: CertificationCode?) throws -> [AwardRow: Int]? {
    guard var counts = try sound({ try log.awards(of: certification, in: stamp) }),
      let old = try overlaidRows()
    else { return nil }
    func add(_ rows: some Sequence<CandidacyRows>, _ change: Int) {
      for row in rows.compactMap(\.award)
      where row.certification == certification ?? row.certification {
        counts[row, default: 0] += change
      }
    }
    add(old, -1)
    add(over.values, 1)
    return counts.filter { $0.value != 0 }
  }

  /// What the file has of the candidacies that are laid over.
  private func overlaidRows() throws -> [CandidacyRows]? {
    over.isEmpty ? [] : try sound { try log.rows(of: over.keys.sorted(), in: stamp) }
  }

  /// What is read of the tables; nil too if they are damaged, which `audit verify` reports.
  private func sound<Value>(_ read: () throws -> Value?) throws -> Value? {
    do { return try read() } catch LogFailure.damaged { return nil }
  }
}
