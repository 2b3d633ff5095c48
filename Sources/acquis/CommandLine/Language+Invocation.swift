internal import Events

extension Language {
  /// The language a run is asked for: by `--lang` among its words, else by `$LC_ALL`, `$LC_MESSAGES` or
  /// `$LANG`, the first that is set; English where that does not name French.
  ///
  /// Read before the words are parsed, so that what is wrong with them is said in that language too.
  ///
  /// - Parameter variable: the value of an environment variable; nil where it is not set.
  init(of words: [String], variable: (String) -> String?) {
    for (index, word) in words.enumerated() {
      if word.hasPrefix("--lang="), let language = Language(rawValue: String(word.dropFirst(7))) {
        self = language
        return
      }
      if word == "--lang", index + 1 < words.count,
        let language = Language(rawValue: words[index + 1])
      {
        self = language
        return
      }
    }
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first
    self = named?.hasPrefix("fr") == true ? .french : .english
  }
}
