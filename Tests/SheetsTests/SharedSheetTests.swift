import Glibc
import Testing

@testable import Sheets

/// Sheets of the kind that certifiers keep, where they are at hand: `../shared/sheets` beside the package.
struct SharedSheetTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/../shared/sheets"

  /// A sheet's file; nil, said aloud, if it is not there.
  private func file(_ name: String) throws -> SheetFile? {
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
    return try SheetFile(bytes, named: name)
  }

  @Test func `the wide sheet is read`() throws {
    guard let file = try file("1-suivi-large-cp1252.csv") else { return }
    #expect(
      file.form
        == .text(
          TextForm(
            encoding: .windows1252, separator: ";", lineEnd: .carriageReturnAndLineFeed)))
    let rows = file.pages[0].rows
    #expect(rows.count == 326)
    #expect(rows.map(\.number) == Array(1...326))
    #expect(rows[1].cells.isEmpty && rows[318..<325].allSatisfy(\.cells.isEmpty))
    #expect(rows[2].cells.count == 17 && rows[2].cells[0] == .text("N°"))
    #expect(rows.count { $0.cells.contains { $0.text.hasPrefix("=NB.SI(") } } == 1)
  }

  @Test func `the sheet of marks is read`() throws {
    guard let file = try file("3-notes-virgules-utf8bom.csv") else { return }
    guard case .text(let form) = file.form else { throw SheetReadingFailure.notAWorkbook }
    #expect(form.encoding == .utf8WithMark && form.separator == ";")
    let rows = file.pages[0].rows
    #expect(rows.filter { !$0.cells.isEmpty }.count == 301)
    #expect(rows[0].cells.first == .text("Matricule"))
  }

  @Test func `the sheet of decisions is read, with its cells of two lines`() throws {
    guard let file = try file("5-decisions-longues-cp1252.csv") else { return }
    let rows = file.pages[0].rows.filter { !$0.cells.isEmpty }
    #expect(rows.count == 647)
    #expect(rows.count { $0.cells.contains { $0.text.utf8.contains(0x0A) } } == 67)
    #expect(rows.count { $0.cells.count > 6 && $0.cells[6] == .text("Validé") } == 445)
  }

  @Test func `the workbook with merged jury days is read`() throws {
    guard let file = try file("7-classeur-fusionne.xlsx") else { return }
    #expect(file.pages.map(\.name) == ["Suivi 2017-2025", "Feuil2"])
    #expect(file.pages.map(\.isHidden) == [false, true])
    #expect(file.pages[1].rows.isEmpty)
    let rows = file.pages[0].rows
    #expect(rows[0].cells.count == 9 && rows[0].repeated == [1..<9])
    let persons = rows.dropFirst(2).filter { !$0.cells.isEmpty }
    #expect(persons.count == 300)
    #expect(
      persons.allSatisfy { row in
        if case .day = row.cells[0] { true } else { false }
      })
    #expect(persons.count { $0.repeated.isEmpty } == 18)
    let texts = persons.count { row in
      if case .text = row.cells[3] { true } else { false }
    }
    #expect((3...15).contains(texts))
    #expect(rows[2].cells[0] == .day(year: 2017, month: 6, day: 17))
  }
}
