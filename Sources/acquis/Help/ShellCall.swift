/// The words of a shell's call on lines of a terminal, which can be copied as they are.
enum ShellCall {
  /// - Parameter words: each quoted as the shell needs it.
  static func lines(_ words: [String], indent: Int, width: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    var isEmpty = true
    for (index, word) in words.enumerated() {
      let isLast = index == words.count - 1
      if !isEmpty, line.count + 1 + word.count + (isLast ? 0 : 2) > width {
        lines.append(line + " \\")
        (line, isEmpty) = (margin + "  ", true)
      }
      line += isEmpty ? word : " " + word
      isEmpty = false
    }
    return lines + [line]
  }

  /// The words of a call, with their quotes.
  static func words(_ call: String) -> [String] {
    var words = [""]
    var quote: Character?
    for character in call {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      }
      if character == " ", quote == nil {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words
  }
}
