internal import Access
internal import AcquisLedger
internal import Events
internal import HTTP

/// One address of the API: who may ask, what it takes, what it answers and how it is answered.
struct Route: Sendable {
  enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }

  /// A part of the path.
  enum Step: Sendable {
    case word(String)
    /// An id of the ledger, by the name it has in the document.
    case id(String)
    /// A whole number from a least one.
    case number(String, from: Int)
  }

  /// What an answer is.
  enum Answer: Sendable {
    /// One object, described by a schema of the document, or null where the ledger did not know it yet.
    case one(String, mayBeNull: Bool = false)
    /// An array of such objects, by pages; or a file for a spreadsheet.
    case list(String)
    /// A document to print.
    case document
    /// One object, or a document to print.
    case oneOrDocument(String)

    /// The media types that may be asked for, the first where none is.
    var mediaTypes: [String] {
      switch self {
      case .one: [Route.json]
      case .list: [Route.json, Route.csv]
      case .document: [Route.html, Route.pdf]
      case .oneOrDocument: [Route.json, Route.html, Route.pdf]
      }
    }
  }

  static let (json, csv, html, pdf) = (
    "application/json", "text/csv", "text/html", "application/pdf"
  )

  let method: Method
  let path: [Step]
  let permission: Permission
  /// One line, in English.
  let summary: String
  var parameters: [Parameter] = []
  /// The schema of the body; nil: it takes none.
  var body: String?
  let answer: Answer
  /// Answers a request that was let in and whose parameters were checked.
  let run: @Sendable (RouteCall) throws -> HTTPResponse

  /// The path as the document writes it: `/api/v1/candidacies/{candidacy}`.
  var template: String { API.prefix + path.map(\.template).joined() }

  /// The values of its path's parameters; nil if another path is asked for.
  func match(_ segments: ArraySlice<String>) -> [String]? { path.match(segments) }
}

extension Route.Step {
  /// `/word`, `/{id}`.
  var template: String {
    switch self {
    case .word(let word): "/" + word
    case .id(let name), .number(let name, _): "/{\(name)}"
    }
  }
}

extension [Route.Step] {
  /// The values of a path's parameters; nil if another path is asked for.
  func match(_ segments: ArraySlice<String>) -> [String]? {
    guard segments.count == count else { return nil }
    var values: [String] = []
    for (step, segment) in zip(self, segments) {
      switch step {
      case .word(let word): if word != segment { return nil }
      case .id: values.append(segment)
      case .number(_, let least):
        guard let number = Int(segment), number >= least, number.description == segment else {
          return nil
        }
        values.append(segment)
      }
    }
    return values
  }
}

/// A request to a route.
struct RouteCall: Sendable {
  let route: Route
  let request: HTTPRequest
  /// Who asks.
  let grant: AccessGrant
  /// The values of the path's parameters.
  let path: [String]
  /// The command's options of the query's parameters, but for `limit`, `names` and `lang`.
  var options: [String]
  /// The media type of the answer.
  let mediaType: String
  /// Whether the answer names persons.
  let showsNames: Bool
  let language: Language
  /// The most elements of a page.
  let limit: Int
  let ledger: Ledger

  var isDocument: Bool { mediaType == Route.html || mediaType == Route.pdf }
}
