internal import Cryptography
internal import EventLog
internal import Events
internal import Vault

/// A text about a person on its way to being sealed.
private struct Confidence {
  /// Where it stands in the line.
  let path: [String]
  /// Whose key seals it.
  let person: Person
  /// What is sealed: a text's UTF-8, an identity's canonical bytes.
  let plaintext: [UInt8]

  /// The field's name as the seal binds it: the path within the data.
  var field: String { (path.first == "data" ? path.dropFirst() : path[...]).joined(separator: ".") }
}

extension Door {
  /// The event a line tells, its texts about persons sealed.
  mutating func event(_ line: DoorLine) throws -> Event {
    guard let word = line["type"] else { throw ReadingFailure(.missing, path: ["type"]) }
    guard let name = word.text else {
      throw ReadingFailure(.wrongKind(expected: .text), path: ["type"])
    }
    guard let type = EventType(rawValue: name) else {
      let shown = (try? RecorderID(name))?.text ?? "(a word that is no type)"
      throw ReadingFailure(.unknownType(shown), path: ["type"])
    }
    if type == .candidateIdentityErased { throw ImportedErasure() }
    var members = line.members
    if line["schema"] == nil {
      members.append(JSONMember("schema", .integer(type.currentSchema.number)))
    }
    var value = JSONValue.object(members)
    if type == .eventAnnulled {
      for field in ["event", "replacedBy"] {
        guard let text = value["data"]?[field]?.text else { continue }
        value = value.replacing(["data", field], with: .string(text.lowercased()))
      }
      value = try fillingSubjects(of: value)
    }

    let confidences = try confidences(of: type, in: value)
    let id = try id(of: value, confidences)
    for confidence in confidences {
      do {
        let sealed = try using(confidence) { (vault) throws(VaultFailure) in
          try vault.seal(
            confidence.plaintext, field: confidence.field, of: confidence.person, in: id)
        }
        value = value.replacing(confidence.path[...], with: sealed.json)
      } catch let text as ErasedPersonsText {
        guard let recorded = try recorded(id, type, sealedAt: text.path) else { throw text }
        return recorded
      }
    }
    guard case .object(let sealedMembers) = value else { throw ReadingFailure(.tooDeep) }
    return try Event(
      type,
      members: sealedMembers.filter { $0.name != "id" }
        + [JSONMember("id", .string(id.description))])
  }

  /// The event of the log that a line tells again, about a person who was erased since: without their
  /// key the two cannot be compared.
  ///
  /// - Returns: nil where the log holds no such event, or one that seals nothing there.
  private func recorded(
    _ id: EventID, _ type: EventType, sealedAt path: [String]
  ) throws -> Event? {
    guard let position = try log.position(of: id) else { return nil }
    var found: Event?
    try log.read(EventQuery(from: position, through: position)) { stored in
      let value = try JSONValue(parsing: Array(stored.bytes))
      if stored.type == type, value.value(at: path[...])?.isSealed == true {
        found = try stored.envelope().event
      }
    }
    return found
  }

  /// An annulment with its entry's subjects, where the writer left them out.
  private func fillingSubjects(of value: JSONValue) throws -> JSONValue {
    guard let data = value["data"], case .object(let members) = data, data["subjects"] == nil,
      let text = data["event"]?.text, let entry = try? EventID(text)
    else { return value }
    guard let subjects = try subjects(of: entry) else { throw LogFailure.unknownEntry(index: 0) }
    let filled = JSONMember("subjects", .list(subjects.map { .string($0.description) }))
    return value.replacing(["data"], with: .object(members + [filled]))
  }

  // MARK: Who and what

  private mutating func confidences(
    of type: EventType, in value: JSONValue
  ) throws -> [Confidence] {
    var confidences: [Confidence] = []
    let data = value["data"] ?? .null
    for place in type.sealedPlaces(in: data) {
      let path = ["data"] + place.path
      let content = data.value(at: place.path[...])
      if place.content == .identity {
        guard let content, let person = try person(in: value, type) else { continue }
        let checked: Identity = try read(content, at: path)
        confidences.append(
          Confidence(path: path, person: person, plaintext: checked.canonicalBytes))
      } else {
        try add(content, at: path, to: &confidences) { door in
          switch place.owner {
          case .personConcerned: try door.person(in: value, type)
          case .member(let id): .member(id)
          }
        }
      }
    }
    try add(value["reason"], at: ["reason"], to: &confidences) { door in
      try door.person(in: value, type)
    }
    return confidences
  }

  /// Adds a free text, where there is one and a person it is about.
  private mutating func add(
    _ text: JSONValue?, at path: [String], to confidences: inout [Confidence],
    person: (inout Door) throws -> Person?
  ) throws {
    guard let text else { return }
    let checked: FreeText = try read(text, at: path)
    guard let person = try person(&self) else { return }
    confidences.append(
      Confidence(path: path, person: person, plaintext: Array(checked.text.utf8)))
  }

  /// The person an event concerns, by its candidate or its candidacy; an annulment's by its subjects.
  private mutating func person(in value: JSONValue, _ type: EventType) throws -> Person? {
    switch value.concerned(type) {
    case .candidate(let id): return .candidate(id)
    case .candidacy(let id):
      guard let candidate = try introductions.candidate(of: id, log) else {
        throw UnknownSubject(subject: .candidacy(id))
      }
      return .candidate(candidate)
    case .certification, .jury, .certificate, nil: return nil
    }
  }

  // MARK: The id

  /// The id the writer gave, or one made from the content: equal for the same line again, whatever
  /// file it stands in, and told apart from the same content met before in this file.
  ///
  /// A text about a person counts by a code under that person's key, so that the id gives no one a
  /// means to guess it.
  private mutating func id(of value: JSONValue, _ confidences: [Confidence]) throws -> EventID {
    if let given = value["id"] {
      guard let text = given.text else {
        throw ReadingFailure(.wrongKind(expected: .text), path: ["id"])
      }
      do throws(InvalidValue) {
        return try EventID(given: text)
      } catch {
        throw ReadingFailure(.invalid(error), path: ["id"])
      }
    }
    var content = value
    for confidence in confidences {
      let code = try using(confidence) { (vault) throws(VaultFailure) in
        try vault.fingerprint(
          of: confidence.plaintext, field: confidence.field, person: confidence.person)
      }
      content = content.replacing(confidence.path[...], with: .string(Base64.encode(code)))
    }
    let bytes = content.canonicalBytes
    let hash = try SHA256()
    let digest = try hash.digest(of: bytes)
    let occurrence = occurrence(of: digest.bytes)
    let day = value["occurredOn"]?.text.flatMap { try? CalendarDate($0) }?.dayNumber ?? 0
    return EventID(
      version8At: UInt64(max(0, day)) * 86_400_000,
      hash: try hash.digest(of: bytes + [0] + Array(String(occurrence).utf8)).bytes)
  }

  /// Has the vault do something with a text.
  ///
  /// - Throws: ``ErasedPersonsText`` where there is no key for it any more.
  private mutating func using<Value>(
    _ confidence: Confidence, _ step: (Vault) throws(VaultFailure) -> Value
  ) throws -> Value {
    let vault = try vault()
    do throws(VaultFailure) {
      return try step(vault)
    } catch {
      guard case .erased(let day) = error else { throw error }
      throw ErasedPersonsText(path: confidence.path, day: day)
    }
  }

  private func read<Value: CanonicalValue>(
    _ value: JSONValue, at path: [String]
  ) throws -> Value {
    do throws(ReadingFailure) {
      return try value.read()
    } catch {
      throw ReadingFailure(error.problem, path: path + error.path)
    }
  }
}
