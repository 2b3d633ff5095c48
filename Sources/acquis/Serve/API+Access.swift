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
      case .log(let segments):
        ["checkpoint", "tile"].first { $0 == segments.first }.map { "/log/" + $0 } ?? "/log/other"
      case .route(let route, _): route.template
      case .reference(let reference, _): reference.template
      }
    }
  }

  // MARK: Where

  /// What a request's address names. A stranger is told no more than that a token is needed.
  ///
  /// - Throws: ``ProblemDetails``.
  func place(of request: HTTPRequest) throws -> Place {
    try checkSite(of: request)
    let segments: [String]
    do throws(PathFailure) { segments = try PathSegments(request.path).segments } catch {
      _ = try grant(of: request)
      throw ProblemDetails.notFound("there is nothing at this path")
    }
    let isRead = ["GET", "HEAD"].contains(request.method)
    switch segments {
    case ["health"]:
      guard isRead else { throw Self.notAllowed(["GET", "HEAD"]) }
      return .health
    case ["metrics"] where isRead && isLocal(request):
      // Behind a proxy, the world comes from this machine.
      if settings.isBehindProxy { _ = try grant(of: request) }
      return .metrics
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
      throw ProblemDetails.notFound("there is nothing at this path")
    }
    return try route(Array(segments.dropFirst(2)), request)
  }

  private func route(_ segments: [String], _ request: HTTPRequest) throws -> Place {
    let isRead = ["GET", "HEAD"].contains(request.method)
    if let (reference, values) = Reference.match(segments) {
      guard isRead else { throw Self.notAllowed(["GET", "HEAD"]) }
      return .reference(reference, values)
    }
    let matching = Routes.all.compactMap { route in
      route.match(segments[...]).map { (route, $0) }
    }
    // A path of words alone comes before one with an id: `candidacies/search`.
    let fewest = matching.map(\.1.count).min()
    let found = matching.filter { $0.1.count == fewest }
    guard !found.isEmpty else { throw ProblemDetails.notFound("there is nothing at this path") }
    let method = isRead ? "GET" : request.method
    guard let (route, values) = found.first(where: { $0.0.method.rawValue == method }) else {
      throw Self.notAllowed(
        found.flatMap { $0.0.method == .get ? ["GET", "HEAD"] : [$0.0.method.rawValue] })
    }
    return .route(route, values)
  }

  private static func notAllowed(_ methods: [String]) -> ProblemDetails {
    ProblemDetails(
      status: 405, title: "Method not allowed",
      detail: "allowed: \(methods.joined(separator: ", "))",
      headers: [HTTPHeader("Allow", methods.joined(separator: ", "))])
  }

  /// Refuses a request by another name of this machine, or from a page of another site.
  ///
  /// - Parameter allowsNullOrigin: whether the origin `null` is taken, which a page without referrer sends.
  func checkSite(
    of request: HTTPRequest, allowsNullOrigin: Bool = false
  ) throws(ProblemDetails) {
    let hosts = request.headers(named: "Host")
    guard hosts.count == 1, let host = hosts.first, settings.accepts(host: host) else {
      throw ProblemDetails(
        status: 421, title: "Misdirected request",
        detail: "this server does not answer to that Host; start it with --origin")
    }
    for origin in request.headers(named: "Origin") where !settings.accepts(origin: origin) {
      if allowsNullOrigin, origin == "null" { continue }
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
  /// A good token is taken however many bad ones came from its address: behind one address there may be a whole
  /// office.
  ///
  /// - Throws: ``ProblemDetails``: 401 for a stranger, 429 after too many failures.
  func grant(of request: HTTPRequest) throws -> AccessGrant {
    let values = request.headers(named: "Authorization")
    guard let value = values.first else {
      throw ProblemDetails.stranger("a token is needed: Authorization: Bearer TOKEN")
    }
    let words = values.count == 1 ? value.split(separator: " ") : []
    let token =
      words.count == 2 && words[0].lowercased() == "bearer" ? Token(String(words[1])) : nil
    // A text without a token's form is no try at one: it is not counted.
    guard let token else { throw ProblemDetails.stranger("this is no token of this ledger") }
    switch access.grant(of: token, on: Ledger.today) {
    case .found(let grant): return grant
    case .expired: throw try failure("this token has expired", request, token)
    case .unknown: throw try failure("this is no token of this ledger", request, token)
    case .unavailable:
      throw ProblemDetails.unavailable("the file of access rights cannot be used")
    }
  }

  /// Counts a failed try, and says what it is answered.
  private func failure(
    _ detail: String, _ request: HTTPRequest, _ token: Token
  ) throws -> ProblemDetails {
    guard let seconds = try secondsToWait(afterFailureOf: token, request) else {
      return .stranger(detail)
    }
    return ProblemDetails(
      status: 429, title: "Too many requests", detail: "too many failed tries",
      headers: [HTTPHeader("Retry-After", seconds.description)])
  }

  /// Counts a failed try.
  ///
  /// - Returns: the seconds to wait, where there were too many already; nil elsewhere.
  func secondsToWait(afterFailureOf token: Token, _ request: HTTPRequest) throws -> Int? {
    let (address, hash) = (client(of: request), try token.hash())
    if let seconds = tries.secondsToWait(from: address, presenting: hash) { return seconds }
    tries.fail(from: address, presenting: hash)
    return nil
  }

  /// A grant, if it allows what is asked.
  ///
  /// - Throws: ``ProblemDetails``, 403.
  @discardableResult
  func permitted(
    _ place: Place, _ request: HTTPRequest, _ grant: AccessGrant
  ) throws(ProblemDetails) -> AccessGrant {
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
