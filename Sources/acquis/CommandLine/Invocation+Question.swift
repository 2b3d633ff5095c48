internal import AcquisLedger
internal import EventLog
internal import Events

extension Invocation {
  /// The question of `--ledger`, `--on` and `--known`.
  func question() throws -> Question {
    let log = try Ledger(self).log()
    return Question(log: log, on: try day(), known: try known(in: log))
  }

  /// An argument read as an id.
  ///
  /// - Throws: ``Failure/usage(_:)`` naming the argument.
  func id<Kind: IdentifierKind>(_ name: String) throws(Failure) -> Identifier<Kind> {
    try read(name, argument(name) ?? "") { (text) throws(InvalidValue) in
      try Identifier<Kind>(text)
    }
  }

  /// An option read as one of a projection's words; nil without the option.
  ///
  /// - Throws: ``Failure/usage(_:)`` with every allowed word.
  func word<Word: RawRepresentable<String> & CaseIterable & TextConvertible>(
    _ name: String, among words: [Word] = Array(Word.allCases)
  ) throws(Failure) -> Word? {
    guard let text = option(name) else { return nil }
    let list: WordList
    if let closed = Word.self as? any ClosedWord.Type {
      list = WordList(kind: closed.kind, allowed: words.map(\.rawValue))
    } else {
      list = WordList(words)
    }
    do throws(TypedProblem) {
      let value = try list.value(of: text, field: "--\(name)")
      if let word = words.first(where: { $0.rawValue == value }) { return word }
    } catch { throw .usage(error.reason.at("--\(name)")) }
    throw .usage(list.expected.at("--\(name)"))
  }

  /// Prints an answer as JSON or as lines; if it is nil, `null` or a sentence with the reason.
  func print<Answer>(
    _ answer: Answer?, json: (Answer) -> JSONValue, none: Text,
    lines: (Answer, Language) -> [String]
  ) throws(Failure) {
    if has("json") { return try output.line((answer.map(json) ?? .null).description) }
    guard let answer else { return try output.line(none) }
    for line in lines(answer, output.language) { try output.line(line) }
  }
}
