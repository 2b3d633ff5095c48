internal import Events

extension Language {
  /// The language of a run: that of `--lang`, else that of the first of `$LC_ALL`, `$LC_MESSAGES` and `$LANG`
  /// that is set; English if that is not French.
  ///
  /// Determined before the words are parsed, so that errors in them are reported in that language too.
  ///
  /// - Parameter variable: returns the value of an environment variable; nil if it is not set.
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
