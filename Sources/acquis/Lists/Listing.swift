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

    init(
      _ column: ListColumn, isNumber: Bool = false, rank: Int = 0, isOnScreenOnly: Bool = false,
      isInFilesOnly: Bool = false
    ) {
      self.init(
        name: column.rawValue, column.heading, isNumber: isNumber, rank: rank,
        isOnScreenOnly: isOnScreenOnly, isInFilesOnly: isInFilesOnly)
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
  static let unknownElement = Failure.usage(
    Text(
      "--after : la liste n’a pas d’élément de cet identifiant",
      "--after: the list has no element of this id"))

  /// Prints the page of `--after` and `--limit`, and writes the file of `--xlsx`.
  ///
  /// - Throws: ``Failure/usage(_:)`` if no element has the key of `--after`; as
  ///   ``Invocation/writeSheets(_:)``, and then nothing is printed.
  func print(_ invocation: Invocation) throws {
    let output = invocation.output
    let page = try page(invocation)
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

  /// The columns of a file, by their places in a row.
  private var inFile: [(place: Int, column: Column)] {
    columns.enumerated().filter { !$0.element.isOnScreenOnly }.map { ($0.offset, $0.element) }
  }

  private func print(
    _ page: ArraySlice<Element>, _ style: CSVStyle, _ output: Output
  ) throws(Failure) {
    let places = inFile
    func fields(_ cells: [ListCell]) -> [String] {
      places.map { place, _ in
        switch style {
        case .standard: cells[place].exact(in: output.language)
        case .french: cells[place].shown(in: .french)
        }
      }
    }
    let headings = places.map { _, column in
      switch style {
      case .standard: column.name
      case .french: column.heading.text(in: .french)
      }
    }
    try output.bytes(Array(style.preamble.utf8))
    for line in style.lines([headings] + page.map { fields($0.cells()) }) {
      try output.bytes(Array((line + "\r\n").utf8))
    }
  }

  private func sheet(_ page: ArraySlice<Element>, in language: Language) -> Sheet {
    let places = inFile
    return Sheet(
      name.text(in: language), headings: places.map { $0.column.heading.text(in: language) },
      rows: page.map { element in
        let cells = element.cells()
        return places.map { cells[$0.place].sheetCell(in: language) }
      })
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
