internal import Events
internal import Spelling

/// A word `field=value` whose field is known.
struct FieldWord: Hashable {
  enum Place: Hashable {
    /// A field of the data.
    case field(path: [String], Field)
    /// The block whose competencies are all assessed.
    case gridBlock
    /// The competencies of that block that are not acquired.
    case gridExceptions
  }

  let place: Place
  /// As it is told to a person.
  let name: String
  var text: String
}

/// Reads words `field=value`: which field each is of, and which values are several facts.
struct WordReader {
  private let type: EventType
  private(set) var words: [FieldWord] = []
  private(set) var problems: [TypedProblem] = []
  private var given: Set<String> = []

  init(of type: EventType) { self.type = type }

  mutating func take(_ word: String, at number: Int) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      return add(
        Text(
          "un champ s’écrit champ=valeur ; mot n° \(number)",
          "a field is written field=value; word \(number)"))
    }
    let (name, text) = (String(parts[0]), String(parts[1]))
    guard name.split(separator: ".", omittingEmptySubsequences: false).count <= JSONValue.deepest
    else {
      return add(
        Text(
          "le champ \(number) a plus de \(JSONValue.deepest) niveaux",
          "field \(number) has more than \(JSONValue.deepest) levels"))
    }
    guard let found = place(of: name) else { return addUnknown(name) }
    guard given.insert(found.name).inserted else {
      return add(
        Text(
          "le champ \(number) est donné deux fois ; une liste s’écrit a,b",
          "field \(number) is given twice; a list is written a,b"))
    }
    words.append(FieldWord(place: found.place, name: found.name, text: text))
  }

  private mutating func add(_ text: Text, field: String? = nil) {
    problems.append(TypedProblem(field: field, text))
  }

  private func place(of name: String) -> (place: FieldWord.Place, name: String)? {
    let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if let field = type.fields.field(at: path[...]) { return (.field(path: path, field), name) }
    if type == .competencyAssessed {
      switch name.lowercased() {
      case "block", "bloc": return (.gridBlock, "block")
      case "except", "sauf": return (.gridExceptions, "except")
      default: break
      }
    }
    let same = type.columns.filter { $0.name.lowercased() == name.lowercased() }
    guard let column = same.first, same.count == 1 else { return nil }
    return (.field(path: column.path, column.field), column.name)
  }

  private mutating func addUnknown(_ name: String) {
    let shown = (try? RecorderID(name))?.text
    let reason = ReadingFailure.Problem.unknownField.text
    problems.append(
      TypedProblem(
        field: shown ?? "(a name that is no id)", reason.hinting(near(name))))
  }

  /// The nearest field: one whose last key it is, else the most similar.
  private func near(_ name: String) -> Text? {
    let names = type.columns.map(\.name)
    let last = String(name.split(separator: ".").last ?? "").lowercased()
    let ending = names.first { $0.lowercased().split(separator: ".").last.map(String.init) == last }
    let keys = names.map { String($0.split(separator: ".").last ?? "") }
    let near =
      ending ?? Nearest.words(to: name, among: names).first
      ?? Nearest.words(to: last, among: keys).first.flatMap { key in
        names.first { $0 == key || $0.hasSuffix("." + key) }
      }
    return near.map { Text(verbatim: $0) }
  }

  // MARK: Several facts

  /// The words of each fact: every combination of the values of fields that have several; nil if there are
  /// more than so many.
  func facts(atMost most: Int) -> [[FieldWord]]? {
    var facts: [[FieldWord]] = [[]]
    for word in words {
      let values = values(of: word)
      guard facts.count * values.count <= most else { return nil }
      facts = facts.flatMap { fact in
        values.map { value in
          var one = word
          one.text = value
          return fact + [one]
        }
      }
    }
    return facts
  }

  /// Fields of one value that were given several, such as another field beside them.
  ///
  /// - Parameter isChosen: whether an id that the type introduces may be left out.
  func problemsOfLists(isChosen: Bool) -> [TypedProblem] {
    let several = words.first { values(of: $0).count > 1 }
    return words.compactMap { word -> TypedProblem? in
      guard case .field(let path, let field) = word.place, path.count == 1, word.text.contains(","),
        values(of: word).count == 1, word != several
      else { return nil }
      let isNumber = field.form == .certificateNumber && path[0] == type.introducedKey
      switch field.form {
      case .identifier: break
      case .certificateNumber where isNumber && several != nil: break
      case .eventID, .subject, .day, .birthDate, .siret, .certificateNumber, .characters,
        .wholeNumber, .boolean, .word, .text, .recordedText, .sealed, .list, .object:
        return nil
      }
      let canBeLeftOut = isChosen && path[0] == type.introducedKey
      return TypedProblem(
        field: word.name, Self.oneValue(word.name, several?.name, canBeLeftOut: canBeLeftOut))
    }
  }

  private static func oneValue(_ name: String, _ other: String?, canBeLeftOut: Bool) -> Text {
    guard let other else {
      return Text(
        "ce champ n’a qu’une valeur : écrivez une commande pour chacune",
        "this field has one value: write one command for each")
    }
    let each = Text(
      "`\(other)` et `\(name)` ont chacun plusieurs valeurs, et un seul des deux peut en avoir : "
        + "écrivez une commande pour chaque paire",
      "`\(other)` and `\(name)` each have several values, and only one of the two may: "
        + "write one command for each pair")
    guard canBeLeftOut else { return each }
    return Text(
      "\(each.french), ou n’écrivez pas `\(name)` : les suivants sont choisis",
      "\(each.english), or leave out `\(name)`: the next ones are chosen")
  }

  private func values(of word: FieldWord) -> [String] {
    switch word.place {
    case .gridExceptions: return [word.text]
    case .gridBlock: break
    case .field(let path, let field):
      guard path.count == 1, path[0] != type.introducedKey,
        case .identifier(let kind, _) = field.form, Self.kindsOfSeveral.contains(kind)
      else { return [word.text] }
    }
    let values = word.text.split(separator: ",", omittingEmptySubsequences: false)
    return values.map { String($0).trimmed }
  }

  /// The kinds of ids of which several mean several facts.
  private static let kindsOfSeveral: Set<String> = [
    CandidacyKind.name, CandidateKind.name, BlockKind.name, PrerequisiteKind.name, MemberKind.name,
  ]
}
