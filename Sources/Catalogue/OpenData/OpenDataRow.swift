internal import Events
internal import Spelling

/// A row of a file of the export, by its columns.
struct OpenDataRow: Hashable {
  let file: String
  /// On which it begins, from 1.
  let line: Int
  let cells: [String]
  let columns: [String: Int]
  /// Whether it has a text beyond the last column, so that its cells may be in wrong columns.
  let hasSurplus: Bool

  /// The text of a cell; nil if it is blank or the file has no such column.
  func text(_ column: String) -> String? {
    guard let index = columns[FoldedName(column).joined], cells.indices.contains(index),
      !cells[index].isEmpty
    else { return nil }
    return cells[index]
  }

  /// The text of a cell that has a letter or a digit: not `-`, `.`, which stand for none.
  func stated(_ column: String) -> String? {
    guard let text = text(column), text.unicodeScalars.contains(where: \.isLetterOrDigit) else {
      return nil
    }
    return text
  }

  /// A text that an event can hold.
  func free(_ column: String) throws(OpenDataCell) -> FreeText? {
    guard let text = stated(column) else { return nil }
    guard let free = try? FreeText(text) else {
      throw bad(.atMost(characters: FreeText.limit), column)
    }
    return free
  }

  /// Whether a text is there and only stands for none: `-`, `00/00/0000`.
  func isPlaceholder(_ column: String) -> Bool {
    guard let text = text(column) else { return false }
    return text.unicodeScalars.allSatisfy { $0 == "0" || !$0.isLetterOrDigit }
  }

  /// A day written `31/08/2023` or `2023-08-31`, with or without a time of day.
  func day(_ column: String) throws(OpenDataCell) -> CalendarDate? {
    guard let text = text(column), !isPlaceholder(column) else { return nil }
    guard let day = Self.day(text) else { throw bad(.day, column) }
    return day
  }

  private static func day(_ text: String) -> CalendarDate? {
    guard let word = text.split(whereSeparator: { $0 == " " || $0 == "T" }).first else {
      return nil
    }
    if let day = try? CalendarDate(String(word)) { return day }
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return try? CalendarDate(year, month, day)
  }

  /// `Oui` or `Non`; nil for anything else.
  func yesOrNo(_ column: String) -> Bool? {
    switch FoldedName(text(column) ?? "").joined {
    case "oui": true
    case "non": false
    default: nil
    }
  }

  func bad(_ expected: OpenDataExpectation, _ column: String) -> OpenDataCell {
    OpenDataCell(expected, column: column, file: file, line: line)
  }

  /// Which fiche follows which, by their numbers: the row's own follows the older ones that it names, and
  /// the newer ones follow it.
  var successions: [(older: String, newer: String)] {
    func numbers(_ column: String) -> [String] { FicheNumber.all(in: text(column) ?? "") }
    return numbers("Numero_Fiche").flatMap { own in
      numbers("Ancienne_Certification").map { ($0, own) }
        + numbers("Nouvelle_Certification").map { (own, $0) }
    }
  }

  /// Whether another row of the file says the same.
  func isSame(as other: OpenDataRow) -> Bool { cells == other.cells }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool {
    properties.isAlphabetic || properties.numericType != nil
  }
}
