public import Events

/// What each event of a candidacy changed.
public enum Timeline {
  /// The events that bear the candidacy among their subjects, in the order given, each with the state
  /// before and after it.
  ///
  /// An event that refers to the candidacy from another (one that completes it) is among them; an
  /// annulment too, and the event it annuls, neither with any effect: what is known is known throughout.
  ///
  /// Cost: one fold, and two derivations for each event listed.
  ///
  /// - Parameters:
  ///   - events: those that bear on the candidacy, or more, in fold order (day, then position), none
  ///     that occurred after the day asked or came in after what is known.
  ///   - timeless: gathered from the events known, whatever their day.
  public static func entries(
    of candidacy: CandidacyID, in events: [Envelope], timeless: TimelessFacts
  ) -> [TimelineEntry] {
    var state = LedgerState(timeless)
    var entries: [TimelineEntry] = []
    for envelope in events {
      let event = envelope.event
      guard event.fact.subjects.contains(.candidacy(candidacy)) else {
        state.apply(envelope)
        continue
      }
      let before = state.candidacy(candidacy, on: event.occurredOn)
      state.apply(envelope)
      entries.append(
        TimelineEntry(
          envelope, annulled: timeless.annulled.contains(event.id), before: before,
          after: state.candidacy(candidacy, on: event.occurredOn)))
    }
    return entries
  }
}
