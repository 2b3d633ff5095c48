package import EventLog
public import Events
internal import Projections

/// Why the tables for the lists are not what the entries give.
public enum TableDefect: Hashable, Sendable {
  /// They are built for entries that the log does not have, or for other days.
  case stamp
  /// They have rows that no program wrote.
  case unreadable
  /// The rows of this candidacy differ.
  case candidacy(CandidacyID)
}

extension TableDefect: TextConvertible {
  public var text: Text {
    switch self {
    case .stamp:
      Text(
        "les tables des listes disent venir d’entrées que le registre n’a pas",
        "the tables for the lists are of entries that the log does not have")
    case .unreadable:
      Text(
        "les tables des listes ont des lignes qu’aucun programme n’a écrites ; une fois `list_state` ôtée du "
          + "fichier, elles sont refaites",
        "the tables for the lists have rows that no program wrote; once `list_state` is dropped from the file "
          + "they are made anew")
    case .candidacy(let id):
      Text(
        "les tables des listes ne disent pas de \(id) ce que disent les entrées ; une fois `list_state` ôtée "
          + "du fichier, elles sont refaites",
        "the tables for the lists do not say of \(id) what the entries do; once `list_state` is dropped "
          + "from the file they are made anew")
    }
  }

  /// A word for programs.
  public var word: String { "tables" }
}

extension EventLog {
  /// The first difference of the tables for the lists from the entries that they are built for; nil without
  /// one, and without whole tables of this program.
  ///
  /// Cost: a fold of the log, and some 10 µs a candidacy.
  ///
  /// - Throws: ``LogFailure``.
  package func tableDefect(batch: Int = 2_000) throws -> TableDefect? {
    guard let log = self as? any ListTables, let state = try log.tableState(), state.isWhole,
      state.stamp.derivation == TodayTables.derivation
    else { return nil }
    let stamp = state.stamp
    guard stamp.through <= (try head().last),
      try log.latestDay(through: stamp.through) == stamp.latestDay
    else { return .stamp }
    guard let unreadable = try log.unreadableRows(in: stamp) else { return nil }
    if unreadable > 0 { return .unreadable }
    let day = stamp.latestDay
    let fold = try Replay(on: day, known: stamp.through, in: self).state
    var expected = fold.candidacies.sorted()[...]
    var last: CandidacyID?
    while true {
      guard let written = try log.candidacies(after: last, limit: batch, in: stamp) else {
        return nil
      }
      // What the tables have too much is written; what they lack is expected before it, or after the last.
      let end = written.count < batch ? nil : written.last
      let due = expected.prefix { id in end.map { id <= $0 } ?? true }
      expected = expected.dropFirst(due.count)
      let ids = Set(written).union(due).sorted()
      guard let rows = try log.rows(of: ids, in: stamp) else { return nil }
      for row in rows {
        let derived = CandidacyRows(of: row.candidacy, fold.standings(of: row.candidacy, from: day))
        if row.from(day) != derived { return .candidacy(row.candidacy) }
      }
      guard let end else { return nil }
      last = end
    }
  }
}

extension Ledger {
  /// The first difference of the tables for the lists from the entries.
  ///
  /// Cost: nothing without tables; with them, a fold of the log.
  ///
  /// - Throws: ``LogFailure``.
  public func tableDefect() throws -> TableDefect? { try log().tableDefect() }
}
