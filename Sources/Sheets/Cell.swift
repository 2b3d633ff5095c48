/// The content of a cell.
public enum Cell: Hashable, Sendable {
  case text(String)
  case number(Int)
  /// A percentage, from 0 to 100.
  case percent(Int)
  case empty
}
