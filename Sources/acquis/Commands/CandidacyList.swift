internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

/// The candidacies of a ledger that pass an invocation's filters, by id.
struct CandidacyList {
  let answers: [CandidacyAnswer]
  /// The fold that the answers are from.
  let ledger: LedgerState
  let question: Question
  /// The candidates' identities, as far as a filter or the answer needs them.
  let names: ListNames

  /// Every candidacy enrolled.
  init(_ source: ListSource) {
    let (state, day, known) = (source.state, source.question.on, source.question.known)
    (ledger, question, names) = (state, source.question, source.names)
    answers = state.candidacies.sorted().compactMap { id in
      state.candidacy(id, on: day).map { CandidacyAnswer(on: day, known: known, state: $0) }
    }
  }

  /// Those that pass the filters of an invocation.
  init(_ invocation: Invocation) throws {
    let status: CandidacyStatus? = try invocation.word("status")
    let pathway: Pathway? = try invocation.word("pathway")
    let declaration: DeclarationFilter? = try invocation.word("declaration")
    let days = try invocation.number("closing-within")
    let question = try invocation.question()
    self.question = question
    let (log, day, known) = (question.log, question.on, question.known)
    let certification = try invocation.certification(in: log)
    let replay = try question.replay(showingIn: invocation.output)
    let name = invocation.option("name")
    if let name, name.allSatisfy(\.isWhitespace) {
      throw Failure.usage(
        Text("--name : un texte est attendu", "--name: expected a text"))
    }
    names = try ListNames(
      invocation, question, mustOpen: name != nil || declaration == .incomplete)
    let identities = names.identities
    let block = try invocation.option("missing").map { text in
      try MissingBlock(text, in: replay.state)
    }
    let named = name.map { name in
      Set((identities?.named ?? [:]).filter { $0.value.isNamed(like: name) }.keys)
    }
    ledger = replay.state
    answers = replay.state.candidacies.sorted().compactMap { id in
      guard let state = replay.state.candidacy(id, on: day) else { return nil }
      if let named, !named.contains(state.candidate) { return nil }
      if let declaration, !declaration.accepts(state) { return nil }
      if declaration == .incomplete, identities?.named[state.candidate]?.isIncomplete != true {
        return nil
      }
      if let status, state.status != status { return nil }
      if let certification, state.certification != certification { return nil }
      if let pathway, state.pathway != pathway { return nil }
      if let block, !block.isMissing(in: state) { return nil }
      if let days {
        guard let left = state.window.daysLeft, left <= days else { return nil }
      }
      return CandidacyAnswer(on: day, known: known, state: state)
    }
  }
}
