internal import Events
internal import HTTP

/// Why a request is not answered as it asks (RFC 9457, `application/problem+json`), in English as all JSON.
struct ProblemDetails: Error {
  let status: Int
  /// The same for every problem of the kind.
  let title: String
  /// What is wrong in this request; never what a person typed about a person.
  let detail: String
  /// Further members: `refused`, `hanging`, `errors`.
  var members: [JSONMember] = []
  var headers: [HTTPHeader] = []

  /// The media type of its body.
  static let mediaType = "application/problem+json"

  var json: JSONValue {
    .object(
      [
        JSONMember("type", "about:blank"), JSONMember("title", .string(title)),
        JSONMember("status", .integer(status)), JSONMember("detail", .string(detail)),
      ] + members)
  }

  var response: HTTPResponse {
    HTTPResponse(
      status: status,
      headers: [
        HTTPHeader("Content-Type", Self.mediaType), HTTPHeader("Cache-Control", "no-store"),
      ] + headers, text: json.description + "\n")
  }

  // MARK: Kinds

  /// 400: the request itself is wrong.
  static func wrong(_ detail: String) -> ProblemDetails {
    ProblemDetails(status: 400, title: "Bad request", detail: detail)
  }

  /// 400: a parameter is wrong.
  static func wrong(_ parameter: String, _ detail: String) -> ProblemDetails {
    ProblemDetails(
      status: 400, title: "Bad request", detail: "\(parameter): \(detail)",
      members: [JSONMember("parameter", .string(parameter))])
  }

  /// 401: who asks is not known.
  static func stranger(_ detail: String) -> ProblemDetails {
    ProblemDetails(
      status: 401, title: "Unauthorized", detail: detail,
      headers: [HTTPHeader("WWW-Authenticate", "Bearer realm=\"acquis\"")])
  }

  /// 403: known, and may not.
  static func forbidden(_ detail: String) -> ProblemDetails {
    ProblemDetails(status: 403, title: "Forbidden", detail: detail)
  }

  /// 404: there is no such thing.
  static func notFound(_ detail: String) -> ProblemDetails {
    ProblemDetails(status: 404, title: "Not found", detail: detail)
  }

  /// 409: it contradicts the ledger's present state.
  static func conflict(_ detail: String, _ members: [JSONMember] = []) -> ProblemDetails {
    ProblemDetails(status: 409, title: "Conflict", detail: detail, members: members)
  }

  /// 422: read, and refused by a rule or for what it says.
  static func refused(_ detail: String, _ members: [JSONMember] = []) -> ProblemDetails {
    ProblemDetails(status: 422, title: "Refused", detail: detail, members: members)
  }

  /// 503: the ledger cannot be read or written now.
  static func unavailable(_ detail: String) -> ProblemDetails {
    ProblemDetails(
      status: 503, title: "The ledger is not available", detail: detail,
      headers: [HTTPHeader("Retry-After", "5")])
  }
}

extension ProblemDetails {
  /// The problem of a question's command.
  init(question failure: Failure) {
    let detail = failure.served
    self =
      switch failure {
      case .unknown: .notFound(detail)
      // Each parameter is what it should be: they contradict each other, or the ledger.
      case .usage, .input, .check, .readerGone: .conflict(detail)
      case .ledger: .unavailable(detail)
      }
  }

  /// The problem of a command that records.
  ///
  /// - Parameter answer: what it printed: the refusals of the rules, or what hangs on an entry.
  init(decision failure: Failure, answer: [UInt8]) {
    let detail = failure.served
    var members: [JSONMember] = []
    if case .object(let printed) = try? JSONValue(parsing: answer.filter { $0 != 0x0a }) {
      members = printed
    }
    switch failure {
    case .check where members.contains { $0.name == "hanging" }:
      self = .conflict(detail, members)
    case .check, .usage, .input, .unknown, .readerGone: self = .refused(detail, members)
    case .ledger: self = .unavailable(detail)
    }
  }
}

extension Failure {
  /// The first line of the message in English, where the refusals that follow are members of their own; a
  /// parameter has its name in an address, without hyphens.
  fileprivate var served: String {
    let english = text.english
    let text = english.hasPrefix("--") ? String(english.dropFirst(2)) : english
    let line = text.split(separator: "\n").first.map(String.init) ?? text
    return (line.hasPrefix("refused") ? line : text).replacing("with --yes", with: "with yes=true")
      .replacing("EVENT:", with: "event:")
  }
}
