internal import Events
internal import Spelling

/// Which certification of the ledger a sheet is of, and why.
struct CertificationChoice {
  enum Ground {
    /// A code in a title, a heading, a tab's or the file's name.
    case code
    /// Words of its title.
    case title
    /// Every cell of a column.
    case column
    /// No other one of the ledger has such blocks.
    case blocks
  }

  /// Whose blocks the columns are; nil: it cannot be known.
  private(set) var framework: KnownFrameworks.Framework?
  private(set) var ground: Ground?
  /// A code that the ledger does not have.
  private(set) var unknownCode: String?
  /// The only one whose blocks fit the sheet's.
  private let fitting: CertificationCode?
  private let frameworks: [KnownFrameworks.Framework]

  /// - Parameters:
  ///   - texts: headings, titles, names of tabs and the file.
  ///   - titles: those of them that are no headings.
  ///   - blocks: headings and cells that may name blocks.
  ///   - column: the words of a column of certifications.
  init(
    _ known: KnownFrameworks, texts: [String], titles: [String], blocks: [String],
    column: [ColumnCensus.Word]
  ) {
    frameworks = known.frameworks
    let named = blocks.filter { text in
      known.frameworks.contains { BlockWords($0).named(in: text) != nil }
    }
    let fits = known.frameworks.filter { framework in
      let words = BlockWords(framework)
      return !named.isEmpty && named.allSatisfy { words.named(in: $0) != nil }
    }
    fitting = fits.count == 1 ? fits.first?.certification : nil
    let coded = known.frameworks.filter { framework in
      texts.contains { Self.names(framework.certification, in: $0) }
    }
    unknownCode = texts.lazy.compactMap { Self.registered(in: $0) }.first { code in
      CertificationNumber.match(code, among: known.frameworks) == nil
    }
    let titled = known.frameworks.filter { framework in
      titles.contains { isTitle($0, of: framework) }
    }
    var counts: [CertificationCode: Int] = [:]
    for word in column {
      if let code = meaning(of: word.spelling)?.code { counts[code, default: 0] += word.count }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    if let only = coded.first, coded.count == 1 {
      (framework, ground) = (only, .code)
    } else if let most, fits.isEmpty || fits.contains(where: { $0.certification == most }) {
      (framework, ground) = (known[most], .column)
    } else if unknownCode != nil {
      framework = nil
    } else if let only = titled.first, titled.count == 1 {
      (framework, ground) = (only, .title)
    } else if let only = fits.first, fits.count == 1 {
      (framework, ground) = (only, .blocks)
    }
  }

  /// The certification that a cell names; `isDeduced`: by initials of its title, or because only its blocks fit
  /// the sheet.
  func meaning(of word: String) -> (code: CertificationCode, isDeduced: Bool)? {
    if let code = CertificationNumber.match(word, among: frameworks) { return (code, false) }
    let coded = frameworks.filter { Self.names($0.certification, in: word) }
    if let only = coded.first { return coded.count == 1 ? (only.certification, false) : nil }
    if Self.registered(in: word) != nil { return nil }
    let titled = frameworks.filter { isTitle(word, of: $0) }
    if let only = titled.first, titled.count == 1 { return (only.certification, false) }
    let key = FoldedName(word).joined
    let short = frameworks.filter { key.count >= 3 && Self.initials($0.title).hasPrefix(key) }
    if let only = short.first, short.count == 1 { return (only.certification, true) }
    return fitting.map { ($0, true) }
  }

  /// Whether a text has the whole code, or its digits where these are at least four: `RNCP 38052`, `38052`.
  static func names(_ code: CertificationCode, in text: String) -> Bool {
    let whole = FoldedName(code.text).joined
    let digits = String(whole.drop { !$0.isNumber })
    let words = FoldedName(text).words
    return words.contains { word in
      word == whole || (digits == whole && word == "rncp\(digits)")
        || (digits.count >= 4 && digits.allSatisfy(\.isNumber) && word == digits)
        || (word.hasPrefix(whole) && word.dropFirst(whole.count).first?.isLetter == true)
    }
  }

  /// A code of a national register: `RNCP38052`, `RS 5432`.
  private static func registered(in text: String) -> String? {
    let words = FoldedName(text).words
    for (index, word) in words.enumerated() {
      for register in ["rncp", "rs"] where word.hasPrefix(register) {
        var digits = String(word.dropFirst(register.count).prefix { $0.isNumber })
        if word == register, index + 1 < words.count { digits = words[index + 1] }
        if 3...5 ~= digits.count, digits.allSatisfy(\.isNumber) {
          return register.uppercased() + digits
        }
      }
    }
    return nil
  }

  /// Whether a text has two words, or all, of those that only this title has.
  private func isTitle(_ text: String, of framework: KnownFrameworks.Framework) -> Bool {
    let others = frameworks.filter { $0 != framework }.flatMap {
      BlockWords.significant(FoldedName($0.title))
    }
    let own = Set(BlockWords.significant(FoldedName(framework.title))).subtracting(others)
    let found = own.intersection(BlockWords.significant(FoldedName(text)))
    return !own.isEmpty && (found.count >= 2 || found == own)
  }

  private static func initials(_ title: String) -> String {
    let words = FoldedName(title).words.filter { $0.count >= 4 && $0 != "dans" && $0 != "pour" }
    return String(words.compactMap(\.first))
  }
}
