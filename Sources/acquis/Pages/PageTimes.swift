internal import AcquisLedger
internal import EventLog
internal import Events
internal import HTTP
internal import Projections

/// The two times that a page is asked for: the day, and what the ledger knew.
struct PageTimes {
  /// The day as it was typed; nil: today.
  let typedOn: String?
  /// The state of knowledge as it was typed; nil: everything.
  let typedKnown: String?
  /// Nil: today.
  private(set) var on: CalendarDate?
  /// Nil: everything.
  private(set) var known: Position?
  /// The position of the latest entry.
  let last: Position
  /// What is wrong with what was typed.
  private(set) var onProblem: Text?
  private(set) var knownProblem: Text?

  /// Reads them of an address; what is wrong is kept to be shown beside its field, and not asked.
  init(_ query: QueryItems, _ invocation: Invocation, in log: some EventLog) throws {
    func text(_ name: String) -> String? {
      let typed = (query[name] ?? "").filter { !$0.isNewline }
      return typed.allSatisfy(\.isWhitespace) ? nil : typed
    }
    typedOn = text("on")
    typedKnown = text("known")
    last = try log.head().last
    if let typedOn {
      on = try? CalendarDate(typed: typedOn, today: Ledger.today)
      onProblem = on == nil ? CalendarDate.typedForms : nil
    }
    if let typedKnown {
      do { known = try invocation.known(typedKnown, in: log) } catch let failure as Failure {
        knownProblem = failure.text.withoutOption
      }
    }
    if known == last { known = nil }
  }

  var question: (on: CalendarDate, known: Position) { (on ?? Ledger.today, known ?? last) }

  /// Whether they are today and everything: then something can be recorded from the page.
  var isNow: Bool { (on ?? Ledger.today) == Ledger.today && known == nil }

  var isWrong: Bool { onProblem != nil || knownProblem != nil }

  /// - Throws: ``PageProblem`` for a time that is wrong, where no field can say so.
  func check() throws(PageProblem) {
    guard let problem = onProblem ?? knownProblem else { return }
    throw PageProblem(status: 400, PageProblem.title(400), problem)
  }

  /// The links of the page.
  var links: PageLinks { PageLinks(on: on, known: known.map(\.description)) }

  /// The path of a page; of a name that was searched, that of the list.
  static func path(of request: HTTPRequest) -> [String] {
    let path = (try? PathSegments(request.path).segments) ?? []
    return path.last == "search" ? path.dropLast() : path
  }

  /// The address without the slider's value, where the slider was moved, or a field was left empty; nil for an
  /// address that is as links write it.
  static func tidied(_ request: HTTPRequest, _ query: QueryItems) -> String? {
    guard let slid = query["entry"], let before = query["was"] else { return nil }
    let known = slid == before ? query["known"] : slid
    let isToday =
      query["on"].flatMap { try? CalendarDate(typed: $0, today: Ledger.today) } == Ledger.today
    let left = ["entry", "was", "known"] + (isToday ? ["on"] : [])
    let others = query.items.filter { !left.contains($0.name) }
      .map { ($0.name, $0.value as String?) }
    return PageLinks.address(path(of: request), (others + [("known", known)]).filter { $0.1 != "" })
  }
}
