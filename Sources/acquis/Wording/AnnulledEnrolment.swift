internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

/// The annulment of a candidacy's enrolment, which leaves the candidacy without a state.
struct AnnulledEnrolment {
  private let candidacy: CandidacyID
  /// The entry that annuls it.
  private let annulment: Envelope

  /// - Returns: nil where an enrolment in force is known, or none was annulled.
  /// - Throws: the log's failures.
  init?(of candidacy: CandidacyID, _ question: Question) throws {
    let events = try question.log.events(
      EventQuery(
        subjects: [.candidacy(candidacy)], types: [.candidateEnrolled, .eventAnnulled],
        through: question.known))
    let annulled = TimelessFacts(events).annulled
    var enrolments: Set<EventID> = []
    for envelope in events {
      guard case .candidateEnrolled(let data) = envelope.event.fact, data.candidacy == candidacy
      else { continue }
      guard annulled.contains(envelope.event.id) else { return nil }
      enrolments.insert(envelope.event.id)
    }
    let found = events.last { envelope in
      guard case .eventAnnulled(let data) = envelope.event.fact else { return false }
      return enrolments.contains(data.event) && !annulled.contains(envelope.event.id)
    }
    guard let found else { return nil }
    (self.candidacy, annulment) = (candidacy, found)
  }

  /// `D2 : inscription annulée le 12 juillet 2021 (position 72) : saisie deux fois`.
  ///
  /// - Throws: the log's failures, and the vault's.
  func sentence(_ texts: PersonalTexts) throws -> Text {
    let (day, position) = (annulment.event.occurredOn.text, annulment.position)
    let grounds = try texts.text(at: position, "grounds").value.map(Shown.onOneLine)
    return Text(
      "\(candidacy) : inscription annulée le \(day.french) (position \(position))"
        + (grounds.map { " : « \($0) »" } ?? ""),
      "\(candidacy): enrolment annulled on \(day.english) (position \(position))"
        + (grounds.map { ": “\($0)”" } ?? ""))
  }
}
