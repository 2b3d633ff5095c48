internal import AcquisLedger
internal import Documents
internal import Events

/// A field of a form: how it is called, how it is filled in, and the word that it becomes.
struct FormField: Sendable {
  enum Control: Sendable {
    case line
    case paragraph
    /// One of these, or none.
    case choice([(value: String, text: Text)])
    /// Any of these.
    case choices([(value: String, text: Text)])
    /// Rows of fields, each an object of a list.
    case rows([FormField])
  }

  /// As it is typed on a command line: `identity.birthName`; in a row the key alone.
  let name: String
  let label: Text
  var hint: Text?
  var isRequired = false
  let control: Control
  /// Whether a row's value is a day, which is read as people type it.
  var isDay = false

  /// The most rows of a list that a form has without being asked for more.
  static let usualRows = 4

  init(
    name: String, _ label: Text, hint: Text? = nil, isRequired: Bool = false,
    _ control: Control = .line
  ) {
    self.name = name
    self.label = label
    self.hint = hint
    self.isRequired = isRequired
    self.control = control
  }

  /// A column of a type's table.
  init(_ column: FieldColumn, of type: EventType, certifications: [(value: String, text: Text)]) {
    let form = column.field.form
    var isRows = false
    if case .list(let element) = form, case .object = element.clear { isRows = true }
    self.init(
      name: column.name, Self.label(column.name, type, isList: isRows),
      hint: Self.hint(form, column, type),
      isRequired: column.isRequired && !NextID.isNext(column.name, in: type),
      Self.control(form, column.name, type, certifications))
  }

  /// Fields in the order in which people fill them in: what the fact is about first, then what must be given.
  static func ordered(_ fields: [FormField]) -> [FormField] {
    func rank(_ field: FormField) -> Int {
      let key = field.name.split(separator: ".").last.map(String.init) ?? field.name
      return first.firstIndex(of: key) ?? first.count + (field.isRequired ? 0 : 1)
    }
    return fields.enumerated().sorted { left, right in
      (rank(left.element), left.offset) < (rank(right.element), right.offset)
    }.map(\.element)
  }

  private static let first = [
    "jury", "candidate", "candidacy", "certification", "pathway", "birthName", "firstNames",
    "usageName", "birthDate", "sex", "postalCode", "inseeCode", "label", "countryCode", "email",
    "sessionOn", "sessionTo", "mode", "place", "member", "role", "name", "organisation",
  ]

  private static func label(_ path: String, _ type: EventType, isList: Bool) -> Text {
    let key = path.split(separator: ".").last.map(String.init) ?? path
    // What is said of a list is how it is typed in one line.
    if isList { return FieldLabels.label(key).capitalised }
    let meaning = FieldMeaning.text(of: path, in: type) ?? FieldLabels.label(key)
    return Text(
      withoutArticle(meaning.french, ["le ", "la ", "l’", "les ", "son ", "sa ", "ses "]),
      withoutArticle(meaning.english, ["the ", "their ", "its "])
    ).capitalised
  }

  private static func withoutArticle(_ text: String, _ articles: [String]) -> String {
    articles.first { text.hasPrefix($0) }.map { String(text.dropFirst($0.count)) } ?? text
  }

  private static func hint(_ form: FieldForm, _ column: FieldColumn, _ type: EventType) -> Text? {
    if NextID.isNext(column.name, in: type) {
      return Text("laissez vide : le suivant", "leave empty: the next one")
    }
    if case .list(let element) = form, case .object = element.clear { return nil }
    switch form.clear {
    case .word, .boolean, .text, .recordedText, .sealed, .wholeNumber: return nil
    case .day: return Text("JJ/MM/AAAA, ou « hier »", "YYYY-MM-DD, or “yesterday”")
    case .birthDate:
      return Text("JJ/MM/AAAA, MM/AAAA ou AAAA", "YYYY-MM-DD, YYYY-MM or YYYY")
    case .identifier(let kind, _) where kind == CandidateKind.name || kind == CandidacyKind.name:
      return Text("un nom, ou un identifiant", "a name, or an id")
    case .identifier, .eventID, .subject, .siret, .certificateNumber, .characters, .list, .object:
      return form.hint
    }
  }

  private static func control(
    _ form: FieldForm, _ path: String, _ type: EventType,
    _ certifications: [(value: String, text: Text)]
  ) -> Control {
    switch form.clear {
    case .word(let kind, let allowed): return .choice(words(kind, allowed))
    case .boolean:
      return .choice([("true", Text("oui", "yes")), ("false", Text("non", "no"))])
    case .list(of: .word(let kind, let allowed)): return .choices(words(kind, allowed))
    case .list(let element):
      guard case .object(let fields) = element.clear else { return .line }
      return .rows(ordered(fields.map { field(of: $0, in: path, type) }))
    case .identifier(let kind, _) where kind == CertificationKind.name && !certifications.isEmpty:
      return .choice(certifications)
    case .text, .recordedText, .sealed:
      let key = path.split(separator: ".").last.map(String.init) ?? path
      return ["grounds", "note", "recommendation"].contains(key) ? .paragraph : .line
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .certificateNumber,
      .characters, .wholeNumber, .object:
      return .line
    }
  }

  /// A field of the objects of a list.
  private static func field(of field: Field, in path: String, _ type: EventType) -> FormField {
    let column = FieldColumn(
      path: [path, field.key], field: field, isRequired: field.isRequired)
    let made = FormField(column, of: type, certifications: [])
    var inner = FormField(
      name: field.key, made.label, hint: made.hint, isRequired: field.isRequired, made.control)
    if case .day = field.form.clear { inner.isDay = true }
    return inner
  }

  private static func words(_ kind: String, _ allowed: [String]) -> [(value: String, text: Text)] {
    WordList(kind: kind, allowed: allowed).entries.map { ($0.value, $0.name) }
  }
}
