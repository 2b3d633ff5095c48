import EventSamples
import Events
import Testing

@Suite struct `The table of a type's fields` {
  @Test func `a type's table lists exactly the keys that its events have, at every depth`() throws {
    for type in EventType.allCases {
      var used: [String: Set<String>] = [:]
      for sample in try SampleData.all() where sample.type == type {
        Self.collect(sample.data, .object(type.fields), at: "data", into: &used)
      }
      for (place, fields) in Self.tables(.object(type.fields), at: "data") {
        #expect(used[place] == Set(fields.map(\.key)), "\(type): \(place)")
      }
    }
  }

  @Test func `a type's table is in canonical order, at every depth`() {
    for type in EventType.allCases {
      for (place, fields) in Self.tables(.object(type.fields), at: "data") {
        let keys = fields.map { Array($0.key.utf8) }
        for (key, next) in zip(keys, keys.dropFirst()) {
          #expect(key.lexicographicallyPrecedes(next), "\(type): \(place)")
        }
      }
    }
  }

  @Test func `the table requires a field exactly where an event without it is refused`() throws {
    for sample in try SampleData.all() {
      for (path, field) in Self.fields(in: sample.data, .object(sample.type.fields), at: []) {
        let isRead = (try? sample.event(sample.data.removing(path[...]))) != nil
        #expect(isRead == field.presence.mayLack, "\(sample.type): \(path)")
      }
    }
  }

  @Test func `the table allows null exactly where an event with null is read`() throws {
    for sample in try SampleData.all() {
      for (path, field) in Self.fields(in: sample.data, .object(sample.type.fields), at: []) {
        let isRead = (try? sample.event(sample.data.replacing(path[...], with: .null))) != nil
        #expect(isRead == (field.presence == .nullable), "\(sample.type): \(path)")
      }
    }
  }

  @Test func `the sample of each table is read, and its data has the table's fields`() throws {
    for type in EventType.allCases {
      let sample = try type.sample
      #expect(sample.type == type)
      let data = try JSONValue(parsing: sample.payload.canonicalBytes)
      guard case .object(let members) = data else {
        Issue.record("\(type)")
        continue
      }
      #expect(members.map(\.name) == type.fields.map(\.key))
    }
  }

  @Test func `the table marks as sealed exactly what the log holds sealed`() throws {
    for sample in try SampleData.all() {
      // A recorded text about no one is in clear in the log too.
      let places = sample.type.sealedPlaces(in: sample.clear).map(\.path).filter { path in
        sample.type.fields.field(at: path[...])?.form != .recordedText
          || sample.data.value(at: path[...])?.text == nil
      }
      #expect(places == Self.sealed(in: sample.data, at: []), "\(sample.type)")
    }
  }

  @Test func `a text may be sealed or clear only where Event.wronglySealedField checks it`() {
    let places = EventType.allCases.flatMap { type in
      type.columns.filter { $0.field.form == .recordedText }.map { "\(type.rawValue).\($0.name)" }
    }
    #expect(places == ["EventAnnulled.grounds"])
  }

  // MARK: Walks

  /// Collects the keys of the objects in a value, by where they are.
  private static func collect(
    _ value: JSONValue, _ form: FieldForm, at place: String,
    into used: inout [String: Set<String>]
  ) {
    switch (value, form) {
    case (.list(let elements), .list(let element)):
      for value in elements { collect(value, element, at: place, into: &used) }
    case (.object(let members), .object(let fields)):
      for member in members {
        used[place, default: []].insert(member.name)
        guard let field = fields.first(where: { $0.key == member.name }) else { continue }
        collect(member.value, field.form, at: place + "." + member.name, into: &used)
      }
    default: break
    }
  }

  /// The tables of the objects in a form, by where they are.
  private static func tables(
    _ form: FieldForm, at place: String
  ) -> [(place: String, fields: [Field])] {
    switch form {
    case .list(let element): tables(element, at: place)
    case .object(let fields):
      [(place, fields)] + fields.flatMap { tables($0.form, at: place + "." + $0.key) }
    default: []
    }
  }

  /// The fields that a value has, by the path to them.
  private static func fields(
    in value: JSONValue, _ form: FieldForm, at path: [String]
  ) -> [(path: [String], field: Field)] {
    switch (value, form) {
    case (.list(let elements), .list(let element)):
      elements.enumerated().flatMap { fields(in: $1, element, at: path + ["\($0)"]) }
    case (.object(let members), .object(let table)):
      members.flatMap { member -> [(path: [String], field: Field)] in
        let path = path + [member.name]
        guard let field = table.first(where: { $0.key == member.name }) else { return [] }
        return [(path, field)] + fields(in: member.value, field.form, at: path)
      }
    default: []
    }
  }

  /// Where something sealed is in a value.
  private static func sealed(in value: JSONValue, at path: [String]) -> [[String]] {
    switch value {
    case .object(let members):
      value["sealed"] != nil
        ? [path] : members.flatMap { sealed(in: $0.value, at: path + [$0.name]) }
    case .list(let elements):
      elements.enumerated().flatMap { sealed(in: $1, at: path + ["\($0)"]) }
    case .null, .boolean, .integer, .string: []
    }
  }
}

extension Field.Presence {
  /// Whether the log may hold an event without the field.
  fileprivate var mayLack: Bool {
    switch self {
    case .optional, .requiredUnlessErased, .requiredUnlessImported: true
    case .required, .nullable, .alternative: false
    }
  }
}
