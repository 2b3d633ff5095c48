internal import Access
internal import AcquisLedger
internal import Events
internal import HTTP

// Routes that are commands: the same answers and the same failures as on the command line.

extension Route {
  /// A question of the command line.
  ///
  /// - Parameters:
  ///   - path: `candidacies/{candidacy}/timeline`; `{position#1}` for a number from 1 on.
  ///   - parameters: but for those of every question or list: `on`, `known`, `limit`, `after`, `names`.
  ///   - options: words that the command is always given.
  ///   - without: parameters of every question that this one does not take.
  ///   - words: the command's arguments and further options, of the path's parameters.
  static func question(
    _ path: String, _ command: Command, _ answer: Answer, permission: Permission = .read,
    summary: String? = nil, _ parameters: [Parameter] = [], options: [String] = [],
    without: Set<String> = [],
    words: @escaping @Sendable ([String]) -> (arguments: [String], options: [String]) = {
      ($0, [])
    }
  ) -> Route {
    let common = Parameter.common.filter { parameter in
      command.options.contains { $0.name == parameter.option } && !without.contains(parameter.name)
        && !parameters.contains { $0.name == parameter.name }
    }
    return Route(
      method: .get, path: steps(of: path), permission: permission,
      summary: summary ?? command.summary.english, parameters: parameters + common,
      answer: answer
    ) { call in
      let isList = if case .list = answer { true } else { false }
      let given = words(call.path)
      var options = options + given.options + call.options
      if command.options.contains(where: { $0.name == "names" }) {
        // Who may have a document may read the names in it.
        options.append(call.showsNames || call.isDocument ? "--names" : "--no-names")
      }
      var served = ServedLedger(ledger: call.ledger)
      if isList {
        served.pageLength = call.limit
        options.append("--limit=\(call.limit + 1)")
      }
      switch call.mediaType {
      case json: options.append("--json")
      case csv: options.append(call.language == .french ? "--csv=fr" : "--csv")
      case pdf: served.isPDF = true
      default: break
      }
      let done = ServedCall(
        command, given.arguments, options: options, served, in: call.language)
      if let failure = done.failure {
        // A comparison that found changes, a report of findings: the answer is there, the status says so.
        guard case .check = failure, !done.answer.isEmpty else {
          throw ProblemDetails(question: failure)
        }
      }
      return call.answered(done, isList: isList)
    }
  }

  /// The steps of a path.
  static func steps(of path: String) -> [Step] {
    path.split(separator: "/").map { part in
      guard part.hasPrefix("{") else { return .word(String(part)) }
      let name = part.dropFirst().dropLast().split(separator: "#")
      return name.count == 2
        ? .number(String(name[0]), from: Int(name[1]) ?? 0) : .id(String(name[0]))
    }
  }
}

extension RouteCall {
  /// The response with what a command answered; a list says where its next page is (RFC 8288).
  func answered(_ done: ServedCall, isList: Bool) -> HTTPResponse {
    let isText = mediaType != Route.pdf
    var headers = [HTTPHeader("Content-Type", mediaType + (isText ? "; charset=utf-8" : ""))]
    if let next = done.next, isList {
      headers.append(HTTPHeader("Link", "<\(address(after: next))>; rel=\"next\""))
    }
    let body = isList && mediaType == Route.json ? done.array : done.answer
    return HTTPResponse(status: 200, headers: headers, body: body)
  }

  /// The address of the page after an element, with the other parameters as they are.
  func address(after key: String) -> String {
    // The query was read before.
    let items = (try? QueryItems(request.query))?.items.filter { $0.name != "after" } ?? []
    let query = items.map { ($0.name, $0.value) } + [("after", key)]
    return request.path + "?"
      + query.map { PercentEncoding.queryValue($0.0) + "=" + PercentEncoding.queryValue($0.1) }
      .joined(separator: "&")
  }
}

extension Parameter {
  /// Those that every question or list has whose command has the option.
  static let common = [
    Parameter("on", .day, about: "as of the end of this day (default: today in Paris)"),
    Parameter(
      "known", .knowledge,
      about:
        "as known at this position, at this instant or at the end of this day (default: all)"),
    Parameter(
      "limit", .number(1...longestPage), about: "at most so many elements (default \(usualPage))"),
    Parameter(
      "after", .id,
      about: "the page after this element: follow the answer's Link header to get it"),
    Parameter(
      "names", .flag,
      about:
        "whether the answer names persons (default: what the grant says); never for an auditor"),
  ]

  /// The language of documents and of spreadsheets' files.
  static let language = Parameter(
    "lang", .word(["fr", "en"]),
    about: "the language of a document or of a spreadsheet's file (default: Accept-Language)")
}
