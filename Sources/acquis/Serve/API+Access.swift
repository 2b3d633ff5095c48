internal import Access
internal import AcquisLedger
internal import Cryptography
internal import Events
internal import HTTP

extension API {
  /// What an address names.
  enum Place {
    case health
    case metrics
    /// `/log/checkpoint`, where a stranger may read it.
    case publicCheckpoint
    /// The rest of `/log/`, by its segments.
    case log([String])
    case route(Route, [String])
    case reference(Reference, [String])

    /// The address without ids, for logs and metrics.
    var template: String {
      switch self {
      case .health: "/health"
      case .metrics: "/metrics"
      case .publicCheckpoint: "/log/checkpoint"
      case .log(let segments): "/log/" + (segments.first ?? "")
      case .route(let route, _): route.template
      case .reference(let reference, _): reference.template
      }
    }
  }

  // MARK: Where

  /// What a request's address names. A stranger is told no more than that a token is needed.
  ///
  /// - Throws: ``Problem``.
  func place(of request: HTTPRequest) throws -> Place {
    try checkSite(of: request)
    let segments: [String]
    do throws(PathFailure) { segments = try PathSegments(request.path).segments } catch {
      _ = try grant(of: request)
      throw Problem.notFound("there is nothing at this path")
    }
    let isRead = ["GET", "HEAD"].contains(request.method)
    switch segments {
    case ["health"] where isRead: return .health
    case ["metrics"] where isRead && isLocal(request): return .metrics
    case ["log", "checkpoint"] where isRead && settings.hasPublicCheckpoint:
      return .publicCheckpoint
    default: break
    }
    // Everything else is for those who are known.
    _ = try grant(of: request)
    if segments.first == "log" {
      guard isRead else { throw Self.notAllowed(["GET", "HEAD"]) }
      return .log(Array(segments.dropFirst()))
    }
    guard segments.starts(with: ["api", "v1"]) else {
      throw Problem.notFound("there is nothing at this path")
    }
    return try route(Array(segments.dropFirst(2)), request)
  }

  private func route(_ segments: [String], _ request: HTTPRequest) throws -> Place {
    let isRead = ["GET", "HEAD"].contains(request.method)
    if let (reference, values) = Reference.match(segments) {
      guard isRead else { throw Self.notAllowed(["GET", "HEAD"]) }
      return .reference(reference, values)
    }
    let found = Routes.all.compactMap { route in
      route.match(segments[...]).map { (route, $0) }
    }
    guard !found.isEmpty else { throw Problem.notFound("there is nothing at this path") }
    let method = isRead ? "GET" : request.method
    // A path of words alone comes before one with an id: `candidacies/search`.
    let fitting = found.filter { $0.0.method.rawValue == method }
      .min { $0.1.count < $1.1.count }
    guard let (route, values) = fitting else {
      throw Self.notAllowed(
        found.flatMap { $0.0.method == .get ? ["GET", "HEAD"] : [$0.0.method.rawValue] })
    }
    return .route(route, values)
  }

  private static func notAllowed(_ methods: [String]) -> Problem {
    Problem(
      status: 405, title: "Method not allowed", detail: "allowed: \(methods.joined(separator: ", "))",
      headers: [HTTPHeader("Allow", methods.joined(separator: ", "))])
  }

  /// Refuses a request by another name of this machine, or from a page of another site.
  private func checkSite(of request: HTTPRequest) throws(Problem) {
    let hosts = request.headers(named: "Host")
    guard hosts.count == 1, let host = hosts.first, settings.accepts(host: host) else {
      throw Problem(
        status: 421, title: "Misdirected request",
        detail: "this server does not answer to that Host; start it with --origin")
    }
    for origin in request.headers(named: "Origin") where !settings.accepts(origin: origin) {
      throw .forbidden("Origin: a page of another site may not ask")
    }
  }

  /// Whether a request comes from this machine, and not by way of a proxy.
  private func isLocal(_ request: HTTPRequest) -> Bool {
    let proxies = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "Via"]
    return ["127.0.0.1", "::1"].contains(request.peer)
      && settings.isLoopback(host: request.header("Host") ?? "")
      && proxies.allSatisfy { request.header($0) == nil }
  }

  /// The address that tries are counted for.
  private func client(of request: HTTPRequest) -> ClientAddress {
    guard request.peer == settings.trustedProxy,
      let last = request.headers(named: "X-Forwarded-For").last?.split(separator: ",").last
    else { return ClientAddress(request.peer) }
    return ClientAddress(String(last.filter { $0 != " " }))
  }

  // MARK: Who

  /// The grant of a request's token.
  ///
  /// - Throws: ``Problem``: 401 for a stranger, 429 after too many failures.
  func grant(of request: HTTPRequest) throws -> AccessGrant {
    let address = client(of: request)
    let values = request.headers(named: "Authorization")
    let words = values.count == 1 ? values[0].split(separator: " ") : []
    let token =
      words.count == 2 && words[0].lowercased() == "bearer" ? Token(String(words[1])) : nil
    let hash = try token?.hash()
    if let seconds = tries.secondsToWait(from: address, presenting: hash) {
      throw Problem(
        status: 429, title: "Too many requests", detail: "too many failed tries",
        headers: [HTTPHeader("Retry-After", seconds.description)])
    }
    guard !values.isEmpty else {
      throw Problem.stranger("a token is needed: Authorization: Bearer TOKEN")
    }
    guard let token else {
      tries.fail(from: address, presenting: nil)
      throw Problem.stranger("this is no token of this ledger")
    }
    switch access.grant(of: token, on: Ledger.today) {
    case .found(let grant): return grant
    case .expired:
      tries.fail(from: address, presenting: hash)
      throw Problem.stranger("this token has expired")
    case .unknown:
      tries.fail(from: address, presenting: hash)
      throw Problem.stranger("this is no token of this ledger")
    case .unavailable:
      throw Problem.unavailable("the file of access rights cannot be used")
    }
  }

  /// A grant, if it allows what is asked.
  ///
  /// - Throws: ``Problem``, 403.
  @discardableResult
  func permitted(
    _ place: Place, _ request: HTTPRequest, _ grant: AccessGrant
  ) throws(Problem) -> AccessGrant {
    let permission: Permission? =
      switch place {
      case .health, .metrics, .publicCheckpoint: nil
      case .log: .prove
      case .reference: .read
      case .route(let route, _): route.permission
      }
    if let permission, !grant.may(permission) {
      throw .forbidden("the role \(grant.role.rawValue) may not do this")
    }
    return grant
  }
}
