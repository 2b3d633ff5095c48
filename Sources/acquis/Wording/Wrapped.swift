internal import Events

/// Sentences on several lines, broken between words and never inside one.
enum Wrapped {
  /// The width of lines that go to no terminal.
  static let defaultWidth = 80

  /// - Parameters:
  ///   - text: line breaks in it count as spaces.
  ///   - indent: the spaces before the first line; the others have two more.
  ///   - width: the most characters of a line; only a single longer word exceeds it.
  static func lines(_ text: String, indent: Int = 0, width: Int) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    let hanging = String(repeating: " ", count: indent + 2)
    var isEmpty = true
    for word in words(text) {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line.withoutTrailingSpaces)
        (line, isEmpty) = (hanging, true)
      }
      line += isEmpty ? word : " " + word
      isEmpty = false
    }
    return isEmpty ? lines : lines + [line.withoutTrailingSpaces]
  }

  /// A cell's text on lines of a column; a word that is wider than the column is broken.
  ///
  /// - Returns: at least one line.
  static func cell(_ text: String, width: Int) -> [String] {
    guard text.count > width else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in words(text) {
      var word = word
      if !line.isEmpty, line.count + 1 + word.count <= width {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line.withoutTrailingSpaces) }
      while word.count > width {
        lines.append(String(word.prefix(width)))
        word = String(word.dropFirst(width))
      }
      line = word
    }
    return lines + [line.withoutTrailingSpaces]
  }

  /// The words, with the French punctuation that a space parts from them, and with the second of
  /// two spaces.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    let pieces = text.split(omittingEmptySubsequences: false, whereSeparator: \.breaksLines)
    for piece in pieces {
      guard let last = words.last else {
        if !piece.isEmpty { words.append(String(piece)) }
        continue
      }
      if piece.isEmpty {
        words[words.count - 1] = last + " "
      } else if last == "«" || [":", ";", "?", "!", "»"].contains(piece) {
        words[words.count - 1] = "\(last) \(piece)"
      } else {
        words.append(String(piece))
      }
    }
    return words
  }
}

extension Character {
  /// A space or a line's end; not the no-break spaces of French.
  fileprivate var breaksLines: Bool {
    isWhitespace && self != "\u{A0}" && self != "\u{202F}"
  }
}

extension String {
  /// This text without the spaces at its end.
  fileprivate var withoutTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
