internal import EventLog
internal import Events
internal import Vault

/// The state of a person's erasure in the log and in the vault.
struct ErasureState {
  /// The person as the event names them.
  let person: Person
  /// The person under every id, whose keys are destroyed.
  let persons: [Person]
  /// A candidate's ids and candidacies; nil for a member.
  let history: PersonHistory?
  /// The log's last position when the state was read.
  let known: Position
  /// How many texts of the log are sealed under the person's keys, destroyed or not.
  let texts: Int
  /// The fields about the person that stay in clear.
  let clearFields: [ClearField]
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
    guard let history = try PersonHistory(of: candidate, known: known, in: log) else { return nil }
    let ids = history.ids.map { Person.candidate($0) }
    let keys = try vault.owners(among: ids)
    let traces = try ErasureTraces(of: history, sealedUnder: keys, known: known, in: log)
    try self.init(.candidate(history.candidate), ids, history, known, traces, in: log, vault)
  }

  /// - Returns: nil if no event of the log names this member.
  init?(of member: MemberID, in log: some EventLog, _ vault: Vault) throws {
    let known = try log.head().last
    let person = Person.member(member)
    let keys = try vault.owners(among: [person])
    guard
      let traces = try ErasureTraces(of: member, sealedUnder: keys, known: known, in: log)
    else { return nil }
    try self.init(person, [person], nil, known, traces, in: log, vault)
  }

  private init(
    _ person: Person, _ persons: [Person], _ history: PersonHistory?, _ known: Position,
    _ traces: ErasureTraces, in log: some EventLog, _ vault: Vault
  ) throws {
    self.person = person
    self.persons = persons
    self.history = history
    self.known = known
    var tombstones: [ErasedPerson] = []
    var open: [Person] = []
    for id in persons {
      let tombstone = try vault.erasure(of: id)
      if let tombstone { tombstones.append(tombstone) } else { open.append(id) }
    }
    let unknown = try traces.otherKeys.filter { try !vault.knows($0.key) }
    unknownKeys = Set(unknown.keys)
    texts = traces.texts + unknown.values.reduce(0, +)
    clearFields = traces.clearFields
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

  /// The fact that records the erasure.
  var fact: Fact {
    switch person {
    case .candidate(let id): .candidateIdentityErased(CandidateIdentityErased(candidate: id))
    case .member(let id): .juryMemberIdentityErased(JuryMemberIdentityErased(member: id))
    }
  }

  /// What matches an event that changes whom the erasure is about, or does it.
  var query: EventQuery {
    switch person {
    case .candidate:
      EventQuery(
        subjects: history?.ids.map { .candidate($0) } ?? [],
        types: [.candidateMerged, .candidateIdentityErased, .eventAnnulled])
    case .member(let id):
      EventQuery(subjects: [.member(id)], types: [.juryMemberIdentityErased])
    }
  }
}

extension Vault {
  /// The owner of each key that these persons have or had.
  fileprivate func owners(among persons: [Person]) throws(VaultFailure) -> [KeyID: Person] {
    var owners: [KeyID: Person] = [:]
    for person in persons {
      for key in try allKeys(of: person) { owners[key] = person }
    }
    return owners
  }
}
