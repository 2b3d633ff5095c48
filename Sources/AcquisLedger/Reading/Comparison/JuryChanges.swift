internal import EventLog
internal import Events
internal import Projections

/// The registers of juries that differ between two states of knowledge.
///
/// A register depends on the entries about the jury, on the framework and the policies of its
/// certification, and on annulments, which are about what they annul: no other jury is read.
struct JuryChanges {
  private(set) var changes: [StateChange] = []
  /// How many are the same.
  let unchanged: Int

  init(
    _ entries: EntriesBetween, on day: CalendarDate, from: Position, to: Position,
    in log: some EventLog
  ) throws {
    var convened: Set<JuryID> = []
    var touched = entries.juries
    let conveneds = EventQuery(types: [.juryConvened], through: to, onOrBefore: day)
    try log.read(conveneds) { stored in
      guard case .juryConvened(let data) = try stored.envelope().event.fact else { return }
      convened.insert(data.jury)
      if entries.certifications.contains(data.certification) { touched.insert(data.jury) }
    }
    var changed = 0
    for jury in touched.sorted() {
      let found = JuryComparison.changes(
        try log.register(of: jury, on: day, known: from),
        try log.register(of: jury, on: day, known: to), on: day)
      if !found.isEmpty { changed += 1 }
      changes += found
    }
    unchanged = max(0, convened.count - changed)
  }
}
