internal import Events

/// Finds words similar to a mistyped one.
public enum Nearest {
  /// The number of bytes of a word that are compared.
  private static let longest = 64

  /// The candidates with the smallest edit distance (insert, remove, change, swap), at most three. None is
  /// further away than a third of the word's length plus two.
  public static func words(to word: String, among candidates: [String]) -> [String] {
    let limit = min(word.utf8.count, longest) / 3 + 2
    return
      candidates
      .map { (word: $0, distance: distance(word, $0)) }
      .filter { $0.distance <= limit }
      .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
      .prefix(3)
      .map(\.word)
  }

  /// What the words nearest to a mistyped one mean, each once; at most three.
  static func meanings<Word>(
    of word: String, among words: [String: Word], shown: (Word) -> Text
  ) -> [Text] {
    var found: [Text] = []
    for near in Self.words(to: word, among: Array(words.keys)) {
      if let meaning = words[near].map(shown), !found.contains(meaning) { found.append(meaning) }
    }
    return found
  }

  /// The number of edits between two words; swapping two neighbouring letters is one edit.
  public static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased().utf8.prefix(longest))
    let right = Array(right.lowercased().utf8.prefix(longest))
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        var best = min(last[column + 1] + 1, current[column] + 1)
        best = min(best, last[column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      before = last
      last = current
    }
    return last[right.count]
  }
}
