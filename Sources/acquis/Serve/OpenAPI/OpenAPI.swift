internal import Access
internal import AcquisLedger
internal import Events
internal import HTTP

/// The document of the API (OpenAPI 3.1), made from the routes and from the table of fields of every type.
enum OpenAPI {
  static let document: JSONValue = [
    "openapi": "3.1.0",
    "info": [
      "title": "acquis", "version": .string("\(Edition.current)"),
      "description":
        "A certification ledger: what was recorded, and what follows from it, as of any day (on) and any state of knowledge (known). Answers are those of the command line with --json.",
    ],
    "security": [["token": .list([])]],
    "paths": .object(paths),
    "components": [
      "securitySchemes": [
        "token": [
          "type": "http", "scheme": "bearer",
          "description": "a token of `acquis access grant`",
        ]
      ],
      "schemas": .object(schemas),
      "responses": .object(responses),
    ],
  ]

  // MARK: Paths

  private static var paths: [JSONMember] {
    var paths: [JSONMember] = []
    func add(_ path: String, _ method: String, _ operation: JSONValue) {
      let member = JSONMember(method, operation)
      if let index = paths.firstIndex(where: { $0.name == path }) {
        guard case .object(let members) = paths[index].value else { return }
        paths[index].value = .object(members + [member])
      } else {
        paths.append(JSONMember(path, .object([member])))
      }
    }
    for route in Routes.all {
      add(route.template, route.method == .get ? "get" : "post", operation(of: route))
    }
    for reference in Reference.allCases {
      add(reference.template, "get", operation(of: reference))
    }
    add(
      "/health", "get",
      [
        "summary": "whether the server is up", "security": .list([]),
        "responses": [
          "200": json("it is", ["$ref": "#/components/schemas/Health"]),
          "default": reference("Problem"),
        ],
      ])
    return paths
  }

  private static func operation(of route: Route) -> JSONValue {
    var members = [
      JSONMember("summary", .string(route.summary)),
      JSONMember(
        "description", .string("For the permission \(route.permission).")),
      JSONMember(
        "operationId",
        .string(
          route.method.rawValue.lowercased()
            + route.path.map { step in
              switch step {
              case .word(let word): word.prefix(1).uppercased() + word.dropFirst()
              case .id(let name), .number(let name, _):
                "By" + name.prefix(1).uppercased() + name.dropFirst()
              }
            }.joined())),
      JSONMember(
        "parameters",
        .list(
          route.path.compactMap(parameter) + route.allParameters.map { parameter($0, of: route) }
            + (isDecision(route) ? [idempotencyKey] : []))),
    ]
    if let body = route.body {
      members.append(
        JSONMember(
          "requestBody",
          [
            "required": true,
            "content": ["application/json": ["schema": schema(body)]],
          ]))
    }
    members.append(JSONMember("responses", .object(answers(of: route))))
    return .object(members)
  }

  private static func isDecision(_ route: Route) -> Bool {
    ["Record", "Annul", "Correct"].contains(route.body)
  }

  private static let idempotencyKey: JSONValue = [
    "name": "Idempotency-Key", "in": "header", "required": false,
    "description":
      "for one object without an id: the same key of the same recorder is the same entry, so that a retry records nothing twice",
    "schema": ["type": "string", "pattern": "^[!-~]{1,255}$"],
  ]

  private static func operation(of reference: Reference) -> JSONValue {
    let parameters: [JSONValue] =
      reference == .type
      ? [
        [
          "name": "type", "in": "path", "required": true,
          "schema": [
            "type": "string", "enum": .list(EventType.allCases.map { .string($0.rawValue) }),
          ],
        ]
      ] : []
    let schema: JSONValue =
      reference == .types
      ? ["type": "array", "items": ["$ref": "#/components/schemas/TypeLine"]]
      : ["type": "object"]
    return [
      "summary": .string(reference.summary), "parameters": .list(parameters),
      "responses": [
        "200": json("the answer", schema), "default": Self.reference("Problem"),
      ],
    ]
  }

  private static func parameter(_ step: Route.Step) -> JSONValue? {
    switch step {
    case .word: return nil
    case .id(let name):
      return [
        "name": .string(name), "in": "path", "required": true,
        "schema": ["type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"],
      ]
    case .number(let name, let least):
      return [
        "name": .string(name), "in": "path", "required": true,
        "schema": [
          "type": "integer", "minimum": .integer(least), "maximum": 9_007_199_254_740_991,
        ],
      ]
    }
  }

  private static func parameter(_ parameter: Parameter, of route: Route) -> JSONValue {
    .object([
      JSONMember("name", .string(parameter.name)), JSONMember("in", "query"),
      JSONMember("required", .boolean(parameter.isRequired)),
      JSONMember("description", .string(parameter.about ?? route.help(of: parameter))),
      JSONMember("schema", parameter.schema),
    ])
  }

  // MARK: Answers

  private static func answers(of route: Route) -> [JSONMember] {
    func content(_ types: [(String, JSONValue)]) -> JSONValue {
      .object(types.map { JSONMember($0.0, .object([JSONMember("schema", $0.1)])) })
    }
    let text: JSONValue = ["type": "string"]
    let types: [(String, JSONValue)] =
      switch route.answer {
      case .one(let name, let mayBeNull):
        [
          (
            Route.json,
            mayBeNull ? ["anyOf": [schema(name), ["type": "null"]]] : schema(name)
          )
        ]
      case .list(let name):
        [
          (Route.json, ["type": "array", "items": schema(name)]), (Route.csv, text),
        ]
      case .document: [(Route.html, text), (Route.pdf, text)]
      case .oneOrDocument(let name):
        [(Route.json, schema(name)), (Route.html, text), (Route.pdf, text)]
      }
    var done: [JSONMember] = [
      JSONMember("description", "the answer"), JSONMember("content", content(types)),
    ]
    if case .list = route.answer {
      done.append(
        JSONMember(
          "headers",
          [
            "Link": [
              "description": "the next page, rel=\"next\" (RFC 8288); none after the last",
              "schema": text,
            ]
          ]))
    }
    var answers = [JSONMember("200", .object(done))]
    if route.body != nil, isDecision(route) || route.permission == .recognise {
      answers.append(JSONMember("422", reference("Refused")))
    }
    answers.append(JSONMember("default", reference("Problem")))
    return answers
  }

  private static func json(_ description: String, _ schema: JSONValue) -> JSONValue {
    [
      "description": .string(description),
      "content": ["application/json": ["schema": schema]],
    ]
  }

  private static func reference(_ name: String) -> JSONValue {
    ["$ref": .string("#/components/responses/\(name)")]
  }

  static func schema(_ name: String) -> JSONValue {
    ["$ref": .string("#/components/schemas/\(name)")]
  }

  private static var responses: [JSONMember] {
    func problem(_ description: String, _ schema: String) -> JSONValue {
      [
        "description": .string(description),
        "content": ["application/problem+json": ["schema": Self.schema(schema)]],
      ]
    }
    return [
      JSONMember("Problem", problem("what is wrong (RFC 9457)", "Problem")),
      JSONMember(
        "Refused", problem("refused by rules, or for what the facts say", "RefusedProblem")),
    ]
  }
}

extension Route {
  /// What a command's help says of the option of a parameter.
  fileprivate func help(of parameter: Parameter) -> String {
    Acquis.commands.flatMap(\.leaves).flatMap(\.options)
      .first { $0.name == parameter.option }?.help.english ?? parameter.name
  }
}
