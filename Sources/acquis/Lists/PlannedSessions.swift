internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

/// The sessions of juries that are still to come, for a list of windows: which one is the next in time.
struct PlannedSessions {
  private struct Session {
    let jury: JuryID
    let certification: CertificationCode
    var day: CalendarDate
  }

  /// By day.
  private let sessions: [Session]

  /// Cost: a reading of what convenes and moves sessions, then of the juries that any of it plans from the day on.
  ///
  /// - Throws: `LogFailure`.
  init(_ question: Question) throws {
    var query = EventQuery(types: [.juryConvened, .juryRescheduled], through: question.known)
    query.checksHashes = false
    var planned: Set<JuryID> = []
    for entry in try question.log.events(query) {
      if case .juryConvened(let data) = entry.event.fact, data.sessionOn >= question.on {
        planned.insert(data.jury)
      } else if case .juryRescheduled(let data) = entry.event.fact, data.sessionOn >= question.on {
        planned.insert(data.jury)
      }
    }
    guard !planned.isEmpty else {
      sessions = []
      return
    }
    let entries = try question.log.events(
      EventQuery(
        subjects: planned.sorted().map { .jury($0) },
        types: [.juryConvened, .juryRescheduled, .juryCancelled, .juryAnnulled, .eventAnnulled],
        through: question.known, order: .fold))
    let annulled = TimelessFacts(entries).annulled
    var found: [JuryID: Session] = [:]
    for entry in entries
    where entry.event.occurredOn <= question.on && !annulled.contains(entry.event.id) {
      if case .juryConvened(let data) = entry.event.fact {
        found[data.jury] = Session(
          jury: data.jury, certification: data.certification, day: data.sessionOn)
      } else if case .juryRescheduled(let data) = entry.event.fact {
        found[data.jury]?.day = data.sessionOn
      } else if case .juryCancelled(let data) = entry.event.fact {
        found[data.jury] = nil
      } else if case .juryAnnulled(let data) = entry.event.fact {
        found[data.jury] = nil
      }
    }
    sessions = found.values.filter { $0.day >= question.on }
      .sorted { ($0.day, $0.jury) < ($1.day, $1.jury) }
  }

  /// The first session for the certification before the window's end; empty where none is convened.
  func cell(_ state: CandidacyState) -> ListCell {
    guard state.window.status == .open,
      let next = sessions.first(where: { $0.certification == state.certification }),
      state.window.lastDay.map({ next.day <= $0 }) ?? true
    else { return .empty }
    let day = next.day.inTable
    return .word(
      next.jury.text,
      Text("\(next.jury) (\(day.french))", "\(next.jury) (\(day.english))"))
  }
}
