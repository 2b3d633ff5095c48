internal import AcquisLedger
internal import EventLog
internal import Events

extension Invocation {
  /// The question an invocation puts, by `--ledger`, `--on` and `--known`.
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

  /// An option read as one of a projection's words; nil where it was not given.
  ///
  /// - Throws: ``Failure/usage(_:)`` naming every word allowed.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, among words: [Word] = Array(Word.allCases)
  ) throws(Failure) -> Word? {
    guard let text = option(name) else { return nil }
    if let word = words.first(where: { $0.rawValue == text }) { return word }
    let allowed = words.map(\.rawValue).joined(separator: ", ")
    throw .usage(
      Text(
        "--\(name) : un mot est attendu parmi : \(allowed)",
        "--\(name): expected one of: \(allowed)"))
  }

  /// Prints an answer as it is asked for; where there is none, `null` or a sentence that says why.
  func print<Answer>(
    _ answer: Answer?, json: (Answer) -> JSONValue, none: Text,
    lines: (Answer, Language) -> [String]
  ) throws(Failure) {
    if has("json") { return try output.line((answer.map(json) ?? .null).description) }
    guard let answer else { return try output.line(none) }
    for line in lines(answer, output.language) { try output.line(line) }
  }
}
