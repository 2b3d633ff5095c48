internal import Documents
internal import Events

extension Language {
  /// The language of a run: that of `--lang`, the first of two, else that of the first of `$LC_ALL`, `$LC_MESSAGES` and `$LANG`
  /// that is set; where it names no language, that of `config lang`; English if that is not French.
  ///
  /// Determined before the words are parsed, so that errors in them are reported in that language too.
  ///
  /// - Parameter variable: returns the value of an environment variable; nil if it is not set.
  init(
    of words: [String], variable: (String) -> String?, kept: () -> String? = { nil }
  ) {
    for (index, word) in words.enumerated() {
      if word.hasPrefix("--lang="), let languages = Languages(String(word.dropFirst(7))) {
        self = languages.first
        return
      }
      if word == "--lang", index + 1 < words.count, let languages = Languages(words[index + 1]) {
        self = languages.first
        return
      }
    }
    self = Self.named(by: variable) ?? kept().flatMap { Language(rawValue: $0) } ?? .english
  }

  /// The language that the environment names; nil if it names none (`C`, `POSIX`).
  private static func named(by variable: (String) -> String?) -> Language? {
    guard let named = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first else {
      return nil
    }
    if named.hasPrefix("fr") { return .french }
    return ["C", "POSIX"].contains(named.prefix { $0 != "." }) ? nil : .english
  }

  /// The language that this process's environment names; nil if it names none.
  static var ofEnvironment: Language? { named(by: Environment.variable) }
}

extension Languages {
  /// The languages of `--lang`: `fr`, `en`, or two with a comma between them; nil for another text.
  init?(_ text: String) {
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let languages = words.compactMap { Language(rawValue: $0) }
    guard 1...2 ~= words.count, languages.count == words.count, Set(words).count == words.count
    else { return nil }
    self.init(languages[0], and: languages.count == 2 ? languages[1] : nil)
  }
}

extension Invocation {
  /// The languages of a document: those of `--lang`, else the run's.
  func languages() -> Languages {
    option("lang").flatMap { Languages($0) } ?? Languages(output.language)
  }

  /// Checks the language asked for: two are for documents.
  ///
  /// - Throws: ``Failure/usage(_:)``.
  func checkLanguage() throws(Failure) {
    guard let word = option("lang"), Language(rawValue: word) == nil else { return }
    guard command.makesDocument else {
      throw .usage(Text("--lang : fr ou en est attendu", "--lang: expected fr or en"))
    }
    guard Languages(word) != nil else {
      throw .usage(
        Text(
          "--lang : fr, en, fr,en ou en,fr est attendu", "--lang: expected fr, en, fr,en or en,fr"))
    }
  }
}
