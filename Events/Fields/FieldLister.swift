/// Lists the fields that an object asks for, and gives it a sample of each.
///
/// Of two alternatives the object is given the first.
struct FieldLister: FieldSource {
  /// The fields asked for so far, in the order of their keys.
  private(set) var fields: [Field] = []

  mutating func required<Value: CanonicalValue>(
    _ key: StaticString, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value {
    try list(Field(key: key.description, form: form(), presence: .required))
  }

  mutating func optional<Value: CanonicalValue>(
    _ key: StaticString, or other: StaticString?, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value? {
    let presence = other.map { Field.Presence.alternative(to: $0.description) } ?? .optional
    let field = Field(key: key.description, form: form(), presence: presence)
    let value: Value = try list(field)
    return fields.holdsAlternative(before: field) ? nil : value
  }

  mutating func nullable<Value: CanonicalValue>(
    _ key: StaticString, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value? {
    let value: Value = try list(Field(key: key.description, form: form(), presence: .nullable))
    return value
  }

  private mutating func list<Value: CanonicalValue>(
    _ field: Field
  ) throws(ReadingFailure) -> Value {
    fields.append(field)
    do throws(ReadingFailure) {
      return try field.form.recordedSample.read()
    } catch {
      throw error.within(field.key)
    }
  }
}

extension FieldLister {
  /// The table of an object's fields.
  static func fields<Object: FieldObject>(of type: Object.Type) -> [Field] {
    var lister = FieldLister()
    // Every sample reads back, as a test holds; one that did not would cut the table short.
    _ = try? Object(fields: &lister)
    return lister.fields
  }
}

extension EventType {
  /// The table of the type's fields, in the order of their keys.
  ///
  /// Cost: the tables of all types are made once, in some milliseconds.
  public var fields: [Field] { Self.tables[self] ?? [] }

  /// Data of this type with a sample in each field.
  ///
  /// - Throws: ``ReadingFailure`` naming the field whose sample is none: never, in a program that
  ///   passed its tests.
  package var sample: Fact {
    get throws(ReadingFailure) {
      var lister = FieldLister()
      return try Fact(self, fields: &lister)
    }
  }

  private static let tables = Dictionary(
    uniqueKeysWithValues: allCases.map { type in
      var lister = FieldLister()
      _ = try? Fact(type, fields: &lister)
      return (type, lister.fields)
    })
}
