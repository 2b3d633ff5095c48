internal import Events

/// The candidacies that juries presented or noted absent in a report's period.
struct MetByJuries {
  private(set) var outcomes = Outcomes()
  private(set) var firstPresentation = Share(0, of: 0)
  private(set) var admissibilityToJury = ReportedDelay([])
  private var bySession: [JuryID: (day: CalendarDate, outcomes: Outcomes)] = [:]
  private var byPathway: [Pathway: Outcomes] = [:]
  private let facts: ReportFacts

  /// - Parameter records: the candidacies counted.
  init(
    _ facts: ReportFacts, _ records: [CandidacyID: CandidacyRecord], in state: LedgerState
  ) {
    self.facts = facts
    let period = facts.period
    let presentations = records.flatMap { id, record in
      record.presentations(of: id, except: state.annulledJuries)
    }
    for presentation in presentations where period.contains(presentation.moment.day) {
      add(presentation.jury, records[presentation.candidacy], on: presentation.moment.day) {
        $0.add(presentation.outcome)
      }
    }
    addAbsences(records, in: state)
    for (jury, days) in state.sittings where state.annulledJuries[jury] == nil {
      guard let day = days.first(where: { period.contains($0) }) else { continue }
      bySession[jury] = (
        min(day, bySession[jury]?.day ?? day), bySession[jury]?.outcomes ?? Outcomes()
      )
    }
    countFirst(presentations, records, in: state)
  }

  /// Of each candidacy and jury the last absence counts.
  private mutating func addAbsences(
    _ records: [CandidacyID: CandidacyRecord], in state: LedgerState
  ) {
    var last: [Pair: CalendarDate] = [:]
    for absence in facts.absences where state.annulledJuries[absence.jury] == nil {
      last[Pair(jury: absence.jury, candidacy: absence.candidacy)] = absence.day
    }
    for (pair, day) in last where facts.period.contains(day) {
      guard let record = records[pair.candidacy] else { continue }
      if record.decisions.all.contains(where: { $0.jury == pair.jury }) { continue }
      add(pair.jury, record, on: day) { $0.absent += 1 }
    }
  }

  private struct Pair: Hashable {
    let jury: JuryID
    let candidacy: CandidacyID
  }

  private mutating func add(
    _ jury: JuryID, _ record: CandidacyRecord?, on day: CalendarDate,
    _ count: (inout Outcomes) -> Void
  ) {
    count(&outcomes)
    var session = bySession[jury] ?? (day, Outcomes())
    session.day = min(session.day, day)
    count(&session.outcomes)
    bySession[jury] = session
    if let pathway = record?.pathway(on: day) { count(&byPathway[pathway, default: Outcomes()]) }
  }

  /// A person and a certification.
  private struct Aim: Hashable {
    let person: CandidateID
    let certification: CertificationCode
  }

  /// Counts the first presentations of the period: of each person and certification, and of each candidacy.
  private mutating func countFirst(
    _ presentations: [Presentation], _ records: [CandidacyID: CandidacyRecord],
    in state: LedgerState
  ) {
    var firstOfAim: [Aim: Presentation] = [:]
    var firstOfCandidacy: [CandidacyID: Presentation] = [:]
    for presentation in presentations {
      let id = presentation.candidacy
      guard let enrolment = records[id]?.enrolment?.value else { continue }
      let aim = Aim(
        person: state.timeless.person(enrolment.candidate), certification: enrolment.certification)
      if firstOfAim[aim].map({ presentation.moment < $0.moment }) ?? true {
        firstOfAim[aim] = presentation
      }
      if firstOfCandidacy[id].map({ presentation.moment < $0.moment }) ?? true {
        firstOfCandidacy[id] = presentation
      }
    }
    let period = facts.period
    let first = firstOfAim.values.filter { presentation in
      period.contains(presentation.moment.day)
        && !state.wasPresented(before: presentation.moment, completedBy: presentation.candidacy)
    }
    firstPresentation = Share(first.count { $0.outcome == .certified }, of: first.count)
    admissibilityToJury = ReportedDelay(
      firstOfCandidacy.values.compactMap { presentation in
        let day = presentation.moment.day
        guard period.contains(day),
          let admitted = state.admissibilities(of: presentation.candidacy, on: day)
            .first(where: \.isFavourable)
        else { return nil }
        return admitted.firstDay.days(until: day)
      })
  }

  /// By day, then by id.
  ///
  /// - Parameter certification: the one whose juries are listed although they met no candidacy; nil: all.
  func sessions(of certification: CertificationCode?) -> [ReportedSession] {
    bySession.compactMap { jury, session in
      let code = facts.certification(of: jury)
      if session.outcomes.isEmpty, let certification, code != certification { return nil }
      return ReportedSession(
        jury: jury, certification: code, day: session.day, outcomes: session.outcomes)
    }.sorted { ($0.day, $0.jury) < ($1.day, $1.jury) }
  }

  /// In the vocabulary's order.
  var pathways: [ReportedPathway] {
    Pathway.allCases.compactMap { pathway in
      byPathway[pathway].map { ReportedPathway(pathway: pathway, outcomes: $0) }
    }
  }
}

extension LedgerState {
  /// Whether a candidacy that this one completes, directly or through others, was presented to a jury
  /// before a moment.
  fileprivate func wasPresented(before moment: Moment, completedBy id: CandidacyID) -> Bool {
    var visited: Set = [id]
    var earlier = records[id]?.enrolment?.value.completes
    while let candidacy = earlier, visited.insert(candidacy).inserted {
      let record = records[candidacy]
      let presentations = record?.presentations(of: candidacy, except: annulledJuries) ?? []
      if presentations.contains(where: { $0.moment < moment }) { return true }
      earlier = record?.enrolment?.value.completes
    }
    return false
  }
}
