internal import Cryptography
public import EventLog
internal import Events
public import Vault

/// Where facts come in: lines in clear become events, what they say about persons sealed.
///
/// All or none: the lines are read, sealed and checked before the first is appended, the keys they
/// need are durable before they are, and the append is one.
///
/// Cost: some ten microseconds a line beside the append.
public struct Door<Log: EventLog> {
  let log: Log
  /// Opened when the first text about a person comes.
  private let openVault: () throws(VaultFailure) -> Vault
  private var opened: Vault?
  var introductions = Introductions()
  /// The subjects of the lines read so far, for annulments of them.
  private var subjects: [EventID: [Subject]] = [:]
  /// How often each content without an id was met.
  private var occurrences: [[UInt8]: Int] = [:]

  /// - Parameter vault: opens the vault; called at most once, and only if something is to be sealed.
  public init(log: Log, vault: @escaping () throws(VaultFailure) -> Vault) {
    self.log = log
    openVault = vault
  }

  /// Records old facts as they are.
  ///
  /// - Throws: ``DoorFailure`` naming the line; nothing was recorded then. Where the append itself
  ///   failed, keys made for it stay in the vault, unused: they must be durable before it.
  public mutating func record(_ lines: [DoorLine]) throws(DoorFailure) -> AppendReceipt {
    try bringIn(lines) { (door) throws(DoorFailure) in
      // Enrolments first: they tell whom the other lines concern, wherever they stand in the file.
      for line in lines { door.introduceEnrolment(line) }
      let events = try door.encode(lines)
      for (line, event) in zip(lines, events) {
        try at(line.number) { try door.checkSubjects(of: event) }
      }
      try door.commitKeys()
      return try door.append(events, of: lines, unless: nil)
    }
  }

  /// Runs the taking in of a batch: where it fails, nothing of it stays, here or in the vault.
  mutating func bringIn<Value>(
    _ lines: [DoorLine], _ body: (inout Door) throws(DoorFailure) -> Value
  ) throws(DoorFailure) -> Value {
    let before = introductions
    subjects = [:]
    occurrences = [:]
    introductions.forgetCandidates()
    do throws(DoorFailure) {
      return try body(&self)
    } catch {
      introductions = before
      opened?.rollback()
      throw error
    }
  }

  /// Forgets what a batch introduced and the keys made for it: it was looked at only.
  mutating func forget(since before: Introductions) {
    introductions = before
    opened?.rollback()
  }

  /// Makes the keys durable that the batch needs.
  func commitKeys() throws(DoorFailure) { try at(nil) { try opened?.commit() } }

  func append(
    _ events: [EncodedEvent], of lines: [DoorLine], unless condition: AppendCondition?
  ) throws(DoorFailure) -> AppendReceipt {
    do throws(LogFailure) {
      return try log.append(events, unless: condition)
    } catch {
      throw DoorFailure(line: error.index.map { lines[$0].number }, .refused(error))
    }
  }

  private mutating func introduceEnrolment(_ line: DoorLine) {
    guard line["type"]?.text == EventType.candidateEnrolled.rawValue,
      let candidacy = line["data"]?["candidacy"]?.text.flatMap({ try? CandidacyID($0) }),
      let candidate = line["data"]?["candidate"]?.text.flatMap({ try? CandidateID($0) })
    else { return }
    introductions.enrol(candidacy, candidate)
  }

  /// The events of lines to be decided, in order, each naming only what the log or a line before it
  /// introduces. An enrolment tells whom the lines after it concern: were it a second one, it would be
  /// refused.
  mutating func encode(deciding lines: [DoorLine]) throws(DoorFailure) -> [EncodedEvent] {
    introductions.forgetCandidates()
    subjects = [:]
    var events: [EncodedEvent] = []
    for line in lines {
      let encoded = try encode(line, judged: .current)
      try at(line.number) { try checkSubjects(of: encoded) }
      if case .candidateEnrolled(let data) = encoded.event.fact {
        introductions.replace(candidateOf: data.candidacy, by: data.candidate)
      }
      events.append(encoded)
    }
    return events
  }

  private mutating func encode(_ lines: [DoorLine]) throws(DoorFailure) -> [EncodedEvent] {
    var events: [EncodedEvent] = []
    events.reserveCapacity(lines.count)
    for line in lines { events.append(try encode(line, judged: nil)) }
    return events
  }

  /// The event a line tells, sealed; what it introduces is known from now on.
  mutating func encode(
    _ line: DoorLine, judged: Edition?
  ) throws(DoorFailure) -> EncodedEvent {
    let encoded = try at(line.number) {
      let event = try self.event(line)
      return try EncodedEvent(judged.map { event.judged(by: $0) } ?? event)
    }
    introductions.take(encoded.event.fact)
    subjects[encoded.event.id] = encoded.subjects
    return encoded
  }

  /// The vault, opened now if it was not.
  mutating func vault() throws(VaultFailure) -> Vault {
    if let opened { return opened }
    let vault = try openVault()
    opened = vault
    return vault
  }

  /// The subjects of an entry, a line before this one or an event of the log; nil where there is none.
  func subjects(of entry: EventID) throws -> [Subject]? {
    if let subjects = subjects[entry] { return subjects }
    guard let position = try log.position(of: entry) else { return nil }
    return try log.first(EventQuery(from: position, through: position))?.event.fact.subjects
  }

  /// How many lines of the same content came before this one.
  mutating func occurrence(of content: [UInt8]) -> Int {
    occurrences[content, default: -1] += 1
    return occurrences[content, default: 0]
  }

  mutating func checkSubjects(of event: EncodedEvent) throws {
    for subject in event.subjects where try !introductions.knows(subject, log) {
      throw UnknownSubject(subject: subject)
    }
  }

}

/// Runs a step of a line, so that its failure names the line.
func at<Value>(
  _ line: Int?, _ step: () throws -> Value
) throws(DoorFailure) -> Value {
  do {
    return try step()
  } catch let failure as ReadingFailure {
    throw DoorFailure(line: line, .unreadable(failure))
  } catch let failure as VaultFailure {
    throw DoorFailure(line: line, .unsealed(failure))
  } catch let failure as LogFailure {
    throw DoorFailure(line: line, .refused(failure))
  } catch is ImportedErasure {
    throw DoorFailure(line: line, .erasure)
  } catch let text as ErasedPersonsText {
    throw DoorFailure(line: line, .erased(field: text.path.joined(separator: "."), on: text.day))
  } catch let unknown as UnknownSubject {
    throw DoorFailure(line: line, .unknown(unknown.subject))
  } catch {
    throw DoorFailure(line: line, .refused(.system(code: 0, "\(type(of: error))")))
  }
}

/// An erasure among old facts.
struct ImportedErasure: Error {}

/// A text about a person who was erased.
struct ErasedPersonsText: Error {
  let path: [String]
  let day: CalendarDate
}

/// A subject that neither the ledger nor the file introduces.
struct UnknownSubject: Error {
  let subject: Subject
}
