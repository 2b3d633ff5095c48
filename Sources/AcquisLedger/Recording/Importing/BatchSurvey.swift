internal import Events

/// What is gathered from a batch before its first event is sealed: only ids and places, so that a batch of a
/// million lines needs some megabytes.
struct BatchSurvey {
  /// How many submissions there are.
  private(set) var count = 0
  /// The entries that annulments name without stating their subjects.
  private(set) var annulled: Set<EventID> = []
  /// Where names are stated.
  private(set) var names = NamePlaces()
  /// The registrations, each with its index in the batch.
  private(set) var registrations: [(index: Int, place: SubmissionPlace)] = []

  mutating func take(_ submission: Submission, at place: SubmissionPlace) {
    defer { count += 1 }
    guard let type = submission["type"]?.text.flatMap({ EventType(rawValue: $0) }) else { return }
    if type == .eventAnnulled, submission["data"]?["subjects"] == nil,
      let entry = submission["data"]?["event"]?.text.flatMap({ try? EventID($0.lowercased()) })
    {
      annulled.insert(entry)
    }
    if type == .candidateRegistered { registrations.append((count, place)) }
    names.take(submission, type, at: place)
  }
}

/// Where a batch states the names of persons: they are read again when somebody's are asked for.
struct NamePlaces {
  private var identities: [(candidate: Int, place: SubmissionPlace)] = []
  private var isSorted = true
  /// The submissions that may name jury members or signatories.
  private(set) var members: [SubmissionPlace] = []

  mutating func take(_ submission: Submission, _ type: EventType, at place: SubmissionPlace) {
    if type == .candidateRegistered || type == .candidateIdentityCorrected {
      guard let candidate = submission["data"]?["candidate"]?.text else { return }
      identities.append((candidate.hashValue, place))
      isSorted = false
    } else if Fact.typesNamingMembers.contains(type) {
      members.append(place)
    }
  }

  /// The submissions that state an identity of a candidate, and perhaps some about others.
  ///
  /// Cost: a sort at the first call, then a binary search.
  mutating func identities(of candidate: CandidateID) -> [SubmissionPlace] {
    if !isSorted { identities.sort { $0.candidate < $1.candidate } }
    isSorted = true
    let hash = candidate.text.hashValue
    var (low, high) = (0, identities.count)
    while low < high {
      let middle = (low + high) / 2
      if identities[middle].candidate < hash { low = middle + 1 } else { high = middle }
    }
    return identities[low...].prefix { $0.candidate == hash }.map(\.place)
  }
}
