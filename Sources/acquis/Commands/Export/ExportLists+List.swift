internal import AcquisLedger
internal import EventLog
internal import Events
internal import Sheets

/// A list of an export: its name, what a row of it is, and its rows, made when they are read.
struct ExportedList {
  /// Of its file, without an ending: the word of the command that shows the list, where there is one.
  let name: String
  let title: Text
  /// What a row is about.
  let row: Text
  let columns: [Listing.Column]
  /// Calls the closure with each row's cells.
  let read: (_ take: ([ListCell]) throws -> Void) throws -> Void
  /// The number of rows.
  let count: () throws -> Int

  init(_ name: String, _ listing: Listing, title: Text? = nil, row: Text) {
    self.name = name
    self.title = title ?? listing.name
    self.row = row
    columns = listing.columns
    read = { take in for element in listing.elements { try take(element.cells()) } }
    count = { listing.elements.count }
  }

  /// The entries that a query chooses, which are not held in memory.
  init(entries query: EventQuery, _ rows: EntryRows, in log: any EventLog) {
    name = "log"
    title = Text("entrées", "entries")
    row = Text(
      "une ligne par entrée du registre, dans l’ordre de l’enregistrement",
      "a row for each event of the ledger, in the order of recording")
    columns = rows.columns(isAnnulledShown: true)
    read = { take in
      var rows = rows
      try rows.read(query, take)
    }
    count = {
      var query = query
      query.checksHashes = false
      if query.onOrBefore == nil, let last = query.through { return Int(last.number) }
      var count = 0
      try log.read(query) { _ in count += 1 }
      return count
    }
  }

  /// The list as a worksheet; every cell is in memory.
  func sheet(in language: Language) throws -> Sheet {
    let form = ListFile(columns, in: language)
    var rows: [[Cell]] = []
    try read { cells in rows.append(form.sheetCells(cells)) }
    return Sheet(
      title.text(in: language), headings: form.columns.map { $0.heading.text(in: language) },
      rows: rows)
  }
}
