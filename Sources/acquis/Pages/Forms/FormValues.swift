internal import AcquisLedger
internal import Events
internal import HTTP

/// What a form was filled in with, and the words `field=value` that it stands for.
struct FormValues {
  private let items: QueryItems
  /// What stands for what was typed into a field.
  private var meant: [String: String] = [:]

  init(_ items: QueryItems) { self.items = items }

  /// What is in a field; empty for one that was not filled in.
  subscript(name: String) -> String { meant[name] ?? Self.trimmed(items[name] ?? "") }

  mutating func set(_ name: String, _ text: String) { meant[name] = text }

  func all(_ name: String) -> [String] { items.values(named: name).filter { !$0.isEmpty } }

  static func trimmed(_ text: String) -> String {
    let text = text.replacing("\r\n", with: "\n")
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  // MARK: Rows

  /// The name of a cell of a list: `members.1.role`.
  static func cell(_ list: String, _ row: Int, _ key: String) -> String { "\(list).\(row).\(key)" }

  /// The numbers, from 1, of the rows in which something is filled in.
  func filledRows(_ list: String, _ fields: [FormField]) -> [Int] {
    (1...Self.mostRows).filter { row in
      fields.contains { !self[Self.cell(list, row, $0.name)].isEmpty }
    }
  }

  /// The most rows of a list.
  static let mostRows = 40

  // MARK: Words

  /// The words of a form, for the command that records.
  func words(_ fields: [FormField]) -> [String] { fields.compactMap(word) }

  private func word(_ field: FormField) -> String? {
    switch field.control {
    case .line, .paragraph, .choice:
      let value = self[field.name]
      return value.isEmpty ? nil : "\(field.name)=\(value)"
    case .choices:
      let values = all(field.name)
      return values.isEmpty ? nil : "\(field.name)=\(values.joined(separator: ","))"
    case .rows(let columns):
      let rows = filledRows(field.name, columns).map { object($0, field.name, columns) }
      return rows.isEmpty ? nil : "\(field.name)=\(JSONValue.list(rows).description)"
    }
  }

  private func object(_ row: Int, _ list: String, _ columns: [FormField]) -> JSONValue {
    .object(
      columns.compactMap { column in
        let text = self[Self.cell(list, row, column.name)]
        if text.isEmpty { return nil }
        if column.isDay, let day = try? CalendarDate(typed: text, today: Ledger.today) {
          return JSONMember(column.name, .string(day.description))
        }
        return JSONMember(column.name, .string(text))
      })
  }
}
