internal import Access
internal import AcquisLedger
internal import Documents
internal import Events
internal import HTTP

/// What every page has around what it is about: who is signed in, where one can go, the two times.
struct PageFrame {
  private let site: Site
  private let request: HTTPRequest
  private let visitor: Site.Visitor
  private let language: Language
  /// Nil where the address is none.
  private let call: PageCall?

  init(
    _ site: Site, _ request: HTTPRequest, _ visitor: Site.Visitor, _ language: Language,
    _ call: PageCall?
  ) {
    (self.site, self.request, self.visitor) = (site, request, visitor)
    (self.language, self.call) = (language, call)
  }

  func response(_ answer: PageAnswer) -> HTTPResponse {
    switch answer {
    case .file(let response): return response
    case .redirect(let address):
      return HTTPResponse(
        status: 303,
        headers: [HTTPHeader("Location", address), HTTPHeader("Cache-Control", "no-store")])
    case .page(let page):
      let chosen = (try? QueryItems(request.query))?["lang"].flatMap(Language.init(rawValue:))
      let hasNotice = !visitor.session.notice.isEmpty && request.method != "HEAD"
      if chosen != nil || hasNotice {
        site.sessions.change(visitor.secret) { session in
          session.language = chosen ?? session.language
          if hasNotice { session.notice = [] }
        }
      }
      return PageDocument.response(
        status: page.status, title: "\(page.title.text(in: language)) · \(ledgerName)", language,
        hasScript: true, refresh: page.refresh
      ) {
        HTML("a", class: "skip", ["href": "#main"], text: Self.skip.text(in: language))
        header
        HTML("div", class: "layout") {
          navigation
          HTML("main", ["id": "main", "tabindex": "-1"]) {
            HTML("h1", text: page.title.text(in: language))
            notice
            if page.hasTimes, let call {
              TimesForm(call).html
              TimesForm(call).pastState
            }
            page.body
          }
        }
      }
    }
  }

  static let skip = Text("Aller au contenu", "Skip to the content")

  /// Each language's own name.
  static let languageName = Text("Français", "English")

  /// The ledger's own name, without its folder.
  private var ledgerName: String {
    let place = site.api.ledger.place
    if place.isShared { return place.name }
    let path = place.log
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  // MARK: The head of the page

  private var links: PageLinks { call?.links ?? PageLinks(on: nil, known: nil) }

  private var header: HTML {
    let grant = visitor.grant
    let other: Language = language == .french ? .english : .french
    return HTML("header") {
      HTML("a", class: "brand", ["href": links.to("")]) {
        HTML("strong", text: "acquis")
        HTML(text: " \(ledgerName)")
      }
      HTML("div", class: "who") {
        HTML("span", text: "\(grant.who), \(grant.role.text.text(in: language))")
        if grant.may(.seeNames) { namesForm }
        HTML(
          "a", class: "language",
          ["href": address(in: other), "hreflang": other.rawValue, "lang": other.rawValue],
          text: Self.languageName.text(in: other))
        HTML("form", ["method": "post", "action": "/sign-out"]) {
          SessionFields.key(visitor.session)
          HTML("button", text: Text("Se déconnecter", "Sign out").text(in: language))
        }
      }
    }
  }

  private var namesForm: HTML {
    let isShown = call?.showsNames ?? visitor.session.showsNames ?? visitor.grant.showsNames
    let label =
      isShown
      ? Text("Masquer les noms", "Hide the names") : Text("Montrer les noms", "Show the names")
    return HTML("form", ["method": "post", "action": "/session"]) {
      SessionFields.key(visitor.session)
      HTML("input", ["type": "hidden", "name": "next", "value": ownAddress])
      HTML(
        "button", ["name": "names", "value": isShown ? "hide" : "show"],
        text: label.text(in: language))
    }
  }

  /// The page's own address; of a form that was sent, the address that has the form.
  private var ownAddress: String {
    let items = (try? QueryItems(request.query))?.items ?? []
    return PageLinks.address(PageTimes.path(of: request), items.map { ($0.name, $0.value) })
  }

  private func address(in language: Language) -> String {
    let items = (try? QueryItems(request.query))?.items.filter { $0.name != "lang" } ?? []
    return PageLinks.address(
      PageTimes.path(of: request), items.map { ($0.name, $0.value) } + [("lang", language.rawValue)]
    )
  }

  private var notice: HTML {
    let lines = visitor.session.notice
    guard !lines.isEmpty else { return .nothing }
    return HTML("div", class: "done", ["role": "status"]) {
      for line in lines { HTML("p", text: line.text(in: language)) }
    }
  }

  // MARK: Where one can go

  private var navigation: HTML {
    let places = PagePlace.allCases.filter { place in
      place.permission.map { visitor.grant.may($0) } ?? true
    }
    let first = (try? PathSegments(request.path).segments.first) ?? nil
    return HTML("nav", ["aria-label": Text("Pages", "Pages").text(in: language)]) {
      HTML("ul") {
        for place in places {
          HTML("li") {
            HTML(
              "a",
              [
                "href": links.to(place.rawValue),
                "aria-current": place.has(first) ? "page" : nil,
              ], text: place.text.text(in: language))
          }
        }
      }
    }
  }
}

/// The hidden fields of every form.
enum SessionFields {
  /// The key by which a form is known to be of its session.
  static func key(_ session: Session) -> HTML {
    HTML("input", ["type": "hidden", "name": "form", "value": session.formKey])
  }
}

/// A place of the navigation, by the first word of its address.
enum PagePlace: String, CaseIterable {
  case today = ""
  case candidacies, people, juries, deadlines, windows, certifications, certificates, findings
  case compare, entries, audit, record

  var text: Text {
    switch self {
    case .today: Text("Aujourd’hui", "Today")
    case .candidacies: Text("Candidatures", "Candidacies")
    case .people: Text("Personnes", "People")
    case .juries: Text("Jurys", "Juries")
    case .deadlines: Text("Échéances", "Deadlines")
    case .windows: Text("Délais pour compléter", "Windows")
    case .certifications: Text("Certifications", "Certifications")
    case .certificates: Text("Certificats", "Certificates")
    case .findings: Text("Constats", "Findings")
    case .compare: Text("Comparer", "Compare")
    case .entries: Text("Registre", "Log")
    case .audit: Text("Contrôle", "Audit")
    case .record: Text("Enregistrer", "Record")
    }
  }

  var permission: Permission? {
    switch self {
    case .record: .record
    case .today, .candidacies, .people, .juries, .deadlines, .windows, .certifications,
      .certificates, .findings, .compare, .entries, .audit:
      nil
    }
  }

  /// Whether a page is at this place, by the first segment of its path.
  func has(_ segment: String?) -> Bool {
    switch self {
    case .today: segment == nil
    case .people: segment == "people" || segment == "candidates"
    case .candidacies, .juries, .deadlines, .windows, .certifications, .certificates, .findings,
      .compare, .entries, .audit, .record:
      segment == rawValue
    }
  }
}
