internal import EventLog
internal import Events
internal import PostgreSQL

/// The conditions and the order of a query in SQL.
struct PostgresSelection {
  /// The values that the conditions take, `$1` being the first.
  private(set) var values: [PostgresValue] = []
  private var conditions: [String] = []
  private let order: String

  /// - Parameter last: the last position that is known.
  /// - Returns: nil where nothing can match.
  init?(_ query: EventQuery, through last: Position) {
    let last = min(query.through ?? last, last)
    guard query.from <= last, query.limit ?? 1 > 0 else { return nil }
    order =
      " ORDER BY " + (query.order == .fold ? "occurred_on, position" : "position")
      + (query.limit.map { " LIMIT \($0)" } ?? "")
    // Numbers stand in the text: a copy takes no values.
    if query.from > Position(1) { conditions.append("position >= \(query.from.number)") }
    conditions.append("position <= \(last.number)")
    if let day = query.onOrAfter { conditions.append("occurred_on >= \(day.dayNumber)") }
    if let day = query.onOrBefore { conditions.append("occurred_on <= \(day.dayNumber)") }
    let types = query.types.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let ofTypes = "type IN (SELECT key FROM type WHERE name IN (\(types)))"
    if query.subjects.isEmpty {
      if !types.isEmpty { conditions.append(ofTypes) }
      return
    }
    values.append(.texts(query.subjects.map(\.description)))
    conditions.append(
      """
      position IN (SELECT tag.position FROM tag JOIN subject ON subject.key = tag.subject
        WHERE subject.name = ANY ($1)\(types.isEmpty ? "" : " AND tag.\(ofTypes)")
        AND tag.position BETWEEN \(query.from.number) AND \(last.number))
      """)
  }

  /// The end of a statement about the events.
  var ending: String { " WHERE " + conditions.joined(separator: " AND ") + order }
}
