internal import Documents
internal import Events

extension Invocation {
  /// The languages of a document: those of `--lang`, `fr`, `en`, `fr,en` or `en,fr`; else the run's.
  ///
  /// - Throws: ``Failure/usage(_:)`` for another word.
  func languages() throws(Failure) -> Languages {
    guard let text = option("lang") else { return Languages(output.language) }
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let languages = words.compactMap { Language(rawValue: $0) }
    guard languages.count == words.count, let first = languages.first, words.count < 3 else {
      throw .usage(
        Text(
          "--lang : fr, en ou les deux (fr,en) est attendu",
          "--lang: expected fr, en or both (fr,en)"))
    }
    return Languages(first, and: languages.dropFirst().first)
  }

  /// - Throws: ``Failure/usage(_:)`` for a `--lang` that the command does not take: two languages are for
  ///   documents alone.
  func checkLanguage() throws(Failure) {
    guard let word = option("lang"), Language(rawValue: word) == nil else { return }
    guard command.isDocument else {
      throw .usage(Text("--lang : fr ou en est attendu", "--lang: expected fr or en"))
    }
    _ = try languages()
  }
}
