internal import Events
internal import Sheets
internal import Spelling

/// What a row below the headings is.
enum RowKind: Hashable {
  case candidate, blank, total, headings
  /// A jury's heading with its text.
  case section([String])
}

/// Tells the rows of candidates from those that are none.
struct RowSorter {
  private let layout: TabLayout
  private let nameColumns: Set<Int>
  private let firstNameColumns: Set<Int>
  private let fullNameColumns: Set<Int>
  private let birthColumns: Set<Int>
  private let dayColumns: Set<Int>
  private let sessionColumns: Set<Int>
  private let ownColumns: Set<Int>

  init(_ layout: TabLayout) {
    self.layout = layout
    func columns(_ isWanted: (PlannedField) -> Bool) -> Set<Int> {
      Set(layout.columns.filter { isWanted($0.plan.field) }.map(\.column))
    }
    nameColumns = columns { $0 == .birthName || $0 == .fullName }
    firstNameColumns = columns { $0 == .firstNames }
    fullNameColumns = columns { $0 == .fullName }
    birthColumns = columns { $0 == .birthDate }
    sessionColumns = columns { $0 == .sessionDay }
    dayColumns = Set(layout.columns.lazy.filter { $0.plan.dayForm != nil }.map(\.column))
    ownColumns = columns { $0 == .state || $0 == .toCorrect }
  }

  /// - Parameter texts: of the row's cells, trimmed.
  func kind(of row: SheetFile.Row, _ texts: [String]) -> RowKind {
    var filled: [Int] = []
    for column in texts.indices where !texts[column].isEmpty && !ownColumns.contains(column) {
      if row.repeated.contains(where: { $0.contains(column) }) { continue }
      filled.append(column)
    }
    guard let first = filled.first else { return .blank }
    if isTotal(row, texts, filled) { return .total }
    if layout.isHeadings(texts) { return .headings }
    var distinct: [String] = []
    for column in filled where !distinct.contains(texts[column]) {
      distinct.append(texts[column])
      if distinct.count > 2 { return .candidate }
    }
    return isSection(row, texts, filled, distinct.count, first) ? .section(distinct) : .candidate
  }

  // MARK: Totals

  private func isTotal(_ row: SheetFile.Row, _ texts: [String], _ filled: [Int]) -> Bool {
    let label = filled.prefix(3).first {
      Self.isTotalLabel(texts[$0], isWhole: $0 != filled.first)
    }
    guard label != nil || texts.contains(where: Self.isFormula) else { return false }
    return !isPerson(row, texts, label: label)
  }

  /// A person may be named TOTAL, be born in the Somme, and have a formula in a cell.
  ///
  /// - Parameter label: the column with the word of a total.
  private func isPerson(_ row: SheetFile.Row, _ texts: [String], label: Int?) -> Bool {
    func hasDay(_ column: Int) -> Bool {
      column < texts.count && Self.isDay(row.cells[column], texts[column])
    }
    func isName(_ column: Int) -> Bool {
      column < texts.count && texts[column].hasLetters && !texts[column].hasDigits
        && !Self.isFormula(texts[column])
    }
    if birthColumns.contains(where: hasDay) { return true }
    let isNamed =
      firstNameColumns.contains(where: isName) && nameColumns.contains(where: isName)
      || fullNameColumns.contains { isName($0) && texts[$0].split(separator: " ").count > 1 }
    guard isNamed else { return false }
    guard let label, nameColumns.contains(label) else { return true }
    return sessionColumns.contains(where: hasDay)
  }

  private static func isFormula(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "=") && text.utf8.contains(UInt8(ascii: "("))
  }

  private static func isDay(_ cell: ReadCell, _ text: String) -> Bool {
    if case .day = cell { return true }
    if case .number(let number, _) = cell { return number >= 1900 }
    let words = DayText(text)
    return words.day != nil || words.month != nil && text.utf8.count >= 4
      || text.utf8.count == 5 && text.utf8.allSatisfy { 48...57 ~= $0 }
  }

  /// - Parameter isWhole: whether the label must be all that the cell has.
  private static func isTotalLabel(_ text: String, isWhole: Bool) -> Bool {
    guard let byte = text.utf8.first(where: { $0 >= 65 }), "tTsSmMnNeEaAcC".utf8.contains(byte)
    else { return false }
    let words = FoldedName(text).words
    guard let first = words.first else { return false }
    let joined = words.prefix(2).joined()
    let isLabel =
      labels.contains(first) || ["soustotal", "soustotaux", "ecarttype"].contains(joined)
      || ["nombrede", "nombredes", "nbde", "nbdes", "numberof"].contains(joined)
    return isLabel && (!isWhole || words.count <= 2)
  }

  private static let labels: Set<String> = [
    "total", "totaux", "soustotal", "moyenne", "moyennes", "somme", "sommes", "effectif",
    "effectifs", "average", "mean", "sum", "subtotal", "totals",
  ]

  // MARK: Sections

  private func isSection(
    _ row: SheetFile.Row, _ texts: [String], _ filled: [Int], _ distinct: Int, _ first: Int
  ) -> Bool {
    let saysSession = filled.contains { Self.saysSession(texts[$0]) }
    for column in filled {
      if case .day = row.cells[column] {
        if distinct == 1 || saysSession || !dayColumns.contains(column) { return true }
        continue
      }
      let words = DayText(texts[column])
      let isWhollyDay = words.day != nil
      guard isWhollyDay || words.days?.isEmpty == false || words.days == nil else { continue }
      if distinct == 1 || saysSession || !isWhollyDay || !dayColumns.contains(column) {
        return true
      }
    }
    if saysSession { return !filled.contains { birthColumns.contains($0) } }
    guard distinct == 1 else { return false }
    let isName =
      nameColumns.contains(first) && !texts[first].hasDigits
      && !texts[first].contains(":") && texts[first].split(separator: " ").count <= 4
    return !isName
  }

  /// Whether a text speaks of a session rather than of a person.
  static func saysSession(_ text: String) -> Bool {
    guard text.utf8.count >= 4 else { return false }
    return FoldedName(text).words.contains { sessionWords.contains($0) }
  }

  private static let sessionWords: Set<String> = [
    "jury", "jurys", "session", "sessions", "commission", "deliberation", "deliberations",
    "promotion", "promo", "seance", "examen",
  ]
}
