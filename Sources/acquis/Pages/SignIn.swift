internal import Access
internal import AcquisLedger
internal import Documents
internal import Events
internal import HTTP

/// The page at which a token is typed, once for eight hours.
///
/// Its form has a key too, which a cookie has beside it: nobody can be signed in by another site as someone else.
struct SignIn {
  static let path = "/sign-in"

  let language: Language
  /// The address to go to afterwards.
  let next: String
  /// The key of the form.
  let key: String
  let isSecure: Bool
  var problem: Text?

  /// The largest body of its form, in bytes.
  static let largestBody = 4_096

  /// The name of the cookie beside the form; with TLS the browser binds it to this host and to TLS.
  static func cookie(isSecure: Bool) -> String {
    isSecure ? "__Host-acquis-form" : "acquis-form"
  }

  func response(status: Int) -> HTTPResponse {
    func say(_ text: Text) -> String { text.text(in: language) }
    let other: Language = language == .french ? .english : .french
    let title = Text("Se connecter", "Sign in")
    var response = PageDocument.response(
      status: status, title: "\(say(title)) · acquis", language, hasScript: false
    ) {
      HTML("a", class: "skip", ["href": "#main"], text: say(PageFrame.skip))
      HTML("header") {
        HTML("span", class: "brand") { HTML("strong", text: "acquis") }
        HTML("div", class: "who") {
          HTML(
            "a", class: "language",
            [
              "href": PageLinks.address(["sign-in"], [("next", next), ("lang", other.rawValue)]),
              "hreflang": other.rawValue, "lang": other.rawValue,
            ], text: PageFrame.languageName.text(in: other))
        }
      }
      HTML("main", class: "narrow", ["id": "main", "tabindex": "-1"]) {
        HTML("h1", text: say(title))
        if let problem {
          HTML("p", class: "refusals", ["role": "alert", "id": "problem"], text: say(problem))
        }
        HTML("form", ["method": "post", "action": Self.path]) {
          HTML("input", ["type": "hidden", "name": "form", "value": key])
          HTML("input", ["type": "hidden", "name": "next", "value": next])
          HTML("input", ["type": "hidden", "name": "lang", "value": language.rawValue])
          HTML("div", class: "field") {
            HTML("label", ["for": "token"], text: say(Text("Jeton d’accès", "Access token")))
            HTML(
              "p", class: "hint", ["id": "token-hint"],
              text: say(
                Text(
                  "Celui que vous a remis la personne qui tient le registre ; il commence par acquis_. La session dure huit heures.",
                  "The one you were given by whoever keeps the ledger; it begins with acquis_. The session lasts eight hours."
                )))
            HTML(
              "input",
              [
                "type": "password", "name": "token", "id": "token", "required": "required",
                "autocomplete": "current-password", "spellcheck": "false",
                "aria-describedby": problem == nil ? "token-hint" : "problem token-hint",
                "aria-invalid": problem == nil ? nil : "true",
              ])
          }
          HTML("button", class: "main", text: say(title))
        }
      }
    }
    response.headers.append(
      HTTPHeader(
        "Set-Cookie",
        "\(Self.cookie(isSecure: isSecure))=\(key); Path=/; Max-Age=3600; HttpOnly; SameSite=Strict"
          + (isSecure ? "; Secure" : "")))
    return response
  }
}

extension Site {
  /// The page to sign in, in place of the page asked for.
  func signInOutcome(for request: HTTPRequest, status: Int) -> API.Outcome {
    let next = request.target
    let page = SignIn(
      language: Self.language(of: request, nil), next: request.method == "POST" ? "/" : next,
      key: (try? formKey(of: request)) ?? "", isSecure: isSecure)
    return API.Outcome(response: page.response(status: status), route: SignIn.path)
  }

  /// `/sign-in`: the page, or a token that was typed.
  func signIn(_ request: HTTPRequest) throws -> HTTPResponse {
    let language = Self.language(of: request, nil)
    guard request.method == "POST" else {
      let next = (try? QueryItems(request.query))?["next"]
      return SignIn(
        language: language, next: Self.ownPath(next), key: try formKey(of: request),
        isSecure: isSecure
      ).response(status: 200)
    }
    guard let form = try? QueryItems(body: request.body) else {
      throw ProblemDetails.wrong("the form cannot be read")
    }
    let chosen = form["lang"].flatMap(Language.init(rawValue:)) ?? language
    func refused(_ status: Int, _ text: Text) throws -> HTTPResponse {
      SignIn(
        language: chosen, next: Self.ownPath(form["next"]), key: try formKey(of: request),
        isSecure: isSecure, problem: text
      ).response(status: status)
    }
    guard let key = form["form"], !key.isEmpty, formKeys(of: request).contains(key) else {
      return try refused(
        403,
        Text(
          "Cette page était ouverte depuis trop longtemps, ou les cookies sont refusés ; recommencez.",
          "This page was open for too long, or cookies are refused; start again."))
    }
    let unknown = Text(
      "Ce jeton n’est pas de ce registre, ou n’est plus valable.",
      "This is no token of this ledger, or it is not valid any more.")
    let typed = (form["token"] ?? "").filter { !$0.isWhitespace }
    guard let token = Token(typed) else { return try refused(401, unknown) }
    switch api.access.grant(of: token, on: Ledger.today) {
    case .found(let grant):
      if let before = visitor(of: request) { sessions.end(before.secret) }
      let secret = try sessions.open(of: grant, in: chosen)
      return HTTPResponse(
        status: 303,
        headers: [
          HTTPHeader("Location", Self.ownPath(form["next"])),
          SessionCookie(isSecure: isSecure).header(
            secret, seconds: Int(Session.length / 1_000_000)),
          HTTPHeader("Cache-Control", "no-store"),
        ])
    case .expired, .unknown:
      guard let seconds = try api.secondsToWait(afterFailureOf: token, request) else {
        return try refused(401, unknown)
      }
      var response = try refused(
        429,
        Text(
          "Trop d’essais : recommencez dans \(Text.count(seconds, Text("seconde", ""), Text("secondes", "")).french).",
          "Too many tries: wait \(seconds == 1 ? "a second" : "\(seconds) seconds")."))
      response.headers.append(HTTPHeader("Retry-After", seconds.description))
      return response
    case .unavailable:
      return try refused(
        503,
        Text(
          "Le fichier des accès ne peut pas être lu.", "The file of access rights cannot be read."))
    }
  }

  /// An address of this site; `/` for any other.
  static func ownPath(_ address: String?) -> String {
    guard let address, address.hasPrefix("/"), !address.hasPrefix("//"),
      !address.hasPrefix("/\\"), !address.hasPrefix(SignIn.path), address.utf8.count < 2_000,
      address.utf8.allSatisfy({ 0x21...0x7e ~= $0 && $0 != UInt8(ascii: "\\") })
    else { return "/" }
    return address
  }

  /// The keys of forms to sign in that a browser was given.
  private func formKeys(of request: HTTPRequest) -> [String] {
    SessionCookie.values(of: SignIn.cookie(isSecure: isSecure), in: request).filter { key in
      key.utf8.count == 64 && key.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
    }
  }

  /// The key of one more form: that of the others, so that each of several pages can be used.
  private func formKey(of request: HTTPRequest) throws -> String {
    try formKeys(of: request).first ?? Sessions.random()
  }
}
