internal import EventLog
internal import Events
internal import Projections
internal import Vault

/// A recorded identity, still sealed.
struct NameEntry {
  let candidate: CandidateID
  let event: EventID
  let day: CalendarDate
  /// Whether its day was not in the future when it was recorded.
  let isPast: Bool
  /// Nil for one that was recorded after the person was erased.
  let identity: Sealed?

  /// Nil for an event that records no identity.
  init?(_ envelope: Envelope) {
    let event = envelope.event
    if case .candidateRegistered(let data) = event.fact {
      (candidate, identity) = (data.candidate, data.identity)
    } else if case .candidateIdentityCorrected(let data) = event.fact {
      (candidate, identity) = (data.candidate, data.identity)
    } else {
      return nil
    }
    self.event = event.id
    day = event.occurredOn
    isPast = day <= envelope.recordedAt.dayInParis
  }

  static let types: [EventType] = [.candidateRegistered, .candidateIdentityCorrected]
}

/// The recorded identities that an index of names needs of each candidate: the last one of the past, in fold
/// order, and those of days to come. It then holds the name of every day from the last one of the past on.
struct NameEntries {
  private(set) var current: [CandidateID: [NameEntry]] = [:]
  /// The latest day of an entry of the past.
  private(set) var latest: Int64 = .min

  /// Adds an entry; in fold order.
  mutating func add(_ entry: NameEntry) {
    if entry.isPast {
      latest = max(latest, Int64(entry.day.dayNumber))
      current[entry.candidate] = [entry]
    } else {
      current[entry.candidate, default: []].append(entry)
    }
  }

  /// Those of the whole log.
  init(of log: some EventLog, through last: Position) throws {
    let annulled = try log.timelessFacts(through: last).annulled
    try log.read(EventQuery(types: NameEntry.types, through: last, order: .fold)) { stored in
      guard let entry = NameEntry(try stored.envelope()) else { return }
      if !annulled.contains(entry.event) { add(entry) }
    }
  }

  /// Those of some candidates, each read by its id.
  init(
    of candidates: Set<CandidateID>, in log: some EventLog, through last: Position
  ) throws {
    for candidate in candidates {
      let events = try log.events(
        EventQuery(
          subjects: [.candidate(candidate)], types: NameEntry.types + [.eventAnnulled],
          through: last, order: .fold))
      let annulled = TimelessFacts(events).annulled
      for envelope in events where !annulled.contains(envelope.event.id) {
        if let entry = NameEntry(envelope), entry.candidate == candidate { add(entry) }
      }
    }
  }

  /// The word of those whose names cannot be read; no name has it.
  static let unreadable = ""

  /// Opens them.
  ///
  /// - Parameter progress: called now and then with the number of candidates done.
  /// One that cannot be opened, though its person was not erased, gives its candidate the word
  /// ``unreadable``: each search tries to open it.
  ///
  /// - Returns: nil if one belongs to a person whom the vault refuses.
  func words(
    of candidates: some Collection<CandidateID>, opening vault: Vault,
    progress: (Int) -> Void = { _ in }
  ) throws(VaultFailure) -> [NamedCandidate]? {
    var named: [NamedCandidate] = []
    named.reserveCapacity(candidates.count)
    for candidate in candidates {
      var words: Set<String> = []
      for entry in current[candidate, default: []] {
        guard let sealed = entry.identity else { continue }
        do throws(VaultFailure) {
          words.formUnion(
            try vault.openIdentity(
              sealed, field: "identity", of: .candidate(candidate), in: entry.event,
              isShown: false
            ).foldedWords)
        } catch {
          switch error {
          case .keyGone: continue
          case .altered, .notAuthentic, .unreadable: words.insert(Self.unreadable)
          case .behind: return nil
          default: throw error
          }
        }
      }
      named.append(NamedCandidate(candidate, words: words))
      if named.count.isMultiple(of: 10_000) { progress(named.count) }
    }
    return named
  }
}
