internal import Access
internal import AcquisLedger
internal import Documents
internal import Events
internal import HTTP

/// What an address answers to a person.
enum PageAnswer {
  case page(Page)
  /// After a form: another page of this site, by its address.
  case redirect(String)
  /// A file to keep, or a document to print.
  case file(HTTPResponse)
}

/// A page before its frame.
struct Page {
  /// Its heading, which is also the browser's title with the ledger's name.
  let title: Text
  var status = 200
  /// What stands after the heading.
  let body: HTML
  /// Whether the two times are asked at its top.
  var hasTimes = true
  /// When a browser without script asks again, and which address: `2;url=/audit`; nil: never.
  var refresh: String?

  init(
    _ title: Text, status: Int = 200, hasTimes: Bool = true, refresh: String? = nil,
    @HTMLBuilder body: () -> HTML
  ) {
    self.title = title
    self.status = status
    self.hasTimes = hasTimes
    self.refresh = refresh
    self.body = body()
  }
}

/// Why an address does not show what it is for, as a page.
struct PageProblem: Error {
  let status: Int
  let title: Text
  let text: Text

  /// - Parameter ledger: whose folders are not told.
  init(_ error: any Error, ledger: Ledger) {
    switch error {
    case let problem as PageProblem: self = problem
    case is SentBefore: self = .sentBefore
    case let problem as ProblemDetails:
      self.init(
        status: problem.status, Self.title(problem.status),
        Self.text(problem.status, problem.detail))
    default:
      let failure = Failure(error, ledger: ledger.path).withoutFolders(of: ledger)
      let status =
        switch failure {
        case .unknown: 404
        case .usage, .input: 400
        case .check, .readerGone: 409
        case .ledger: 503
        }
      self.init(status: status, Self.title(status), failure.text.withoutOption)
    }
  }

  init(status: Int, _ title: Text, _ text: Text) {
    self.status = status
    self.title = title
    self.text = text
  }

  static func title(_ status: Int) -> Text {
    switch status {
    case 403: Text("Accès refusé", "Not allowed")
    case 404: Text("Rien à cette adresse", "Nothing here")
    case 413: Text("Formulaire trop grand", "The form is too large")
    case 503: Text("Registre indisponible", "The ledger is not available")
    default: Text("Demande incorrecte", "Wrong request")
    }
  }

  /// What the API says in English, as people read it.
  private static func text(_ status: Int, _ detail: String) -> Text {
    switch status {
    case 403:
      Text("la demande vient d’un autre site : elle n’est pas prise en compte", detail)
    case 405: Text("cette adresse ne se demande pas ainsi", detail)
    case 413: Text("ce qui est envoyé est plus long que ce que prend un formulaire", detail)
    case 421: Text("le registre n’est pas servi sous ce nom de machine", detail)
    case 503: Text("le registre ne peut pas être lu : réessayez dans un instant", detail)
    default: Text("la demande ne se lit pas", detail)
    }
  }

  static func forbidden(_ role: Role) -> PageProblem {
    PageProblem(
      status: 403, title(403),
      Text(
        "le rôle « \(role.text.french) » ne le permet pas",
        "the role “\(role.text.english)” may not do this"))
  }

  static let notFound = PageProblem(
    status: 404, title(404), Text("cette page n’existe pas", "there is no such page"))

  static let sentBefore = PageProblem(
    status: 409, Text("Formulaire déjà envoyé", "The form was sent before"),
    Text(
      "ce formulaire a déjà été envoyé : ce qu’il a enregistré l’est une fois ; le registre le montre",
      "this form was sent before: what it recorded is recorded once; the log shows it"))

  /// The key of a form is not that of the session: it was sent by another site, or before a new signing in.
  static let foreignForm = PageProblem(
    status: 403, title(403),
    Text(
      "ce formulaire n’est pas de cette session : rouvrez la page et recommencez ; rien n’a été enregistré",
      "this form is not of this session: open the page again; nothing was recorded"))

  static let uncounted = PageProblem(
    status: 503, title(503),
    Text(
      "ce qui est montré sur des personnes ne peut pas être compté ; rien n’est montré",
      "what is shown about persons cannot be counted; nothing is shown"))

  func answer(in language: Language) -> PageAnswer {
    .page(
      Page(title, status: status, hasTimes: false) {
        HTML("p", class: "refusals", ["role": "alert"], text: text.text(in: language))
      })
  }
}
