/// A row of the table of an object's fields.
public struct Field: Hashable, Sendable {
  /// Whether a field must be there.
  public enum Presence: Hashable, Sendable {
    /// It must be.
    case required
    /// It may be left out.
    case optional
    /// It must be, and may be `null`.
    case nullable
    /// Either it or the field of this key must be, and not both.
    case alternative(to: String)
  }

  /// Its key in the object.
  public let key: String
  /// How its value is written.
  public let form: FieldForm
  /// Whether it must be there.
  public let presence: Presence

  /// Whether an object without it is refused, whatever else it has.
  public var isRequired: Bool {
    switch presence {
    case .required, .nullable: true
    case .optional, .alternative: false
    }
  }

  /// Whether the log holds it sealed, always: a text or an identity of a person.
  public var isSealed: Bool {
    if case .sealed = form { true } else { false }
  }
}

extension [Field] {
  /// Whether a field is the second of two alternatives: samples have the first.
  func holdsAlternative(before field: Field) -> Bool {
    guard case .alternative(let other) = field.presence else { return false }
    return other < field.key
  }

  /// The field at a path of keys, and of indices within lists; nil where there is none.
  ///
  /// Under a sealed identity are the fields of the clear one.
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
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .wholeNumber, .boolean,
      .word, .text, .recordedText, .sealed:
      return nil
    }
  }
}
