internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import Vault

extension Command {
  private static let event = Argument(
    name: "EVENT",
    help: Text(
      "l’identifiant de l’entrée, ou sa position", "the entry's id, or its position"))

  private static let annulledOn = Option(
    name: "on", value: "DATE",
    help: Text(
      "le jour de l’annulation (par défaut aujourd’hui)", "the annulment's day (default today)"))

  /// `annul EVENT --reason TEXT`
  static let annul = Command(
    name: "annul",
    summary: Text(
      "passe outre une entrée faite par erreur ; elle reste lisible",
      "passes over an entry made by mistake; it stays readable"),
    arguments: [event],
    options: [annulledOn] + Writing.options,
    example: "acquis annul 41 --reason \"entered twice\""
  ) { invocation in
    let log = try Ledger(invocation).log()
    let entry = try EntryName(invocation, in: log)
    try Writing.decide([try entry.annulment(invocation)], from: nil, invocation)
  }

  /// `correct EVENT field=value …`
  static let correct = Command(
    name: "correct",
    summary: Text(
      "annule une entrée et enregistre la bonne, liées, en une fois",
      "annuls an entry and records the right one, linked, at once"),
    arguments: [
      event,
      Argument(
        name: "FIELD=VALUE",
        help: Text("les champs qui changent", "the fields that change"), isOptional: true,
        isRest: true),
    ],
    options: [
      Option(
        name: "on", value: "DATE",
        help: Text(
          "le bon jour (par défaut celui de l’entrée)", "the right day (default: the entry's)"))
    ] + Writing.options,
    example: "acquis correct 41 block=3474D2 --reason \"wrong line of the minutes\""
  ) { invocation in
    let ledger = try Ledger(invocation)
    let log = try ledger.log()
    let name = try EntryName(invocation, in: log)
    guard let entry = try name.clearEntry(in: log, ledger) else {
      throw EntryName.unknown(name.id.description)
    }
    guard entry.type != .eventAnnulled, entry.type != .candidateIdentityErased else {
      throw Failure.usage(
        Text(
          "une entrée \(entry.type.rawValue) ne se corrige pas ; annulez-la",
          "an entry \(entry.type.rawValue) is not corrected; annul it"))
    }
    let day = try invocation.option("on").map { text in
      try invocation.read("--on", text) { (text) throws(InvalidValue) in try CalendarDate(text) }
    }
    guard !invocation.rest.isEmpty || day != nil else {
      throw Failure.usage(
        Text(
          "rien ne change : donnez FIELD=VALUE ou --on",
          "nothing changes: give FIELD=VALUE or --on"))
    }
    let id = try invocation.entryID() ?? EventID.new(at: LedgerClock.system().now()).description
    let annulment = try name.annulment(invocation, replacedBy: id, in: log)
    let fields = try DataFields(invocation.rest, of: entry.type, into: entry.data)
    let envelope =
      try [
        JSONMember("id", .string(id)), JSONMember("type", .string(entry.type.rawValue)),
        JSONMember("occurredOn", .string((day ?? entry.occurredOn).description)),
        JSONMember("recordedBy", .string(Writing.recorder(invocation))),
      ] + Writing.waiver(invocation).filter { $0.name == "waives" || invocation.has("waive") }
    let right = try Submission(
      .object(envelope + [JSONMember("data", fields.data)]), number: 2)
    try Writing.decide([annulment, right], from: nil, invocation)
  }
}

/// An entry named on the command line, by its id or its position.
struct EntryName {
  /// Its id.
  let id: EventID

  /// - Throws: ``Failure/input(_:)`` where the ledger holds no such entry.
  init(_ invocation: Invocation, in log: some EventLog) throws {
    let text = invocation.argument("EVENT") ?? ""
    if let number = Int64(text) {
      let position = Position(number)
      guard let envelope = try log.event(at: position)
      else { throw Self.unknown(text) }
      id = envelope.event.id
    } else {
      id = try invocation.read("EVENT", text) { (text) throws(InvalidValue) in try EventID(text) }
      guard try log.position(of: id) != nil else { throw Self.unknown(id.description) }
    }
  }

  /// The entry in clear; nil where the log holds none.
  ///
  /// - Throws: ``Failure/input(_:)`` where what it says of a person is gone with their key.
  func clearEntry(in log: some EventLog, _ ledger: Ledger) throws -> ClearEntry? {
    do {
      return try ClearEntry(id, in: log) { () throws(VaultFailure) in
        try ledger.vault(.toRead)
      }
    } catch VaultFailure.keyGone {
      throw Failure.input(
        Text(
          "l’entrée \(id) dit d’une personne ce que rien n’ouvre plus, sa clé est détruite ; "
            + "elle ne peut pas être corrigée",
          "the entry \(id) says of a person what nothing opens any more, their key is destroyed; "
            + "it cannot be corrected"))
    }
  }

  static func unknown(_ text: String) -> Failure {
    .input(
      Text("le registre n’a pas d’entrée \(text)", "the ledger has no entry \(text)"))
  }

  /// The line that annuls the entry, by its own reason.
  func annulment(_ invocation: Invocation) throws -> Submission {
    let id = try invocation.entryID().map { [JSONMember("id", .string($0))] } ?? []
    let waived = try Writing.waiver(invocation).filter { $0.name == "waives" }
    return try annulment(invocation, on: try invocation.day(), [], id + waived)
  }

  /// The line that annuls the entry in favour of another. Its id follows from both, and a retry keeps
  /// its day, so that correcting again under the same id doubles nothing.
  func annulment(
    _ invocation: Invocation, replacedBy other: String, in log: some EventLog
  ) throws -> Submission {
    let hash = try SHA256().digest(of: Array("\(id) \(other.lowercased())".utf8))
    let own = EventID(version8At: 0, hash: hash.bytes)
    let day = try log.event(own)?.event.occurredOn ?? Ledger.today
    return try annulment(
      invocation, on: day, [JSONMember("replacedBy", .string(other))],
      [JSONMember("id", .string(own.description))])
  }

  private func annulment(
    _ invocation: Invocation, on day: CalendarDate, _ data: [JSONMember], _ members: [JSONMember]
  ) throws -> Submission {
    guard let reason = invocation.option("reason"), !reason.isEmpty else {
      throw Failure.usage(
        Text(
          "--reason manque : une annulation se motive",
          "--reason is missing: an annulment is given with its reason"))
    }
    let own = [
      JSONMember("event", .string(id.description)), JSONMember("grounds", .string(reason)),
    ]
    return try Submission(
      .object(
        [
          JSONMember("type", .string(EventType.eventAnnulled.rawValue)),
          JSONMember("occurredOn", .string(day.description)),
          JSONMember("recordedBy", .string(Writing.recorder(invocation))),
          JSONMember("data", .object(own + data)),
        ] + members), number: 1)
  }
}
