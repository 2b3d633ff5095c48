public import Events
internal import Spelling

/// The words of a closed list as a person may type them: the value that is recorded, the French and English
/// names that the program shows, and other usual names.
///
/// Case, accents, hyphens, apostrophes and blanks do not count, nor the endings of gender and number:
/// `présidente` is `président`. Some words of a name stand for it where no other name of the list has them:
/// `partielle` is `certification partielle`.
public struct WordList: Sendable {
  /// One word of the list.
  public struct Entry: Sendable {
    /// What is recorded.
    public let value: String
    /// What the program shows.
    public let name: Text
    let others: [String]

    init(_ value: String, _ name: Text, others: [String] = []) {
      self.value = value
      self.name = name
      self.others = others
    }

    fileprivate var spellings: [String] { [value, name.french, name.english] + others }

    /// Whether one of its names has all these words.
    fileprivate func names(words typed: FoldedName) -> Bool {
      spellings.contains { spelling in
        let words = Set(FoldedName(spelling).words.map(WordList.stem))
        return typed.words.allSatisfy { words.contains(WordList.stem($0)) }
      }
    }
  }

  /// In the order of the list.
  public let entries: [Entry]

  public init(_ entries: [Entry]) { self.entries = entries }

  /// The words of a list that has names.
  public init<Word: RawRepresentable<String> & TextConvertible>(_ words: [Word]) {
    self.init(
      words.map { word in
        Entry(word.rawValue, word.text, others: (word as? any OtherwiseNamed)?.otherNames ?? [])
      })
  }

  /// The value of a typed word; nil for a word that is not of the list, or could be several.
  public func value(of text: String) -> String? {
    if entries.contains(where: { $0.value == text }) { return text }
    let folded = FoldedName(text)
    guard !folded.words.isEmpty else { return nil }
    let same = entries.filter { entry in
      entry.spellings.contains { FoldedName($0).joined == folded.joined }
    }
    if let only = same.first, same.count == 1 { return only.value }
    let stem = Self.stem(folded)
    let close = entries.filter { entry in
      entry.spellings.contains { Self.stem(FoldedName($0)) == stem }
    }
    if let only = close.first { return close.count == 1 ? only.value : nil }
    let part = folded.joined.count < 4 ? [] : entries.filter { $0.names(words: folded) }
    return part.count == 1 ? part.first?.value : nil
  }

  /// The value of a typed word.
  ///
  /// - Throws: ``TypedProblem`` with every word of the list, and the nearest.
  public func value(of text: String, field: String) throws(TypedProblem) -> String {
    if let value = value(of: text) { return value }
    throw TypedProblem(field: field, expected.hinting(near(text)))
  }

  /// Every word that may be typed: in French with the value that is recorded.
  public var expected: Text {
    Text(
      "un mot est attendu parmi : "
        + entries.map { Self.shown($0.name.french, $0.value) }.joined(separator: ", "),
      "expected one of: " + entries.map(\.value).joined(separator: ", "))
  }

  /// The nearest of its words, in each language; nil if none is near.
  func near(_ text: String) -> Text? {
    func nearest(_ name: (Entry) -> String) -> String? {
      let spellings = entries.flatMap { entry in
        entry.spellings.map { (FoldedName($0).joined, name(entry)) }
      }
      let typed = FoldedName(text).joined
      let near = Nearest.words(to: typed, among: spellings.map(\.0)).first
      return spellings.first { $0.0 == near }?.1
    }
    guard let french = nearest(\.name.french), let english = nearest(\.value) else { return nil }
    return Text(french, english)
  }

  private static func shown(_ name: String, _ value: String) -> String {
    FoldedName(name).joined == FoldedName(value).joined ? value : "\(name) (\(value))"
  }

  /// The words without the endings of gender and number.
  private static func stem(_ name: FoldedName) -> String { name.words.map(stem).joined() }

  fileprivate static func stem(_ word: String) -> String {
    String(word.reversed().drop { $0 == "e" || $0 == "s" }.reversed())
  }
}

extension Text {
  /// This text, and the question whether that was meant.
  func hinting(_ near: Text?) -> Text {
    near.map {
      then(Text("vouliez-vous dire \($0.french) ?", "did you mean \($0.english)?"))
    } ?? self
  }
}
