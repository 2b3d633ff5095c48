internal import EventLog
internal import Events
internal import Vault

/// The state of a person's erasure in the log and in the vault.
struct ErasureState {
  /// The person with all their ids.
  let person: PersonHistory
  /// The log's last position when the state was read.
  let known: Position
  /// How many texts of the log are sealed under the person's keys, destroyed or not.
  let texts: Int
  /// The keys of the person's texts that are not in the vault and were not destroyed by it: the vault is
  /// older than the log, or another ledger's.
  let unknownKeys: Set<KeyID>
  /// The event that records the erasure; nil if there is none yet.
  let recorded: Envelope?
  /// The id of an event that a tombstone names and the log does not have; nil if there is none.
  let unrecordedEvent: EventID?

  /// - Returns: nil if no event of the log names this candidate.
  init?(of candidate: CandidateID, in log: some EventLog, _ vault: Vault) throws {
    let known = try log.head().last
    guard let person = try PersonHistory(of: candidate, known: known, in: log) else { return nil }
    self.person = person
    self.known = known
    var tombstones: [ErasedPerson] = []
    var keys: [KeyID: CandidateID] = [:]
    var open: [CandidateID] = []
    for id in person.ids {
      let tombstone = try vault.erasure(of: .candidate(id))
      if let tombstone { tombstones.append(tombstone) } else { open.append(id) }
      for key in try vault.allKeys(of: .candidate(id)) { keys[key] = id }
    }
    let traces = try Traces(of: person.ids, sealedUnder: keys, known: known, in: log)
    let unknown = try traces.otherKeys.filter { try !vault.knows($0.key) }
    unknownKeys = Set(unknown.keys)
    texts = traces.texts + unknown.values.reduce(0, +)
    unrecordedEvent = try tombstones.first { try log.position(of: $0.event) == nil }?.event
    if unrecordedEvent != nil {
      recorded = nil
    } else if open.isEmpty {
      let positions = try tombstones.compactMap { try log.position(of: $0.event) }
      recorded = try positions.max().flatMap { try log.event(at: $0) }
    } else {
      recorded = try traces.erasures.last { try traces.covers(open, $0, in: log) }
    }
  }
}

/// What the log contains about a person's keys.
private struct Traces {
  /// The erasures recorded under any of the ids, in the order of the log.
  private(set) var erasures: [Envelope] = []
  /// How many texts are sealed under the keys.
  private(set) var texts = 0
  /// How many texts are sealed under each other key: another person's, or one that is not in the vault.
  private(set) var otherKeys: [KeyID: Int] = [:]
  /// For each id, the last position of a text sealed under its key.
  private var lastText: [CandidateID: Position] = [:]

  init(
    of ids: [CandidateID], sealedUnder keys: [KeyID: CandidateID], known: Position,
    in log: some EventLog
  ) throws {
    var subjects = Set(ids.map { Subject.candidate($0) })
    // Every enrolment, even one corrected since: the candidacy was theirs when a text was sealed.
    let enrolments = EventQuery(
      subjects: Array(subjects), types: [.candidateEnrolled], through: known)
    try log.read(enrolments) { stored in
      if let enrolment = try stored.envelope().event.fact.enrolled {
        subjects.insert(.candidacy(enrolment.candidacy))
      }
    }
    try log.read(EventQuery(subjects: Array(subjects), through: known)) { stored in
      let envelope = try stored.envelope()
      if case .candidateIdentityErased = envelope.event.fact { erasures.append(envelope) }
      for text in try stored.sealedTexts() where text.member == nil {
        guard let id = keys[text.key] else {
          otherKeys[text.key, default: 0] += 1
          continue
        }
        texts += 1
        lastText[id] = envelope.position
      }
    }
  }

  /// Whether a recorded erasure covered these ids and nothing was sealed for them since. Keys found
  /// nevertheless come from a restored older copy of the vault.
  func covers(_ ids: [CandidateID], _ erasure: Envelope, in log: some EventLog) throws -> Bool {
    guard case .candidateIdentityErased(let data) = erasure.event.fact,
      let then = try PersonHistory(of: data.candidate, known: erasure.position, in: log)
    else { return false }
    return ids.allSatisfy {
      then.ids.contains($0) && lastText[$0, default: .zero] < erasure.position
    }
  }
}
