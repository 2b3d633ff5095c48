/// What a spreadsheet's file may have: beyond, it is refused before memory is.
public enum SheetLimits {
  /// Of a text file, and of all parts of a workbook together when unpacked.
  public static let bytes = 512 * 1_048_576
  /// Files in a workbook's archive.
  public static let parts = 10_000
  /// As spreadsheets have them.
  public static let rows = 1_048_576
  public static let columns = 16_384
  /// Cells of all sheets, with the blank ones between them, those that merging repeats, and the rows.
  public static let cells = 20_000_000
}
