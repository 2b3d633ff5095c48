/// A cell's place as spreadsheets write it: `B3`.
struct CellReference: Hashable {
  /// From 0.
  var column: Int
  /// From 1.
  var row: Int

  init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Reads `B3` or `$B$3`; nil for anything else, and beyond the last row and column.
  init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var hasDigit = false
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard !hasDigit else { return nil }
        column = column * 26 + Int(byte & 0x1F)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard column > 0 else { return nil }
        hasDigit = true
        row = row * 10 + Int(byte & 0x0F)
      default: return nil
      }
      guard column <= SheetLimits.columns, row <= SheetLimits.rows else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.column = column - 1
    self.row = row
  }

  /// As in `B3`.
  var text: String { Self.name(ofColumn: column) + String(row) }

  /// The letters of a column, from 0: `A`, `Z`, `AA`.
  static func name(ofColumn column: Int) -> String {
    var rest = column + 1
    var name = ""
    while rest > 0 {
      let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      name = String(Character(letter)) + name
      rest = (rest - 1) / 26
    }
    return name
  }
}
