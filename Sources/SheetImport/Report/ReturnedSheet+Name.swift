public import Events
public import Sheets

extension ReturnedSheet {
  /// The end of the file's name before its extension.
  private static let ending = Text("-a-corriger", "-to-correct")

  /// Where a sheet is written back: `2019-a-corriger.csv` beside `2019.csv`; a sheet that was written back, and
  /// corrected, is written to its own place.
  public static func path(of sheet: String, in language: Language) -> String {
    let start = sheet.utf8.lastIndex(of: UInt8(ascii: "/")).map { sheet.utf8.index(after: $0) }
    let folder = sheet[..<(start ?? sheet.startIndex)]
    let name = sheet[(start ?? sheet.startIndex)...]
    let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 }
    let base = name[..<(dot ?? name.endIndex)]
    if base.hasSuffix(ending.french) || base.hasSuffix(ending.english) { return sheet }
    let type = dot.map { String(name[$0...]) } ?? ".csv"
    let right = type.lowercased() == ".xlsm" ? ".xlsx" : type
    return folder + base + ending.plainText(in: language) + right
  }

  /// Whether a file has both columns, so that it was written back.
  public static func isOne(_ file: SheetFile) -> Bool {
    file.pages.contains { page in
      page.rows.contains { row in
        let columns = HeadingRows.columns(of: row)
        return columns.state != nil && columns.toCorrect != nil
      }
    }
  }
}

extension ReturnedSheet {
  /// Whether a person answered in the column *à corriger* of a sheet written back.
  public static func hasAnswers(_ file: SheetFile) -> Bool {
    file.pages.contains { page in
      guard let column = page.rows.lazy.compactMap({ HeadingRows.columns(of: $0).toCorrect }).first
      else { return false }
      return page.rows.contains { row in
        row.cells.indices.contains(column) && AnswerReader.answer(row.cells[column].text) != nil
      }
    }
  }
}

extension Text {
  /// This text as it was written, with plain spaces: a sheet's own encoding may lack the others.
  func plainText(in language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }
}
