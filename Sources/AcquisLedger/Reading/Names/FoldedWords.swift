package import Events
internal import Spelling

extension Identity {
  /// The folded words of all names, and those that follow each other in one name without what separates them:
  /// `le`, `blanc`, `michel`, `leblanc`, `blancmichel` and `leblancmichel` for `Le Blanc-Michel`.
  package var foldedWords: Set<String> {
    var words: Set<String> = []
    for name in [birthName, usageName].compactMap(\.self) + firstNames.elements {
      let folded = FoldedName(name.text)
      for start in folded.words.indices {
        for length in 1...min(Self.longestRun, folded.words.count - start) {
          words.insert(folded.words[start..<start + length].joined())
        }
      }
      if !folded.words.isEmpty { words.insert(folded.joined) }
    }
    return words
  }

  /// Whether each word of the text is a whole one of ``foldedWords``, in any order.
  package func isNamed(withWordsOf text: String) -> Bool {
    let words = FoldedName(text).words
    return !words.isEmpty && foldedWords.isSuperset(of: words)
  }

  /// The largest number of words that are joined, but for whole names.
  private static var longestRun: Int { 4 }

  /// The edition of ``foldedWords``: an index made of other words is made again.
  package static var foldedWordsEdition: Int { 2 }
}
