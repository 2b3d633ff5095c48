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
  private let source: any SubmissionSource
  private var survey = BatchSurvey()
  /// The lines that are no event.
  private var unread = WrongLines()
  /// The subjects of those events of this batch that annulments of it name.
  private var subjects: [EventID: [Subject]] = [:]
  /// How often each content without an id occurred.
  private var occurrences = DigestCounts()
  /// Read when it is first needed.
  private var erased: ErasedPersons?
  private var names: KnownNames
  /// The texts about erased persons, which no event contains.
  private(set) var leftOut: [LeftOutText] = []
  private let day: CalendarDate

  /// - Parameter day: the day of recording, by which identities are checked.
  init(
    of log: any EventLog, _ source: any SubmissionSource, vault: VaultOnDemand,
    recorded: Set<Subject>, on day: CalendarDate
  ) {
    self.log = log
    self.source = source
    self.vault = vault
    self.day = day
    existing = ExistingSubjects(of: log, recorded: recorded)
    names = KnownNames(of: log, and: source)
  }

  // MARK: Batches

  /// The events of commands, in order. Each may name only ids that the log or an earlier command introduces.
  ///
  /// An enrolment sets the candidate for the commands after it. The rules (R15) refuse a second enrolment
  /// of a candidacy, and with it the batch.
  mutating func commands() throws(SubmissionFailure) -> [EncodedEvent] {
    try look()
    var events: [EncodedEvent] = []
    try each(isImport: false) { (sealer, submission) throws(SubmissionFailure) in
      let encoded = try sealer.encoded(submission, judged: .current)
      try submission.naming { try sealer.existing.check(encoded.subjects) }
      if let enrolment = encoded.event.fact.enrolled {
        sealer.existing.replace(candidateOf: enrolment.candidacy, by: enrolment.candidate)
      }
      events.append(encoded)
    }
    return events
  }

  /// Passes on the events of old facts, with their lines, in order, until one is wrong. Each may name ids that
  /// the log or any of them introduces.
  ///
  /// - Parameters:
  ///   - step: after how many events the new keys are made durable, so that a long batch does not keep all in
  ///     memory; nil: not here.
  ///   - progress: called every 4,096 submissions.
  /// - Returns: what the batch introduces and names.
  mutating func oldFacts(
    committingEvery step: Int? = nil, progress: (ImportProgress) -> Void = { _ in },
    _ take: (EncodedEvent, Int) throws(SubmissionFailure) -> Void
  ) throws(SubmissionFailure) -> BatchSurvey {
    try look(assuming: true, progress: progress)
    occurrences = DigestCounts(expecting: survey.count)
    var count = 0
    try each(isImport: true) { (sealer, submission) throws(SubmissionFailure) in
      if count.isMultiple(of: 4096) { progress(.sealed(count, of: sealer.survey.count)) }
      count += 1
      let event = try sealer.encoded(submission, judged: nil)
      try submission.naming { try sealer.existing.check(event.subjects) }
      try take(event, submission.line)
      guard let step, count.isMultiple(of: step) else { return }
      // Nothing of a batch with such a line is recorded.
      guard sealer.unread.isEmpty else {
        sealer.vault.opened?.rollback()
        return
      }
      do throws(VaultFailure) { try sealer.vault.opened?.commit() } catch {
        throw SubmissionFailure(error)
      }
    }
    return survey
  }

  /// Looks through the batch before anything is sealed: what it introduces and names, and which lines are no
  /// event.
  ///
  /// - Parameter isAssumed: whether the ids that any submission introduces exist for all.
  private mutating func look(
    assuming isAssumed: Bool = false, progress: (ImportProgress) -> Void = { _ in }
  ) throws(SubmissionFailure) {
    let source = source
    try source.read { (reading) throws(SubmissionFailure) in
      switch reading {
      case .submission(let submission, let place):
        survey.take(submission, at: place)
        if isAssumed { existing.assume(submission) }
        if survey.count.isMultiple(of: 4096) { progress(.read(survey.count)) }
      case .wrong(let failure): unread.add(failure)
      }
    }
    names.places = survey.names
  }

  /// Runs a step of each submission. If one is wrong, adds everything that is wrong with its fields, and
  /// the ids that it would introduce, so that what is wrong with the other lines is told too.
  ///
  /// An id that nothing introduces is not told where a line is no event: that line may introduce it.
  ///
  /// - Throws: ``SubmissionFailure``: everything that is wrong.
  private mutating func each(
    isImport: Bool,
    _ step: (inout BatchSealer, Submission) throws(SubmissionFailure) -> Void
  ) throws(SubmissionFailure) {
    var wrong = WrongLines()
    let source = source
    try source.read { (reading) throws(SubmissionFailure) in
      switch reading {
      case .wrong(let failure): wrong.add(failure)
      case .submission(let submission, _):
        do throws(SubmissionFailure) {
          try step(&self, submission)
        } catch {
          guard error.isOfTheLine else {
            try unread.check()
            try wrong.check()
            throw error
          }
          if case .unknown = error.problem, !unread.isEmpty { return }
          for failure in error.withOthers(of: submission, isImport: isImport) { wrong.add(failure) }
          existing.assume(submission)
        }
      }
    }
    try wrong.check()
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
    if survey.annulled.contains(encoded.event.id) {
      subjects[encoded.event.id] = encoded.subjects
    }
    return encoded
  }

  // MARK: One event

  /// The event of a submission: completed, with its id, its texts about persons sealed; those about an
  /// erased person are left out.
  private mutating func event(_ submission: Submission, isImport: Bool) throws -> Event {
    let type = try submission.type
    var value = try completed(submission, type)
    try checkPresence(in: value, type, isImport: isImport)
    let texts = try texts(in: value, type)
    try refuseWithoutID(value, type, texts)
    let id = try id(of: value, texts)
    if try erasure(in: value, type) != nil, let recorded = try recorded(id, type) {
      return recorded
    }
    try refuseNames(in: value, type, id)
    var removed: [ConfidentialText] = []
    for text in texts {
      if let defect = text.defect, try log.position(of: id) == nil { throw defect }
      do throws(VaultFailure) {
        let sealed = try vault.vault().seal(
          text.plaintext, field: text.field, of: text.person, in: id)
        value = value.replacing(text.path[...], with: sealed.json)
      } catch {
        guard case .erased = error else { throw text.failure(error) }
        if let recorded = try recorded(id, type) { return recorded }
        removed.append(text)
      }
    }
    for text in removed {
      leftOut.append(text.leftOut(line: submission.line))
      value = value.removing(text.path[...])
    }
    guard case .object(let members) = value else { throw ReadingFailure(.tooDeep) }
    return try Event(
      type,
      members: members.filter { $0.name != "id" } + [JSONMember("id", .string(id.description))])
  }

  /// Refuses a submission that lacks a text: required unless the person that it is about is erased.
  private mutating func checkPresence(
    in value: JSONValue, _ type: EventType, isImport: Bool
  ) throws {
    let data = value["data"] ?? .null
    try type.checkSubmitted(data) { presence, path in
      switch presence {
      case .requiredUnlessImported: return isImport
      case .requiredUnlessErased:
        if let member = data.member(beside: path) {
          return try erasure(of: .member(member)) != nil
        }
        return try erasure(in: value, type) != nil
      case .required, .optional, .nullable, .alternative: return false
      }
    }
  }

  /// Refuses a line without an id about an erased person: the log may have it already, under an id that was
  /// made from a text and the key that is destroyed. One without texts whose own id is in the log is no new
  /// line.
  private mutating func refuseWithoutID(
    _ value: JSONValue, _ type: EventType, _ texts: [ConfidentialText]
  ) throws {
    guard value["id"] == nil, texts.isEmpty, let day = try erasure(in: value, type) else { return }
    guard try log.position(of: id(of: value, texts, isCounted: false)) == nil else { return }
    throw SubmissionFailure.Problem.erased(field: "id", on: day)
  }

  /// Refuses the name of the person concerned in a field that stays in clear; in an event that is recorded
  /// already it stands.
  private mutating func refuseNames(
    in value: JSONValue, _ type: EventType, _ id: EventID
  ) throws {
    for place in type.clearPlaces(in: value["data"] ?? .null) {
      let member = place.member.map { Person.member($0) }
      guard let named = member ?? (try? person(in: value, type)),
        try names.name(named, in: place.text, opening: &vault),
        try log.position(of: id) == nil
      else { continue }
      throw SubmissionFailure.Problem.namesPerson(
        field: (["data"] + place.path).joined(separator: "."))
    }
  }

  /// The day on which the person concerned was erased; nil if they were not, or the event concerns nobody.
  private mutating func erasure(in value: JSONValue, _ type: EventType) throws -> CalendarDate? {
    let persons = try erased ?? ErasedPersons(in: log)
    erased = persons
    if persons.isEmpty { return nil }
    return (try? person(in: value, type)).flatMap { persons.day(of: $0) }
  }

  /// The day on which a person was erased, as the log records it; nil if they were not.
  private mutating func erasure(of person: Person) throws -> CalendarDate? {
    let persons = try erased ?? ErasedPersons(in: log)
    erased = persons
    return persons.day(of: person)
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
      try ConfidentialText(at: ["data"] + place.path, place.content, in: value, on: day) {
        switch place.owner {
        case .personConcerned: try person(in: value, type)
        case .member(let id): .member(id)
        }
      }
    }
    let reason = try ConfidentialText(at: ["reason"], .text, in: value, on: day) {
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

  /// The stored event with this id, if it has a text of an erased person, so that the submission cannot be
  /// compared with it.
  ///
  /// - Returns: nil if the log has no such event of the type, or one without a sealed text.
  private func recorded(_ id: EventID, _ type: EventType) throws -> Event? {
    guard let position = try log.position(of: id) else { return nil }
    return try log.read(at: position) { stored in
      guard try stored.type == type && !stored.sealedTexts().isEmpty else { return nil }
      return try stored.envelope().event
    } ?? nil
  }

  // MARK: The id

  /// The submitted id, or one derived from the content: the same for the same content in any file, and
  /// different for each repetition of the content in this batch.
  ///
  /// For a text about a person, a code under that person's key is hashed, so that the text cannot be
  /// guessed from the id.
  ///
  /// - Parameter isCounted: whether the content has occurred once more then.
  private mutating func id(
    of value: JSONValue, _ texts: [ConfidentialText], isCounted: Bool = true
  ) throws -> EventID {
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
    let occurrence = isCounted ? occurrences.add(digest) : occurrences.count(of: digest)
    let day = value["occurredOn"]?.text.flatMap { try? CalendarDate($0) }?.dayNumber ?? 0
    return EventID(
      version8At: UInt64(max(0, day)) * 86_400_000,
      hash: try hash.digest(of: bytes + [0] + Array(String(occurrence).utf8)).bytes)
  }
}

extension JSONValue {
  /// The jury member named in the object that a field of this path is in; nil if none is, or the path is one
  /// of the data's own fields.
  fileprivate func member(beside path: [String]) -> MemberID? {
    if path.count < 2 { return nil }
    return value(at: path.dropLast())?["member"]?.text.flatMap { try? MemberID($0) }
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
