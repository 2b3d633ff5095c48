internal import EventLog
internal import Events
internal import Projections

/// Makes the tables of a log from one fold of it.
///
/// They are written in transactions of some thousand candidacies, ascending by id, so that no append waits for
/// long. What a killed process left is gone on with if it is built for the same position, else begun anew;
/// several processes that build for the same position write in turns.
enum TableBuild {
  /// Makes the tables, as far as they may be written: whatever hinders it leaves tables that are made another
  /// time.
  ///
  /// Cost: some 6 s a million candidacies beyond the fold.
  static func run(from replay: Replay, in log: any EventLog, _ settings: ListSettings) {
    guard let log = log as? any ListTables, replay.events == Int(replay.known.number) else {
      return
    }
    do {
      guard let latest = try log.latestDay(through: replay.known) else { return }
      let stamp = TableStamp(
        derivation: TodayTables.derivation, through: replay.known, latestDay: latest)
      try write(stamp, replay.state, in: log, settings)
    } catch {
      // Read-only, locked, full or damaged: the question is answered by the fold.
    }
  }

  private static func write(
    _ stamp: TableStamp, _ state: LedgerState, in log: any ListTables, _ settings: ListSettings
  ) throws {
    let found = try log.tableState()
    if found?.stamp != stamp {
      // Another program's process that knows more is at it, or was.
      if let found, found.stamp.derivation == stamp.derivation,
        found.stamp.through > stamp.through
      {
        return
      }
      guard try log.beginTables(stamp, replacing: found) else { return }
    }
    let ids = state.candidacies.sorted()
    while let built = try log.tableState(), built.stamp == stamp, !built.isWhole {
      let start = built.builtTo.map { last in ids.firstIndex { $0 > last } ?? ids.endIndex } ?? 0
      try writeRest(ids[start...], after: built.builtTo, stamp, state, in: log, settings)
    }
  }

  /// Writes batch after batch, until another process has written one.
  private static func writeRest(
    _ ids: ArraySlice<CandidacyID>, after last: CandidacyID?, _ stamp: TableStamp,
    _ state: LedgerState, in log: any ListTables, _ settings: ListSettings
  ) throws {
    var (rest, last) = (ids, last)
    while true {
      let batch = rest.prefix(settings.batch)
      rest = rest.dropFirst(settings.batch)
      let rows = batch.map { id in
        CandidacyRows(of: id, state.standings(of: id, from: stamp.latestDay))
      }
      let isWritten = try log.addToTables(rows, of: stamp, after: last, isLast: rest.isEmpty)
      if !isWritten || rest.isEmpty { return }
      last = batch.last
    }
  }
}
