internal import Cryptography
package import Events
internal import Synchronization

/// How far, and of what, the index of names of a vault was made.
package struct NameIndexMark: Equatable, Sendable {
  /// The edition of the folding of words; an index of another one is made again.
  package let edition: Int
  /// The last position of the log that was read.
  package let through: Int64
  /// The leaf hash of the event at that position, as in ``Comparison``.
  package let leaf: [UInt8]
  /// The last position that changed a name: the index answers no question of an earlier knowledge.
  package let changed: Int64
  /// The last day, in days since 1970-01-01, of a name that was of the past when it was recorded: the index
  /// answers no question of an earlier day.
  package let latest: Int64

  package init(edition: Int, through: Int64, leaf: [UInt8], changed: Int64, latest: Int64) {
    self.edition = edition
    self.through = through
    self.leaf = leaf
    self.changed = changed
    self.latest = latest
  }
}

/// A candidate and the folded words of their names.
package struct NamedCandidate: Sendable {
  package let candidate: CandidateID
  package let words: Set<String>

  package init(_ candidate: CandidateID, words: Set<String>) {
    self.candidate = candidate
    self.words = words
  }
}

extension Vault {
  /// How far the index of names was made; nil if there is none.
  package func nameIndexMark() throws(VaultFailure) -> NameIndexMark? {
    try state.withLock { (vault) throws(VaultFailure) in try vault.ring.store.nameIndex()?.mark }
  }

  /// The number of persons erased, to be passed to ``makeNameIndex(_:_:ifErasures:)``.
  package func erasureCount() throws(VaultFailure) -> Int64 {
    try state.withLock { (vault) throws(VaultFailure) in try vault.ring.store.erasures() }
  }

  /// Whether the file has room for so many keys; whether their number is near it is not read.
  package func hasRoom(forKeys count: Int) throws(VaultFailure) -> Bool {
    try state.withLock { (vault) throws(VaultFailure) in
      try vault.ring.store.roomForKeys() >= Int64(count)
    }
  }

  /// Whether some persons are refused, because the vault does not match the log.
  package var refusesPersons: Bool { state.withLock { !$0.ring.mismatches.isEmpty } }

  /// Whether the index can be changed now: nothing is being sealed, and the file can be written. Does not wait
  /// for another process's lock.
  package var canChangeNames: Bool {
    state.withLock { vault in
      if vault.ring.isInBatch { return false }
      do throws(VaultFailure) {
        try vault.ring.store.setTimeout(seconds: 0)
        defer { try? vault.ring.store.setTimeout(seconds: vault.ring.store.timeout) }
        try vault.ring.store.begin()
        vault.ring.store.rollback()
        return true
      } catch {
        return false
      }
    }
  }

  /// The candidates whose indexed names have all of these folded words; nil if there is no index, or it is
  /// damaged.
  ///
  /// The index may be behind the log: see ``nameIndexMark()``.
  ///
  /// Cost: some microseconds for each candidate who has the rarest of the words.
  package func candidates(
    named words: Set<String>
  ) throws(VaultFailure) -> [CandidateID]? {
    try state.withLock { (vault) throws(VaultFailure) in
      // One state of the file, unless a batch holds its write lock already.
      let isReading = !vault.ring.isInBatch
      if isReading { try vault.ring.store.beginReading() }
      defer { if isReading { vault.ring.store.rollback() } }
      try vault.ring.reloadIfChanged()
      guard let postings = try vault.ring.namePostings() else { return nil }
      do throws(VaultFailure) {
        var candidates: [CandidateID] = []
        for person in try postings.persons(with: words) {
          guard let candidate = try? CandidateID(person) else { return nil }
          candidates.append(candidate)
        }
        return candidates
      } catch {
        guard error == .notAuthentic else { throw error }
        return nil
      }
    }
  }

  /// Gives candidates other words, and moves the mark. One who has no key, because they were erased
  /// meanwhile, gets none.
  ///
  /// - Parameter old: the mark from which the names follow.
  /// - Returns: false, and nothing is changed, if the mark is another one now.
  /// - Throws: ``VaultFailure``; nothing was changed then.
  package func changeNames(
    _ names: [NamedCandidate], from old: NameIndexMark, to mark: NameIndexMark
  ) throws(VaultFailure) -> Bool {
    try state.withLock { (vault) throws(VaultFailure) in
      var isChanged = false
      try vault.ring.transaction { (ring) throws(VaultFailure) in
        guard try ring.store.nameIndex()?.mark == old else { return }
        try ring.changeNames { (postings) throws(VaultFailure) in
          for name in names {
            let isKept = try ring.store.keys(of: .candidate(name.candidate)) != nil
            try postings.replace(name.candidate.text, with: isKept ? name.words : [])
          }
          try ring.store.keep(mark)
          isChanged = true
        }
      }
      return isChanged
    }
  }

  /// Makes the index of all names under new keys, in place of any other.
  ///
  /// Cost: some 20 µs a candidate, during 12 of which nobody else can write to the vault; memory for all
  /// labels.
  ///
  /// - Parameters:
  ///   - names: each candidate once.
  ///   - erasures: how many persons were erased before the names were opened.
  /// - Returns: false, and nothing is changed, if a person was erased since.
  package func makeNameIndex(
    _ names: [NamedCandidate], _ mark: NameIndexMark, ifErasures erasures: Int64
  ) throws(VaultFailure) -> Bool {
    try state.withLock { (vault) throws(VaultFailure) in
      let made = try NameIndexRows(of: names)
      var isMade = false
      try vault.ring.transaction { (ring) throws(VaultFailure) in
        guard try ring.store.erasures() == erasures else { return }
        try ring.store.emptyNames()
        try ring.store.keep(mark, keys: made.codes.wrapped(by: ring.wrapper))
        try made.insert(into: ring.store)
        isMade = true
      }
      return isMade
    }
  }
}
