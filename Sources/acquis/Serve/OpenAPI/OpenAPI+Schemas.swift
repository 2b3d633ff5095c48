internal import AcquisLedger
internal import Events
internal import Projections

// The schemas of answers. A member that is not named here may be there too.

extension OpenAPI {
  static var schemas: [JSONMember] {
    answers.map { JSONMember($0.0, object($0.1)) } + decisions + facts
  }

  /// Members by name: `s` a text, `d` a day, `t` an instant, `i` a number, `b` true or false, `o` an object, `l`
  /// a list, `*` anything; with `?`, or null; a name in brackets may be missing.
  private static let answers: [(String, String)] = [
    (
      "Status",
      "candidacy s, candidate s, certification s, pathway s, on d, known i, edition s, status s, "
        + "tacit b, targetReached b, awaitingJury b, blocks l, window o, declaration o?, "
        + "toReview l, certificate o?, certificates l, because l"
    ),
    (
      "Window",
      "candidacy s, candidate s, certification s, pathway s, on d, known i, edition s, status s, "
        + "window o, toReview l, because l"
    ),
    ("Deadline", "kind s, subject s, lastDay d, daysLeft i"),
    ("Person", "candidate s, ids l, registeredOn d?, candidacies i, deceasedOn d?, erasedOn d?"),
    ("Candidate", "candidate s, ids l, on d, known i, edition s, candidacies l"),
    (
      "Prior",
      "candidate s, ids l, for s?, on d, known i, edition s, blocks l, elsewhere l, "
        + "certificates l, toReview l, commands l, afterExamination l"
    ),
    (
      "Jury",
      "jury s, certification s, on d, known i, edition s, status s, sessionOn d, sessionTo d?, "
        + "mode s, place s?, members l, summoned i, decided i, absent i"
    ),
    (
      "JuryRegister",
      "jury s, certification s, on d, known i, edition s, status s, members l, composition l, "
        + "candidacies l, minutes l"
    ),
    (
      "CertificationLine",
      "certification s, title s, register s, level i?, registration s, registeredUntil d?, "
        + "lastDeliveryOn d?, supersededBy l, candidacies i, openWindows i"
    ),
    (
      "Certification",
      "certification s, on d, known i, edition s, title s, register s, blocks l, registration s"
    ),
    ("Correspondences", "certification s, direction s?, blocks l"),
    (
      "StatisticsYear",
      "[certification s?], year i, certified i, certifiedByExperience i, insertionSixMonths i?, "
        + "insertionOccupationSixMonths i?, insertionOccupationTwoYears i?, published o?, bases o"
    ),
    (
      "Certificate",
      "number s, kind s, candidacy s, candidate s, certification s, issuedOn d, position i, "
        + "blocks l?, status s, replacedBy s?, toReview l"
    ),
    (
      "Finding",
      "position i, rule s, message s, waived b, weight s, remedy s, candidacy s?, candidate s?"
    ),
    ("Change", "subject s, field s, before *, after *, because l, recordedBy l, reason s?"),
    (
      "TimelineEntry",
      "position i, occurredOn d, recordedAt t, clock s?, type s, annulled b, waives l, candidacy s?"
    ),
    (
      "Entry",
      "position i, id s, type s, schema i, occurredOn d, recordedAt t, recordedBy s, data o, "
        + "[reason *], [waives l], [judged s]"
    ),
    ("Report", "period s, certification s?, on d, known i, edition s, awards o, outcomes o"),
    ("ReplayDigest", "edition s, on d, known i, digest s"),
    ("InclusionProof", "index i, size i, leaf s, proof l"),
    ("ConsistencyProof", "from i, to i, proof l"),
    ("Recorded", "[first i?], [last i?], [allowed b], [findings l], [hanging l], [changed *]"),
    ("TypeLine", "type s, title s"),
    ("Health", "status s"),
    ("Problem", "type s, title s, status i, detail s"),
    ("RefusedProblem", "type s, title s, status i, detail s, [refused l], [hanging l]"),
  ]

  private static func object(_ text: String) -> JSONValue {
    var (properties, required): ([JSONMember], [JSONValue]) = ([], [])
    for part in text.split(separator: ",") {
      let words = part.split(separator: " ")
      guard words.count == 2 else { continue }
      let isOptional = words[0].hasPrefix("[")
      let name = words[0].filter { $0 != "[" }
      properties.append(JSONMember(name, kind(words[1].filter { $0 != "]" })))
      if !isOptional { required.append(.string(name)) }
    }
    return [
      "type": "object", "properties": .object(properties), "required": .list(required),
    ]
  }

  private static func kind(_ letters: String) -> JSONValue {
    let mayBeNull = letters.hasSuffix("?")
    func type(_ name: String, _ members: JSONMember...) -> JSONValue {
      .object(
        [JSONMember("type", mayBeNull ? [.string(name), "null"] : .string(name))] + members)
    }
    return switch letters.first {
    case "s": type("string")
    case "d": type("string", JSONMember("format", "date"))
    case "t": type("string", JSONMember("format", "date-time"))
    case "i": type("integer")
    case "b": type("boolean")
    case "o": type("object")
    case "l": type("array")
    default: .object([])
    }
  }

  // MARK: What is decided

  /// One object, or an array of which all or none are recorded.
  private static func oneOrMany(_ schema: JSONValue) -> JSONValue {
    [
      "anyOf": [
        schema,
        [
          "type": "array", "items": schema, "minItems": 1,
          "maxItems": .integer(RequestBody.most),
        ],
      ]
    ]
  }

  private static let id: JSONValue = ["type": "string", "format": "uuid"]
  private static let day: JSONValue = ["type": "string", "format": "date"]
  private static let reason: JSONValue = [
    "type": "string", "minLength": 1, "description": "sealed where it is about a person",
  ]
  private static let waives: JSONValue = [
    "type": "array", "items": ["type": "string", "pattern": "^R[0-9]{2}$"], "minItems": 1,
    "description": "rules that are set aside, with a reason; takes a grant to waive",
  ]
  private static let entry: JSONValue = [
    "anyOf": [["type": "integer", "minimum": 1], id],
    "description": "the entry, by its id or its position",
  ]

  private static var decisions: [JSONMember] {
    func closed(_ required: [JSONValue], _ properties: [JSONMember]) -> JSONValue {
      [
        "type": "object", "required": .list(required), "properties": .object(properties),
        "additionalProperties": false,
      ]
    }
    let annulment = closed(
      ["event", "reason"],
      [
        JSONMember("event", entry), JSONMember("reason", reason),
        JSONMember("occurredOn", day), JSONMember("waives", waives), JSONMember("id", id),
      ])
    let correction = closed(
      ["event", "reason"],
      [
        JSONMember("event", entry), JSONMember("reason", reason),
        JSONMember(
          "data", ["type": "object", "description": "the fields that change; null leaves one out"]
        ),
        JSONMember("occurredOn", day), JSONMember("waives", waives), JSONMember("id", id),
      ])
    return [
      JSONMember("Record", oneOrMany(schema("Fact"))), JSONMember("Annul", oneOrMany(annulment)),
      JSONMember("Correct", oneOrMany(correction)),
      JSONMember(
        "Search",
        closed(
          ["name"],
          [
            JSONMember(
              "name",
              [
                "type": "string", "pattern": .string(Parameter.textPattern),
                "minLength": 1, "maxLength": 200,
                "description": "words of a name, in any order; with *, parts of words",
              ])
          ])),
    ]
  }

  // MARK: Facts

  /// The types that a request may record: an annulment has an address of its own, an erasure is never served.
  static let recordable = EventType.allCases.filter(Command.isCorrected)

  private static var facts: [JSONMember] {
    let names = recordable.map(\.rawValue)
    let any: JSONValue = [
      "oneOf": .list(names.map(schema)),
      "discriminator": [
        "propertyName": "type",
        "mapping": .object(
          names.map { JSONMember($0, .string("#/components/schemas/\($0)")) }),
      ],
    ]
    return [JSONMember("Fact", any)]
      + recordable.map { type in
        JSONMember(
          type.rawValue,
          [
            "type": "object",
            "description": .string("\(type.text.english); recordedBy is who the token is of"),
            "required": ["type", "occurredOn", "data"],
            "properties": [
              "type": ["const": .string(type.rawValue)], "occurredOn": day,
              "data": type.fields.schema, "waives": waives, "reason": reason, "id": id,
            ],
            "additionalProperties": false,
          ])
      }
  }
}

extension [Field] {
  /// An object with these fields and no others.
  fileprivate var schema: JSONValue {
    var alternatives: Set<String> = []
    for field in self {
      if case .alternative = field.presence { alternatives.insert(field.key) }
    }
    var members = [
      JSONMember("type", "object"),
      JSONMember("properties", .object(map { JSONMember($0.key, $0.schema) })),
      JSONMember("required", .list(filter(\.isRequired).map { .string($0.key) })),
      JSONMember("additionalProperties", false),
    ]
    if !alternatives.isEmpty {
      members.append(
        JSONMember(
          "oneOf", .list(alternatives.sorted().map { ["required": [.string($0)]] })))
    }
    return .object(members)
  }
}

extension Field {
  fileprivate var schema: JSONValue {
    presence == .nullable ? ["anyOf": [form.schema, ["type": "null"]]] : form.schema
  }
}

extension FieldForm {
  /// The JSON Schema of what is submitted: texts about persons are in clear, and sealed by the ledger.
  fileprivate var schema: JSONValue {
    switch clear {
    case .identifier(let kind, let sample):
      return [
        "type": "string", "minLength": 1, "maxLength": 130, "examples": [.string(sample)],
        "description": .string("an id: \(kind)"),
      ]
    case .eventID: return ["type": "string", "format": "uuid"]
    case .subject: return ["type": "string", "pattern": "^[a-z]+:[A-Za-z0-9._-]{1,64}$"]
    case .day: return ["type": "string", "format": "date"]
    case .birthDate: return ["type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"]
    case .siret: return ["type": "string", "pattern": "^[0-9]{14}$"]
    case .certificateNumber: return ["type": "string", "minLength": 1, "maxLength": 64]
    case .characters(let least, let most):
      return ["type": "string", "minLength": .integer(least), "maxLength": .integer(most)]
    case .wholeNumber:
      return ["type": "integer", "minimum": 0, "maximum": 9_007_199_254_740_991]
    case .boolean: return ["type": "boolean"]
    case .word(_, let allowed):
      return ["type": "string", "enum": .list(allowed.map { .string($0) })]
    case .text, .recordedText, .sealed: return ["type": "string", "minLength": 1]
    case .list(let element): return ["type": "array", "items": element.schema, "minItems": 1]
    case .object(let fields): return fields.schema
    }
  }
}
