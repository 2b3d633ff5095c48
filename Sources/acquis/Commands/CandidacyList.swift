internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

/// The candidacies of a ledger that pass an invocation's filters: a page of them, or all.
struct CandidacyList {
  /// In the order of the list.
  let answers: [CandidacyAnswer]
  /// The whole log folded; nil for the page of an invocation.
  let ledger: LedgerState?
  let question: Question
  /// The candidates' identities, as far as a filter or the answer needs them.
  let names: ListNames
  /// Whether a candidacy that passes the filters is to be reviewed, on whichever page.
  let isToReview: Bool
  /// Whether a window of the list has lapsed, on whichever page.
  let hasLapsed: Bool
  /// The first candidacy of the list, of whichever page.
  let first: CandidacyState?

  /// Every candidacy enrolled, by id.
  init(_ source: ListSource) {
    let (state, day, known) = (source.state, source.question.on, source.question.known)
    (ledger, question, names) = (state, source.question, source.names)
    answers = state.candidacies.sorted().compactMap { id in
      state.candidacy(id, on: day).map { CandidacyAnswer(on: day, known: known, state: $0) }
    }
    isToReview = answers.contains { !$0.state.toReview.isEmpty }
    hasLapsed = answers.contains { $0.state.window.status == .lapsed }
    first = answers.first?.state
  }

  /// The page of `--after` and `--limit` of those that pass the filters of an invocation.
  init(_ invocation: Invocation, in order: CandidacyOrder = .candidacies) throws {
    var filter = CandidacyFilter()
    filter.status = try invocation.word("status")
    filter.pathway = try invocation.word("pathway")
    let declaration: DeclarationFilter? = try invocation.word("declaration")
    filter.declaration = declaration?.asked
    filter.isToReview = invocation.has("to-review")
    filter.closingWithin = try invocation.number("closing-within")
    let limit = try invocation.number("limit")
    let question = try invocation.question()
    self.question = question
    filter.certification = try invocation.certification(in: question.log)
    let name = invocation.option("name")
    if let name, name.allSatisfy(\.isWhitespace) {
      throw Failure.usage(
        Text("--name : un texte est attendu", "--name: expected a text"))
    }
    let names = try ListNames(
      invocation, question, of: name, mustOpen: declaration == .incomplete)
    self.names = names
    let named = names.search?.identities.named
    func accepts(_ state: CandidacyState) -> Bool {
      if let named, named[state.candidate] == nil { return false }
      return declaration != .incomplete
        || names.identities?.named[state.candidate]?.isIncomplete == true
    }
    let isNarrowed = named != nil || declaration == .incomplete
    let output = invocation.output
    do {
      let after = try invocation.option("after").map { try Self.candidacy($0) }
      let page: CandidacyPage
      if let persons = names.search?.persons, !invocation.has("missing") {
        page = try question.page(
          of: try question.folded(candidaciesOf: persons), filter, in: order, where: accepts,
          after: after, limit: limit)
      } else {
        var lists = try question.lists { try $0.replay(showingIn: output) }
        filter.missing = try invocation.option("missing").map { text in
          try MissingBlock(text, in: lists.certifications()).blocks
        }
        page = try lists.candidacies(
          filter, in: order, where: isNarrowed ? accepts : nil, after: after, limit: limit)
      }
      answers = page.answers
      (isToReview, hasLapsed, first) = (page.isToReview, page.hasLapsed, page.first)
    } catch is UnknownElement {
      throw Listing.unknownElement
    }
    ledger = nil
  }

  /// - Throws: `UnknownElement` for a text that is no id.
  private static func candidacy(_ text: String) throws -> CandidacyID {
    guard let id = try? CandidacyID(text) else { throw UnknownElement() }
    return id
  }
}
