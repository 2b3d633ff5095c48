/// The description of one field of an object: a row of its table of fields.
public struct Field: Hashable, Sendable {
  /// Whether a field is required.
  public enum Presence: Hashable, Sendable {
    case required
    case optional
    /// Required of what is submitted, unless the person concerned is erased; the log may lack it.
    case requiredUnlessErased
    /// Required of a command; an imported fact may lack it.
    case requiredUnlessImported
    /// Required, and may be `null`.
    case nullable
    /// Exactly one of this field and the field of that key is required.
    case alternative(to: String)
  }

  public let key: String
  public let form: FieldForm
  public let presence: Presence

  /// Whether an object without it is always refused; false for an alternative.
  public var isRequired: Bool {
    switch presence {
    case .required, .nullable, .requiredUnlessErased, .requiredUnlessImported: true
    case .optional, .alternative: false
    }
  }

  /// Whether the log always holds it sealed: a text about a person, an identity or a member's name.
  public var isSealed: Bool {
    if case .sealed = form { true } else { false }
  }
}

extension [Field] {
  /// Whether a field is the second of two alternatives, in the order of their keys.
  func isSecondAlternative(_ field: Field) -> Bool {
    guard case .alternative(let other) = field.presence else { return false }
    return other < field.key
  }

  /// The field at a path of keys and list indices; nil if there is none.
  ///
  /// A sealed identity has the fields of its clear form.
  public func field(at path: ArraySlice<String>) -> Field? {
    guard let key = path.first, let field = first(where: { $0.key == key }) else { return nil }
    return field.part(at: path.dropFirst())
  }
}

extension Field {
  fileprivate func part(at path: ArraySlice<String>) -> Field? {
    guard let step = path.first else { return self }
    switch form.clear {
    case .object(let fields): return fields.field(at: path)
    case .list(let element):
      guard Int(step) != nil else { return nil }
      return Field(key: step, form: element, presence: .required).part(at: path.dropFirst())
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .certificateNumber,
      .characters, .wholeNumber, .boolean,
      .word, .text, .recordedText, .sealed:
      return nil
    }
  }
}
