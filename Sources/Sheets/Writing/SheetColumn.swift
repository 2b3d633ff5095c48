/// A column of a worksheet to write.
public struct SheetColumn: Hashable, Sendable {
  public let heading: String
  /// Shown beside the heading when the pointer is on it.
  public let note: String?
  /// The texts that its cells offer as a list, and outside of which nothing may be typed; empty: anything may.
  public let choices: [String]
  /// Whether a spreadsheet keeps what is typed into its cells as it is: `001` and `2026-001` are no number and
  /// no day. Days, numbers and percentages that are written keep their own format.
  public let isText: Bool

  public init(
    _ heading: String, note: String? = nil, choices: [String] = [], isText: Bool = false
  ) {
    self.heading = heading
    self.note = note
    self.choices = choices
    self.isText = isText
  }
}
