internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import Vault

/// An entry named on the command line, by its id or its position.
struct EntryName {
  let id: EventID

  /// - Throws: ``Failure/input(_:)`` if the ledger has no such entry.
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

  /// The entry with its texts in clear, without those of an erased person; nil if the log has none.
  func unsealedEntry(in log: some EventLog, _ ledger: Ledger) throws -> UnsealedEntry? {
    try UnsealedEntry(id, in: log) { () throws(VaultFailure) in try ledger.vault(.toRead) }
  }

  static func unknown(_ text: String) -> Failure {
    .unknown(
      Text("le registre n’a pas d’entrée \(text)", "the ledger has no entry \(text)"))
  }

  /// The submission that annuls the entry, with the reason of `--reason`.
  func annulment(_ invocation: Invocation) throws -> Submission {
    let id = try invocation.entryID().map { [JSONMember("id", .string($0))] } ?? []
    let waived = try RecordingCommand.waiver(invocation).filter { $0.name == "waives" }
    return try annulment(
      invocation, on: try invocation.day(), by: nil, [], id + waived)
  }

  /// The submission that annuls the entry in favour of another one. Its id is derived from both ids, and a
  /// retry has the same day, so that a correction repeated under the same id records nothing twice.
  func annulment(
    _ invocation: Invocation, replacedBy other: String, by recorder: String, in log: some EventLog
  ) throws -> Submission {
    let hash = try SHA256().digest(of: Array("\(id) \(other.lowercased())".utf8))
    let own = EventID(version8At: 0, hash: hash.bytes)
    let day = try log.event(own)?.event.occurredOn ?? Ledger.today
    return try annulment(
      invocation, on: day, by: recorder, [JSONMember("replacedBy", .string(other))],
      [JSONMember("id", .string(own.description))])
  }

  private func annulment(
    _ invocation: Invocation, on day: CalendarDate, by recorder: String?, _ data: [JSONMember],
    _ members: [JSONMember]
  ) throws -> Submission {
    guard let reason = invocation.option("reason"), !reason.isEmpty else {
      throw Failure.usage(
        Text(
          "--reason manque : une annulation doit être motivée",
          "--reason is missing: an annulment needs a reason"))
    }
    let own = [
      JSONMember("event", .string(id.description)), JSONMember("grounds", .string(reason)),
    ]
    return try Submission(
      .object(
        [
          JSONMember("type", .string(EventType.eventAnnulled.rawValue)),
          JSONMember("occurredOn", .string(day.description)),
          JSONMember("recordedBy", .string(try recorder ?? invocation.recordedBy())),
          JSONMember("data", .object(own + data)),
        ] + members), line: 1)
  }
}
