extension FieldForm {
  /// Parses text that a person typed: the value of `block=3474D1`, or a cell of a table.
  ///
  /// A boolean is `true` or `false`, a number is digits, a list of scalars is `a,b` or JSON, an
  /// object or a list of objects is JSON. Every other form is a string, so that the code 3474 is
  /// not read as a number. Text that does not parse becomes a string too: decoding the event then
  /// reports the field and the kind expected.
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
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .certificateNumber, .characters,
      .word, .text, .recordedText,
      .sealed:
      return .string(text)
    }
  }

  /// Formats a value of this form as text that ``value(of:)`` parses to the same value.
  public func text(of value: JSONValue) -> String {
    if case .list(let elements) = value, case .list(let element) = clear {
      let joined = elements.map { element.text(of: $0) }.joined(separator: ",")
      return self.value(of: joined) == value ? joined : value.description
    }
    return value.text ?? value.description
  }
}

extension Field {
  /// Parses text that a person typed for this field; `null` is accepted if the field is nullable.
  public func value(of text: String) -> JSONValue {
    presence == .nullable && text == "null" ? .null : form.value(of: text)
  }
}
