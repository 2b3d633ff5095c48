internal import Events
internal import Spelling

/// Sets the fields of one fact from words, reading each value in the form of its field.
struct FactResolver<Names: LedgerNames> {
  private(set) var data: JSONValue
  var problems: [TypedProblem] = []
  private(set) var told: [Text] = []
  let type: EventType
  let names: Names
  private let today: CalendarDate

  init(of type: EventType, into data: JSONValue, names: Names, today: CalendarDate) {
    (self.type, self.data, self.names, self.today) = (type, data, names, today)
  }

  /// Sets the words of a fact: ids that say of which certification a code is, then the others.
  ///
  /// - Parameter facts: the words of every fact of the command.
  mutating func set(_ words: [FieldWord], beside facts: [[FieldWord]]) throws {
    for isScope in [true, false] {
      for word in words {
        guard case .field(let path, let field) = word.place, field.isScope == isScope else {
          continue
        }
        try set(path, field, word)
      }
    }
    let blocks = facts.flatMap { $0 }.filter { $0.place == .gridBlock }.map(\.text)
    if let block = words.first(where: { $0.place == .gridBlock }) {
      let except = words.first { $0.place == .gridExceptions }
      try setGrid(block, except, amongBlocks: blocks)
    } else if words.contains(where: { $0.place == .gridExceptions }) {
      add("block", ReadingFailure.Problem.missing.text)
    }
  }

  mutating func add(_ field: String, _ reason: Text) {
    problems.append(TypedProblem(field: field, reason))
  }

  mutating func tell(_ field: String, _ text: Text) { told.append(FieldLabels.line(field, text)) }

  mutating func put(_ path: [String], _ value: JSONValue) {
    data = data.setting(path[...], to: value)
  }

  // MARK: One field

  private mutating func set(_ path: [String], _ field: Field, _ word: FieldWord) throws {
    if field.presence == .nullable,
      ["null", "illimite", "illimitee", "unlimited"].contains(FoldedName(word.text).joined)
    {
      return put(path, .null)
    }
    if field.isHours, let minutes = type.minutes(beside: path) {
      return setHours(path, minutes, word)
    }
    let value = try value(of: word.text, field.form, at: path, word.name)
    put(path, value)
  }

  private mutating func setHours(_ path: [String], _ minutes: String, _ word: FieldWord) {
    if let number = TypedNumbers.whole(word.text) { return put(path, .integer(number)) }
    guard let (hours, rest) = TypedNumbers.hours(word.text) else {
      put(path, .string(word.text))
      return add(
        word.name,
        Text(
          "un nombre d’heures est attendu, en minutes entières : 154, 154,5 ou 154h30",
          "expected hours, in whole minutes: 154, 154.5 or 154h30"))
    }
    let beside = path.dropLast() + [minutes]
    put(path, .integer(hours))
    data = rest == 0 ? data.removing(beside) : data.setting(beside, to: .integer(rest))
    tell(word.name, Text(verbatim: "\(hours) h \(rest < 10 ? "0" : "")\(rest)"))
  }

  mutating func value(
    of text: String, _ form: FieldForm, at path: [String], _ name: String
  ) throws -> JSONValue {
    switch form.clear {
    case .identifier(let kind, _): return .string(try id(text, kind, path, name))
    case .day:
      guard let day = try? CalendarDate(typed: text, today: today) else {
        add(name, CalendarDate.typedForms)
        return .string(text)
      }
      if day.description != text { tell(name, day.text) }
      return .string(day.description)
    case .birthDate:
      guard let date = try? BirthDate(typed: text) else {
        add(name, BirthDate.typedForms)
        return .string(text)
      }
      return .string(date.text)
    case .boolean:
      if let answer = TypedNumbers.answer(text) { return .boolean(answer) }
      add(name, Text("oui ou non est attendu", "expected true or false, or yes or no"))
    case .wholeNumber:
      if let number = TypedNumbers.whole(text) { return .integer(number) }
      add(name, InvalidValue.count.text)
    case .word(let kind, let allowed):
      do throws(TypedProblem) {
        return .string(try WordList(kind: kind, allowed: allowed).value(of: text, field: name))
      } catch { problems.append(error) }
    case .list(let element): return try list(text, element, at: path, name)
    case .object:
      if form.isMember, !text.hasPrefix("{") {
        return members(text, name, isList: false).first ?? .string(text)
      }
      return form.value(of: text)
    case .subject, .eventID, .siret, .certificateNumber, .characters, .text, .recordedText, .sealed:
      break
    }
    return .string(text)
  }

  private mutating func list(
    _ text: String, _ element: FieldForm, at path: [String], _ name: String
  ) throws -> JSONValue {
    let exact = FieldForm.list(of: element).value(of: text)
    if case .list = exact, text.hasPrefix("[") { return exact }
    if element.isMember { return .list(members(text, name, isList: true)) }
    if let order = TypedOrder(of: element), !text.isEmpty, !text.hasPrefix("{") {
      return try objects(text, order, element, at: path, name)
    }
    if element.isComposite || text.isEmpty { return exact }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    var values: [JSONValue] = []
    for (index, part) in parts.enumerated() {
      values.append(
        try value(of: String(part).trimmed, element, at: path + [String(index)], name))
    }
    return .list(values)
  }

  private mutating func members(_ text: String, _ name: String, isList: Bool) -> [JSONValue] {
    let typed = TypedMembers(text, field: name, isList: isList)
    problems += typed.problems
    return typed.members
  }
}

extension Field {
  /// Whether its value says of which certification a code beside it is.
  fileprivate var isScope: Bool {
    guard case .identifier(let kind, _) = form else { return false }
    return [CertificationKind.name, CandidacyKind.name, JuryKind.name].contains(kind)
  }

  fileprivate var isHours: Bool { form == .wholeNumber && key.hasSuffix("Hours") }
}

extension FieldForm {
  /// Whether it is a jury member with a role.
  var isMember: Bool {
    guard case .object(let fields) = self else { return false }
    return Set(fields.map(\.key)) == ["member", "name", "organisation", "role"]
  }
}

extension EventType {
  /// The key of the minutes beside hours; nil if the field has none.
  fileprivate func minutes(beside path: [String]) -> String? {
    guard let key = path.last, key.hasSuffix("Hours") else { return nil }
    let minutes = key.dropLast("Hours".count) + "Minutes"
    let found = fields.field(at: path.dropLast() + [String(minutes)])
    return found == nil ? nil : String(minutes)
  }
}
