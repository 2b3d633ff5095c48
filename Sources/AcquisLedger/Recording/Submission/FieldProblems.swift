internal import Events

/// Everything that is wrong with the fields of data, by the table of the type's fields: decoding stops at the
/// first.
///
/// What no table states (a day that contradicts another, an identity's checks) is found by decoding alone.
struct FieldProblems {
  /// Which required fields are told when they are missing.
  struct Presence {
    /// Whether a text that only an erased person's entry may lack is told.
    var ofTexts = true
    /// Whether a field that only an imported fact may lack is told.
    var ofCommands = true
    /// Whether the required fields of an object are told in place of an object that is missing.
    var isEachPartTold = false
    /// A field of the data that may be missing.
    var except: String?
  }

  private(set) var problems: [ReadingFailure] = []
  private let presence: Presence

  init(_ data: JSONValue, of type: EventType, _ presence: Presence = Presence()) {
    self.presence = presence
    guard case .object = data else {
      problems = [ReadingFailure(.wrongKind(expected: .object), path: ["data"])]
      return
    }
    check(data, .object(type.fields), ["data"])
  }

  private mutating func add(_ problem: ReadingFailure.Problem, _ path: [String]) {
    problems.append(ReadingFailure(problem, path: path))
  }

  private mutating func check(_ value: JSONValue, _ form: FieldForm, _ path: [String]) {
    switch form.clear {
    case .object(let fields):
      guard case .object(let members) = value else {
        return add(.wrongKind(expected: .object), path)
      }
      check(members, fields, path)
    case .list(let element):
      guard case .list(let elements) = value else { return add(.wrongKind(expected: .list), path) }
      if elements.isEmpty { add(.invalid(.emptyList), path) }
      for (index, part) in elements.enumerated() { check(part, element, path + [String(index)]) }
    case .boolean:
      guard case .boolean = value else { return add(.wrongKind(expected: .boolean), path) }
    case .wholeNumber:
      guard case .integer(let number) = value else {
        return add(.wrongKind(expected: .wholeNumber), path)
      }
      if number < 0 || number > Count.limit { add(.invalid(.count), path) }
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .certificateNumber,
      .characters, .word, .text, .recordedText, .sealed:
      guard let text = value.text else { return add(.wrongKind(expected: .text), path) }
      if let invalid = form.clear.invalid(text) { add(.invalid(invalid), path) }
    }
  }

  private mutating func check(_ members: [JSONMember], _ fields: [Field], _ path: [String]) {
    var seen: Set<String> = []
    for member in members {
      let path = path + [member.name]
      guard let field = fields.first(where: { $0.key == member.name }) else {
        // A foreign name is repeated only if it has the form of an id.
        let isID = (try? RecorderID(member.name)) != nil
        add(.unknownField, isID ? path : path.dropLast() + ["(a name that is no id)"])
        continue
      }
      if !seen.insert(member.name).inserted { add(.duplicateField, path) }
      if member.value == .null, field.presence == .nullable { continue }
      check(member.value, field.form, path)
    }
    for field in fields where !seen.contains(field.key) {
      let isTold =
        switch field.presence {
        case .required, .nullable: true
        case .optional: false
        case .requiredUnlessErased: presence.ofTexts
        case .requiredUnlessImported: presence.ofCommands
        case .alternative(let other): field.key < other && !seen.contains(other)
        }
      if isTold, path.count > 1 || field.key != presence.except { missing(field, path) }
    }
  }

  private mutating func missing(_ field: Field, _ path: [String]) {
    let path = path + [field.key]
    guard presence.isEachPartTold, case .object(let parts) = field.form.clear else {
      return add(.missing, path)
    }
    let needed = parts.filter(\.isRequired)
    if needed.isEmpty { return add(.missing, path) }
    for part in needed { missing(part, path) }
  }
}

extension FieldForm {
  /// Why a text is no value of this form; nil if it is one, or the form is not that of a text.
  func invalid(_ text: String) -> InvalidValue? {
    func failure(_ make: () throws(InvalidValue) -> Void) -> InvalidValue? {
      do throws(InvalidValue) { try make() } catch { return error }
      return nil
    }
    switch self {
    case .identifier(let kind, _):
      let isID =
        kind == RecorderKind.name ? (try? RecorderID(text)) != nil : (try? MemberID(text)) != nil
      return isID ? nil : .identifier(kind: kind)
    case .eventID: return failure { () throws(InvalidValue) in _ = try EventID(text) }
    case .subject: return failure { () throws(InvalidValue) in _ = try Subject(text) }
    case .day: return failure { () throws(InvalidValue) in _ = try CalendarDate(text) }
    case .birthDate: return failure { () throws(InvalidValue) in _ = try BirthDate(text) }
    case .siret: return failure { () throws(InvalidValue) in _ = try SIRET(text) }
    case .certificateNumber:
      return failure { () throws(InvalidValue) in _ = try CertificateNumber(text) }
    case .characters(let least, let most):
      return least...most ~= text.unicodeScalars.count ? nil : .characters(from: least, to: most)
    case .word(let kind, let allowed):
      return allowed.contains(text) ? nil : .word(kind: kind, allowed: allowed)
    case .text, .recordedText:
      return failure { () throws(InvalidValue) in _ = try FreeText(text) }
    case .wholeNumber, .boolean, .sealed, .list, .object: return nil
    }
  }
}
