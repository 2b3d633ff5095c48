internal import Events
internal import Sheets

/// A list, printed as JSON Lines, as a spreadsheet's file or as a table; one page or all of it.
struct Listing {
  struct Column {
    /// Its name in `--csv`.
    let name: String
    /// Its heading for people.
    let heading: Text
    /// Whether its cells are aligned to the right.
    var isNumber = false
    /// As in ``Table/Column/rank``.
    var rank = 0
    /// Whether it is only for people at a screen.
    var isOnScreenOnly = false
    /// Whether it is only in files, where each value has a column of its own.
    var isInFilesOnly = false
    /// What its cells mean, in one line, and the form of their values in files; nil on screens alone.
    private(set) var meaning: Text?
    private(set) var form = ListForm.text
    /// The words of its values; empty for values that are no words.
    private(set) var words: [ListWord] = []

    /// - Parameters:
    ///   - heading: nil: that of the column in every list.
    ///   - meaning: nil: that of the column in every list.
    ///   - words: nil: those of the column in every list.
    init(
      _ column: ListColumn, isNumber: Bool = false, rank: Int = 0, isOnScreenOnly: Bool = false,
      isInFilesOnly: Bool = false, heading: Text? = nil, meaning: Text? = nil,
      words: [ListWord]? = nil
    ) {
      self.init(
        name: column.rawValue, heading ?? column.heading, isNumber: isNumber, rank: rank,
        isOnScreenOnly: isOnScreenOnly, isInFilesOnly: isInFilesOnly)
      self.meaning = meaning ?? column.meaning
      form = column.form
      self.words = words ?? column.words
    }

    init(
      name: String, _ heading: Text, isNumber: Bool = false, rank: Int = 0,
      isOnScreenOnly: Bool = false, isInFilesOnly: Bool = false
    ) {
      self.name = name
      self.heading = heading
      self.isNumber = isNumber
      self.rank = rank
      self.isOnScreenOnly = isOnScreenOnly
      self.isInFilesOnly = isInFilesOnly
    }
  }

  struct Element {
    /// The value of `--after` for the page after this element.
    let key: String
    /// Called when the element is printed, so that a page costs its own length, not the list's.
    let json: () -> JSONValue
    let cells: () -> [ListCell]

    init(
      key: String, json: @autoclosure @escaping () -> JSONValue,
      cells: @autoclosure @escaping () -> [ListCell]
    ) {
      self.key = key
      self.json = json
      self.cells = cells
    }
  }

  /// The name of its worksheet in `--xlsx`.
  let name: Text
  let columns: [Column]
  let elements: [Element]
  /// Whether its JSON is one array instead of a line for each element.
  var isOneDocument = false
  /// The lines of some elements on a screen, by their keys and the most characters of a line; nil: a table.
  var screen: ((_ keys: [String], _ width: Int) throws -> [StyledLine])?
  /// Whether ``elements`` are the page of `--after` and `--limit` already.
  var isPage = false

  /// The option of every list for a spreadsheet's file.
  static let csv = Command.Option(
    name: "csv", value: "fr",
    help: Text(
      "un fichier de tableur aux valeurs exactes ; --csv=fr : en français, pour un tableur français",
      "a spreadsheet's file of exact values; --csv=fr: in French, for a French spreadsheet"),
    isValueOptional: true, separateValues: [CSVStyle.french.rawValue])

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
    csv, SheetOutput.option,
  ]

  /// No element has the key of `--after`.
  static let unknownElement = Failure.unknown(
    Text(
      "--after : la liste n’a pas d’élément de cet identifiant",
      "--after: the list has no element of this id"))

  /// Prints the page of `--after` and `--limit`, and writes the file of `--xlsx`.
  ///
  /// - Throws: ``Failure/unknown(_:)`` if no element has the key of `--after`; as
  ///   ``Invocation/writeSheets(_:)``, and then nothing is printed.
  func print(_ invocation: Invocation) throws {
    let output = invocation.output
    var page = try page(invocation)
    if let most = invocation.served?.pageLength, page.count > most {
      page = page.prefix(most)
      if let last = page.last { output.keep(next: last.key) }
    }
    if let table = invocation.served?.table {
      return table.keep(columns, page.map { (key: $0.key, cells: $0.cells()) })
    }
    let csv = try invocation.csvStyle()
    try invocation.writeSheets { [sheet(page, in: output.language)] }
    if let csv {
      try print(page, csv, output)
    } else if invocation.has("json"), isOneDocument {
      try output.line(JSONValue.list(page.map { $0.json() }).description)
    } else if invocation.has("json") {
      for element in page { try output.line(element.json().description) }
    } else if !invocation.has("xlsx"), let screen {
      let width = output.terminalWidth ?? Wrapped.defaultWidth
      for line in try screen(page.map(\.key), width) { try output.line(line) }
    } else if !invocation.has("xlsx") {
      for line in table(page, in: output.language)
        .lines(width: output.terminalWidth, in: output.language)
      {
        try output.line(line)
      }
    }
  }

  private func page(_ invocation: Invocation) throws -> ArraySlice<Element> {
    var page = elements[...]
    if isPage { return page }
    if let after = invocation.option("after") {
      guard let index = page.firstIndex(where: { $0.key == after }) else {
        throw Self.unknownElement
      }
      page = page[(index + 1)...]
    }
    if let limit = try invocation.number("limit") { page = page.prefix(limit) }
    return page
  }

  private func print(
    _ page: ArraySlice<Element>, _ style: CSVStyle, _ output: Output
  ) throws(Failure) {
    let rows = ListFile(columns, in: output.language)
    try output.bytes(rows.head(style))
    for element in page { try output.bytes(rows.line(element.cells(), style)) }
  }

  private func sheet(_ page: ArraySlice<Element>, in language: Language) -> Sheet {
    let rows = ListFile(columns, in: language)
    return Sheet(
      name.text(in: language), headings: rows.columns.map { $0.heading.text(in: language) },
      rows: page.map { rows.sheetCells($0.cells()) })
  }

  private func table(_ page: ArraySlice<Element>, in language: Language) -> Table {
    let places = columns.enumerated().filter { !$0.element.isInFilesOnly }
    return Table(
      columns: places.map { _, column in
        Table.Column(
          heading: column.heading.text(in: language), isNumber: column.isNumber,
          rank: column.rank)
      },
      rows: page.map { element in
        let cells = element.cells()
        return places.map { place, _ in
          Table.Cell(text: cells[place].screen(in: language), tone: cells[place].tone)
        }
      })
  }
}
