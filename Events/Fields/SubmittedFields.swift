extension EventType {
  /// Checks the fields that the log may lack but a submission may not.
  ///
  /// Data that lack another required field, or whose values do not have their fields' forms, pass:
  /// decoding reports them.
  ///
  /// - Parameter mayLack: whether a field of this presence, at this path from the data, may be left
  ///   out of what is submitted.
  /// - Throws: ``ReadingFailure`` with the first field that is missing.
  public func checkSubmitted(
    _ data: JSONValue, mayLack: (_ presence: Field.Presence, _ path: [String]) throws -> Bool
  ) throws {
    try FieldForm.object(fields).checkSubmitted(data, at: [], mayLack: mayLack)
  }
}

extension FieldForm {
  fileprivate func checkSubmitted(
    _ value: JSONValue, at path: [String],
    mayLack: (_ presence: Field.Presence, _ path: [String]) throws -> Bool
  ) throws {
    switch self {
    case .object(let fields):
      for field in fields {
        let path = path + [field.key]
        if let value = value[field.key] {
          try field.form.checkSubmitted(value, at: path, mayLack: mayLack)
        } else if field.presence.dependsOnTheSubmission, try !mayLack(field.presence, path) {
          throw ReadingFailure(.missing, path: ["data"] + path)
        }
      }
    case .list(let element):
      guard case .list(let elements) = value else { return }
      for (index, part) in elements.enumerated() {
        try element.checkSubmitted(part, at: path + [String(index)], mayLack: mayLack)
      }
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .certificateNumber, .characters,
      .wholeNumber, .boolean, .word, .text, .recordedText, .sealed:
      return
    }
  }
}

extension Field.Presence {
  /// Whether the log may lack the field and a submission may not.
  fileprivate var dependsOnTheSubmission: Bool {
    switch self {
    case .requiredUnlessErased, .requiredUnlessImported: true
    case .required, .optional, .nullable, .alternative: false
    }
  }
}
