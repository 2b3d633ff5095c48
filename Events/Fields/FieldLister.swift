/// A field source that records each field an object requests and returns a sample for it.
///
/// Of two alternatives, only the first gets a value.
struct FieldLister: FieldSource {
  /// The fields requested so far, in the order of their keys.
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
    return fields.isSecondAlternative(field) ? nil : value
  }

  mutating func nullable<Value: CanonicalValue>(
    _ key: StaticString, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value? {
    let value: Value = try list(Field(key: key.description, form: form(), presence: .nullable))
    return value
  }

  mutating func recorded<Value: CanonicalValue>(
    _ key: StaticString, _ presence: Field.Presence, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value? {
    let value: Value = try list(Field(key: key.description, form: form(), presence: presence))
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
    // A test checks that every sample can be read; a sample that could not would truncate the
    // table.
    _ = try? Object(fields: &lister)
    return lister.fields
  }
}

extension EventType {
  /// The table of the type's fields, in the order of their keys.
  ///
  /// Cost: the tables of all types are built once, in a few milliseconds.
  public var fields: [Field] { Self.tables[self] ?? [] }

  /// Data of this type with a sample value in each field.
  ///
  /// - Throws: ``ReadingFailure`` with the field whose sample is invalid, which the tests exclude.
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
