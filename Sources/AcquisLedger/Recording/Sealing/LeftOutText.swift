/// A text about an erased person that was submitted and is not recorded: it is to be kept on paper.
public struct LeftOutText: Hashable, Sendable {
  /// The line of its submission, counted from 1.
  public let line: Int
  /// Its place in the event: `data.grounds`, `reason`.
  public let field: String
  /// As submitted, in clear.
  public let text: String

  public init(line: Int, field: String, text: String) {
    self.line = line
    self.field = field
    self.text = text
  }
}
