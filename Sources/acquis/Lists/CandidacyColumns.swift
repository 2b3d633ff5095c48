internal import AcquisLedger
internal import Events
internal import Projections

/// The columns of a list of candidacies, and their cells.
struct CandidacyColumns {
  let names: ListNames
  /// Whether the list says what a declaration lacks.
  var showsLacking = false
  /// Whether the list is about declarations, or about windows: then a screen always has their column.
  var isOfDeclarations = false
  var isOfWindows = false
  /// Whether each block has columns: then they come before the last day.
  var isOfBlocks = false
  /// Whether some candidacy is to be reviewed: then a screen says so, however narrow.
  let isReviewed: Bool

  init(
    _ list: CandidacyList, declaration: DeclarationFilter? = nil, isOfWindows: Bool = false,
    isOfBlocks: Bool = false
  ) {
    self.isOfBlocks = isOfBlocks
    names = list.names
    showsLacking = declaration == .incomplete
    isOfDeclarations = declaration != nil
    self.isOfWindows = isOfWindows
    isReviewed = list.isToReview
  }

  var columns: [Listing.Column] {
    [.init(.candidacy), .init(.candidate, rank: names.isShown ? 8 : 4)] + names.column + [
      .init(.certification, rank: 3), .init(.pathway, rank: 6),
      .init(.status, words: ListWord.all(CandidacyStatus.self)),
      .init(.held, isNumber: true, isInFilesOnly: true),
      .init(.of, isNumber: true, isInFilesOnly: true),
      Listing.Column(
        name: "progress", Text("blocs", "blocks"), isNumber: true, isOnScreenOnly: true),
      .init(.window, rank: isOfWindows ? 0 : 2), .init(.lastDay, rank: isOfBlocks ? 1 : 0),
      .init(.daysLeft, isNumber: true, rank: 1), .init(.missing, rank: 7),
      .init(.declaration, rank: isOfDeclarations ? 0 : 5),
      isReviewed ? .init(.toReview) : .init(.toReview, isInFilesOnly: true),
    ] + (showsLacking ? [.init(.lacking)] : [])
  }

  func cells(_ answer: CandidacyAnswer) -> [ListCell] {
    let state = answer.state
    let (held, count) = (state.blocks.count(where: \.status.isHeld), state.blocks.count)
    let missing = state.blocks.filter { !$0.status.isHeld }.map(\.code)
    return [.plain(state.candidacy.text), .plain(state.candidate.text)]
      + names.cell(state.candidate) + [
        .plain(state.certification.text), .word(state.pathway),
        ListCell.word(state.status, state.status.tone).onScreen(state.status.shortText),
        .number(held), .number(count), .plain("\(held)/\(count)"),
        .word(state.window.status, state.window.tone),
        // Nobody waits for the end of a window in which everything was validated.
        ListCell.day(state.window.lastDay, state.window.tone)
          .onScreen(state.window.status == .completed && !isOfWindows ? Text("", "") : nil),
        .number(state.window.daysLeft, state.window.tone),
        ListCell.plain(missing.map(\.text).joined(separator: ", "))
          .onScreen(
            Text(
              verbatim: missing.map { $0.short(in: state.certification) }.joined(separator: ", "))),
        state.declaration.map(Self.declaration) ?? .empty,
        Self.toReview(state.toReview),
      ] + (showsLacking ? [lacking(of: state)] : [])
  }

  private static func declaration(_ state: DeclarationState) -> ListCell {
    if state.answer == .notDeposited, state.due == nil { return .empty }
    let answer = state.answer.text
    return .word(
      state.isLate ? "\(state.answer.rawValue),late" : state.answer.rawValue,
      state.isLate
        ? Text("\(answer.french), en retard", "\(answer.english), late") : answer,
      state.isLate || state.answer == .rejected
        ? .bad : state.answer == .accepted ? .good : .warning)
  }

  /// The rules, with the positions of the entries in files.
  private static func toReview(_ items: [ReviewItem]) -> ListCell {
    guard !items.isEmpty else { return .empty }
    let rules = Set(items.map(\.rule)).sorted().map(\.description).joined(separator: ", ")
    return ListCell.word(
      items.map { "\($0.rule):\($0.position)" }.joined(separator: " "),
      items.map {
        Text("\($0.rule) (position \($0.position))", "\($0.rule) (position \($0.position))")
      }.joined(separator: ", "), .bad
    ).onScreen(Text(verbatim: rules))
  }

  private func lacking(of state: CandidacyState) -> ListCell {
    guard let identity = names.identity(of: state.candidate) else { return .empty }
    return .word(
      identity.lackingFields.joined(separator: " "), identity.lacking.joined(separator: ", "),
      .warning)
  }

  /// For each block of a candidacy, its state, and its competencies acquired of the total where any was
  /// assessed: two columns each.
  static func blockColumns(
    _ codes: [BlockCode], of certification: CertificationCode?
  ) -> [Listing.Column] {
    codes.flatMap { code in
      let short = certification.map { code.short(in: $0) } ?? code.text
      return [
        Listing.Column(name: code.text, Text(verbatim: short)),
        Listing.Column(
          name: "\(code).competencies",
          Text("compétences \(short)", "competencies \(short)"), rank: 9),
      ]
    }
  }

  static func blockCells(_ answer: CandidacyAnswer) -> [ListCell] {
    answer.state.blocks.flatMap { block -> [ListCell] in
      [
        .word(block.status, block.status.tone),
        block.acquired == 0
          ? .empty
          : ListCell.word(
            "\(block.acquired)/\(block.competencies)",
            Text(
              "\(block.acquired) sur \(block.competencies)",
              "\(block.acquired) of \(block.competencies)")
          ).onScreen(Text(verbatim: "\(block.acquired)/\(block.competencies)")),
      ]
    }
  }
}

extension BlockCode {
  /// The code without that of its certification where it begins with it: `BC02`.
  func short(in certification: CertificationCode) -> String {
    let (code, prefix) = (text, certification.text)
    return code.count > prefix.count && code.hasPrefix(prefix)
      ? String(code.dropFirst(prefix.count)) : code
  }
}

extension CandidacyStatus {
  /// Its words in a column of a screen.
  var shortText: Text? {
    switch self {
    case .revoked: Text("révoquée", "revoked")
    case .continued: Text("poursuivie ailleurs", "continued")
    case .awardPending: Text("à délivrer", "award pending")
    case .partiallyCertified: Text("partielle", "partial")
    case .awaitingJury: Text("attend un jury", "awaiting a jury")
    case .withdrawn: Text("abandon, transfert", "withdrawn")
    case .certified, .inadmissible, .lapsed, .refused, .inPreparation, .admissible, .enrolled: nil
    }
  }

  var tone: Tone {
    switch self {
    case .certified: .good
    case .awardPending: .warning
    case .revoked, .lapsed, .refused, .inadmissible: .bad
    case .continued, .withdrawn: .faint
    case .partiallyCertified, .awaitingJury, .inPreparation, .admissible, .enrolled: .plain
    }
  }
}

extension BlockStatus {
  var tone: Tone {
    switch self {
    case .validated, .recognised: .good
    case .refused, .expired, .revoked: .bad
    case .missing, .assessed: .plain
    }
  }
}

extension CompletionWindow {
  /// Within this many days a window is about to close.
  static let soon = 90

  var tone: Tone {
    switch status {
    case .lapsed: .bad
    case .open: daysLeft.map { $0 <= Self.soon } == true ? .warning : .plain
    case .completed, .none: .plain
    }
  }
}
