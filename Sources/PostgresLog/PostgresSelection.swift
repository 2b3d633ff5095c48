internal import EventLog
internal import Events
internal import PostgreSQL

/// A query in SQL.
///
/// Of a query with subjects the text depends on its form alone, so that the server plans it once for a connection; the
/// plan does not depend on what the server knows of the tables: tags by their index, then each event by its position.
/// Without subjects there are no values, which a copy does not take.
struct PostgresSelection {
  let sql: String
  /// `$1` being the first.
  let values: [PostgresValue]

  /// - Parameters:
  ///   - last: the last position that is known.
  ///   - types: the types that are known.
  ///   - row: goes on after this one, in the query's order.
  /// - Returns: nil where nothing can match.
  init?(
    _ columns: String, of query: EventQuery, through last: Position, types: TypeNames,
    after row: (day: Int64, position: Int64)? = nil
  ) {
    let last = min(query.through ?? last, last)
    var first = query.from.number
    if let row, query.order == .position { first = max(first, row.position + 1) }
    let keys = query.types.compactMap { types.keys[$0] }
    guard first <= last.number, query.limit ?? 1 > 0, query.types.isEmpty || !keys.isEmpty else {
      return nil
    }
    let order = query.order == .fold ? "occurred_on, position" : "position"
    // After the last one of the order by position nothing is left to be compared.
    let row = query.order == .fold ? row : nil
    guard !query.subjects.isEmpty else {
      var conditions = ["position <= \(last.number)"]
      if first > 1 { conditions.append("position >= \(first)") }
      if let day = query.onOrAfter { conditions.append("occurred_on >= \(day.dayNumber)") }
      if let day = query.onOrBefore { conditions.append("occurred_on <= \(day.dayNumber)") }
      if let row { conditions.append("(occurred_on, position) > (\(row.day), \(row.position))") }
      if !keys.isEmpty {
        conditions.append("type IN (\(keys.map(String.init).joined(separator: ", ")))")
      }
      (sql, values) = (
        "SELECT \(columns) FROM event WHERE \(conditions.joined(separator: " AND "))"
          + " ORDER BY \(order)" + (query.limit.map { " LIMIT \($0)" } ?? ""), []
      )
      return
    }
    var values: [PostgresValue] = [
      .texts(query.subjects.map(\.description)), .integer(first), .integer(last.number),
    ]
    func value(_ value: PostgresValue) -> String {
      values.append(value)
      return "$\(values.count)"
    }
    func day(_ day: CalendarDate) -> String { value(.integer(Int64(day.dayNumber))) }
    let ofTypes = keys.isEmpty ? "" : " AND type = ANY (\(value(.integers(keys))))"
    var days: [String] = []
    if let first = query.onOrAfter { days.append("occurred_on >= \(day(first))") }
    if let last = query.onOrBefore { days.append("occurred_on <= \(day(last))") }
    if let row {
      days.append(
        "(occurred_on, position) > (\(value(.integer(row.day))), \(value(.integer(row.position))))")
    }
    let limit = query.limit.map { " LIMIT " + value(.integer(Int64($0))) } ?? ""
    // What is ordered by position needs no more positions than rows.
    let isCut = query.order == .position && days.isEmpty
    sql = """
      SELECT \(columns) FROM (
        SELECT DISTINCT position AS place FROM tag
        WHERE subject = ANY (ARRAY(SELECT key FROM subject WHERE name = ANY ($1)))
          AND position BETWEEN $2 AND $3\(ofTypes)
        ORDER BY position\(isCut ? limit : "") OFFSET 0
      ) AS tagged CROSS JOIN LATERAL (
        SELECT * FROM event WHERE event.position = place OFFSET 0
      ) AS event
      \(days.isEmpty ? "" : "WHERE \(days.joined(separator: " AND ")) ")\
      ORDER BY \(query.order == .fold ? order : "place")\(limit)
      """
    self.values = values
  }
}
