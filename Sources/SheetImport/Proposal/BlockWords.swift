internal import Events
internal import Spelling

/// The blocks of one certification, found in headings and cells by code, number or title.
struct BlockWords {
  struct Known {
    let code: BlockCode
    /// The end of the code, after the certification's: `BC01`, `D1`.
    let short: String
    let number: Int?
    let titles: [Set<String>]
  }

  let certification: CertificationCode
  let blocks: [Known]
  private let prefixes: Set<String>
  private let codes: [String: Known]

  init(_ framework: KnownFrameworks.Framework) {
    certification = framework.certification
    let whole = framework.certification.text
    blocks = framework.blocks.map { code, titles in
      let short = code.text.hasPrefix(whole) ? String(code.text.dropFirst(whole.count)) : code.text
      let digits = short.reversed().prefix { $0.isNumber }.reversed()
      return Known(
        code: code, short: short.isEmpty ? code.text : short, number: Int(String(digits)),
        titles: titles.map { Set(Self.significant(FoldedName($0))) })
    }
    var prefixes: Set<String> = [
      "bloc", "blocs", "block", "ccp", "uc", "ua", "unite", "unites", "unit", "module", "bdc",
    ]
    for block in blocks {
      prefixes.insert(FoldedName(block.short).joined.filter { !$0.isNumber })
    }
    if prefixes.contains("bc") { prefixes.insert("b") }
    if prefixes.contains("d") {
      prefixes.formUnion(["domaine", "domaines", "dc", "domain", "dom"])
    }
    self.prefixes = prefixes
    codes = Dictionary(
      blocks.map { (FoldedName($0.code.text).joined, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The block that a heading or a cell names by its code or number: `RNCP38052BC01`, `BC 1`, `Bloc n° 1`,
  /// `CCP1`; nil for none, or several.
  func named(in text: String) -> Known? {
    let all = allNamed(in: text)
    guard let first = all.first, all.allSatisfy({ $0.code == first.code }) else { return nil }
    return first
  }

  /// Every block that is named so, in the order of the text.
  func allNamed(in text: String) -> [Known] {
    let words = HeadingWords.name(text).words
    var found: [Known] = []
    var isNumbering = false
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if let block = codes[word] {
        found.append(block)
        continue
      }
      let letters = String(word.prefix { !$0.isNumber })
      let digits = word.dropFirst(letters.count)
      if prefixes.contains(letters), digits.isEmpty {
        if index < words.count, ["n", "no", "numero"].contains(words[index]) { index += 1 }
        isNumbering = true
      } else if prefixes.contains(letters), let block = block(digits) {
        found.append(block)
        isNumbering = true
      } else if isNumbering, letters.isEmpty, let block = block(digits) {
        found.append(block)
      } else if !(isNumbering && ["et", "and"].contains(word)) {
        isNumbering = false
      }
    }
    return found
  }

  /// The block with this number, written with at most one zero at its front.
  func block(_ digits: some StringProtocol) -> Known? {
    guard 1...2 ~= digits.count, let number = Int(digits) else { return nil }
    return blocks.first { $0.number == number }
  }

  /// The block whose title alone has every significant word of the heading.
  func titled(_ text: String) -> Known? {
    let words = Self.significant(FoldedName(text))
    guard !words.isEmpty else { return nil }
    let found = blocks.filter { block in
      block.titles.contains { title in words.allSatisfy(title.contains) }
    }
    return found.count == 1 ? found.first : nil
  }

  private static let small: Set<String> = [
    "dans", "pour", "avec", "note", "bloc", "date", "resultat", "decision", "jury", "et", "des",
    "les", "aux",
  ]

  /// Words of four letters and more without the ending of the plural.
  static func significant(_ name: FoldedName) -> [String] {
    name.words.compactMap { word in
      guard word.count >= 4, !small.contains(word), !word.allSatisfy(\.isNumber) else { return nil }
      return String(word.reversed().drop { $0 == "s" || $0 == "x" || $0 == "e" }.reversed())
    }
  }

  /// The blocks that a cell lists: `BC01, BC03`, `1 ; 3`, `Bloc 1 et 2`; nil if a part of it is none.
  func list(_ text: String) -> [Known]? {
    let parts = Self.parts(text)
    var found: [Known] = []
    for part in parts {
      let named = allNamed(in: part)
      if !named.isEmpty {
        found += named
      } else if let block = block(part.filter { !$0.isWhitespace }) {
        found.append(block)
      } else {
        return nil
      }
    }
    return found.isEmpty ? nil : found
  }

  /// A list's parts, between commas, semicolons, slashes, pluses, line ends and « et ».
  static func parts(_ text: String) -> [String] {
    text.split { ",;/+&\n\r|".contains($0) }
      .flatMap { part in
        part.split(separator: " ").split { ["et", "and", "ET"].contains($0) }
          .map { $0.joined(separator: " ") }
      }
      .filter { !$0.isEmpty }
  }
}
