internal import Events
internal import SheetImport
internal import Sheets

/// Rows of a sheet by their numbers: `lignes 6, 32 et 8 autres`.
struct SheetRowsText {
  /// The names of the file's tabs, where it has several that are read.
  let tabs: [String]

  /// The most rows that are told one by one.
  static let limit = 12

  func text(_ rows: [RowPlace]) -> Text {
    let shown = rows.prefix(Self.limit)
    let more = Self.more(rows.count - shown.count)
    let isOne = rows.count == 1
    if tabs.count < 2 {
      let numbers = shown.map { String($0.number) }.joined(separator: ", ")
      return Text(
        "\(isOne ? "ligne" : "lignes") \(numbers)\(more.french)",
        "\(isOne ? "row" : "rows") \(numbers)\(more.english)")
    }
    var order: [Int] = []
    var numbers: [Int: [String]] = [:]
    for row in shown {
      if numbers[row.page] == nil { order.append(row.page) }
      numbers[row.page, default: []].append(String(row.number))
    }
    let parts = order.map { page -> Text in
      let tab = Shown.onOneLine(tabs.indices.contains(page) ? tabs[page] : "?")
      let list = (numbers[page] ?? []).joined(separator: ", ")
      return Text("« \(tab) » \(list)", "“\(tab)” \(list)")
    }
    let (french, english) = (
      parts.map(\.french).joined(separator: " ; "), parts.map(\.english).joined(separator: "; ")
    )
    return Text(
      "\(isOne ? "ligne" : "lignes") \(french)\(more.french)",
      "\(isOne ? "row" : "rows") \(english)\(more.english)")
  }

  /// ` et 8 autres`; nothing for none.
  static func more(_ number: Int) -> Text {
    guard number > 0 else { return Text("", "") }
    let counted = Text.count(number, Text("autre", "more"), Text("autres", "more"))
    return Text(" et \(counted.french)", " and \(counted.english)")
  }
}
