internal import Access
internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import HTTP
internal import Vault

/// The objects of a request that records: one, or an array of which all or none are recorded.
struct RequestBody {
  let objects: [JSONValue]
  private let who: RecorderID
  /// The id of the one object, from the request's `Idempotency-Key`.
  private let key: EventID?

  /// The most objects of an array.
  static let most = 2_000

  /// - Throws: ``ProblemDetails``: 400 for a body that is no object or array of objects, 403 for one that names another
  ///   recorder, or waives a rule without the right to.
  init(_ call: RouteCall) throws {
    who = call.grant.who
    let value = try Self.json(of: call.request)
    if case .list(let elements) = value {
      guard 1...Self.most ~= elements.count else {
        throw ProblemDetails.wrong("the body: expected 1 to \(Self.most) objects")
      }
      objects = elements
    } else {
      objects = [value]
    }
    for (index, object) in objects.enumerated() {
      guard case .object = object else {
        throw ProblemDetails.wrong("the body: expected an object, or an array of objects")
      }
      let place = objects.count == 1 ? "" : "object \(index + 1): "
      if let recorder = object["recordedBy"], recorder.text != who.text {
        throw ProblemDetails.forbidden("\(place)recordedBy: this token records as \(who) alone")
      }
      if case .list(let rules)? = object["waives"], !rules.isEmpty, !call.grant.may(.waive) {
        throw ProblemDetails.forbidden("\(place)waives: this token may not waive a rule")
      }
    }
    key = try Self.key(call.request, who, isAlone: objects.count == 1, objects.first)
  }

  /// The id that an `Idempotency-Key` stands for: the same for the same recorder and the same key.
  private static func key(
    _ request: HTTPRequest, _ who: RecorderID, isAlone: Bool, _ object: JSONValue?
  ) throws -> EventID? {
    let keys = request.headers(named: "Idempotency-Key")
    guard let key = keys.first else { return nil }
    guard keys.count == 1, 1...255 ~= key.utf8.count,
      key.utf8.allSatisfy({ 0x20 < $0 && $0 < 0x7f })
    else {
      throw ProblemDetails.wrong("Idempotency-Key: expected 1 to 255 visible characters, once")
    }
    guard isAlone, object?["id"] == nil else {
      throw ProblemDetails.refused(
        "Idempotency-Key: for one object without an id; objects of an array have their ids")
    }
    let hash = try SHA256().digest(of: Array("Idempotency-Key\0\(who)\0\(key)".utf8))
    return EventID(version8At: 0, hash: hash.bytes)
  }

  /// The body as JSON.
  ///
  /// - Throws: ``ProblemDetails``: 415 for another media type, 400 for a text that is no JSON, 422 for a value that
  ///   no event may hold.
  static func json(of request: HTTPRequest) throws -> JSONValue {
    let type = request.header("Content-Type")?.split(separator: ";").first
    guard let type, type.lowercased().filter({ $0 != " " }) == Route.json else {
      throw ProblemDetails(
        status: 415, title: "Unsupported media type", detail: "expected application/json")
    }
    do throws(ReadingFailure) { return try JSONValue(parsing: request.body) } catch {
      let detail = error.text.at("the body").english
      // What is JSON and cannot be recorded, as a number with a fraction, is refused for what it says.
      switch error.problem {
      case .syntax, .trailingBytes, .notUTF8: throw ProblemDetails.wrong(detail)
      default: throw ProblemDetails.refused(detail)
      }
    }
  }

  // MARK: Facts

  /// A fact to decide: `{"type","occurredOn","data","waives"?,"reason"?,"id"?}`.
  func submission(of object: JSONValue, line: Int) throws -> Submission {
    if object["type"]?.text == EventType.eventAnnulled.rawValue {
      throw ProblemDetails.refused(place(line) + "type: an entry is annulled by /annul")
    }
    guard object["occurredOn"] != nil else {
      throw ProblemDetails.refused(place(line) + "occurredOn: missing")
    }
    guard case .object(let members) = object else { return try Submission(object, line: line) }
    let id = key.map { [JSONMember("id", .string($0.description))] } ?? []
    return try Submission(.object(members + id), line: line)
      .completed(recordedBy: who.text, occurredOn: nil)
  }

  /// An annulment: `{"event","reason","occurredOn"?,"waives"?,"id"?}`; the event by its id or its position.
  func annulment(of object: JSONValue, line: Int, in log: some EventLog) throws -> Submission {
    let fields = try Fields(object, place(line), ["event", "reason", "occurredOn", "waives", "id"])
    let entry = try EntryName(fields.entry(), in: log)
    let id = try key.map(\.description) ?? fields.text("id")
    let day: CalendarDate
    if let given = try fields.day("occurredOn") {
      day = given
    } else if let own = id.flatMap({ try? EventID($0) }) {
      day = try entry.day(of: own, in: log)
    } else {
      day = Ledger.today
    }
    return try entry.annulment(
      on: day, by: who.text, grounds: try fields.reason(), [],
      (id.map { [JSONMember("id", .string($0))] } ?? []) + fields.members("waives"), line: line)
  }

  /// A correction: `{"event","reason","data"?,"occurredOn"?,"waives"?,"id"?}`, with the fields that change; null
  /// leaves one out. The id is that of the right entry.
  ///
  /// - Returns: the annulment and the right entry.
  func correction(of object: JSONValue, line: Int, in ledger: Ledger) throws -> [Submission] {
    let fields = try Fields(
      object, place(line), ["event", "reason", "data", "occurredOn", "waives", "id"])
    let log = try ledger.log()
    let name = try EntryName(fields.entry(), in: log)
    // Its texts are sealed again, and shown to nobody.
    guard let entry = try name.unsealedEntry(in: log, ledger.served(shown: nil)) else {
      throw EntryName.unknown(name.id.description)
    }
    guard Command.isCorrected(entry.type) else {
      throw ProblemDetails.refused(
        "\(place(line))an entry \(entry.type.rawValue) is not corrected; annul it")
    }
    let (day, changes) = (try fields.day("occurredOn"), try fields.object("data"))
    guard day != nil || !changes.isEmpty else {
      throw ProblemDetails.refused("\(place(line))nothing changes: give data or occurredOn")
    }
    let id =
      try key.map(\.description) ?? fields.text("id")
      ?? EventID.new(at: LedgerClock.system().now()).description
    let own = try name.idOfAnnulment(replacedBy: id)
    let annulment = try name.annulment(
      on: try name.day(of: own, in: log), by: who.text, grounds: try fields.reason(),
      [JSONMember("replacedBy", .string(id))], [JSONMember("id", .string(own.description))],
      line: line)
    var members = if case .object(let members) = entry.data { members } else { [JSONMember]() }
    for change in changes {
      members.removeAll { $0.name == change.name }
      if change.value != .null { members.append(change) }
    }
    let right = try Submission(
      .object(
        [
          JSONMember("id", .string(id)), JSONMember("type", .string(entry.type.rawValue)),
          JSONMember("occurredOn", .string((day ?? entry.occurredOn).description)),
          JSONMember("recordedBy", .string(who.text)), JSONMember("data", .object(members)),
        ] + fields.members("waives")
          + (fields.members("waives").isEmpty ? [] : fields.members("reason"))), line: line + 1)
    return [annulment, right]
  }

  private func place(_ line: Int) -> String { objects.count == 1 ? "" : "object \(line): " }
}

/// The members of an object of a body.
private struct Fields {
  private let value: JSONValue
  private let place: String

  /// - Throws: ``ProblemDetails`` for a member that is not one of these.
  init(_ value: JSONValue, _ place: String, _ names: Set<String>) throws(ProblemDetails) {
    guard case .object(let members) = value else { throw .refused("\(place)expected an object") }
    for member in members where !names.contains(member.name) && member.name != "recordedBy" {
      let shown = (try? RecorderID(member.name))?.text ?? "(a name that is no id)"
      throw .refused("\(place)\(shown): there is no such field")
    }
    self.value = value
    self.place = place
  }

  func text(_ name: String) throws(ProblemDetails) -> String? {
    guard let member = value[name] else { return nil }
    guard let text = member.text else { throw .refused("\(place)\(name): expected a text") }
    return text
  }

  /// The id or the position of an entry.
  func entry() throws(ProblemDetails) -> String {
    if case .integer(let position)? = value["event"] { return position.description }
    guard let text = try text("event") else { throw .refused("\(place)event: missing") }
    return text
  }

  func reason() throws(ProblemDetails) -> String {
    guard let reason = try text("reason"), !reason.allSatisfy(\.isWhitespace) else {
      throw .refused("\(place)reason: missing")
    }
    return reason
  }

  func day(_ name: String) throws(ProblemDetails) -> CalendarDate? {
    guard let text = try text(name) else { return nil }
    do throws(InvalidValue) { return try CalendarDate(text) } catch {
      throw .refused("\(place)\(name): \(error.text.english)")
    }
  }

  func object(_ name: String) throws(ProblemDetails) -> [JSONMember] {
    guard let member = value[name] else { return [] }
    guard case .object(let members) = member else {
      throw .refused("\(place)\(name): expected an object")
    }
    return members
  }

  /// The member of a name as it is given.
  func members(_ name: String) -> [JSONMember] {
    value[name].map { [JSONMember(name, $0)] } ?? []
  }
}
