import Events
import Glibc
import Sheets
import TestSupport
import Testing

@testable import SheetImport

/// The persons of sheets of the kind that certifiers keep, where they are at hand: `../shared/sheets` beside the
/// package. Their rows are read here by hand, as far as persons need it.
struct SharedPersonTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/../shared/sheets"

  /// The cells of a sheet's rows from a row on; nil, said aloud, if it is not there.
  private func cells(_ name: String, from first: Int) throws -> [(number: Int, cells: [String])]? {
    guard let file = fopen("\(Self.folder)/\(name)", "r") else {
      print("\(Self.folder)/\(name) is not there: it is not read")
      return nil
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
    }
    return try SheetFile(bytes, named: name).pages[0].rows
      .filter { $0.number >= first && $0.cells.count > 2 && !$0.cells[2].text.isEmpty }
      .map { row in (row.number, row.cells.map(\.text)) }
  }

  /// `17/06/1975`, `17/06/75`, `1975`.
  private func birthDate(_ text: String) throws -> BirthDate? {
    let parts = text.split(separator: "/").map(String.init)
    if parts.count == 1 { return try BirthDate(parts[0]) }
    guard parts.count == 3 else { return nil }
    return try BirthDate((parts[2].count == 2 ? "19" : "") + "\(parts[2])-\(parts[1])-\(parts[0])")
  }

  private func wide() throws -> [SheetRow]? {
    try cells("1-suivi-large-cp1252.csv", from: 4)?.map { number, cells in
      var row = SheetRow(place: RowPlace(page: 0, number: number), cells: cells)
      row.birthName = cells[2]
      row.usageName = cells[3].isEmpty ? nil : cells[3]
      row.firstNames = [cells[4]]
      row.birthDate = try birthDate(cells[5])
      row.sex = cells[1].uppercased().contains("M") && cells[1].contains("e") ? .female : .male
      // The day's text tells sessions apart well enough.
      row.certificateNumber = cells.count > 15 && !cells[15].isEmpty ? cells[15] : nil
      return row
    }
  }

  @Test func `the 314 rows of the wide sheet are 300 persons`() throws {
    guard var rows = try wide() else { return }
    #expect(rows.count == 314)
    var ledger = PersonLedger()
    let asked = ledger.persons(rows)
    #expect(asked.exactDoubles == 6 && asked.nearDoubles == 4)
    #expect(asked.unsettled.map { rows[$0.row].place.number } == [28, 70, 208, 288])
    #expect(asked.persons.count == 300)
    #expect(asked.count(.noBirthDate) == 4)
    for row in asked.unsettled { rows[row.row].answer = .same(nil) }
    let settled = ledger.take(rows)
    #expect(settled.persons.count == 300 && settled.unsettled.isEmpty)
    #expect(settled.nearDoubles == 8)
    #expect(Set(settled.persons.map(\.id)) == Set(asked.persons.map(\.id)))
    let again = ledger.persons(rows)
    #expect(again.persons.map(\.id) == settled.persons.map(\.id))
    #expect(again.persons.allSatisfy { $0.standing == .known })
    var random = SeededGenerator(seed: 15)
    let shuffled = rows.shuffled(using: &random)
    #expect(
      Set(PersonLedger().persons(shuffled).persons.map(\.id)) == Set(settled.persons.map(\.id)))
  }

  @Test func `the 646 decisions are those of 120 persons`() throws {
    let cells = try cells("5-decisions-longues-cp1252.csv", from: 2)
    let rows = try cells?.map { number, cells in
      var row = SheetRow(place: RowPlace(page: 0, number: number), cells: cells)
      row.candidacyReference = cells[0].isEmpty ? nil : cells[0]
      row.birthName = cells[2]
      row.firstNames = [cells[3]]
      row.birthDate = try birthDate(cells[4])
      return row
    }
    guard let rows else { return }
    #expect(rows.count == 646)
    var ledger = PersonLedger()
    let persons = ledger.take(rows)
    #expect(persons.persons.count == 120)
    #expect(persons.unsettled.map { rows[$0.row].place.number } == [])
    #expect(persons.grouped.flatMap { $0 }.count == 646)
    #expect(ledger.persons(rows).persons.allSatisfy { $0.standing == .known })
  }

  @Test func `the sheet of marks has 300 persons, under their references`() throws {
    let cells = try cells("3-notes-virgules-utf8bom.csv", from: 2)
    let rows = try cells?.map { number, cells in
      var row = SheetRow(place: RowPlace(page: 0, number: number), cells: cells)
      row.personReference = cells[0].isEmpty ? nil : cells[0]
      row.birthName = cells[1]
      row.firstNames = [cells[2]]
      row.birthDate = try birthDate(cells[3])
      return row
    }
    guard let rows else { return }
    let persons = PersonLedger().persons(rows)
    #expect(persons.persons.count == 300 && persons.unsettled.isEmpty)
    #expect(persons.persons.count { $0.id.text.hasPrefix("M0") } == 297)
  }
}
