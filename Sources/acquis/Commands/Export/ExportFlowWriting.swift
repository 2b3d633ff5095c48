internal import AcquisLedger
internal import Events
internal import Files
internal import StateFlow

/// The writing of a flow to the file of `--to` or to standard output, and what is said with it.
struct FlowWriting {
  /// A flow that is ready to be written.
  struct Written {
    let flow: CertificationFlow
    /// Its deposit; nil for one that is not recorded.
    let recorded: RecordedFlow?
    /// What was recorded since; nil where it was not written before.
    var since: FlowChanges?
  }

  private let invocation: Invocation
  private let contents: FlowContents

  init(_ invocation: Invocation, _ contents: FlowContents) {
    self.invocation = invocation
    self.contents = contents
  }

  private var path: String? { invocation.option("to") }

  /// Reports who is left out, and whether any award is left to declare; says so where there is none.
  ///
  /// - Throws: ``Failure/check(_:)`` where persons lack something and are not to be left out.
  func begins() throws -> Bool {
    try checksPersons()
    if contents.passages > 0 { return true }
    try reportsLeft()
    for text in contents.settledNotes { invocation.output.note(text) }
    if invocation.has("json") {
      try invocation.output.line(answer(nil).description)
    } else {
      let nothing = Text(
        "aucune délivrance à déclarer : rien n’a été écrit",
        "no award to be declared: nothing was written")
      // Without a file, standard output is the flow or nothing.
      if path == nil {
        invocation.output.note(nothing)
      } else {
        try invocation.output.line(nothing)
      }
    }
    return false
  }

  /// Reports what keeps the flow from being written.
  ///
  /// - Throws: ``Failure``, before anything is written or recorded.
  func checks(_ id: FlowID) throws {
    if invocation.has("json"), path == nil {
      throw Failure.usage(Text("avec cpf, --json exige --to", "with cpf, --json needs --to"))
    }
    guard id.text.count <= CertificationFlow.longestID else {
      let most = Text.count(CertificationFlow.longestID, .character)
      throw Failure.usage(
        Text(
          "--flow : \(most.french) au plus pour le nom d’un flux",
          "--flow: a flow's id has at most \(most.english)"))
    }
    try checksPersons()
  }

  private func checksPersons() throws {
    let incomplete = contents.incomplete
    if incomplete.isEmpty || invocation.has("skip-incomplete") { return }
    if invocation.has("json") { try invocation.output.line(answer(nil).description) }
    let isNamed = try namesPersons()
    let count = Text.count(
      incomplete.count, Text("délivrance", "award"), Text("délivrances", "awards"))
    let head = Text(
      "\(count.french) ne peuvent pas être déclarées en l’état, rien n’a été écrit ni enregistré "
        + "(--skip-incomplete écrit sans elles)",
      "\(count.english) cannot be declared as they are, nothing was written or recorded "
        + "(--skip-incomplete writes without them)")
    let one = Text(
      "une délivrance ne peut pas être déclarée en l’état, rien n’a été écrit ni enregistré "
        + "(--skip-incomplete écrit sans elle)",
      "1 award cannot be declared as it is, nothing was written or recorded "
        + "(--skip-incomplete writes without it)")
    let lines = incomplete.map { left in
      let text = left.text(isNamed: isNamed)
      return Text("  \(text.french)", "  \(text.english)")
    }
    throw Failure.check(
      ([incomplete.count == 1 ? one : head] + lines).joined(separator: "\n"))
  }

  /// Opens the file, makes the flow, and writes it; then says what was done.
  ///
  /// - Parameter make: records the flow, if it is to be; nil where it has to be made again.
  /// - Returns: false if the flow has to be made again; nothing was written then.
  @discardableResult func write(_ make: () throws -> Written?) throws -> Bool {
    guard let path else {
      guard let written = try make() else { return false }
      noteRecorded(written, again: nil)
      try invocation.output.bytes(FlowXML(written.flow).bytes)
      try report(written, isAnswer: false)
      return true
    }
    var written: Written?
    do {
      // Opened first: nothing is recorded for a file that cannot be written.
      try Failure.atFile(path) {
        var file = try NewFile(path, mode: 0o600)
        written = try make()
        guard let written else { return }
        try file.write(FlowXML(written.flow).bytes)
        try file.keep()
      }
    } catch {
      guard let recorded = written?.recorded else { throw error }
      throw Self.notWritten(recorded.id, Failure(error, ledger: path))
    }
    guard let written else { return false }
    noteRecorded(written, again: path)
    try report(written, isAnswer: true)
    return true
  }

  /// The failure for a flow whose deposit is recorded, and whose file is not written.
  static func notWritten(_ flow: FlowID, _ failure: Failure) -> Failure {
    .ledger(
      failure.text.then(
        Text(
          "le flux \(flow) est enregistré : `acquis export cpf --flow \(flow) --to FICHIER` l’écrit",
          "flow \(flow) is recorded: `acquis export cpf --flow \(flow) --to FILE` writes it")))
  }

  /// What is durable even if the answer cannot be written.
  private func noteRecorded(_ written: Written, again path: String?) {
    if let path {
      let shown = Shown.onOneLine(path)
      invocation.output.noteDone(Text("\(shown) est écrit", "\(shown) is written"))
    } else if let recorded = written.recorded {
      invocation.output.noteDone(
        Text(
          "le flux \(recorded.id) est enregistré : `acquis export cpf --flow \(recorded.id)` l’écrit",
          "flow \(recorded.id) is recorded: `acquis export cpf --flow \(recorded.id)` writes it"))
    }
  }

  private func report(_ written: Written, isAnswer: Bool) throws {
    let (output, id) = (invocation.output, written.flow.id)
    try reportsLeft()
    for text in contents.notes { output.note(text) }
    if invocation.has("json"), isAnswer {
      return try output.line(answer(written).description)
    }
    let count = Text.count(
      contents.passages, Text("délivrance", "award"), Text("délivrances", "awards"))
    var text = Text("flux \(id) : \(count.french)", "flow \(id): \(count.english)")
    let deposited = written.recorded.map { Set($0.candidacies).count } ?? contents.passages
    if deposited > contents.passages {
      text = Text(
        "\(text.french) sur \(deposited) déposées", "\(text.english) of \(deposited) deposited")
      output.note(
        Text(
          "ce fichier n’est plus celui qui a été déposé : il y manque \(missing)",
          "this file is no longer the one deposited: it lacks \(missing)"))
    }
    if let recorded = written.recorded {
      let place =
        recorded.first == recorded.last
        ? Text("position \(recorded.first)", "position \(recorded.first)")
        : Text(
          "positions \(recorded.first) à \(recorded.last)",
          "positions \(recorded.first) to \(recorded.last)")
      text = text.then(
        Text("dépôt enregistré, \(place.french)", "deposit recorded, \(place.english)"))
    }
    if let path { text = text.at(path) }
    if isAnswer { try output.line(text) } else { output.note(text) }
  }

  /// Who was deposited and is not in the file.
  private var missing: String {
    contents.left.map { left in
      left.candidacy.text + (left.candidate.map { " (\($0))" } ?? "")
    }.joined(separator: ", ")
  }

  /// Whether persons are named on standard error: on a terminal, as in an answer, or with `--names`.
  private func namesPersons() throws -> Bool {
    guard invocation.has("names") || invocation.output.notesOnTerminal else { return false }
    return try invocation.vaultOfNames() != nil
  }

  /// Notes who is not in the flow.
  func reportsLeft() throws {
    if contents.left.isEmpty { return }
    let isNamed = try namesPersons()
    let head = Text.count(
      contents.left.count, Text("délivrance n’est pas dans le flux", "award is not in the flow"),
      Text("délivrances ne sont pas dans le flux", "awards are not in the flow"))
    let lines = contents.left.map { left in
      let text = left.text(isNamed: isNamed)
      return Text("  \(text.french)", "  \(text.english)")
    }
    invocation.output.note(
      ([Text("\(head.french) :", "\(head.english):")] + lines).joined(separator: "\n"))
  }

  /// The answer in JSON.
  private func answer(_ written: Written?) -> JSONValue {
    func ids(_ candidacies: [CandidacyID]) -> JSONValue {
      .list(candidacies.map { .string($0.text) })
    }
    var members = [
      JSONMember("flow", written.map { .string($0.flow.id.text) } ?? .null),
      JSONMember("passages", .integer(written == nil ? 0 : contents.passages)),
      JSONMember("recorded", written?.recorded?.json ?? .null),
      JSONMember("file", written == nil ? .null : path.map { .string($0) } ?? .null),
      JSONMember("left", .list(contents.left.map(\.json))),
      JSONMember("again", .list(contents.again.map(\.json))),
      JSONMember("madeAnew", .list(contents.madeAnew.map(\.json))),
      JSONMember("rejectedUnchanged", ids(contents.rejectedUnchanged)),
      JSONMember("acceptedSince", ids(contents.acceptedSince)),
      JSONMember("revokedSince", ids(contents.revokedSince)),
      JSONMember("deceasedSince", ids(contents.deceasedSince)),
      JSONMember("partialCertificates", .integer(contents.partialCertificates)),
    ]
    if let since = written?.since {
      members.append(JSONMember("since", .list(since.changes.map(\.json))))
    }
    return .object(members)
  }
}

extension FlowChanges.Change {
  fileprivate var json: JSONValue {
    let what =
      switch what {
      case .corrected: "corrected"
      case .erased: "erased"
      case .merged: "merged"
      case .awardChanged: "awardChanged"
      }
    return [
      "candidacy": .string(candidacy.text),
      "candidate": candidate.map { .string($0.text) } ?? .null,
      "what": .string(what),
    ]
  }
}

extension RecordedFlow {
  /// The entries of its deposit.
  fileprivate var json: JSONValue {
    ["first": .integer(Int(first.number)), "last": .integer(Int(last.number))]
  }
}
