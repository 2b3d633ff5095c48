internal import Answers
internal import CanonicalJSON
internal import EventLog
internal import Events
internal import Projections
internal import Recording

extension Command {
  /// `candidates`
  static let candidates = Command(
    name: "candidates",
    summary: Wording(
      "liste les candidatures et où elles en sont ; les filtres se combinent",
      "lists candidacies and where they stand; filters combine"),
    options: [
      Option(
        name: "status", value: "S",
        help: Wording(
          "dans cet état seulement",
          "in this status only")),
      Option(
        name: "certification", value: "C",
        help: Wording(
          "de cette certification seulement",
          "of this certification only")),
      Option(
        name: "pathway", value: "P",
        help: Wording(
          "par cette voie seulement",
          "by this pathway only")),
      Option(
        name: "missing", value: "BLOCK",
        help: Wording(
          "qui ne détiennent pas ce bloc",
          "that do not hold this block")),
      Option(
        name: "closing-within", value: "DAYS",
        help: Wording(
          "dont le délai se ferme d’ici tant de jours",
          "whose window closes within so many days")),
      Option(
        name: "name", value: "TEXT",
        help: Wording(
          "dont un nom contient ce texte ; il y faut la clé maîtresse",
          "with a name that contains this text; takes the master key")),
      Command.on, Command.known,
    ] + Listing.options,
    example: "acquis candidates --status partiallyCertified --on 2022-06-15"
  ) { invocation in
    let answers = try CandidacyList(invocation).answers
    try Listing(
      columns: CandidacyList.columns,
      elements: answers.map {
        Listing.Element(key: $0.state.candidacy.text, json: $0.json, cells: CandidacyList.cells($0))
      }
    ).print(invocation)
  }

  /// `windows`
  static let windows = Command(
    name: "windows",
    summary: Wording(
      "liste les délais pour compléter, le prochain à se fermer d’abord",
      "lists completion windows, the next to close first"),
    options: [
      Option(
        name: "closing-within", value: "DAYS",
        help: Wording(
          "qui se ferment d’ici tant de jours",
          "that close within so many days")),
      Option(
        name: "state", value: "S",
        help: Wording(
          "dans cet état seulement : open, completed ou lapsed",
          "in this state only: open, completed or lapsed")),
      Option(
        name: "certification", value: "C",
        help: Wording(
          "de cette certification seulement",
          "of this certification only")),
      Command.on, Command.known,
    ] + Listing.options,
    example: "acquis windows --closing-within 90 --on 2022-05-01"
  ) { invocation in
    let status = try invocation.option("state").map { text in
      guard let status = CompletionWindow.Status(rawValue: text), status != .none else {
        throw Failure.usage(
          Wording(
            "--state : open, completed ou lapsed est attendu",
            "--state: expected open, completed or lapsed"))
      }
      return status
    }
    let answers = try CandidacyList(invocation).answers
      .filter { answer in
        // The last of a chain of completions stands for all of it.
        answer.state.window.status != .none && answer.state.status != .continued
          && (status == nil || answer.state.window.status == status)
      }
      .sorted { left, right in
        let days = (left.state.window.lastDay ?? .last, right.state.window.lastDay ?? .last)
        return days.0 == days.1 ? left.state.candidacy < right.state.candidacy : days.0 < days.1
      }
    try Listing(
      columns: CandidacyList.columns,
      elements: answers.map {
        Listing.Element(
          key: $0.state.candidacy.text, json: $0.windowJSON, cells: CandidacyList.cells($0),
          drawing: WindowBar.text($0.state.window, on: $0.on))
      }
    ).print(invocation)
  }
}

/// The candidacies of a ledger that pass an invocation's filters, by id.
struct CandidacyList {
  /// What passes.
  let answers: [CandidacyAnswer]

  init(_ invocation: Invocation) throws {
    let status = try invocation.option("status").map { text in
      guard let status = CandidacyStatus(rawValue: text) else {
        let words = CandidacyStatus.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure.usage(
          Wording(
            "--status : un mot est attendu parmi : \(words)",
            "--status: expected one of: \(words)"))
      }
      return status
    }
    let pathway = try invocation.option("pathway").map { text in
      try invocation.read("--pathway", text) { (text) throws(InvalidValue) in try Pathway(text) }
    }
    let days = try invocation.number("closing-within")
    let ledger = try Ledger(invocation)
    let log = try ledger.log()
    let day = try invocation.day()
    let known = try invocation.known(in: log)
    if let text = invocation.option("certification") {
      let code = try invocation.read("--certification", text) { (text) throws(InvalidValue) in
        try CertificationCode(text)
      }
      try UnknownID.check(.certification(code), in: log)
    }
    let replay = try Replay.withProgress(on: day, known: known, in: log)
    let named = try invocation.option("name").map { name in
      let identities = try log.identities(on: day, known: known, opening: try ledger.vault())
      return Set(identities.filter { $0.value.isNamed(like: name) }.keys)
    }
    answers = replay.state.candidacies.sorted().compactMap { id in
      guard let state = replay.state.candidacy(id, on: day) else { return nil }
      if let named, !named.contains(state.candidate) { return nil }
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

  /// The columns of a list of candidacies.
  static let columns: [Table.Column] = [
    .init(name: "candidacy"), .init(name: "candidate"), .init(name: "certification"),
    .init(name: "pathway"), .init(name: "status"), .init(name: "held", isNumber: true),
    .init(name: "of", isNumber: true), .init(name: "window"), .init(name: "lastDay"),
    .init(name: "daysLeft", isNumber: true),
  ]

  /// A candidacy's cells.
  static func cells(_ answer: CandidacyAnswer) -> [String] {
    let state = answer.state
    return [
      state.candidacy.text, state.candidate.text, state.certification.text,
      state.pathway.rawValue, state.status.rawValue,
      String(state.blocks.count(where: \.status.isHeld)), String(state.blocks.count),
      state.window.status.rawValue, state.window.lastDay?.description ?? "",
      state.window.daysLeft.map(String.init) ?? "",
    ]
  }
}
