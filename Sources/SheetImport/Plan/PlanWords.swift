internal import AcquisLedger
internal import Events

/// A list of words of the plan's file: each value's name in both languages, and other usual names.
///
/// Names are compared by ``PlannedWord/key(_:)``.
struct PlanWords<Value: Hashable & Sendable>: Sendable {
  struct Entry: Sendable {
    let value: Value
    /// What is written.
    let name: Text
    /// Read too; accents do not count, and are left out.
    let others: [String]

    init(_ value: Value, _ name: Text, _ others: [String] = []) {
      self.value = value
      self.name = name
      self.others = others
    }

    var spellings: [String] { [name.french, name.english] + others }
  }

  let entries: [Entry]
  /// By the key of each spelling.
  private let values: [String: Value]

  init(_ entries: [Entry]) {
    self.entries = entries
    let keyed = entries.flatMap { entry in
      entry.spellings.map { (PlannedWord.key($0), entry.value) }
    }
    values = Dictionary(keyed) { first, _ in first }
  }

  /// The value with this name, in either language; nil if there is none.
  func value(of text: String) -> Value? { values[PlannedWord.key(text)] }

  /// The name of a value; nil if the list does not have it.
  func name(of value: Value) -> Text? { entries.first { $0.value == value }?.name }

  /// Every name, in the order of the list.
  var names: [Text] { entries.map(\.name) }

  /// The name nearest to a mistyped one; nil if none is near.
  func near(_ text: String) -> Text? {
    Nearby.name(to: text, among: entries.map { ($0.name, $0.spellings) })
  }
}

/// Finds the name that a mistyped word was meant to be.
enum Nearby {
  /// - Parameter names: what is shown, with everything that may be typed for it.
  /// - Returns: nil if none is near.
  static func name(to text: String, among names: [(shown: Text, spellings: [String])]) -> Text? {
    let keyed = names.flatMap { name in
      name.spellings.map { (key: PlannedWord.key($0), shown: name.shown) }
    }
    let typed = PlannedWord.key(text)
    let near = Nearest.words(to: typed, among: keyed.map(\.key)).first
    return keyed.first { $0.key == near }?.shown
  }
}

extension PlanWords where Value: RawRepresentable<String> {
  /// The words of a closed list of the ledger, with the names that ``WordList`` has.
  init(_ list: WordList) {
    self.init(
      list.entries.compactMap { entry in
        Value(rawValue: entry.value).map { Entry($0, entry.name, [entry.value]) }
      })
  }
}

/// The closed lists of events that a plan's answers are of.
enum PlanLists {
  static let pathway = WordList(kind: Pathway.kind, allowed: [])
  static let audience = WordList(kind: Audience.kind, allowed: [])
  static let sex = WordList(kind: Sex.kind, allowed: [])
  static let mode = WordList(kind: SessionMode.kind, allowed: [])
}

extension WordList {
  /// What is written for a value that is recorded so.
  func name(of value: String) -> Text {
    entries.first { $0.value == value }?.name ?? Text(verbatim: value)
  }

  /// Every name, in the order of the list.
  var names: [Text] { entries.map(\.name) }
}
