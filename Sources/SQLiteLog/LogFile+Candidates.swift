internal import EventLog
internal import Events
internal import SQLite

extension LogFile {
  /// The positions of the matching events, each once and in the query's order; nil if scanning the
  /// table or the day index is cheaper.
  ///
  /// Memory: 8 bytes a position.
  func candidates(
    _ query: EventQuery, in range: Range<Int64>
  ) throws(LogFailure) -> [Int64]? {
    let needsDay = query.order == .fold || query.onOrAfter != nil || query.onOrBefore != nil
    if query.subjects.isEmpty && query.types.isEmpty {
      // Sorting a short range of a long log is faster than scanning the whole day index.
      guard query.order == .fold, Int64(range.count) < tail.last.number / 16 else { return nil }
      return try withDays(Array(range), query)
    }
    let limit = needsDay ? -1 : Int64(query.limit ?? -1)
    var positions = try matchingPositions(query, in: range, limit: limit)
    positions.sort()
    return needsDay ? try withDays(positions, query) : positions
  }

  /// The positions for each pair of a requested subject and a requested type, each once but
  /// unordered.
  private func matchingPositions(
    _ query: EventQuery, in range: Range<Int64>, limit: Int64
  ) throws(LogFailure) -> [Int64] {
    var subjects: [Int64] = []
    for subject in Set(query.subjects) {
      if let key = try existingKey(of: subject) { subjects.append(key) }
    }
    var types = Set(query.types).compactMap { names.typeKeys[$0] }
    // Within a subject, tags are ordered by type: a lower bound can only be searched type by type.
    if query.types.isEmpty && range.lowerBound > 1 { types = names.allTypes }
    var positions: [Int64] = []
    do throws(SQLiteFailure) {
      if query.subjects.isEmpty {
        for type in types {
          try statements.ofType.bind(range, at: 1)
          try statements.ofType.bind(type, at: 3)
          try statements.ofType.bind(limit, at: 4)
          try collect(statements.ofType, &positions)
        }
        return positions
      }
      for subject in subjects {
        if query.types.isEmpty && range.lowerBound == 1 {
          try statements.ofSubject.bind(range, at: 1)
          try statements.ofSubject.bind(subject, at: 3)
          try collect(statements.ofSubject, &positions)
          continue
        }
        for type in types {
          try statements.ofSubjectAndType.bind(range, at: 1)
          try statements.ofSubjectAndType.bind(type, at: 3)
          try statements.ofSubjectAndType.bind(subject, at: 4)
          try statements.ofSubjectAndType.bind(limit, at: 5)
          try collect(statements.ofSubjectAndType, &positions)
        }
      }
    } catch {
      throw LogFailure(error, timeout: timeout)
    }
    guard subjects.count > 1 else { return positions }
    var seen = Set<Int64>()
    return positions.filter { seen.insert($0).inserted }
  }

  private func collect(
    _ statement: borrowing Statement, _ positions: inout [Int64]
  ) throws(SQLiteFailure) {
    while try statement.step() { positions.append(statement.integer(0)) }
  }

  /// Reads each event's day, drops those before the query's first day or after its last, and sorts
  /// by day in fold order.
  private func withDays(_ positions: [Int64], _ query: EventQuery) throws(LogFailure) -> [Int64] {
    let days = query.days
    var dated: [(day: Int64, position: Int64)] = []
    dated.reserveCapacity(positions.count)
    do throws(SQLiteFailure) {
      for position in positions {
        guard let day = try integer(statements.dayAt, position), days.first <= day,
          day <= days.last
        else { continue }
        dated.append((query.order == .fold ? day : 0, position))
      }
    } catch {
      throw LogFailure(error, timeout: timeout)
    }
    if query.order == .fold { dated.sort { ($0.day, $0.position) < ($1.day, $1.position) } }
    return dated.map(\.position)
  }
}
