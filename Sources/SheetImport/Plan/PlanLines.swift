/// Where a plan's answers are in its file, to name the line of one that turns out to be wrong.
///
/// Two plans are equal wherever their lines are.
struct PlanLines: Hashable, Sendable {
  var certification: Int?
  /// Of each column, by its index.
  var columns: [Int] = []
  /// Of each word, by the column's index and then the word's.
  var words: [Int: [Int]] = [:]

  /// The line of a column; 0 in a plan that was not read from a file.
  func column(_ index: Int) -> Int { columns.indices.contains(index) ? columns[index] : 0 }

  /// The line of a column's word; 0 in a plan that was not read from a file.
  func word(_ word: Int, of column: Int) -> Int {
    guard let lines = words[column], lines.indices.contains(word) else { return 0 }
    return lines[word]
  }

  static func == (left: PlanLines, right: PlanLines) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
