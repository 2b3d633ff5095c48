internal import EventLog
package import Events
package import Projections

/// The lists of one question: from tables where they may answer, else from one fold of the log, with equal
/// results.
///
/// ```swift
/// var lists = try question.lists()
/// var filter = CandidacyFilter()
/// filter.status = .awaitingJury
/// let page = try lists.candidacies(filter, limit: 20)
/// ```
///
/// Tables answer questions of a day on or after the latest entry's, with everything known; they are made by
/// the first such question of a large ledger, and brought up to date by each. Tables only say which candidacies
/// a list has: what is shown of one is folded from the log.
package struct Lists {
  package let question: Question
  private let settings: ListSettings
  fileprivate let fold: (Question) throws -> Replay
  fileprivate var tables: TodayTables?
  private var replay: Replay?

  fileprivate init(
    _ question: Question, _ settings: ListSettings, _ fold: @escaping (Question) throws -> Replay
  ) throws {
    self.question = question
    self.settings = settings
    self.fold = fold
    switch try TodayTables.open(question, settings) {
    case .ready(let found): tables = found
    case .fold(let makesTables):
      let replay = try fold(question)
      self.replay = replay
      if makesTables { TableBuild.run(from: replay, in: question.log, settings) }
    }
  }

  /// Whether a list is read from tables so far.
  package var usesTables: Bool { tables != nil }

  /// The whole log folded; from now on every list is from it.
  package mutating func folded() throws -> LedgerState {
    tables = nil
    if let replay { return replay.state }
    let replay = try fold(question)
    self.replay = replay
    return replay.state
  }

  /// The states of some candidacies on the day, from the log; a candidacy not enrolled by then has none.
  package func states(
    of candidacies: [CandidacyID]
  ) throws -> [CandidacyID: CandidacyState] {
    let day = question.on
    var states: [CandidacyID: CandidacyState] = [:]
    func take(_ id: CandidacyID, _ state: LedgerState) {
      states[id] = state.candidacy(id, on: day)
    }
    if let replay {
      for id in candidacies { take(id, replay.state) }
    } else {
      try CandidacyGroup.each(
        of: candidacies, to: day, known: question.known, hasSittings: false, in: question.log,
        take)
    }
    return states
  }

  /// What is known of the certifications: enough for frameworks, registrations and policies.
  ///
  /// Cost: some index reads for each certification.
  package func certifications() throws -> LedgerState {
    if let replay { return replay.state }
    let log = question.log
    var boundary = ConsistencyBoundary(of: log, known: question.known)
    let registered = try log.events(
      EventQuery(types: [.certificationRegistered], through: question.known))
    for entry in registered {
      guard case .certificationRegistered(let data) = entry.event.fact else { continue }
      try boundary.read(certification: data.certification)
    }
    let events = boundary.inFoldOrder
    var state = LedgerState(TimelessFacts(events))
    for event in events where event.event.occurredOn <= question.on { state.apply(event) }
    return state
  }

  /// How many candidacies may be read alone for one list.
  var mostAlone: Int { settings.mostAlone(of: question.known.number) }
}

extension Question {
  /// The lists of this question.
  ///
  /// - Parameter fold: folds the log, if it comes to that.
  package func lists(
    _ settings: ListSettings = ListSettings(),
    fold: @escaping (Question) throws -> Replay = { try $0.replay() }
  ) throws -> Lists {
    try Lists(self, settings, fold)
  }
}

extension Question {
  /// A page of the candidacies of a fold, which may be of some persons only.
  ///
  /// - Throws: ``UnknownElement``.
  package func page(
    of state: LedgerState, _ filter: CandidacyFilter, in order: CandidacyOrder = .candidacies,
    where accepts: ((CandidacyState) -> Bool)? = nil, after: CandidacyID? = nil,
    limit: Int? = nil
  ) throws(UnknownElement) -> CandidacyPage {
    let all = state.candidacies.sorted().compactMap { id -> CandidacyAnswer? in
      guard let answer = state.candidacy(id, on: on), filter.accepts(answer),
        accepts?(answer) ?? true
      else { return nil }
      return CandidacyAnswer(on: on, known: known, state: answer)
    }
    let listed = Lists.listed(all, in: order, state)
    var page = listed[...]
    if let after {
      guard let index = page.firstIndex(where: { $0.state.candidacy == after }) else {
        throw UnknownElement()
      }
      page = page[(index + 1)...]
    }
    if let limit { page = page.prefix(limit) }
    return CandidacyPage(
      answers: Array(page), isToReview: all.contains { !$0.state.toReview.isEmpty },
      hasLapsed: order != .candidacies
        && listed.contains { $0.state.window.status == .lapsed },
      first: listed.first?.state)
  }
}

/// The list has no element of the id after which it was to go on.
package struct UnknownElement: Error {
  package init() {}
}

// MARK: Candidacies

/// A page of a list of candidacies, and what its columns need to know of the whole list.
package struct CandidacyPage {
  package var answers: [CandidacyAnswer]
  /// Whether a candidacy that passes the filter is to be reviewed.
  package var isToReview = false
  /// Whether a window of the list has lapsed.
  package var hasLapsed = false
  /// The first candidacy of the list, of whichever page.
  package var first: CandidacyState?
}

/// Which of the candidacies that pass a filter a list has, and their order.
package enum CandidacyOrder: Hashable, Sendable {
  /// Every one, by id.
  case candidacies
  /// The last of each chain that has a window, the next to close first; in a state, or nil.
  case windows(CompletionWindow.Status?)
}

extension Lists {
  /// - Parameters:
  ///   - accepts: a further filter, on what the tables do not have; the log is folded then.
  ///   - after: the candidacy of the list that the page follows.
  ///   - limit: nil: all.
  /// - Throws: ``UnknownElement``; ``LogFailure``.
  package mutating func candidacies(
    _ filter: CandidacyFilter, in order: CandidacyOrder = .candidacies,
    where accepts: ((CandidacyState) -> Bool)? = nil, after: CandidacyID? = nil,
    limit: Int? = nil
  ) throws -> CandidacyPage {
    if let tables, accepts == nil,
      let page = try page(tables, filter, order, after: after, limit: limit)
    {
      return page
    }
    return try question.page(
      of: try folded(), filter, in: order, where: accepts, after: after, limit: limit)
  }

  /// Of the candidacies that pass a filter, those that a list has, in its order.
  package static func listed(
    _ answers: [CandidacyAnswer], in order: CandidacyOrder, _ state: LedgerState
  ) -> [CandidacyAnswer] {
    guard case .windows(let status) = order else { return answers }
    return answers.filter { answer in
      answer.state.window.status != .none && state.isLastOfChain(answer.state.candidacy)
        && (status == nil || answer.state.window.status == status)
    }.sorted { left, right in
      let days = (left.state.window.lastDay ?? .last, right.state.window.lastDay ?? .last)
      return days.0 == days.1 ? left.state.candidacy < right.state.candidacy : days.0 < days.1
    }
  }

  /// The page from the tables; nil if they cannot tell, or a fold is cheaper.
  private func page(
    _ tables: TodayTables, _ filter: CandidacyFilter, _ order: CandidacyOrder,
    after: CandidacyID?, limit: Int?
  ) throws -> CandidacyPage? {
    let queries = Self.queries(filter.standings(on: question.on), in: order)
    func matches(
      limit: Int, after: StandingMatch? = nil, _ change: (inout StandingFilter) -> Void = { _ in }
    ) throws -> [StandingMatch]? {
      var found: [StandingMatch] = []
      for var query in queries {
        query.limit = limit
        query.after = after
        change(&query.filter)
        guard let matches = try tables.matches(query) else { return nil }
        found += matches
      }
      let by: StandingQuery.Order = order == .candidacies ? .candidacy : .windowEnd
      return Array(found.sorted { $0.precedes($1, by: by) }.prefix(limit))
    }
    var place: StandingMatch?
    if let after {
      guard let found = try matches(limit: 1, { $0.candidacy = after }) else { return nil }
      guard let match = found.first else { throw UnknownElement() }
      place = match
    }
    let most = mostAlone
    guard let found = try matches(limit: min(limit ?? .max, most + 1), after: place),
      found.count <= most,
      let first = after == nil && !found.isEmpty ? found.prefix(1) : try matches(limit: 1)?[...]
    else { return nil }
    var reviewed = StandingQuery(filter.standings(on: question.on), by: .candidacy, limit: 1)
    reviewed.filter.isToReview = true
    guard let toReview = try tables.matches(reviewed) else { return nil }
    var lapsed: [StandingMatch] = []
    if order != .candidacies {
      let word = CompletionWindow.Status.lapsed.rawValue
      for query in queries where query.filter.window == word {
        var query = query
        query.limit = 1
        guard let found = try tables.matches(query) else { return nil }
        lapsed += found
      }
    }
    let states = try states(of: Array(Set((found + first).map(\.candidacy))).sorted())
    let answers = found.compactMap { match in
      states[match.candidacy].map {
        CandidacyAnswer(on: question.on, known: question.known, state: $0)
      }
    }
    return CandidacyPage(
      answers: answers, isToReview: !toReview.isEmpty, hasLapsed: !lapsed.isEmpty,
      first: first.first.flatMap { states[$0.candidacy] })
  }

  /// The reads that together give a list: windows, state by state.
  private static func queries(
    _ filter: StandingFilter, in order: CandidacyOrder
  ) -> [StandingQuery] {
    guard case .windows(let status) = order else {
      return [StandingQuery(filter, by: .candidacy, limit: 0)]
    }
    let statuses: [CompletionWindow.Status] = status.map { [$0] } ?? [.open, .completed, .lapsed]
    return statuses.map(\.rawValue).compactMap { word in
      if let window = filter.window, window != word { return nil }
      var filter = filter
      filter.window = word
      filter.isLastOfChain = true
      return StandingQuery(filter, by: .windowEnd, limit: 0)
    }
  }

  /// How many candidacies there are of each status on the day.
  package mutating func counts() throws -> [CandidacyStatus: Int] {
    try countsByCertification().values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }

  /// The same for each certification.
  package mutating func countsByCertification() throws
    -> [CertificationCode: [CandidacyStatus: Int]]
  {
    var counts: [CertificationCode: [CandidacyStatus: Int]] = [:]
    if let found = try tables?.counts(on: question.on) {
      for (kind, count) in found {
        guard let status = CandidacyStatus(rawValue: kind.status) else { continue }
        counts[kind.certification, default: [:]][status, default: 0] += count
      }
      return counts
    }
    let state = try folded()
    for id in state.candidacies {
      guard let state = state.candidacy(id, on: question.on) else { continue }
      counts[state.certification, default: [:]][state.status, default: 0] += 1
    }
    return counts
  }
}

// MARK: What the tables have, for the other lists

extension Lists {
  func tableDues(_ query: DueQuery, limit: Int) throws -> [DueMatch]? {
    try tables?.dues(query, limit: limit)
  }

  func tableCount(_ query: DueQuery) throws -> Int? { try tables?.dueCount(query) }

  func tableAwards(of certification: CertificationCode?) throws -> [AwardRow: Int]? {
    try tables?.awards(of: certification)
  }
}
