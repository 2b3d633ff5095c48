internal import Access
internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import HTTP
internal import Projections

/// The HTTP API over one ledger: finds the route, lets in who may, and answers.
///
/// Every answer is a command's: nothing is decided here but who may ask. For any number of threads.
struct API: Sendable {
  static let prefix = "/api/v1"

  let ledger: Ledger
  let settings: ServeSettings
  let access: AccessList
  let tries: TryLimit
  let opened: OpenedNames
  let metrics: Metrics
  /// Called when what was shown cannot be counted.
  let report: @Sendable (AccessFailure) -> Void

  /// What a page decided.
  struct PageDecision {
    var hasAppended = false
    /// The rules that refused it.
    var rules: [String] = []
  }

  /// What becomes of a request.
  struct Outcome {
    let response: HTTPResponse
    /// The template of the route; nil where none was found.
    var route: String?
    /// Who asked; nil for a stranger.
    var who: RecorderID?
    /// Of a page; an answer of the API says it itself.
    var decision: PageDecision?
  }

  // MARK: Before the body

  /// Answers a request whose head is enough to refuse it; nil if it is to be answered.
  func refusal(of request: HTTPRequest) -> Outcome? {
    do {
      let place = try place(of: request)
      if ["GET", "HEAD"].contains(request.method), Self.hasBody(request) {
        throw ProblemDetails.wrong("the body: a question has none")
      }
      switch place {
      // Answered at once, however busy the workers are.
      case .health: return Outcome(response: health(), route: place.template)
      case .metrics, .publicCheckpoint: return nil
      case .log, .route, .reference: break
      }
      let grant = try grant(of: request)
      do throws(ProblemDetails) {
        try permitted(place, request, grant)
        return nil
      } catch {
        return Outcome(response: error.response, route: place.template, who: grant.who)
      }
    } catch let problem as ProblemDetails {
      return Outcome(response: problem.response)
    } catch {
      return Outcome(response: ProblemDetails.unavailable("the ledger cannot be read").response)
    }
  }

  static func hasBody(_ request: HTTPRequest) -> Bool {
    request.header("Transfer-Encoding") != nil
      || request.headers(named: "Content-Length").contains { $0 != "0" }
  }

  // MARK: The answer

  /// The answer to a request.
  func outcome(of request: HTTPRequest) -> Outcome {
    var outcome = Outcome(response: ProblemDetails.notFound("there is nothing here").response)
    do {
      let place = try place(of: request)
      outcome.route = place.template
      switch place {
      case .health:
        outcome = Outcome(response: health(), route: place.template)
      case .metrics:
        outcome = Outcome(response: try metrics.response(of: ledger), route: place.template)
      case .publicCheckpoint:
        outcome = Outcome(
          response: try LogTiles(ledger).response(to: ["checkpoint"]), route: place.template)
      case .log(let segments):
        let grant = try permitted(place, request, grant(of: request))
        outcome.who = grant.who
        outcome = Outcome(
          response: try LogTiles(ledger).response(to: segments), route: place.template,
          who: grant.who)
      case .reference(let reference, let values):
        let grant = try permitted(place, request, grant(of: request))
        outcome = Outcome(
          response: try reference.response(values, request), route: place.template,
          who: grant.who)
      case .route(let route, let values):
        let grant = try permitted(place, request, grant(of: request))
        outcome.who = grant.who
        outcome = Outcome(
          response: try answer(route, values, request, grant), route: place.template,
          who: grant.who)
      }
    } catch let problem as ProblemDetails {
      outcome = Outcome(
        response: problem.response, route: outcome.route, who: outcome.who)
    } catch {
      let failure = Failure(error, ledger: ledger.path).withoutFolders(of: ledger)
      outcome = Outcome(
        response: ProblemDetails(question: failure).response, route: outcome.route,
        who: outcome.who)
    }
    return outcome
  }

  private func health() -> HTTPResponse {
    HTTPResponse(
      status: 200,
      headers: [
        HTTPHeader("Content-Type", Route.json), HTTPHeader("Cache-Control", "no-store"),
      ], text: "{\"status\":\"up\"}\n")
  }

  private func answer(
    _ route: Route, _ values: [String], _ request: HTTPRequest, _ grant: AccessGrant
  ) throws -> HTTPResponse {
    let shown = ShownPersons()
    let call = try call(route, values, request, grant, shown)
    let tag = call.showsNames || route.method == .post || call.isDocument ? nil : try tag(of: call)
    var headers = [HTTPHeader("Vary", "Authorization, Accept, Accept-Language")]
    if let tag {
      headers += [
        HTTPHeader("ETag", tag.description), HTTPHeader("Cache-Control", "private, no-cache"),
      ]
      // `*` asks whether there is anything, which the command alone knows.
      if case .list(let tags)? = EntityTags(request.headers(named: "If-None-Match")),
        EntityTags.list(tags).match(tag)
      {
        return HTTPResponse(status: 304, headers: headers)
      }
    } else {
      headers.append(HTTPHeader("Cache-Control", "no-store"))
    }
    var response: HTTPResponse
    do { response = try route.run(call) } catch {
      // What a refusal shows of them counts too.
      try count(shown, call)
      throw error
    }
    try count(shown, call)
    response.headers += headers
    return response
  }

  /// Counts the persons whose texts an answer shows, before it is given.
  ///
  /// - Throws: ``ProblemDetails``, 503, if they cannot be counted; not after a decision, which is done.
  private func count(_ shown: ShownPersons, _ call: RouteCall) throws(ProblemDetails) {
    let subjects = shown.subjects
    // A head alone shows nobody.
    guard !subjects.isEmpty, call.request.method != "HEAD" else { return }
    do throws(AccessFailure) {
      try opened.count(subjects, by: call.grant.who, on: Ledger.today)
    } catch {
      report(error)
      if call.request.method == "GET" {
        throw .unavailable("who was named to whom cannot be counted")
      }
    }
  }

  /// What an answer without names depends on: the entries, the day, the edition, who may ask, the address.
  private func tag(of call: RouteCall) throws -> EntityTag? {
    let head = try ledger.log().head()
    let parts = [
      "\(head.last)", "\(Ledger.today)", "\(Edition.current)", call.grant.role.rawValue,
      call.language.rawValue, call.mediaType, call.request.path, call.request.query ?? "",
    ]
    let hash = try SHA256().digest(of: Array(parts.joined(separator: "\0").utf8))
    return EntityTag(String(hash.description.prefix(32)))
  }

  /// The request's parameters, checked.
  private func call(
    _ route: Route, _ values: [String], _ request: HTTPRequest, _ grant: AccessGrant,
    _ shown: ShownPersons
  ) throws -> RouteCall {
    for (step, value) in zip(route.path.filter(\.isParameter), values) {
      if case .id(let name) = step, !Self.isID(value) {
        throw ProblemDetails.notFound("\(name): not an id")
      }
    }
    var query = try ParameterValues(request, route)
    let accept = request.headers(named: "Accept")
    let offered = route.answer.mediaTypes
    let mediaType = accept.isEmpty ? offered.first : Accept(accept).best(of: offered)
    guard let mediaType else {
      throw ProblemDetails(
        status: 406, title: "Not acceptable", detail: "offered: \(offered.joined(separator: ", "))")
    }
    let limit = query.take("limit").flatMap(Int.init) ?? Parameter.usualPage
    let names = query.take("names")
    if names == "true", !grant.may(.seeNames) {
      throw ProblemDetails.forbidden("names: an auditor sees ids")
    }
    let language =
      query.take("lang").flatMap(Language.init(rawValue:)) ?? Self.language(of: request)
    let ledger = ledger.served { shown.add($0) }
    return RouteCall(
      route: route, request: request, grant: grant, path: values, options: try query.words(),
      mediaType: mediaType,
      showsNames: grant.may(.seeNames) && (names.map { $0 == "true" } ?? grant.showsNames),
      language: language, limit: limit, ledger: ledger)
  }

  private static func isID(_ text: String) -> Bool {
    1...64 ~= text.utf8.count
      && text.utf8.allSatisfy { Parameter.isLetterOrDigit($0) || "._-".utf8.contains($0) }
  }

  /// The first of the two that is preferred.
  ///
  /// - Parameter usual: the one where neither is.
  static func language(of request: HTTPRequest, else usual: Language = .english) -> Language {
    let values = request.headers(named: "Accept-Language").joined(separator: ",").lowercased()
    for word in values.split(separator: ",") {
      let name = word.split(separator: ";").first.map { $0.filter { $0 != " " } } ?? ""
      if name.hasPrefix("fr") { return .french }
      if name.hasPrefix("en") { return .english }
    }
    return usual
  }
}

extension Route.Step {
  var isParameter: Bool {
    switch self {
    case .word: false
    case .id, .number: true
    }
  }
}
