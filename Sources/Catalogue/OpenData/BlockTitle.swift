internal import Spelling

/// A block's title as it is compared with another version's: case, accents, apostrophes and punctuation do
/// not count, nor does a number at its start, as « UP1 : », « Bloc 2 - », « 3. ».
struct BlockTitle: Hashable {
  /// Nothing but letters and digits; empty for a title without any.
  let folded: String
  private let stems: Set<String>

  init(_ title: String) {
    let words = FoldedName(Self.unnumbered(title)).words
    folded = words.joined()
    // Two words that begin alike for five letters are taken for one, as a plural.
    stems = Set(words.filter { $0.count > 3 }.map { String($0.prefix(5)) })
  }

  static func == (left: Self, right: Self) -> Bool { left.folded == right.folded }
  func hash(into hasher: inout Hasher) { hasher.combine(folded) }

  /// How much of the words two titles share, from 0 to 1 (Dice).
  func likeness(to other: BlockTitle) -> Double {
    let count = stems.count + other.stems.count
    guard count > 0 else { return 0 }
    return 2 * Double(stems.intersection(other.stems).count) / Double(count)
  }

  /// What follows a numbering; the whole title if it has none, or nothing else.
  private static func unnumbered(_ title: String) -> String {
    // « n°3 » is two words.
    let title = String(
      String.UnicodeScalarView(title.unicodeScalars.map { $0 == "\u{B0}" ? " " : $0 }))
    let scalars = Array(title.unicodeScalars)
    var rest = title
    // A numbering is short.
    for index in scalars.indices.prefix(60) where isSeparator(at: index, of: scalars) {
      let head = String(String.UnicodeScalarView(scalars[..<index]))
      guard isNumbering(FoldedName(head).words) else { break }
      rest = String(String.UnicodeScalarView(scalars[(index + 1)...]))
      break
    }
    let words = FoldedName(title).words
    if rest == title, words.count > 2, labels.contains(words[0]), isNumber(words[1]) {
      return words.dropFirst(2).joined(separator: " ")
    }
    return FoldedName(rest).words.isEmpty ? title : rest
  }

  /// A hyphen or a full stop only before a blank: `Co-animer`, `2.0` go on.
  private static func isSeparator(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    switch scalars[index] {
    case ":", ")": return true
    case "-", ".", "/", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}":
      return index + 1 < scalars.count && scalars[index + 1].properties.isWhitespace
    default: return false
    }
  }

  private static let labels: Set<String> = [
    "bloc", "blocs", "bc", "uc", "ue", "up", "ug", "u", "unite", "module", "domaine", "dc", "ccp",
    "cc", "partie", "activite",
  ]
  private static let fillers: Set<String> = [
    "de", "competence", "competences", "n", "no", "numero",
  ]

  /// Whether words are labels and at least one number or letter: `bloc n 2`, `up1`, `rncp38052bc01`.
  private static func isNumbering(_ words: [String]) -> Bool {
    let numbers = withoutFiche(words).filter { !labels.contains($0) && !fillers.contains($0) }
    return numbers.count == 1 && numbers.allSatisfy { isNumber($0) || isLabelled($0) }
  }

  /// The words without the number of the fiche at their end: `fiche rncp n 12508`.
  private static func withoutFiche(_ words: [String]) -> ArraySlice<String> {
    guard let index = words.firstIndex(where: { $0.hasPrefix("rncp") || $0.hasPrefix("rs") }),
      index > 0,
      FicheNumber.isNumber(
        words[index...].filter { !fillers.contains($0) }.joined().uppercased())
    else { return words[...] }
    let head = words[..<index]
    return head.last == "fiche" ? head.dropLast() : head
  }

  /// Digits, a Roman number or one letter.
  private static func isNumber(_ word: String) -> Bool {
    word.utf8.allSatisfy { 48...57 ~= $0 } || word.utf8.count == 1
      || word.utf8.allSatisfy { "ivx".utf8.contains($0) }
  }

  /// A label and a number without a blank, with the fiche's number before it or not: `up1`, `rncp509bc02`.
  private static func isLabelled(_ word: String) -> Bool {
    guard let last = word.utf8.last, 48...57 ~= last else { return false }
    let letters = word.filter { !$0.isNumber }
    return labels.contains(letters) || letters == "rncpbc" || letters == "rsbc"
  }
}
