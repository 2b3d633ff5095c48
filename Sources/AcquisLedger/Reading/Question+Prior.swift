internal import EventLog
public import Events
public import Projections

extension Question {
  /// What a person's past counts for a certification on the day; without one, for every certification.
  ///
  /// Read by subject: the person's candidacies and every certification.
  ///
  /// Cost: a few index reads for each candidacy, certification and jury named.
  ///
  /// - Returns: nil if no known event names this id, or the certification is not known.
  /// - Throws: ``LogFailure``.
  public func prior(
    of candidate: CandidateID, for certification: CertificationCode?
  ) throws -> PriorAnswer? {
    guard let person = try person(candidate) else { return nil }
    var boundary = ConsistencyBoundary(of: log, known: known)
    try boundary.read(person: candidate)
    let registrations = try log.events(
      EventQuery(types: [.certificationRegistered], through: known))
    for case .certificationRegistered(let data) in registrations.map(\.event.fact) {
      try boundary.read(certification: data.certification)
    }
    let events = boundary.inFoldOrder
    var state = LedgerState(TimelessFacts(events))
    for envelope in events.prefix(while: { $0.event.occurredOn <= on }) { state.apply(envelope) }
    guard let scope = state.priorScope(of: person.candidate, for: certification, on: on) else {
      return nil
    }
    return PriorAnswer(
      candidate: person.candidate, ids: person.ids, on: on, known: known, scope: scope,
      minutes: try minutes(of: scope.juries),
      toReview: (state.priorReviews(of: person.candidate, on: on)
        + (try annulled(among: person.candidacies))).sorted { $0.position < $1.position })
  }

  private func minutes(of juries: [JuryID]) throws -> [JuryID: [FreeText]] {
    var minutes: [JuryID: [FreeText]] = [:]
    for jury in juries where minutes[jury] == nil {
      minutes[jury] = try register(of: jury)?.state.minutes.map(\.reference) ?? []
    }
    return minutes
  }

  /// The entries of some candidacies, to the day, that were annulled.
  private func annulled(among candidacies: [CandidacyID]) throws -> [PriorReview] {
    var found: [PriorReview] = []
    var listed: Set<Position> = []
    for candidacy in candidacies {
      for entry in try timeline(of: candidacy)
      where entry.annulled && listed.insert(entry.position).inserted {
        found.append(
          PriorReview(
            candidacy: candidacy, rule: nil, position: entry.position,
            message: Text(
              "l’entrée \(entry.position) (\(entry.type.text.french), \(entry.day.text.french)) est annulée",
              "entry \(entry.position) (\(entry.type.rawValue), \(entry.day)) is annulled")))
      }
    }
    return found
  }
}

extension LedgerState {
  /// - Returns: nil if the certification is not known.
  package func priorScope(
    of candidate: CandidateID, for certification: CertificationCode?, on day: CalendarDate
  ) -> PriorAnswer.Scope? {
    if let certification {
      guard let title = timeless.frameworks[certification]?.registration.title else { return nil }
      return priorValidations(of: candidate, for: certification, on: day).map {
        .certification($0, title: title)
      }
    }
    let frameworks = timeless.frameworks.values.sorted { $0.position < $1.position }
    return .all(
      frameworks.map { framework in
        let code = framework.registration.certification
        let counting = priorValidations(of: candidate, for: code, on: day)?.counting ?? 0
        return PriorAnswer.Summary(framework.registration, counting: counting)
      }, held: priorHoldings(of: candidate, on: day))
  }
}

extension PriorAnswer.Scope {
  /// The juries that the answer names.
  fileprivate var juries: [JuryID] {
    switch self {
    case .certification(let validations, _):
      let sources = validations.blocks.flatMap { [$0.source].compactMap(\.self) + $0.others }
      return (sources + validations.elsewhere.map(\.source)).compactMap(\.jury)
    case .all(_, let held): return held.compactMap(\.source.jury)
    }
  }
}
