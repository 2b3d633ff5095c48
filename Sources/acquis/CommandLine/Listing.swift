internal import Events
internal import Sheets

/// A list, printed as JSON Lines, as a spreadsheet's file or as a table; one page or all of it.
struct Listing {
  struct Element {
    /// The value of `--after` for the page after this element.
    let key: String
    /// Called when the element is printed, so that a page costs its own length, not the list's.
    let json: () -> JSONValue
    let cells: () -> [String]
    /// Shown in a last column on a screen; nil if there is none.
    let drawing: String?

    init(
      key: String, json: @autoclosure @escaping () -> JSONValue,
      cells: @autoclosure @escaping () -> [String], drawing: String? = nil
    ) {
      self.key = key
      self.json = json
      self.cells = cells
      self.drawing = drawing
    }
  }

  let columns: [Table.Column]
  let elements: [Element]
  /// Whether its JSON is one array instead of a line for each element.
  var isOneDocument = false

  /// The option of every list for a spreadsheet's file.
  static let csv = Command.Option(
    name: "csv", value: "STYLE",
    help: Text(
      "un fichier de tableur ; --csv=fr pour un tableur français",
      "a spreadsheet's file; --csv=fr for a French one"),
    isValueOptional: true)

  /// The options of every list.
  static let options = [
    Command.Option(
      name: "limit", value: "N",
      help: Text(
        "au plus N éléments",
        "at most N elements")),
    Command.Option(
      name: "after", value: "ID",
      help: Text(
        "la page qui suit cet élément de la liste",
        "the page after this element of the list")),
    csv,
  ]

  /// No element has the key of `--after`.
  static let unknownElement = Failure.usage(
    Text(
      "--after : la liste n’a pas d’élément de cet identifiant",
      "--after: the list has no element of this id"))

  /// Prints the page of `--after` and `--limit`.
  ///
  /// - Throws: ``Failure/usage(_:)`` if no element has the key of `--after`.
  func print(_ invocation: Invocation) throws {
    let output = invocation.output
    var page = elements[...]
    if let after = invocation.option("after") {
      guard let index = page.firstIndex(where: { $0.key == after }) else {
        throw Self.unknownElement
      }
      page = page[(index + 1)...]
    }
    if let limit = try invocation.number("limit") { page = page.prefix(limit) }
    if let text = invocation.option("csv") {
      guard let style = CSVStyle(rawValue: text) else {
        throw Failure.usage(
          Text("--csv : rien ou fr est attendu", "--csv: expected nothing or fr"))
      }
      let table = Table(columns: columns, rows: page.map { $0.cells() })
      try output.bytes(Array(style.preamble.utf8))
      for line in table.lines(csv: style) { try output.bytes(Array((line + "\r\n").utf8)) }
    } else if invocation.has("json"), isOneDocument {
      try output.line(JSONValue.list(page.map { $0.json() }).description)
    } else if invocation.has("json") {
      for element in page { try output.line(element.json().description) }
    } else {
      let isDrawn = page.contains { $0.drawing != nil }
      let shown = columns.map { $0.headed(in: output.language) }
      let rows = page.map { element in
        zip(element.cells(), columns).map { $1.cell($0, in: output.language) }
          + (isDrawn ? [element.drawing ?? ""] : [])
      }
      let table = Table(
        columns: shown + (isDrawn ? [Table.Column(name: "", rank: 1)] : []), rows: rows)
      for line in table.lines(width: output.terminalWidth, in: output.language) {
        try output.line(line)
      }
    }
  }
}
