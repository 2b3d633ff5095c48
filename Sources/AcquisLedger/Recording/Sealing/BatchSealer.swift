internal import Cryptography
internal import EventLog
internal import Events
internal import Vault

/// Turns the submissions of one batch into events.
///
/// A new value is used for each batch, so that nothing of a failed batch stays.
struct BatchSealer {
  private let log: any EventLog
  private(set) var vault: VaultOnDemand
  private(set) var existing: ExistingSubjects
  /// The subjects of this batch's events, for annulments of them.
  private var subjects: [EventID: [Subject]] = [:]
  /// How often each content without an id occurred, by its digest.
  private var occurrences: [[UInt8]: Int] = [:]

  init(of log: any EventLog, vault: VaultOnDemand, recorded: Set<Subject>) {
    self.log = log
    self.vault = vault
    existing = ExistingSubjects(of: log, recorded: recorded)
  }

  // MARK: Batches

  /// The events of commands, in order. Each may name only ids that the log or an earlier command introduces.
  ///
  /// An enrolment sets the candidate for the commands after it. The rules (R15) refuse a second enrolment
  /// of a candidacy, and with it the batch.
  mutating func commands(
    _ submissions: [Submission]
  ) throws(SubmissionFailure) -> [EncodedEvent] {
    var events: [EncodedEvent] = []
    for submission in submissions {
      let encoded = try encoded(submission, judged: .current)
      try submission.naming { try existing.check(encoded.subjects) }
      if let enrolment = encoded.event.fact.enrolled {
        existing.replace(candidateOf: enrolment.candidacy, by: enrolment.candidate)
      }
      events.append(encoded)
    }
    return events
  }

  /// The events of old facts. Each may name ids that the log or any of them introduces.
  mutating func oldFacts(
    _ submissions: [Submission]
  ) throws(SubmissionFailure) -> [EncodedEvent] {
    // Enrolments first: they set the candidate for all lines of the file.
    for submission in submissions { addEnrolment(submission) }
    var events: [EncodedEvent] = []
    events.reserveCapacity(submissions.count)
    for submission in submissions { events.append(try encoded(submission, judged: nil)) }
    for (submission, event) in zip(submissions, events) {
      try submission.naming { try existing.check(event.subjects) }
    }
    return events
  }

  private mutating func addEnrolment(_ submission: Submission) {
    guard submission["type"]?.text == EventType.candidateEnrolled.rawValue,
      let candidacy = submission["data"]?["candidacy"]?.text.flatMap({ try? CandidacyID($0) }),
      let candidate = submission["data"]?["candidate"]?.text.flatMap({ try? CandidateID($0) })
    else { return }
    existing.add(candidacy, of: candidate)
  }

  /// The event of a submission, sealed; the id it introduces exists from now on.
  private mutating func encoded(
    _ submission: Submission, judged edition: Edition?
  ) throws(SubmissionFailure) -> EncodedEvent {
    let encoded = try submission.naming {
      let event = try event(submission, isImport: edition == nil)
      try event.fact.checkContradictions(on: event.occurredOn)
      return try EncodedEvent(edition.map { event.judged(by: $0) } ?? event)
    }
    existing.add(encoded.event.fact)
    subjects[encoded.event.id] = encoded.subjects
    return encoded
  }

  // MARK: One event

  /// The event of a submission: completed, with its id, its texts about persons sealed.
  private mutating func event(_ submission: Submission, isImport: Bool) throws -> Event {
    let type = try submission.type
    var value = try completed(submission, type)
    try type.checkSubmitted(value["data"] ?? .null) { presence, _ in
      presence == .requiredUnlessImported && isImport
    }
    let texts = try texts(in: value, type)
    let id = try id(of: value, texts)
    for text in texts {
      do throws(VaultFailure) {
        let sealed = try vault.vault().seal(
          text.plaintext, field: text.field, of: text.person, in: id)
        value = value.replacing(text.path[...], with: sealed.json)
      } catch {
        guard case .erased = error, let recorded = try recorded(id, type, sealedAt: text.path)
        else { throw text.failure(error) }
        return recorded
      }
    }
    guard case .object(let members) = value else { throw ReadingFailure(.tooDeep) }
    return try Event(
      type,
      members: members.filter { $0.name != "id" } + [JSONMember("id", .string(id.description))])
  }

  /// The submission with its optional members: the schema, an annulment's subjects.
  private func completed(_ submission: Submission, _ type: EventType) throws -> JSONValue {
    var members = submission.members
    if submission["schema"] == nil {
      members.append(JSONMember("schema", .integer(type.currentSchema.number)))
    }
    var value = JSONValue.object(members)
    guard type == .eventAnnulled else { return value }
    for field in ["event", "replacedBy"] {
      guard let text = value["data"]?[field]?.text else { continue }
      value = value.replacing(["data", field], with: .string(text.lowercased()))
    }
    guard let data = value["data"], case .object(let given) = data, data["subjects"] == nil,
      let text = data["event"]?.text, let entry = try? EventID(text)
    else { return value }
    guard let subjects = try subjects[entry] ?? log.event(entry)?.event.fact.subjects else {
      throw LogFailure.unknownEntry(index: 0)
    }
    let filled = JSONMember("subjects", .list(subjects.map { .string($0.description) }))
    return value.replacing(["data"], with: .object(given + [filled]))
  }

  /// The texts about persons, in the data and as the reason.
  private mutating func texts(
    in value: JSONValue, _ type: EventType
  ) throws -> [ConfidentialText] {
    let places = type.sealedPlaces(in: value["data"] ?? .null)
    var texts = try places.compactMap { place in
      try ConfidentialText(at: ["data"] + place.path, place.content, in: value) {
        switch place.owner {
        case .personConcerned: try person(in: value, type)
        case .member(let id): .member(id)
        }
      }
    }
    let reason = try ConfidentialText(at: ["reason"], .text, in: value) {
      try person(in: value, type)
    }
    if let reason { texts.append(reason) }
    return texts
  }

  /// The person an event concerns, by its candidate or its candidacy; an annulment's by its subjects.
  private mutating func person(in value: JSONValue, _ type: EventType) throws -> Person? {
    switch value.concerned(type) {
    case .candidate(let id): return .candidate(id)
    case .candidacy(let id):
      guard let candidate = try existing.candidate(of: id) else {
        throw SubmissionFailure.Problem.unknown(.candidacy(id))
      }
      return .candidate(candidate)
    case .certification, .jury, .certificate, .certifier, .member, nil: return nil
    }
  }

  /// The stored event with this id, whose person was erased since, so that the submission cannot be compared
  /// with it.
  ///
  /// - Returns: nil if the log has no such event, or one without a sealed text at the path.
  private func recorded(
    _ id: EventID, _ type: EventType, sealedAt path: [String]
  ) throws -> Event? {
    guard let position = try log.position(of: id) else { return nil }
    return try log.read(at: position) { stored in
      let value = try unsafe JSONValue(parsing: Array(stored.bytes))
      guard stored.type == type, value.value(at: path[...])?.isSealed == true else { return nil }
      return try stored.envelope().event
    } ?? nil
  }

  // MARK: The id

  /// The submitted id, or one derived from the content: the same for the same content in any file, and
  /// different for each repetition of the content in this batch.
  ///
  /// For a text about a person, a code under that person's key is hashed, so that the text cannot be
  /// guessed from the id.
  private mutating func id(of value: JSONValue, _ texts: [ConfidentialText]) throws -> EventID {
    if let given = value["id"] { return try EventID(submitted: given) }
    var content = value
    for text in texts {
      do throws(VaultFailure) {
        let code = try vault.vault().fingerprint(
          of: text.plaintext, field: text.field, person: text.person)
        content = content.replacing(text.path[...], with: .string(Base64.encode(code)))
      } catch {
        throw text.failure(error)
      }
    }
    let bytes = content.canonicalBytes
    let hash = try SHA256()
    let digest = try hash.digest(of: bytes).bytes
    let occurrence = occurrences[digest, default: 0]
    occurrences[digest] = occurrence + 1
    let day = value["occurredOn"]?.text.flatMap { try? CalendarDate($0) }?.dayNumber ?? 0
    return EventID(
      version8At: UInt64(max(0, day)) * 86_400_000,
      hash: try hash.digest(of: bytes + [0] + Array(String(occurrence).utf8)).bytes)
  }
}

extension EventID {
  /// Reads a submitted id.
  ///
  /// - Throws: ``ReadingFailure`` at the field `id`.
  fileprivate init(submitted value: JSONValue) throws(ReadingFailure) {
    guard let text = value.text else {
      throw ReadingFailure(.wrongKind(expected: .text), path: ["id"])
    }
    do throws(InvalidValue) {
      self = try EventID(given: text)
    } catch {
      throw ReadingFailure(.invalid(error), path: ["id"])
    }
  }
}

extension ConfidentialText {
  /// The problem of a text that was not sealed; for an erased person, with the field.
  fileprivate func failure(_ failure: VaultFailure) -> SubmissionFailure.Problem {
    guard case .erased(let day) = failure else { return .notSealed(failure) }
    return .erased(field: path.joined(separator: "."), on: day)
  }
}

extension Submission {
  /// - Throws: ``ReadingFailure``; ``SubmissionFailure/Problem/erasure`` for an erasure, which cannot be
  ///   submitted.
  fileprivate var type: EventType {
    get throws {
      guard let word = self["type"] else { throw ReadingFailure(.missing, path: ["type"]) }
      guard let name = word.text else {
        throw ReadingFailure(.wrongKind(expected: .text), path: ["type"])
      }
      guard let type = EventType(rawValue: name) else {
        let shown = (try? RecorderID(name))?.text ?? "(a word that is no type)"
        throw ReadingFailure(.unknownType(shown), path: ["type"])
      }
      if type == .candidateIdentityErased || type == .juryMemberIdentityErased {
        throw SubmissionFailure.Problem.erasure
      }
      return type
    }
  }

  /// Runs a step of this submission; its failure names the line.
  fileprivate func naming<Value>(_ step: () throws -> Value) throws(SubmissionFailure) -> Value {
    do { return try step() } catch { throw SubmissionFailure(error, line: line) }
  }
}
