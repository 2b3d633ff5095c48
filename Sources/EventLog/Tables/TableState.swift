package import Events

/// What a store's tables are built for: they answer for nothing else.
package struct TableStamp: Hashable, Sendable {
  /// The edition of the rules and the number of the derivation, ``Events/Edition`` and the caller's.
  package let derivation: String
  /// The last position derived from: what was known.
  package let through: Position
  /// The latest day of any entry up to there: the tables hold this day and every later one.
  package let latestDay: CalendarDate

  package init(derivation: String, through: Position, latestDay: CalendarDate) {
    self.derivation = derivation
    self.through = through
    self.latestDay = latestDay
  }
}

/// How far a store's tables are built.
package struct TableState: Hashable, Sendable {
  package let stamp: TableStamp
  /// The last candidacy written, by id, while they are being built: others follow. Nil before the first.
  package let builtTo: CandidacyID?
  /// Whether every candidacy is written.
  package let isWhole: Bool

  package init(stamp: TableStamp, builtTo: CandidacyID?, isWhole: Bool) {
    self.stamp = stamp
    self.builtTo = builtTo
    self.isWhole = isWhole
  }
}
