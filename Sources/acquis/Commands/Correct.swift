internal import AcquisLedger
internal import Events

extension Command {
  /// `correct EVENT field=value …`
  static let correct = Command(
    name: "correct",
    summary: Text(
      "annule une entrée et enregistre la bonne, liées, en une fois",
      "annuls an entry and records the right one, linked, at once"),
    arguments: [
      entry,
      Argument(
        name: "FIELD=VALUE",
        help: Text("les champs qui changent", "the fields that change"), isOptional: true,
        isRest: true),
    ],
    options: [
      Option(
        name: "on", value: "DATE",
        help: Text(
          "le bon jour (par défaut celui de l’entrée)", "the right day (default: the entry's)")),
      RecordingCommand.distinct, RecordingCommand.yes,
    ] + RecordingCommand.options,
    example: "acquis correct 41 block=3474D2",
    exampleReason: Text("ligne voisine du procès-verbal", "wrong line of the minutes")
  ) { invocation in
    let ledger = try Ledger(invocation)
    let log = try ledger.log()
    let name = try EntryName(invocation, in: log)
    guard let entry = try name.unsealedEntry(in: log, ledger) else {
      throw EntryName.unknown(name.id.description)
    }
    guard isCorrected(entry.type) else {
      throw Failure.usage(
        Text(
          "une entrée \(entry.type.rawValue) ne se corrige pas ; annulez-la",
          "an entry \(entry.type.rawValue) is not corrected; annul it"))
    }
    let day = invocation.has("on") ? try invocation.day() : nil
    guard !invocation.rest.isEmpty || day != nil else {
      throw Failure.usage(
        Text(
          "rien ne change : donnez FIELD=VALUE ou --on",
          "nothing changes: give FIELD=VALUE or --on"))
    }
    let id = try invocation.entryID() ?? EventID.new(at: LedgerClock.system().now()).description
    let typed = try Failure.asTyped {
      try TypedFacts(
        invocation.rest, of: entry.type, into: entry.data, for: .correcting,
        names: RecordedNames(in: log), today: Ledger.today)
    }
    let by = try invocation.recordedBy()
    let annulment = try name.annulment(invocation, replacedBy: id, by: by, in: log)
    let envelope =
      try [
        JSONMember("id", .string(id)), JSONMember("type", .string(entry.type.rawValue)),
        JSONMember("occurredOn", .string((day ?? entry.occurredOn).description)),
        JSONMember("recordedBy", .string(by)),
      ]
      + RecordingCommand.waiver(invocation).filter {
        $0.name == "waives" || invocation.has("waive")
      }
    let right = try Submission(
      .object(envelope + [JSONMember("data", typed.data[0])]), line: 2)
    if !entry.lost.isEmpty {
      let fields = entry.lost.joined(separator: ", ")
      invocation.output.note(
        Text(
          "la personne est effacée : l’entrée corrigée est sans ses textes (\(fields))",
          "the person is erased: the corrected entry is without its texts (\(fields))"))
    }
    try RecordingCommand.decide(
      [annulment, right], from: nil, told: typed.told, replaces: true, invocation)
  }
  /// Whether entries of a type can be corrected; others are annulled.
  static func isCorrected(_ type: EventType) -> Bool {
    type != .eventAnnulled && type != .candidateIdentityErased && type != .juryMemberIdentityErased
  }
}
