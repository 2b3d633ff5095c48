/// When the tables of the lists are used, and how they are written.
package struct ListSettings: Sendable {
  /// The number of the derivation: raised with every change of what a row says, so that tables of another
  /// program are made anew.
  static let derivation = 1

  /// The fewest entries of a ledger with tables: below it a fold takes some 30 ms, and a question leaves the
  /// file's bytes alone.
  package var fewestEntries: Int64 = 10_000
  /// Candidacies written in one transaction, some 20 ms: others' appends wait no longer.
  package var batch = 2_000
  /// The entries since, at most, that are looked up one by one; more of them than one in
  /// ``entriesToLookUp`` of the log are cheaper in a fold.
  package var fewestLookedUp: Int64 = 64
  /// A candidacy read by subject and derived, 0.5 ms in a page and 1.2 ms among a thousand, costs no more than
  /// folding so many entries.
  package var entriesToLookUp: Int64 = 400

  package init() {}

  /// How many candidacies may be read alone before a fold of so many entries is cheaper.
  func mostAlone(of entries: Int64) -> Int {
    Int(max(fewestLookedUp, entries / entriesToLookUp))
  }
}
