internal import AcquisLedger
internal import Events

// `help TYPE --json`: the table of fields, for programs.

extension TypeHelp {
  /// The type, its fields, its columns, and a call with the recorded form of a sample of every required
  /// field.
  var json: JSONValue {
    [
      "type": .string(type.rawValue), "fields": .list(type.fields.map(\.json)),
      "columns": .list(type.columns.map { .string($0.name) }), "example": .string(plainExample),
    ]
  }

  private var plainExample: String {
    if type == .candidateIdentityErased { return "acquis erase \(CandidateKind.sample)" }
    if type == .juryMemberIdentityErased { return "acquis erase --member \(MemberKind.sample)" }
    let words = type.fields.exampleColumns.map { column in
      let text = column.field.form.text(of: column.field.form.sample)
      return "\(column.name)=\(Self.quoted(text))"
    }
    return (["acquis record \(type.rawValue) --on 2024-06-17 --by clerk:3"] + words)
      .joined(separator: " ")
  }

  /// A word as a shell needs it, in single quotes if it has special characters.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ","), 0x80...0xff:
        true
      default: false
      }
    }
    return isPlain ? text : "'\(text)'"
  }
}

extension [Field] {
  /// The columns in an example: the required ones, the first of two alternatives, and every column of a
  /// required object without required fields.
  fileprivate var exampleColumns: [FieldColumn] {
    filter { field in
      if case .alternative(let other) = field.presence { return field.key < other }
      return field.isRequired
    }.flatMap { field in
      let named = field.form.clear.exampleParts.map { parts in
        parts.map { column in
          FieldColumn(path: [field.key] + column.path, field: column.field, isRequired: true)
        }
      }
      return named ?? field.columns
    }
  }
}

extension FieldForm {
  /// The columns of an object in an example; nil if this is not an object.
  fileprivate var exampleParts: [FieldColumn]? {
    guard case .object(let fields) = self else { return nil }
    let needed = fields.exampleColumns
    return needed.isEmpty ? fields.flatMap(\.columns) : needed
  }
}

extension Field {
  fileprivate var json: JSONValue {
    let presence: JSONValue =
      switch self.presence {
      case .required: "required"
      case .optional: "optional"
      case .requiredUnlessErased: "requiredUnlessErased"
      case .requiredUnlessImported: "requiredUnlessImported"
      case .nullable: "nullable"
      case .alternative(let other): ["unless": .string(other)]
      }
    let sealed: JSONValue =
      switch form {
      case .sealed: "always"
      case .recordedText: "whereAboutAPerson"
      case .identifier, .eventID, .subject, .day, .birthDate, .siret, .certificateNumber,
        .characters, .wholeNumber, .boolean,
        .word, .text, .list, .object:
        "never"
      }
    return .object(
      [JSONMember("key", .string(key)), JSONMember("presence", presence)]
        + [JSONMember("sealed", sealed)] + form.clear.members)
  }
}

extension FieldForm {
  /// The form as members of a JSON object: its name and its parameters.
  fileprivate var members: [JSONMember] {
    func form(_ name: String, _ members: JSONMember...) -> [JSONMember] {
      [JSONMember("form", .string(name))] + members
    }
    return switch self {
    case .identifier(let kind, _): form("identifier", JSONMember("kind", .string(kind)))
    case .eventID: form("eventID")
    case .subject: form("subject")
    case .day: form("day")
    case .birthDate: form("birthDate")
    case .siret: form("siret")
    case .certificateNumber: form("certificateNumber")
    case .characters(let least, let most):
      form(
        "characters", JSONMember("from", .integer(least)), JSONMember("to", .integer(most)))
    case .wholeNumber: form("wholeNumber")
    case .boolean: form("boolean")
    case .word(_, let allowed):
      form("word", JSONMember("allowed", .list(allowed.map { .string($0) })))
    case .text, .recordedText, .sealed: form("text")
    case .list(let element): form("list", JSONMember("of", .object(element.members)))
    case .object(let fields):
      form("object", JSONMember("fields", .list(fields.map(\.json))))
    }
  }
}
