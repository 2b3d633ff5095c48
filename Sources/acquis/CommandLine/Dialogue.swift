internal import AcquisLedger
internal import Events
internal import Glibc

/// Questions to a person at a terminal, on standard error, with the answers from standard input.
struct Dialogue {
  private let output: Output

  /// Nil unless a person can be asked: standard input and standard error are a terminal, and no request is
  /// served.
  init?(_ output: Output) {
    guard !output.isKept, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    self.output = output
  }

  func say(_ text: Text) { output.note(text) }

  /// The answer to a question, without the blanks around it.
  ///
  /// - Throws: ``Failure/usage(_:)`` if the person ends the input (Ctrl-D): nothing was recorded.
  func ask(_ question: Text) throws(Failure) -> String {
    output.prompt(question)
    guard let line = readLine() else {
      output.note(Text(verbatim: ""))
      throw .usage(Text("rien n’a été enregistré", "nothing was recorded"))
    }
    let rest = line.drop(while: \.isWhitespace)
    return String(rest.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Whether the answer to a question is yes; no without one. Asked again until it is one of them.
  func confirms(_ question: Text) throws(Failure) -> Bool {
    while true {
      switch try ask(question).lowercased() {
      case "o", "oui", "y", "yes": return true
      case "", "n", "non", "no": return false
      default: say(Text("répondez oui ou non", "answer yes or no"))
      }
    }
  }
}

extension Output {
  /// Writes a question to standard error; the answer is typed on the same line.
  func prompt(_ question: Text) {
    note(Text(question.french + " : ", question.english + ": "), endsLine: false)
  }
}
