internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import Vault

/// An entry named on the command line, by its id or its position.
struct EntryName {
  let id: EventID

  /// - Throws: as ``init(_:in:)``, naming the argument.
  init(_ invocation: Invocation, in log: some EventLog) throws {
    try self.init(invocation.argument("EVENT") ?? "", in: log)
  }

  /// - Parameter text: its id or its position.
  /// - Throws: ``Failure/unknown(_:)`` if the ledger has no such entry, ``Failure/usage(_:)`` for another text.
  init(_ text: String, in log: some EventLog) throws {
    if let number = Int64(text) {
      let position = Position(number)
      guard let envelope = try log.event(at: position)
      else { throw Self.unknown(text) }
      id = envelope.event.id
    } else {
      do throws(InvalidValue) { id = try EventID(text) } catch {
        throw Failure.usage(error.text.at("EVENT"))
      }
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
    let own = try idOfAnnulment(replacedBy: other)
    return try annulment(
      invocation, on: try day(of: own, in: log), by: recorder,
      [JSONMember("replacedBy", .string(other))], [JSONMember("id", .string(own.description))])
  }

  /// The id of the annulment in favour of another entry.
  func idOfAnnulment(replacedBy other: String) throws -> EventID {
    let hash = try SHA256().digest(of: Array("\(id) \(other.lowercased())".utf8))
    return EventID(version8At: 0, hash: hash.bytes)
  }

  /// The day of an entry that may be there already; today for one that is not.
  func day(of own: EventID, in log: some EventLog) throws -> CalendarDate {
    try log.event(own)?.event.occurredOn ?? Ledger.today
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
    return try annulment(
      on: day, by: recorder ?? invocation.recordedBy(), grounds: reason, data, members, line: 1)
  }

  /// The submission that annuls the entry.
  ///
  /// - Parameters:
  ///   - data: of the annulment, but for the entry and the grounds.
  ///   - members: of the entry, as its id.
  func annulment(
    on day: CalendarDate, by recorder: String, grounds: String, _ data: [JSONMember],
    _ members: [JSONMember], line: Int
  ) throws(SubmissionFailure) -> Submission {
    let own = [
      JSONMember("event", .string(id.description)), JSONMember("grounds", .string(grounds)),
    ]
    return try Submission(
      .object(
        [
          JSONMember("type", .string(EventType.eventAnnulled.rawValue)),
          JSONMember("occurredOn", .string(day.description)),
          JSONMember("recordedBy", .string(recorder)),
          JSONMember("data", .object(own + data)),
        ] + members), line: line)
  }
}
