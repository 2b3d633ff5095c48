internal import Events

extension Language {
  /// The language of a run: that of `--lang`, else that of the first of `$LC_ALL`, `$LC_MESSAGES` and `$LANG`
  /// that is set; English if that is not French.
  ///
  /// Of two languages, `fr,en`, the first is the run's. Determined before the words are parsed, so that errors in them are reported in that language too.
  ///
  /// - Parameter variable: returns the value of an environment variable; nil if it is not set.
  init(of words: [String], variable: (String) -> String?) {
    for (index, word) in words.enumerated() {
      if word.hasPrefix("--lang="), let language = Language(first: word.dropFirst(7)) {
        self = language
        return
      }
      if word == "--lang", index + 1 < words.count,
        let language = Language(first: words[index + 1])
      {
        self = language
        return
      }
    }
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first
    self = named?.hasPrefix("fr") == true ? .french : .english
  }

  /// The first of one or several languages separated by commas; nil if it is none.
  private init?(first words: some StringProtocol) {
    self.init(rawValue: String(words.prefix { $0 != "," }))
  }
}
