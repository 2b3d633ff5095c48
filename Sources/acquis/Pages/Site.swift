internal import Access
internal import AcquisLedger
internal import Documents
internal import Events
internal import HTTP

/// The pages of a server, for people: what each address shows is a question or a command, as for the API.
///
/// A page is for who signed in with a token; the API's header is not taken here, nor its sessions there.
struct Site: Sendable {
  let api: API
  let sessions: Sessions
  let works: LongWorks

  /// Whether an address is a page's: all but those of the API, of the log's tiles and of the server itself.
  static func isPage(_ request: HTTPRequest) -> Bool {
    let first = request.path.dropFirst().prefix { $0 != "/" }
    return !["api", "log", "health", "metrics"].contains(first)
  }

  // MARK: Before the body

  /// Answers a request whose head is enough to refuse it; nil if it is to be answered.
  func refusal(of request: HTTPRequest) -> API.Outcome? {
    do {
      try checkSite(of: request)
      guard ["GET", "HEAD", "POST"].contains(request.method) else {
        throw ProblemDetails(
          status: 405, title: "Method not allowed", detail: "allowed: GET, HEAD, POST",
          headers: [HTTPHeader("Allow", "GET, HEAD, POST")])
      }
      guard request.method == "POST" else {
        guard !API.hasBody(request) else { throw ProblemDetails.wrong("a question has no body") }
        return nil
      }
      // A stranger sends nothing but a token, which is short.
      let isSigningIn = request.path == SignIn.path
      if !isSigningIn, visitor(of: request) == nil {
        return signInOutcome(for: request, status: 401)
      }
      try checkSize(of: request, atMost: isSigningIn ? SignIn.largestBody : Self.largestForm)
      return nil
    } catch { return plainOutcome(error, request) }
  }

  /// The largest form that is taken, in bytes: a session of hundreds of candidates, with a page of text for each.
  private static let largestForm = 1 << 20

  private func checkSize(of request: HTTPRequest, atMost largest: Int) throws(ProblemDetails) {
    let lengths = request.headers(named: "Content-Length")
    guard request.header("Transfer-Encoding") == nil, lengths.count <= 1,
      lengths.allSatisfy({ Int($0).map { $0 <= largest } ?? false })
    else {
      throw ProblemDetails(
        status: 413, title: "Content too large", detail: "a form is at most \(largest) bytes long")
    }
  }

  /// A page without a frame that says why a request is not taken.
  private func plainOutcome(_ error: any Error, _ request: HTTPRequest) -> API.Outcome {
    let problem = error as? ProblemDetails ?? .unavailable("the pages")
    let shown = PageProblem(problem, ledger: api.ledger)
    let language = Self.language(of: request, nil)
    var response = PageDocument.response(
      status: problem.status, title: shown.title.text(in: language), language, hasScript: false
    ) {
      HTML("main", class: "narrow", ["id": "main"]) {
        HTML("h1", text: shown.title.text(in: language))
        HTML("p", class: "refusals", text: shown.text.text(in: language))
      }
    }
    response.headers += problem.headers
    return API.Outcome(response: response, route: "page")
  }

  /// As of the API, but that a page without referrer sends its forms with the origin `null`: then the browser
  /// says itself that they are of this site, and each has the session's key.
  private func checkSite(of request: HTTPRequest) throws {
    let isOwn = request.header("Sec-Fetch-Site").map { $0 == "same-origin" } ?? true
    try api.checkSite(of: request, allowsNullOrigin: isOwn)
    if request.method == "POST", !isOwn {
      throw ProblemDetails.forbidden("a form of another site is not taken")
    }
  }

  // MARK: The answer

  func outcome(of request: HTTPRequest) -> API.Outcome {
    do {
      try checkSite(of: request)
      if let asset = Asset.find(request.path), asset.isOpen || visitor(of: request) != nil {
        return API.Outcome(response: asset.response(to: request), route: "/assets")
      }
      if request.path == SignIn.path {
        return API.Outcome(response: try signIn(request), route: SignIn.path)
      }
      guard let visitor = visitor(of: request) else {
        return signInOutcome(for: request, status: 401)
      }
      return answer(request, visitor)
    } catch { return plainOutcome(error, request) }
  }

  /// Who asks: the session, its secret and the grant in force.
  struct Visitor {
    let secret: String
    let session: Session
    let grant: AccessGrant
  }

  /// Nil for a stranger, and for who has signed out, whose eight hours are over or whose grant is.
  func visitor(of request: HTTPRequest) -> Visitor? {
    for secret in SessionCookie(isSecure: isSecure).values(in: request) {
      guard let session = sessions.session(of: secret),
        case .found(let grant) = api.access.grant(ofHash: session.tokenHash, on: Ledger.today)
      else { continue }
      return Visitor(secret: secret, session: session, grant: grant)
    }
    return nil
  }

  /// Whether people reach the pages by TLS, which the proxy does.
  var isSecure: Bool { api.settings.origin?.isSecure ?? false }

  private func answer(_ request: HTTPRequest, _ visitor: Visitor) -> API.Outcome {
    let shown = ShownPersons()
    var template: String?
    var call: PageCall?
    var answer: PageAnswer
    let language = Self.language(of: request, visitor.session)
    do {
      let (route, values) = try PageRoutes.find(request)
      template = route.template
      let made = try PageCall(self, request, visitor, values, language, shown)
      call = made
      if request.method != "POST", let tidied = PageTimes.tidied(request, made.query) {
        return API.Outcome(
          response: HTTPResponse(
            status: 303,
            headers: [HTTPHeader("Location", tidied), HTTPHeader("Cache-Control", "no-store")]),
          route: template, who: visitor.grant.who)
      }
      guard route.permission.map({ visitor.grant.may($0) }) ?? true else {
        throw PageProblem.forbidden(visitor.grant.role)
      }
      if request.method == "POST" {
        try made.checkForm()
        try made.times.check()
      }
      answer = try route.answer(made)
      // A file says nowhere that a time was not understood.
      if case .file = answer { try made.times.check() }
      if case .page(var page) = answer, made.times.isWrong, page.status == 200 {
        page.status = 400
        answer = .page(page)
      }
    } catch let sent as SentBefore where sent.place != nil {
      answer = .redirect(sent.place ?? "/")
    } catch {
      answer = PageProblem(error, ledger: api.ledger).answer(in: language)
    }
    do throws(AccessFailure) {
      let subjects = request.method == "HEAD" ? [] : shown.subjects
      try api.opened.count(subjects, by: visitor.grant.who, on: Ledger.today)
    } catch {
      api.report(error)
      // What was recorded is told all the same, by its page alone.
      sessions.change(visitor.secret) { $0.notice = [] }
      if case .redirect = answer {} else { answer = PageProblem.uncounted.answer(in: language) }
    }
    let frame = PageFrame(self, request, visitor, language, call)
    return API.Outcome(
      response: frame.response(answer), route: template ?? "page", who: visitor.grant.who,
      decision: call?.decided.value)
  }

  static func language(of request: HTTPRequest, _ session: Session?) -> Language {
    if let asked = (try? QueryItems(request.query))?["lang"].flatMap(Language.init(rawValue:)) {
      return asked
    }
    // People here are French unless their browser says otherwise.
    return session?.language ?? API.language(of: request, else: .french)
  }
}
