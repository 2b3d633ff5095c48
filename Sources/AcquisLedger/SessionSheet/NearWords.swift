internal import Events

/// Words like a mistyped one.
enum NearWords {
  /// The longest word that is compared.
  private static let longest = 64

  /// Whether a word becomes another by changing at most a third of its letters, and one more.
  static func isNear(_ word: String, _ other: String) -> Bool {
    guard word.utf8.count <= longest, other.utf8.count <= longest else { return false }
    return distance(word, other) <= min(word.utf8.count, other.utf8.count) / 3 + 1
  }

  /// At most three.
  static func near(_ word: String, among words: [String]) -> [String] {
    guard word.utf8.count <= longest else { return [] }
    return words.filter { isNear(word, $0) }
      .map { (distance(word, $0), $0) }.sorted { $0 < $1 }.prefix(3).map(\.1)
  }

  /// What the words like a mistyped one mean, each once; at most three.
  static func words<Word>(
    near word: String, _ words: [String: Word], shown: (Word) -> Text
  ) -> [Text] {
    guard word.utf8.count <= longest else { return [] }
    var found: [Text] = []
    let near = words.filter { isNear(word, $0.key) }
      .map { (distance: distance(word, $0.key), key: $0.key, word: $0.value) }
      .sorted { ($0.distance, $0.key) < ($1.distance, $1.key) }
    for one in near where !found.contains(shown(one.word)) { found.append(shown(one.word)) }
    return Array(found.prefix(3))
  }

  /// The letters to add, to leave out or to change.
  private static func distance(_ word: String, _ other: String) -> Int {
    let (left, right) = (Array(word.lowercased().utf8), Array(other.lowercased().utf8))
    var row = Array(0...right.count)
    for (index, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let change = diagonal + (byte == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}

extension SheetAttendance {
  /// The word that a sheet is made with.
  var word: Text {
    switch self {
    case .present: SessionCandidate.Attendance.present.word
    case .absent(let excused): SessionCandidate.Attendance.absent(excused: excused ?? false).word
    }
  }
}
