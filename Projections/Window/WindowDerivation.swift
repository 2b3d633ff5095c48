public import Events

extension LedgerState {
  /// The window of a candidacy on a day, from the states of its blocks and from what opens it.
  func window(
    of candidacy: CandidacyID, on day: CalendarDate, _ blocks: [BlockState],
    openedBy opening: WindowOpening?
  ) -> CompletionWindow {
    guard let opening else { return .none }
    let heldSince = blocks.filter(\.status.isHeld).compactMap(\.since)
    let opensOn = opening.moment.day
    let limit = completionWindow(from: opensOn, opening.framework)
    let ordinary = limit.years.map { opensOn.adding(years: $0.value) }
    let lastDay = ordinary.map { ordinary in
      extensions(of: candidacy).reduce(ordinary) { max($0, $1.value) }
    }
    let status: CompletionWindow.Status
    if heldSince.count == blocks.count {
      status = .completed
    } else if let lastDay, lastDay < day {
      status = .lapsed
    } else {
      status = .open
    }
    return CompletionWindow(
      status: status, opensOn: opensOn, lastDay: lastDay,
      daysLeft: status == .open ? lastDay.map { day.days(until: $0) } : nil,
      extended: lastDay != ordinary,
      completedOn: status == .completed ? heldSince.max() : nil, basis: limit.basis)
  }

  /// The length of a window that opens on a day, by the policy of that day.
  func completionWindow(from day: CalendarDate, _ framework: Framework) -> TimeLimit {
    let registration = framework.registration
    return Policies.inForce(
      on: day, among: policies[registration.certification]?.completionWindow ?? [],
      else: registration.completionWindow)
  }

  /// Whether no candidacy enrolled completes this one: of candidacies that complete one another, which
  /// share one window, the last is listed, whatever its status.
  public func isLastOfChain(_ candidacy: CandidacyID) -> Bool {
    !continuations[candidacy, default: []].contains { records[$0]?.enrolment != nil }
  }

  /// The extensions that count for a candidacy: its own and those of every candidacy linked to it
  /// by `completes`, because they share one window.
  func extensions(of candidacy: CandidacyID) -> [CandidacyRecord.Dated<CalendarDate>] {
    linkedCandidacies(of: candidacy).flatMap { records[$0]?.extensions ?? [] }
  }

  /// These candidacies and every one that completes one of them, directly or through others.
  package func laterCandidacies(of candidacies: [CandidacyID]) -> [CandidacyID] {
    var later: [CandidacyID] = []
    var visited: Set<CandidacyID> = []
    var pending = candidacies
    while let candidacy = pending.popLast() {
      guard visited.insert(candidacy).inserted else { continue }
      later.append(candidacy)
      pending += continuations[candidacy, default: []]
    }
    return later
  }

  /// The candidacies linked to this one by `completes`, earlier and later, including itself.
  package func linkedCandidacies(of candidacy: CandidacyID) -> [CandidacyID] {
    var linked = [candidacy]
    var visited: Set = [candidacy]
    var next = 0
    while next < linked.count {
      let member = linked[next]
      next += 1
      let earlier = records[member]?.enrolment?.value.completes.map { [$0] } ?? []
      for other in earlier + continuations[member, default: []]
      where visited.insert(other).inserted {
        linked.append(other)
      }
    }
    return linked
  }
}
