internal import Spelling

/// Reads names as sheets write them: a usage name beside the birth name, a whole name in one cell.
enum NameReader {
  struct Name: Hashable {
    var birthName: String?
    var usageName: String?
    var firstNames: [String] = []
  }

  /// A birth name, perhaps with the usage name: `DUPONT née MARTIN`, `MARTIN épouse DUPONT`.
  static func birthName(_ text: String) -> Name {
    let words = words(text)
    guard let (place, isBirth) = marker(words) else { return Name(birthName: text.onOneLine) }
    let sides = [words[..<place], words[(place + 1)...]].map { $0.joined(separator: " ") }
    return isBirth
      ? Name(birthName: sides[1], usageName: sides[0])
      : Name(birthName: sides[0], usageName: sides[1])
  }

  /// First names separated by commas; `Thi Lan` is one.
  static func firstNames(_ text: String) -> [String] {
    text.split { $0.isNewline || ",;".contains($0) }.map { String($0).onOneLine }.filter {
      !$0.isEmpty
    }
  }

  /// A whole name: the birth name is what is in capitals, with the particles before it, or what stands before the
  /// only comma. Nil where neither tells which is which.
  ///
  /// `DUPONT Marie`, `Marie DUPONT`, `Mme DE LA CRUZ Anne-Lise`, `de la CRUZ Anne`, `DUPONT née MARTIN Marie`,
  /// `DUPONT Marie, Claire`, `Dupont, Marie`.
  static func fullName(_ text: String) -> Name? {
    var words = words(text)
    while words.count > 2, let first = words.first, isCivility(first) { words.removeFirst() }
    if let name = byCapitals(words) { return name }
    let parts = words.joined(separator: " ").split(separator: ",").map { String($0).onOneLine }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    return Name(birthName: parts[0], firstNames: [parts[1]])
  }

  private static func byCapitals(_ words: [String]) -> Name? {
    guard let (place, isBirth) = marker(words) else {
      guard let (name, others) = capitals(words[...]), !others.isEmpty else { return nil }
      return Name(birthName: name, firstNames: others)
    }
    guard let (left, leftOthers) = capitals(words[..<place]),
      let (right, rightOthers) = capitals(words[(place + 1)...]),
      !(leftOthers + rightOthers).isEmpty
    else { return nil }
    return Name(
      birthName: isBirth ? right : left, usageName: isBirth ? left : right,
      firstNames: leftOthers + rightOthers)
  }

  /// The words in capitals, which must follow each other at one end, and the others as first names.
  private static func capitals(_ words: ArraySlice<String>) -> (String, [String])? {
    guard var first = words.firstIndex(where: isCapital),
      let last = words.lastIndex(where: isCapital), words[first...last].allSatisfy(isPartOfName)
    else { return nil }
    while first > words.startIndex, isParticle(words[first - 1]) { first -= 1 }
    let before = words[..<first]
    let after = words[(last + 1)...]
    guard before.isEmpty || after.isEmpty else { return nil }
    let name = words[first...last].joined(separator: " ")
    let others = firstNames((before + after).joined(separator: " "))
    return (name.trimmingCommas, others.map(\.trimmingCommas).filter { !$0.isEmpty })
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0.isWhitespace || "()".contains($0) }.map(String.init)
  }

  /// The word that says that a birth name (true) or a usage name (false) follows, with a name on either side.
  private static func marker(_ words: [String]) -> (Int, isBirth: Bool)? {
    for index in words.indices.dropFirst().dropLast() where words[index].utf8.count <= 8 {
      switch FoldedName(words[index]).joined {
      case "nee", "ne": if words[index].first?.isLowercase == true { return (index, true) }
      case "epouse", "epse", "ep", "veuve", "vve":
        if words[index].first?.isLowercase == true { return (index, false) }
      default: continue
      }
    }
    return nil
  }

  private static func isCapital(_ word: String) -> Bool {
    var letters = 0
    for character in word where character.isLetter {
      guard character.isUppercase || !character.isCased else { return false }
      letters += 1
    }
    return letters > 1
  }

  /// In capitals, of one capital (`O BRIEN`), or a particle between them (`LE GOFF de KER`).
  private static func isPartOfName(_ word: String) -> Bool {
    isCapital(word) || isParticle(word) || word.count == 1 && word.first?.isUppercase == true
      || word == "-"
  }

  private static func isParticle(_ word: String) -> Bool {
    particles.contains(word)
  }

  private static func isCivility(_ word: String) -> Bool {
    civilities.contains(FoldedName(word).joined)
  }

  private static let particles: Set<String> = [
    "d", "d'", "d’", "da", "de", "del", "della", "den", "der", "des", "di", "dos", "du", "el", "la",
    "le", "les", "van", "von", "y", "ben", "al", "O", "D",
  ]

  private static let civilities: Set<String> = [
    "m", "mr", "mme", "mlle", "madame", "monsieur", "mademoiselle", "mrs", "ms", "miss",
  ]
}

extension String {
  fileprivate var trimmingCommas: String {
    var rest = self[...]
    while rest.last == "," || rest.last?.isWhitespace == true { rest.removeLast() }
    while rest.first == "," || rest.first?.isWhitespace == true { rest.removeFirst() }
    return String(rest)
  }
}
