public import Events

/// Derives what each event of a candidacy changed.
public enum Timeline {
  /// The events with the candidacy among their subjects, in the order given, each with the state
  /// before and after it.
  ///
  /// They include an event of another candidacy that refers to this one (by `completes`), and a
  /// jury's annulment, which names no candidacy, where it changed this one. An
  /// annulment and the event that it annuls are listed without effect, because an annulment applies
  /// to every day.
  ///
  /// Cost: one fold, and two derivations for each event listed.
  ///
  /// - Parameters:
  ///   - events: the events that concern the candidacy, or more, in fold order (day, then
  ///     position); only those that occurred by the day asked and are known.
  ///   - timeless: built from the known events of any day.
  public static func entries(
    of candidacy: CandidacyID, in events: [Envelope], timeless: TimelessFacts
  ) -> [TimelineEntry] {
    var state = LedgerState(timeless)
    var entries: [TimelineEntry] = []
    for envelope in events {
      let event = envelope.event
      let isNamed = event.fact.subjects.contains(.candidacy(candidacy))
      guard isNamed || event.fact.type == .juryAnnulled else {
        state.apply(envelope)
        continue
      }
      let before = state.candidacy(candidacy, on: event.occurredOn)
      state.apply(envelope)
      let after = state.candidacy(candidacy, on: event.occurredOn)
      guard isNamed || before != after else { continue }
      entries.append(
        TimelineEntry(
          envelope, annulled: timeless.annulled.contains(event.id), before: before, after: after))
    }
    return entries
  }
}
