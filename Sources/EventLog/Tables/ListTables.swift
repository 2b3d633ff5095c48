package import Events

/// A log whose store can keep tables beside the events, derived from them, from which the lists of today are
/// read without a fold.
///
/// The store keeps rows and knows nothing of their derivation. Whoever derives them names what they are built
/// for (``TableStamp``); every call but the first answers nil, or false and changes nothing, if the tables are not
/// those of the stamp given. An append changes no table: what follows the stamp's position is not in them.
///
/// The tables may be deleted at any time. A call that writes waits for no lock longer than 200 ms.
package protocol ListTables: EventLog {
  /// The tables there are; nil if there are none or their columns or indexes are not those of this program.
  func tableState() throws(LogFailure) -> TableState?

  /// The latest day of the entries up to a position; nil without any.
  func latestDay(through: Position) throws(LogFailure) -> CalendarDate?

  /// Deletes whatever tables there are and begins others, without rows.
  ///
  /// - Parameter found: the state that the caller saw.
  func beginTables(_ stamp: TableStamp, replacing found: TableState?) throws(LogFailure) -> Bool

  /// Adds the next candidacies, ascending by id, to tables that are being built.
  ///
  /// - Parameters:
  ///   - last: the last one written before.
  ///   - isLast: whether no other follows.
  func addToTables(
    _ rows: [CandidacyRows], of stamp: TableStamp, after last: CandidacyID?, isLast: Bool
  ) throws(LogFailure) -> Bool

  /// Replaces the rows of some candidacies in whole tables, which are then built for another stamp.
  func replaceInTables(
    _ rows: [CandidacyRows], from old: TableStamp, to new: TableStamp
  ) throws(LogFailure) -> Bool

  /// The candidacies of a part of a list.
  func matches(_ query: StandingQuery, in stamp: TableStamp) throws(LogFailure) -> [StandingMatch]?

  /// Last days, by day, then by candidacy, then by kind.
  func dues(_ query: DueQuery, limit: Int, in stamp: TableStamp) throws(LogFailure) -> [DueMatch]?

  /// How many last days there are.
  func dueCount(_ query: DueQuery, in stamp: TableStamp) throws(LogFailure) -> Int?

  /// How many candidacies there are of each status and certification on a day.
  func counts(
    on day: CalendarDate, in stamp: TableStamp
  ) throws(LogFailure) -> [StandingKind: Int]?

  /// How many awards there are that the statistics do not tell apart.
  ///
  /// - Parameter certification: nil: of every certification.
  func awards(
    of certification: CertificationCode?, in stamp: TableStamp
  ) throws(LogFailure) -> [AwardRow: Int]?

  /// Every row of some candidacies; of one without rows, none.
  func rows(
    of candidacies: [CandidacyID], in stamp: TableStamp
  ) throws(LogFailure) -> [CandidacyRows]?

  /// How many rows say nothing that this program can have written, for a verification.
  ///
  /// Cost: a scan of the tables.
  func unreadableRows(in stamp: TableStamp) throws(LogFailure) -> Int?

  /// The candidacies that have any row, from the first after one, ascending.
  func candidacies(
    after last: CandidacyID?, limit: Int, in stamp: TableStamp
  ) throws(LogFailure) -> [CandidacyID]?
}
