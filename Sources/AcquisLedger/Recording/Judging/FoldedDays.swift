internal import Events

/// How far a fold has come, for each person and each jury: whether an event can be judged by it, and be added to
/// it, as if all events had come in fold order.
///
/// A fold in memory is at the last day of all its events. An entry of an earlier day may still be judged by it if
/// nothing that its judgement depends on has an event of a later day. What depends on what is taken wider than
/// ``ConsistencyBoundary`` reads: a person with all their ids and candidacies, and those that these complete or
/// take blocks from, are one group; a group depends on every jury that its events name, and on all that concerns
/// everyone (``general``).
///
/// Cost: some dictionary look-ups for an event; some 150 bytes a candidacy.
struct FoldedDays {
  /// What a day is kept for: a group of candidacies and candidates, or a jury.
  private struct Reach {
    /// The last day of an event of it.
    var last = CalendarDate.first
    /// The last day on which a pathway was chosen.
    var chosen = CalendarDate.first
    /// Whether an event was added after one of a later day: the fold is not to be used for it.
    var isOutOfOrder = false
    /// The juries that its events name.
    var juries: [JuryID] = []

    /// Adds an event of a day.
    mutating func add(_ day: CalendarDate) {
      if day < last { isOutOfOrder = true }
      last = max(last, day)
    }

    /// Adds another group, by an event of a day that names both.
    mutating func join(_ other: Reach, on day: CalendarDate) {
      isOutOfOrder = isOutOfOrder || other.isOutOfOrder || day < other.last
      last = max(last, other.last, day)
      chosen = max(chosen, other.chosen)
      if juries.isEmpty {
        juries = other.juries
      } else {
        for jury in other.juries where !juries.contains(jury) { juries.append(jury) }
      }
    }
  }

  private var candidacies: [CandidacyID: Int32] = [:]
  private var candidates: [CandidateID: Int32] = [:]
  /// For each group the one that it was joined to, or itself.
  private var joined: [Int32] = []
  private var groups: [Reach] = []
  private var juries: [JuryID: Reach] = [:]
  /// Of certifications, and of juries cancelled or annulled, which candidacies of many persons depend on.
  private var general = CalendarDate.first
  /// Of all events.
  private var last = CalendarDate.first
  /// The last day on which any pathway was chosen.
  private var chosen = CalendarDate.first

  /// Whether a fold of all events gives, of everything that a judgement on this event depends on, what a fold up
  /// to its day gives.
  func areBefore(_ event: Event) -> Bool {
    let (day, parties) = (event.occurredOn, Parties(event.fact))
    if day < general { return false }
    var named = parties.juries
    for group in groups(of: parties) {
      let reach = groups[Int(group)]
      if reach.isOutOfOrder || day < reach.last { return false }
      named += reach.juries
    }
    return named.allSatisfy { jury in
      juries[jury].map { !$0.isOutOfOrder && $0.last <= day } ?? true
    }
  }

  /// Adds an event.
  ///
  /// - Parameter isDayKnown: whether all events of its day were opened to the fold before any was applied.
  /// - Returns: false if it is out of order for everyone: the fold must be made anew.
  mutating func add(_ event: Event, isDayKnown: Bool = false) -> Bool {
    let (fact, day) = (event.fact, event.occurredOn)
    let parties = Parties(fact)
    let isForAll = Self.generalTypes.contains(fact.type)
    defer {
      last = max(last, day)
      if isForAll { general = max(general, day) }
    }
    let choosesPathway = fact.type == .candidateEnrolled || fact.type == .pathwayChanged
    if choosesPathway { chosen = max(chosen, day) }
    // What opens a pathway is looked at with all facts of its day.
    let countsForChoice = !isDayKnown && Self.wholeDayTypes.contains(fact.type)
    addGroup(parties, day, choosesPathway: choosesPathway, countsForChoice: countsForChoice)
    if Self.juryTypes.contains(fact.type) {
      for jury in parties.juries { juries[jury, default: Reach()].add(day) }
    }
    return !isForAll || (last <= day && (isDayKnown || chosen < day))
  }

  private mutating func addGroup(
    _ parties: Parties, _ day: CalendarDate, choosesPathway: Bool, countsForChoice: Bool
  ) {
    if parties.isNobody { return }
    var numbers = groups(of: parties)
    if numbers.isEmpty {
      numbers = [Int32(groups.count)]
      joined.append(Int32(groups.count))
      groups.append(Reach())
    }
    let first = numbers[0]
    var reach = Reach()
    for number in numbers {
      let other = groups[Int(number)]
      if countsForChoice, other.chosen == day { reach.isOutOfOrder = true }
      reach.join(other, on: day)
      joined[Int(number)] = first
      groups[Int(number)] = Reach()
    }
    if choosesPathway { reach.chosen = max(reach.chosen, day) }
    for jury in parties.juries where !reach.juries.contains(jury) { reach.juries.append(jury) }
    groups[Int(first)] = reach
    for candidacy in parties.candidacies { candidacies[candidacy] = first }
    for candidate in parties.candidates { candidates[candidate] = first }
  }

  /// The groups of some parties that have one, each once.
  private func groups(of parties: Parties) -> [Int32] {
    var found: [Int32] = []
    let numbers =
      parties.candidacies.lazy.compactMap { candidacies[$0] }
      + parties.candidates.lazy.compactMap { candidates[$0] }
    for number in numbers {
      let group = root(of: number)
      if !found.contains(group) { found.append(group) }
    }
    return found
  }

  private func root(of number: Int32) -> Int32 {
    var number = number
    while joined[Int(number)] != number { number = joined[Int(number)] }
    return number
  }

  /// What candidacies of many persons depend on.
  private static let generalTypes: Set<EventType> = [
    .certificationRegistered, .registrationRenewed, .certificationWithdrawn,
    .registrationSuspended, .registrationReinstated, .certificationSuperseded,
    .completionWindowPolicyChanged, .blockValidityPolicyChanged, .juryPolicyChanged,
    .juryCancelled, .juryAnnulled,
  ]

  /// What a jury's state depends on beside the candidacies.
  private static let juryTypes: Set<EventType> = [
    .juryConvened, .juryRescheduled, .juryCancelled, .juryAnnulled, .juryMemberAdded,
    .juryMemberReplaced, .juryMemberRecused, .juryHeld, .juryDeliberated,
  ]

  /// What counts for a person on its whole day, whatever its position.
  private static let wholeDayTypes: Set<EventType> = [
    .candidateEnrolled, .admissibilityDecided, .dossierSubmitted, .pathwayChanged,
    .certificationAwarded, .certificationRevoked, .awardDeclared,
  ]
}

/// Those that a fact names.
private struct Parties {
  var candidacies: [CandidacyID] = []
  var candidates: [CandidateID] = []
  var juries: [JuryID] = []

  init(_ fact: Fact) {
    for subject in fact.subjects {
      switch subject {
      case .candidacy(let id): candidacies.append(id)
      case .candidate(let id): candidates.append(id)
      case .jury(let id): juries.append(id)
      case .certification, .certificate, .certifier, .member: break
      }
    }
    if case .candidateEnrolled(let data) = fact, let earlier = data.completes {
      candidacies.append(earlier)
    }
    if case .priorValidationRecognised(let data) = fact, let source = data.source.candidacy {
      candidacies.append(source)
    }
  }

  var isNobody: Bool { candidacies.isEmpty && candidates.isEmpty }
}
