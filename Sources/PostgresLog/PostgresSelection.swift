internal import EventLog
internal import Events
internal import PostgreSQL

/// A query in SQL.
struct PostgresSelection {
  let sql: String
  /// `$1` being the first.
  let values: [PostgresValue]

  /// A row that a reading goes on after, in the order of its query.
  struct Row {
    let day: Int64
    let position: Int64
  }

  /// - Parameters:
  ///   - last: the last position that is known.
  ///   - types: the types that are known.
  ///   - row: of a query with subjects.
  /// - Returns: nil where nothing can match.
  init?(
    _ columns: String, of query: EventQuery, through last: Position, types: TypeNames,
    after row: Row? = nil
  ) {
    var first = query.from.number
    if let row, query.order == .position { first = max(first, row.position + 1) }
    let last = min(query.through ?? last, last).number
    let keys = query.types.compactMap { types.keys[$0] }
    guard first <= last, query.limit ?? 1 > 0, query.types.isEmpty || !keys.isEmpty else {
      return nil
    }
    if query.subjects.isEmpty {
      self.init(columns, of: query, first...last, keys)
    } else {
      self.init(columns, ofSubjectsIn: query, first...last, keys, after: row)
    }
  }

  /// Of all subjects: without values, which a copy does not take.
  private init(
    _ columns: String, of query: EventQuery, _ positions: ClosedRange<Int64>, _ keys: [Int64]
  ) {
    var conditions = ["position <= \(positions.upperBound)"]
    if positions.lowerBound > 1 { conditions.append("position >= \(positions.lowerBound)") }
    if let day = query.onOrAfter { conditions.append("occurred_on >= \(day.dayNumber)") }
    if let day = query.onOrBefore { conditions.append("occurred_on <= \(day.dayNumber)") }
    if !keys.isEmpty {
      conditions.append("type IN (\(keys.map(String.init).joined(separator: ", ")))")
    }
    sql = """
      SELECT \(columns) FROM event WHERE \(conditions.joined(separator: " AND "))
      ORDER BY \(query.order == .fold ? "occurred_on, position" : "position")\
      \(query.limit.map { " LIMIT \($0)" } ?? "")
      """
    values = []
  }

  /// Of some subjects: a text that depends on the query's form alone, so that the server plans it once for a connection.
  /// The plan does not depend on what the server knows of the tables: the tags of each subject and type by their index,
  /// then each event by its position.
  private init(
    _ columns: String, ofSubjectsIn query: EventQuery, _ positions: ClosedRange<Int64>,
    _ keys: [Int64], after row: Row?
  ) {
    var values: [PostgresValue] = [
      .texts(query.subjects.map(\.description)), .integer(positions.lowerBound),
      .integer(positions.upperBound),
    ]
    func value(_ value: PostgresValue) -> String {
      values.append(value)
      return "$\(values.count)"
    }
    let types = keys.isEmpty ? nil : value(.integers(keys))
    var conditions: [String] = []
    if let day = query.onOrAfter {
      conditions.append("occurred_on >= \(value(.integer(Int64(day.dayNumber))))")
    }
    if let day = query.onOrBefore {
      conditions.append("occurred_on <= \(value(.integer(Int64(day.dayNumber))))")
    }
    if let row, query.order == .fold {
      let (day, position) = (value(.integer(row.day)), value(.integer(row.position)))
      conditions.append("(occurred_on, position) > (\(day), \(position))")
    }
    let limit = query.limit.map { " LIMIT " + value(.integer(Int64($0))) } ?? ""
    // What is ordered by position needs no more positions than rows.
    let isCut = query.order == .position && conditions.isEmpty
    let cut = isCut ? limit : ""
    sql = """
      SELECT \(columns) FROM (
        SELECT DISTINCT place
        FROM unnest(ARRAY(SELECT key FROM subject WHERE name = ANY ($1))) AS named (subject)
        \(types.map { "CROSS JOIN unnest(\($0)) AS typed (type)" } ?? "")
        CROSS JOIN LATERAL (
          SELECT position AS place FROM tag
          WHERE tag.subject = named.subject \(types == nil ? "" : "AND tag.type = typed.type")
            AND position BETWEEN $2 AND $3
          ORDER BY position\(cut) OFFSET 0
        ) AS of_one
        ORDER BY place\(cut) OFFSET 0
      ) AS tagged CROSS JOIN LATERAL (
        SELECT * FROM event WHERE event.position = place OFFSET 0
      ) AS event
      \(conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND ")) ")\
      ORDER BY \(query.order == .fold ? "occurred_on, position" : "place")\(limit)
      """
    self.values = values
  }
}
