internal import Spelling

/// Which spelling of a name counts, and which say another name.
enum NameChoice {
  /// More words, then more accents: `Anne-Lise` beats `Anne`, and `Aïcha` beats `Aicha`.
  static func counts(_ text: String) -> Int {
    FoldedName(text).words.count * 100 + min(99, text.accents)
  }

  static func same(_ left: String, _ right: String) -> Bool {
    let (left, right) = (FoldedName(left), FoldedName(right))
    return left.joined == right.joined || left.words.sorted() == right.words.sorted()
  }
}
