package import Events
internal import Spelling

extension Identity {
  /// The folded words of all names, and each name of several words without what separates them: `le`,
  /// `blanc` and `leblanc` for `Le Blanc`.
  package var foldedWords: Set<String> {
    var words: Set<String> = []
    for name in [birthName, usageName].compactMap(\.self) + firstNames.elements {
      let folded = FoldedName(name.text)
      words.formUnion(folded.words)
      if folded.words.count > 1 { words.insert(folded.joined) }
    }
    return words
  }

  /// Whether each word of the text is a whole one of ``foldedWords``, in any order.
  package func isNamed(withWordsOf text: String) -> Bool {
    let words = FoldedName(text).words
    return !words.isEmpty && foldedWords.isSuperset(of: words)
  }

  /// The edition of ``foldedWords``: an index made of other words is made again.
  package static var foldedWordsEdition: Int { 1 }
}
