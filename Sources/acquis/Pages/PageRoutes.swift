internal import Access
internal import HTTP

/// The address of a page, and what it answers.
struct PageRoute: Sendable {
  let method: Route.Method
  let path: [Route.Step]
  /// Nil: for everyone who is signed in.
  var permission: Permission?
  let answer: @Sendable (PageCall) throws -> PageAnswer

  /// The address without ids, for logs and metrics.
  var template: String { path.isEmpty ? "/" : path.map(\.template).joined() }

  /// A page that is asked for.
  static func get(
    _ path: String, _ permission: Permission? = .read,
    _ answer: @escaping @Sendable (PageCall) throws -> PageAnswer
  ) -> PageRoute {
    PageRoute(
      method: .get, path: Route.steps(of: path), permission: permission, answer: answer)
  }

  /// A form that is sent.
  static func post(
    _ path: String, _ permission: Permission?,
    _ answer: @escaping @Sendable (PageCall) throws -> PageAnswer
  ) -> PageRoute {
    PageRoute(
      method: .post, path: Route.steps(of: path), permission: permission, answer: answer)
  }
}

/// Every page.
enum PageRoutes {
  static let all: [PageRoute] =
    sessions + lists + screens + audits + forms

  /// - Throws: ``PageProblem/notFound``.
  static func find(_ request: HTTPRequest) throws(PageProblem) -> (PageRoute, [String]) {
    let segments: [String]
    do throws(PathFailure) { segments = try PathSegments(request.path).segments } catch {
      throw .notFound
    }
    let method: Route.Method = request.method == "POST" ? .post : .get
    let found = all.filter { $0.method == method }.compactMap { route in
      route.path.match(segments[...]).map { (route, $0) }
    }
    // A path of words alone comes before one with an id: `candidacies/search`.
    guard let best = found.min(by: { $0.1.count < $1.1.count }) else { throw .notFound }
    return best
  }

  private static let sessions: [PageRoute] = [
    .post("sign-out", nil) { call in
      call.site.sessions.end(call.visitor.secret)
      let cookie = SessionCookie(isSecure: call.site.isSecure).header("ended", seconds: 0)
      return .file(
        HTTPResponse(
          status: 303,
          headers: [
            HTTPHeader("Location", SignIn.path), cookie, HTTPHeader("Cache-Control", "no-store"),
            HTTPHeader("Clear-Site-Data", "\"cache\""),
          ]))
    },
    .post("session", .seeNames) { call in
      let isShown = call.form["names"] == "show"
      call.site.sessions.change(call.visitor.secret) { session in
        session.showsNames = isShown
        // What was recorded may name someone.
        session.notice = []
      }
      return .redirect(Site.ownPath(call.form["next"]))
    },
  ]
}
