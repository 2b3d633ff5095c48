/// The form of a text file with separated cells: what was found in it.
public struct TextForm: Hashable, Sendable {
  /// How characters are bytes.
  public enum Encoding: Hashable, Sendable, CaseIterable {
    case utf8
    /// UTF-8 with a byte-order mark, as spreadsheets save « CSV UTF-8 ».
    case utf8WithMark
    case utf16LittleEndian
    case utf16BigEndian
    /// What French spreadsheets save by default as « CSV ».
    case windows1252
  }

  /// What ends a line.
  public enum LineEnd: Hashable, Sendable, CaseIterable {
    case lineFeed
    case carriageReturnAndLineFeed
    case carriageReturn
    case mixed
  }

  public let encoding: Encoding
  /// `;`, `,`, a tab, `|`, or what the first line `sep=` has; nil in a file of one column.
  public let separator: Character?
  /// nil in a file of one line.
  public let lineEnd: LineEnd?
}
