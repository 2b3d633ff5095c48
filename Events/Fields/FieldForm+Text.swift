extension FieldForm {
  /// The value that a person's text stands for: `block=3474D1`, a cell of a sheet.
  ///
  /// `true` and `false` for a yes or no, digits for a number, `a,b` or JSON for a list of scalars, JSON
  /// for an object or a list of objects; all else is a text, so that the code 3474 stays one. What
  /// cannot be read so stays a text too, for the event's reading to name the field and the kind.
  public func value(of text: String) -> JSONValue {
    func parsed(_ isExpected: (JSONValue) -> Bool) -> JSONValue? {
      (try? JSONValue(parsing: Array(text.utf8))).flatMap { isExpected($0) ? $0 : nil }
    }
    switch clear {
    case .boolean:
      return parsed { if case .boolean = $0 { true } else { false } } ?? .string(text)
    case .wholeNumber:
      return parsed { if case .integer = $0 { true } else { false } } ?? .string(text)
    case .object:
      return parsed { if case .object = $0 { true } else { false } } ?? .string(text)
    case .list(let element):
      if let list = parsed({ if case .list = $0 { true } else { false } }) { return list }
      if element.isComposite || text.isEmpty { return .string(text) }
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      return .list(parts.map { element.value(of: String($0)) })
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .word, .text, .recordedText,
      .sealed:
      return .string(text)
    }
  }

  /// The text that stands for a value of this form: what ``value(of:)`` reads back.
  public func text(of value: JSONValue) -> String {
    if case .list(let elements) = value, case .list(let element) = clear {
      let joined = elements.map { element.text(of: $0) }.joined(separator: ",")
      return self.value(of: joined) == value ? joined : value.description
    }
    return value.text ?? value.description
  }
}

extension Field {
  /// The value that a person's text stands for in this field.
  public func value(of text: String) -> JSONValue {
    presence == .nullable && text == "null" ? .null : form.value(of: text)
  }
}
