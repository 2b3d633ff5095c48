internal import EventLog
internal import Events
internal import Vault

/// The index of names of a vault, brought up to the end of its log.
///
/// The vault keeps how far the log was read (``NameIndexMark``); what follows is read at each search, so a
/// process that ends between sealing, recording and searching does no harm. An
/// index of another log, of another edition, or none, is made from all names.
///
/// The index finds ids under which a name was recorded. Whoever asks opens the person's identity then: merges
/// of persons need no row.
///
/// Cost: index reads for what is new; the first time, an opening of every identity.
struct NameIndex {
  private let log: any EventLog
  private let vault: Vault
  /// Candidates whose names changed and are not in the index, or not yet.
  private var unindexed: Set<CandidateID> = []

  /// The largest number of changed names that are read one by one; beyond it the index is made anew.
  private static var limit: Int { 1_000 }
  /// The number of new names that are looked at beside the index, so that not every registration writes to
  /// the vault twice; names that replace others are written at once.
  private static var batch: Int { 16 }
  /// The number of positions after which the mark is moved though no name changed.
  private static var markInterval: Int64 { 1_000 }

  /// - Parameter isMade: whether an index that does not exist is made, which takes seconds for 100,000 names.
  /// - Returns: nil if no index can answer: of an earlier day or knowledge, where the vault cannot be
  ///   written, or where the vault refuses some persons.
  /// - Throws: ``LogFailure``, ``VaultFailure``.
  init?(
    of log: any EventLog, on day: CalendarDate, known: Position, opening vault: Vault,
    isMade: Bool = true, progress: (Int) -> Void = { _ in }
  ) throws {
    self.log = log
    self.vault = vault
    if vault.refusesPersons { return nil }
    let last = try log.head().last
    guard let mark = try broughtUp(to: last, mayMake: isMade && known == last, progress) else {
      return nil
    }
    guard known.number >= mark.changed, Int64(day.dayNumber) >= mark.latest else { return nil }
  }

  /// The ids of candidates under which a name with all of these words may be recorded, those whose names
  /// cannot be read among them.
  ///
  /// - Returns: nil if the index turns out to be damaged.
  func candidates(with words: Set<String>) throws(VaultFailure) -> Set<CandidateID>? {
    guard let found = try vault.candidates(named: words),
      let unreadable = try vault.candidates(named: [NameEntries.unreadable])
    else { return nil }
    return unindexed.union(found).union(unreadable)
  }

  private mutating func broughtUp(
    to last: Position, mayMake: Bool, _ progress: (Int) -> Void
  ) throws -> NameIndexMark? {
    guard let leaf = try log.leaf(at: last.number, last) else { return nil }
    guard let old = try vault.nameIndexMark(), old.edition == Identity.foldedWordsEdition,
      try log.leaf(at: old.through, last) == old.leaf
    else {
      return mayMake ? try made(through: last, leaf, progress) : nil
    }
    let changes = try NameChanges(in: log, from: Position(old.through + 1), through: last)
    if changes.candidates.count > Self.limit {
      return mayMake ? try made(through: last, leaf, progress) : nil
    }
    let entries = try NameEntries(of: changes.candidates, in: log, through: last)
    let mark = NameIndexMark(
      edition: old.edition, through: last.number, leaf: leaf,
      changed: changes.changed ?? old.changed, latest: max(old.latest, entries.latest))
    if changes.candidates.count < Self.batch, !changes.isReplacing,
      last.number - old.through < Self.markInterval
    {
      unindexed = changes.candidates
      return mark
    }
    guard let names = try entries.words(of: changes.candidates, opening: vault) else { return nil }
    do throws(VaultFailure) {
      guard vault.canChangeNames else { throw .readOnly }
      // Another process that moved the mark may not have had all of these.
      if try !vault.changeNames(names, from: old, to: mark) { unindexed = changes.candidates }
    } catch {
      // Not written, on a full disk for example: these are looked at beside the index.
      unindexed = changes.candidates
    }
    return mark
  }

  /// Makes the whole index.
  private func made(
    through last: Position, _ leaf: [UInt8], _ progress: (Int) -> Void
  ) throws -> NameIndexMark? {
    guard vault.canChangeNames else { return nil }
    let erasures = try vault.erasureCount()
    let entries = try NameEntries(of: log, through: last)
    // Sorted as the vault's keys are, whose pages are then read one after the other.
    let candidates = entries.current.keys.sorted()
    guard let names = try entries.words(of: candidates, opening: vault, progress: progress)
    else { return nil }
    let mark = NameIndexMark(
      edition: Identity.foldedWordsEdition, through: last.number, leaf: leaf,
      changed: try NameChanges.last(in: log, through: last), latest: entries.latest)
    do throws(VaultFailure) {
      return try vault.makeNameIndex(names, mark, ifErasures: erasures) ? mark : nil
    } catch {
      switch error {
      case .busy, .readOnly, .full: return nil
      default: throw error
      }
    }
  }
}
