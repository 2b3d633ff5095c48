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
  /// The candidates' identities; nil where no filter needs them.
  private let identities: Identities?

  init(_ invocation: Invocation) throws {
    let status: CandidacyStatus? = try invocation.word("status")
    let pathway: Pathway? = try invocation.word("pathway")
    let declaration: DeclarationFilter? = try invocation.word("declaration")
    let days = try invocation.number("closing-within")
    let question = try invocation.question()
    self.question = question
    let (log, day, known) = (question.log, question.on, question.known)
    if let text = invocation.option("certification") {
      let code = try invocation.read("--certification", text) { (text) throws(InvalidValue) in
        try CertificationCode(text)
      }
      try UnknownID.check(.certification(code), in: log)
    }
    let replay = try question.replay(showingIn: invocation.output)
    let name = invocation.option("name")
    if let name, name.allSatisfy(\.isWhitespace) {
      throw Failure.usage(
        Text("--name : un texte est attendu", "--name: expected a text"))
    }
    let identities =
      name == nil && declaration != .incomplete
      ? nil
      : try log.identities(on: day, known: known, opening: try Ledger(invocation).vault(.toRead))
    self.identities = identities
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
      if let code = invocation.option("certification"), state.certification.text != code {
        return nil
      }
      if let pathway, state.pathway != pathway { return nil }
      if let code = invocation.option("missing") {
        guard let block = state.blocks.first(where: { $0.code.text == code }),
          !block.status.isHeld
        else { return nil }
      }
      if let days {
        guard let left = state.window.daysLeft, left <= days else { return nil }
      }
      return CandidacyAnswer(on: day, known: known, state: state)
    }
  }

  /// Reports how many persons could not be named; to be called after the list is printed.
  ///
  /// - Throws: ``Failure/ledger(_:)`` if the vault is older than the log or another ledger's.
  func reportUnnamed(_ invocation: Invocation) throws(Failure) {
    guard let identities else { return }
    if identities.damaged > 0 {
      let count = identities.damaged
      invocation.output.note(
        Text(
          "noms impossibles à ouvrir, leur clé ou leur texte étant altéré : \(count) "
            + "(`acquis vault verify`)",
          "\(count) name\(count == 1 ? "" : "s") could not be opened: the key or the text was altered "
            + "(`acquis vault verify`)"
        ))
    }
    guard identities.behind > 0 else { return }
    let count = identities.behind
    throw .ledger(
      Text(
        "noms impossibles à ouvrir : \(count) ; ce coffre n’est pas celui du registre, ou est plus ancien",
        "\(count) name\(count == 1 ? "" : "s") could not be opened: this vault is not the ledger's, or "
          + "is older than its log"
      ).at(try Ledger(invocation).path))
  }

  static let columns: [Listing.Column] = [
    .init(.candidacy), .init(.candidate, rank: 5),
    .init(.certification, rank: 3), .init(.pathway, rank: 6),
    .init(.status), .init(.held, isNumber: true, rank: 2),
    .init(.of, isNumber: true, rank: 7), .init(.window, rank: 4),
    .init(.lastDay), .init(.daysLeft, isNumber: true),
  ]

  static func cells(_ answer: CandidacyAnswer) -> [ListCell] {
    let state = answer.state
    return [
      .plain(state.candidacy.text), .plain(state.candidate.text),
      .plain(state.certification.text), .word(state.pathway), .word(state.status),
      .number(state.blocks.count(where: \.status.isHeld)), .number(state.blocks.count),
      .word(state.window.status), .day(state.window.lastDay), .number(state.window.daysLeft),
    ]
  }

  /// For each block of a candidacy, its state, and its competencies acquired of the total where any was
  /// assessed.
  static func capitalisation(_ answer: CandidacyAnswer) -> [ListCell] {
    answer.state.blocks.flatMap { block -> [ListCell] in
      [
        .word(block.status),
        block.acquired == 0 ? .empty : .plain("\(block.acquired)/\(block.competencies)"),
      ]
    }
  }
}
