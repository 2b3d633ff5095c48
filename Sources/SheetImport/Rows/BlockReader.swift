internal import AcquisLedger
internal import Events
internal import Spelling

/// Recognises certifications and blocks by their codes, short codes, numbers and titles.
struct BlockReader {
  private let frameworks: KnownFrameworks
  private var certifications: [String: CertificationCode?] = [:]
  private var blocks: [CertificationCode: [String: BlockCode?]] = [:]

  init(_ frameworks: KnownFrameworks) { self.frameworks = frameworks }

  /// `RNCP38052`, `RNCP 38052`, `38052`, or a title.
  mutating func certification(_ text: String) -> CertificationCode? {
    if let known = certifications[text] { return known }
    let found = findCertification(text)
    certifications.updateValue(found, forKey: text)
    return found
  }

  private func findCertification(_ text: String) -> CertificationCode? {
    let codes = frameworks.frameworks.map(\.certification.text)
    if case .one(let code) = ShortCode(text).match(among: codes) {
      return frameworks.frameworks.first { $0.certification.text == code }?.certification
    }
    if let code = CertificationNumber.match(text, among: frameworks.frameworks) { return code }
    let key = PlannedWord.key(text)
    let titled = frameworks.frameworks.filter { PlannedWord.key($0.title) == key }
    return titled.count == 1 ? titled.first?.certification : nil
  }

  /// The blocks of a certification in its order; nil if it is not known.
  func blocks(of certification: CertificationCode) -> [BlockCode]? {
    frameworks[certification]?.blocks.map(\.code)
  }

  func has(_ block: BlockCode, in certification: CertificationCode) -> Bool {
    blocks(of: certification)?.contains(block) ?? true
  }

  /// `RNCP38052BC01`, `BC01`, `Bloc 1`, `CCP1`, `UC 1`, `1`, a title, or a short code with its title.
  mutating func block(_ text: String, of certification: CertificationCode) -> BlockCode? {
    if let known = blocks[certification]?[text] { return known }
    let found = findBlock(text, certification)
    blocks[certification, default: [:]].updateValue(found, forKey: text)
    return found
  }

  private func findBlock(_ text: String, _ certification: CertificationCode) -> BlockCode? {
    guard let framework = frameworks[certification] else { return nil }
    let codes = framework.blocks.map(\.code)
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    if isASCII, case .one(let code) = ShortCode(text).match(among: codes.map(\.text)) {
      return codes.first { $0.text == code }
    }
    let key = PlannedWord.key(text)
    let titled = framework.blocks.filter { block in
      block.titles.contains { PlannedWord.key($0) == key }
    }
    if titled.count == 1 { return titled.first?.code }
    if let number = Self.number(text) {
      let numbered = codes.filter { Self.lastNumber($0.text) == number }
      return numbered.count == 1 ? numbered.first : nil
    }
    // `BC01 Accueil`: what follows has no number that could name another block.
    guard let end = Self.endOfCode(text), !String(text[end...]).hasDigits,
      String(text[end...]).hasLetters
    else { return nil }
    return findBlock(String(text[..<end]), certification)
  }

  /// The number of `Bloc 1`, `CCP1`, `1`; nil for another text.
  private static func number(_ text: String) -> Int? {
    let words = FoldedName(text).joined
    let letters = words.prefix { !$0.isNumber }
    let digits = words.dropFirst(letters.count)
    guard prefixes.contains(String(letters)), 1...3 ~= digits.utf8.count,
      digits.utf8.allSatisfy({ 48...57 ~= $0 })
    else { return nil }
    return Int(digits)
  }

  private static func lastNumber(_ code: String) -> Int? {
    Int(String(code.reversed().prefix { $0.isNumber }.reversed()))
  }

  /// Where `BC01`, `Bloc 1` at the start of a text ends.
  private static func endOfCode(_ text: String) -> String.Index? {
    let letters = text.prefix { $0.isLetter || $0 == " " }
    let digits = text[letters.endIndex...].prefix { $0.isNumber }
    guard !letters.isEmpty, 1...3 ~= digits.count, digits.endIndex < text.endIndex,
      !text[digits.endIndex].isLetter
    else { return nil }
    return digits.endIndex
  }

  /// What certifiers call a block before its number.
  private static let prefixes: Set<String> = [
    "", "b", "bc", "bloc", "blocno", "blocn", "blocdecompetences", "blocdecompetence", "block",
    "ccp", "uc", "unite", "unitedecompetences", "uv", "module", "mod", "domaine", "domain", "d",
    "dc", "no", "n", "n°", "blocn°",
  ]

  // MARK: Lists

  /// The blocks that a cell lists: `BC01, BC03`, `1 et 2`, `tous`, `tous sauf BC02`, `aucun`.
  ///
  /// - Parameter word: the code that the plan has for a word.
  /// - Returns: the blocks, each once, and whether everything in the cell is one.
  mutating func list(
    _ text: String, of certification: CertificationCode, _ word: (String) -> String?
  ) -> (blocks: [BlockCode], isWhole: Bool) {
    let all = blocks(of: certification) ?? []
    let words = text.split { $0.isWhitespace }
    if let first = words.first, Self.everything.contains(FoldedName(String(first)).joined) {
      var rest = words.dropFirst()
      while let next = rest.first, ["les", "blocs", "blocks", "the"].contains(next.lowercased()) {
        rest.removeFirst()
      }
      guard let next = rest.popFirst() else { return (all, true) }
      guard ["sauf", "except", "hors"].contains(next.lowercased()) else { return ([], false) }
      let (others, isWhole) = list(rest.joined(separator: " "), of: certification, word)
      return isWhole && !others.isEmpty ? (all.filter { !others.contains($0) }, true) : ([], false)
    }
    if Self.nothing.contains(PlannedWord.key(text)) { return ([], true) }
    var found: [BlockCode] = []
    var isWhole = true
    for item in Self.items(text) {
      let blocks = self.blocks(in: item, of: certification, word)
      isWhole = isWhole && blocks != nil
      for block in blocks ?? [] where !found.contains(block) { found.append(block) }
    }
    return (found, isWhole)
  }

  /// One item: a block, or several with only blanks between them; nil if a part is none.
  private mutating func blocks(
    in item: String, of certification: CertificationCode, _ word: (String) -> String?
  ) -> [BlockCode]? {
    if let block = block(word(item) ?? item, of: certification) { return [block] }
    var found: [BlockCode] = []
    var taken = ""
    for part in item.split(separator: " ") {
      guard String(part).hasLetters || String(part).hasDigits else { return nil }
      taken += (taken.isEmpty ? "" : " ") + part
      guard let block = block(word(taken) ?? taken, of: certification) else { continue }
      found.append(block)
      taken = ""
    }
    return taken.isEmpty && !found.isEmpty ? found : nil
  }

  private static func items(_ text: String) -> [String] {
    var items = [""]
    for line in text.split(whereSeparator: { $0.isNewline || ",;/+&|".contains($0) }) {
      for word in line.split(whereSeparator: \.isWhitespace) {
        if ["et", "and"].contains(word.lowercased()) {
          items.append("")
        } else {
          items[items.count - 1] += (items[items.count - 1].isEmpty ? "" : " ") + word
        }
      }
      items.append("")
    }
    return items.filter { !$0.isEmpty }
  }

  private static let everything: Set<String> = ["tous", "tout", "toutes", "all", "totalite"]
  private static let nothing: Set<String> = [
    "aucun", "aucune", "neant", "none", "-", "–", "—", "/",
  ]
}
