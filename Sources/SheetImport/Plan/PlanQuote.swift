internal import Events

/// Quotes around a heading or a word that would be read otherwise: `« a = b »`, or `"…"` for a text that has
/// French quotes itself. In the latter a `"` is written twice.
enum PlanQuote {
  case french, straight

  init?(opening scalar: Unicode.Scalar) {
    switch scalar {
    case "«": self = .french
    case "\"": self = .straight
    default: return nil
    }
  }

  /// Where the quotes that open at an index are closed; nil if they are not.
  func end(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    switch self {
    case .french: return scalars[(start + 1)...].firstIndex(of: "»")
    case .straight:
      var index = start + 1
      while index < scalars.count {
        if scalars[index] != "\"" {
          index += 1
        } else if index + 1 < scalars.count, scalars[index + 1] == "\"" {
          index += 2
        } else {
          return index
        }
      }
      return nil
    }
  }

  /// What is meant by what is between the quotes: without one blank at each end of French ones.
  func content(of inside: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    switch self {
    case .french:
      var rest = inside
      if rest.first?.properties.isWhitespace == true { rest.removeFirst() }
      if rest.last?.properties.isWhitespace == true { rest.removeLast() }
      view.append(contentsOf: rest)
    case .straight:
      var isSecond = false
      for scalar in inside {
        isSecond = scalar == "\"" && !isSecond
        if !isSecond || scalar != "\"" { view.append(scalar) }
      }
    }
    return String(view)
  }

  /// A text in quotes.
  static func quoted(_ text: String) -> String {
    let hasFrench = text.unicodeScalars.contains { $0 == "«" || $0 == "»" }
    guard text.isEmpty || hasFrench else { return "« \(text) »" }
    var view = String.UnicodeScalarView()
    view.append("\"")
    for scalar in text.unicodeScalars {
      view.append(scalar)
      if scalar == "\"" { view.append(scalar) }
    }
    view.append("\"")
    return String(view)
  }

  /// A text as an item of a line: on one line, and in quotes if it would be read otherwise without.
  ///
  /// - Parameter isSpecial: whether this text would have another meaning without quotes.
  static func item(_ text: String, unless isSpecial: (String) -> Bool = { _ in false }) -> String {
    let line = onOneLine(text)
    let scalars = line.unicodeScalars
    let isPlain =
      !scalars.contains { "=#|\"«»".unicodeScalars.contains($0) }
      && scalars.first?.properties.isWhitespace == false
      && scalars.last?.properties.isWhitespace == false
      && scalars.first?.properties.isGraphemeExtend == false && scalars.first != "["
      && line != PlanVocabulary.open
    return isPlain && !isSpecial(line) ? line : quoted(line)
  }

  /// A heading; of a column without one its letters.
  static func heading(_ heading: String, occurrence: Int, isLetters: Bool, in language: Language)
    -> String
  {
    let suffix = occurrence == 1 ? "" : " (\(occurrence))"
    let letters = isLetters ? PlanVocabulary.column.only.raw(in: language) + " " : ""
    return letters
      + item(heading) { heading in
        PlanHeading.occurrence(in: heading) != nil || PlanHeading.letters(in: heading) != nil
      } + suffix
  }

  /// A word of a cell; nothing for a blank one.
  static func word(_ word: String, in language: Language) -> String {
    if word.isEmpty { return PlanVocabulary.blank.raw(in: language) }
    if word == PlanVocabulary.open { return word }
    return item(word) { word in
      PlanHeading.isBlankWord(word)
        || word.split(whereSeparator: \.isWhitespace).contains {
          PlanVocabulary.beside.has(String($0))
        }
    }
  }

  /// A text without what would end a line or move a cursor: each such character is a blank.
  static func onOneLine(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.replacing("\r\n", with: " ").unicodeScalars {
      view.append(isControl(scalar) ? " " : scalar)
    }
    return String(view)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || 0x7f...0x9f ~= scalar.value || 0x2028...0x2029 ~= scalar.value
  }
}
