internal import AcquisLedger
internal import Events
internal import HTTP

/// What the API says of itself: its document and the types of facts.
enum Reference: CaseIterable {
  case document
  case types
  case type

  var path: String {
    switch self {
    case .document: "openapi.json"
    case .types: "types"
    case .type: "types/{type}"
    }
  }

  var template: String { API.prefix + "/" + path }

  var summary: String {
    switch self {
    case .document: "this document"
    case .types: "every type of fact that may be recorded, with what it is"
    case .type: "a type of fact: its fields, what each is, whether it is required and sealed"
    }
  }

  /// The reference of a path, and the values of its parameters.
  static func match(_ segments: [String]) -> (Reference, [String])? {
    switch segments.count {
    case 1: allCases.first { $0.path == segments[0] }.map { ($0, []) }
    case 2 where segments[0] == "types": (.type, [segments[1]])
    default: nil
    }
  }

  func response(_ values: [String], _ request: HTTPRequest) throws(ProblemDetails) -> HTTPResponse {
    guard request.query == nil || request.query == "" else {
      throw .wrong("the query: there are no parameters here")
    }
    let answer: JSONValue
    switch self {
    case .document: answer = OpenAPI.document
    case .types:
      answer = .list(
        EventType.allCases.map {
          ["type": .string($0.rawValue), "title": .string($0.text.english)]
        })
    case .type:
      guard let type = values.first.flatMap(EventType.init(rawValue:)) else {
        throw .notFound("there is no such type")
      }
      answer = TypeHelp(type).json
    }
    return HTTPResponse(
      status: 200,
      headers: [
        HTTPHeader("Content-Type", Route.json), HTTPHeader("Cache-Control", "private, no-cache"),
      ], text: answer.description + "\n")
  }
}
