internal import Access
internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import Synchronization
internal import Vault

/// A request of a person who is signed in, with what an answer is made from.
struct PageCall {
  let site: Site
  let request: HTTPRequest
  let visitor: Site.Visitor
  /// The values of the path's parameters.
  let path: [String]
  let language: Language
  /// What the address asks.
  let query: QueryItems
  /// What a form sent; nothing for a question.
  let form: QueryItems
  /// Never signs, and says whose texts are shown.
  let ledger: Ledger
  let times: PageTimes
  /// Of the two times of the address.
  let question: Question
  /// Whether persons are named.
  let showsNames: Bool
  /// Open where persons are named.
  private let vault: Vault?
  /// Opens texts about persons, where they are named.
  let texts: PersonalTexts
  /// What became of a form.
  let decided = Decided()

  var grant: AccessGrant { visitor.grant }
  var links: PageLinks { times.links }

  init(
    _ site: Site, _ request: HTTPRequest, _ visitor: Site.Visitor, _ path: [String],
    _ language: Language, _ shown: ShownPersons
  ) throws {
    self.site = site
    self.request = request
    self.visitor = visitor
    self.path = path
    self.language = language
    do throws(QueryFailure) {
      query = try QueryItems(request.query)
      form =
        request.method == "POST"
        ? try QueryItems(body: request.body, atMost: 5_000) : try QueryItems(nil)
    } catch { throw ProblemDetails.wrong("the address or the form cannot be read") }
    let ledger = site.api.ledger.served { shown.add($0) }
    self.ledger = ledger
    showsNames =
      visitor.grant.may(.seeNames) && (visitor.session.showsNames ?? visitor.grant.showsNames)
    let log = try ledger.log()
    let invocation = try Self.invocation(ledger, in: language)
    times = try PageTimes(query, invocation, in: log)
    let (on, known) = times.question
    question = Question(log: log, on: on, known: known)
    vault = showsNames && ledger.hasVault ? try ledger.vault(.toRead) : nil
    texts = PersonalTexts(of: question, opening: vault)
  }

  /// The ledger for work on a thread of its own, which keeps no log open after it and shows nobody's texts.
  var ledgerApart: Ledger { ledger.with(clock: ledger.clock).served(shown: nil) }

  // MARK: Commands

  private static func invocation(
    _ ledger: Ledger, in language: Language
  ) throws -> Invocation {
    var invocation = try Invocation(.page, [], Output(keptIn: language))
    invocation.served = ServedLedger(ledger: ledger)
    return invocation
  }

  /// The options of a command that asks: the two times, and whether it names persons.
  func options(of command: Command) -> [String] {
    var options: [String] = []
    func add(_ name: String, _ option: String?) {
      if let option, command.options.contains(where: { $0.name == name }) {
        options.append(option)
      }
    }
    add("on", times.on.map { "--on=\($0)" })
    add("known", times.known.map { "--known=\($0)" })
    add("names", showsNames ? "--names" : "--no-names")
    return options
  }

  /// The options of a command that records: who does, and whether it names persons.
  var recording: [String] {
    ["--by=\(grant.who)", showsNames ? "--names" : "--no-names"]
  }

  /// Runs a command as it is run on a command line, with an output that is kept.
  func run(
    _ command: Command, _ arguments: [String] = [], _ options: [String],
    table: KeptTable? = nil, pageLength: Int? = nil, latest: Int? = nil
  ) -> ServedCall {
    ServedCall(
      command, arguments, options: options,
      ServedLedger(
        ledger: ledger, pageLength: pageLength, vault: vault, table: table, latest: latest),
      in: language)
  }

  /// Records, when it is its turn; or tries.
  ///
  /// - Throws: ``SentBefore`` for a form that was sent before: it records once, whatever became of it.
  func record(isTrial: Bool, _ run: () -> ServedCall) throws(SentBefore) -> ServedCall {
    let (sessions, secret) = (site.sessions, visitor.secret)
    let once = isTrial ? nil : form["once"].flatMap { $0.isEmpty ? nil : $0 }
    let isFirst = once.map { sessions.claim($0, of: secret) } ?? true
    let done = Turn.take { () -> ServedCall? in
      // Sent twice at once, it is at its end when its turn comes again.
      guard isFirst else { return nil }
      let done = run()
      if let once {
        if let recorded = done.recorded {
          let place = try? place(of: recorded)
          sessions.note(once, isAt: place ?? links.to(entry: recorded), of: secret)
        } else if done.failure != nil {
          // Refused or out of reach, nothing is recorded: the same form may be sent again.
          sessions.release(once, of: secret)
        }
      }
      return done
    }
    guard let done else {
      throw SentBefore(place: once.flatMap { sessions.place(of: $0, of: secret) })
    }
    decided.set(
      API.PageDecision(
        hasAppended: done.recorded != nil && !isTrial,
        rules: done.refusals.map(\.rule.description)))
    return done
  }

  /// The page of what an entry is about.
  func place(of recorded: Position) throws -> String? {
    let links = PageLinks(on: nil, known: nil)
    guard let fact = try ledger.log().event(at: recorded)?.event.fact else { return nil }
    if let candidacy = fact.candidacy { return links.to(["candidacies", candidacy.text]) }
    return fact.subjects.lazy.compactMap { links.to($0) }.first ?? links.to(entry: recorded)
  }

  // MARK: Forms

  /// - Throws: ``PageProblem/foreignForm`` for a form that is not of this session.
  func checkForm() throws(PageProblem) {
    let (given, own) = (Array((form["form"] ?? "").utf8), Array(visitor.session.formKey.utf8))
    // Every byte is compared, so that the time tells nothing.
    let difference =
      given.count == own.count ? zip(given, own).reduce(0) { $0 | ($1.0 ^ $1.1) } : 1
    guard difference == 0, !own.isEmpty else { throw .foreignForm }
  }

  /// Shows these lines on the next page of the session.
  func notice(_ lines: [Text]) {
    site.sessions.change(visitor.secret) { $0.notice = lines }
  }

  // MARK: HTML

  func say(_ text: Text) -> String { text.text(in: language) }

  /// An element with a text in the page's language.
  func html(_ name: StaticString, class style: String? = nil, _ text: Text) -> HTML {
    HTML(name, class: style, text: say(text))
  }

  /// The same with attributes.
  func html(
    _ name: StaticString, class style: String? = nil,
    _ attributes: KeyValuePairs<StaticString, String?>, _ text: Text
  ) -> HTML {
    HTML(name, class: style, attributes, text: say(text))
  }

  func link(_ address: String, class style: String? = nil, _ text: String) -> HTML {
    HTML("a", class: style, ["href": address], text: text)
  }

  func link(_ address: String, class style: String? = nil, _ text: Text) -> HTML {
    link(address, class: style, say(text))
  }
}

/// A form was sent before; where what it recorded is shown, if it recorded something.
struct SentBefore: Error {
  let place: String?
}

/// What a form decided, for the figures.
final class Decided: Sendable {
  private let state = Mutex<API.PageDecision?>(nil)

  func set(_ decision: API.PageDecision) { state.withLock { $0 = decision } }

  var value: API.PageDecision? { state.withLock { $0 } }
}

extension Command {
  /// What a page asks of an invocation: the two times and the names.
  fileprivate static let page = Command(
    name: "page", summary: Text("page", "page"), options: names + [on, known], example: ""
  ) { _ in }
}
