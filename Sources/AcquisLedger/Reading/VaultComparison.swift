internal import Cryptography
public import EventLog
internal import Events
internal import TransparencyLog
public import Vault

/// A log held against the vault beside it: every erasure has its tombstone, every key that a text is
/// sealed under is in the vault, or was destroyed.
///
/// The vault keeps how far this was found, so that only what came to the log since is read: an older
/// copy of the vault has an older mark, and one of another ledger none that fits. So the cost does not
/// grow with the log, but with what is new in it; the mark is moved once that is a thousand events.
public struct VaultComparison: Sendable {
  /// What does not match.
  public let mismatches: [Mismatch]
  /// How many sealed texts were read.
  public let texts: Int
  /// What does not match, with how many; nil where everything does.
  public let failure: VaultFailure?

  /// So many events may be new before the mark is moved: read in a millisecond.
  private static var most: Int64 { 1_000 }

  /// Compares, keeps the mark where that is due and possible, and has the vault refuse those whom
  /// something does not match for.
  ///
  /// - Parameter isWhole: whether everything is compared, whatever was before.
  /// - Throws: ``LogFailure``, ``VaultFailure``.
  public init(of log: some EventLog, with vault: Vault, isWhole: Bool = false) throws {
    let last = try log.head().last
    var mark = isWhole ? nil : try vault.comparison()
    if let through = mark?.through, try log.leaf(at: through, last) != mark?.leaf { mark = nil }
    let from = Position((mark?.through ?? 0) + 1)
    let new = try NewEvents(in: log, from: from, through: last)
    var found = mark == nil ? [] : Set(try vault.mismatches())
    for (key, text) in new.keys where try !vault.knows(key) {
      found.insert(.key(key, of: try log.person(of: text)))
    }
    for (candidate, position) in new.erasures {
      let ids = try PersonHistory(of: candidate, known: position, in: log)?.ids ?? [candidate]
      for id in ids where try vault.erasure(of: .candidate(id)) == nil {
        found.insert(.erasure(of: .candidate(id)))
      }
    }
    mismatches = Array(found)
    texts = new.texts
    if last.number - from.number >= Self.most, let leaf = try log.leaf(at: last.number, last) {
      // Kept by whoever can: a reader on a full disk compares again the next time.
      try? vault.keep(Comparison(through: last.number, leaf: leaf), mismatches)
    }
    failure = vault.refuse(mismatches)
  }
}

/// What came to a log that a vault must match.
private struct NewEvents {
  /// Where a text is sealed under a key: the first one met.
  struct Text {
    let position: Position
    let member: MemberID?
  }

  private(set) var keys: [KeyID: Text] = [:]
  private(set) var erasures: [(candidate: CandidateID, position: Position)] = []
  private(set) var texts = 0

  init(in log: some EventLog, from: Position, through last: Position) throws {
    guard from <= last else { return }
    try log.read(EventQuery(from: from, through: last)) { stored in
      if stored.type == .candidateIdentityErased,
        case .candidateIdentityErased(let data) = try stored.envelope().event.fact
      {
        erasures.append((data.candidate, stored.position))
      }
      for text in try stored.sealedTexts() {
        texts += 1
        if keys[text.key] == nil {
          keys[text.key] = Text(position: stored.position, member: text.member)
        }
      }
    }
  }
}

extension EventLog {
  /// The hash of the event at a position; nil where the log is shorter.
  fileprivate func leaf(at position: Int64, _ last: Position) throws -> [UInt8]? {
    guard 1...max(1, last.number) ~= position, position <= last.number,
      let address = NodeAddress(level: 0, index: UInt64(position - 1))
    else { return nil }
    return try node(address).bytes
  }

  /// Whose text it is; nil where the log does not say.
  fileprivate func person(of text: NewEvents.Text) throws -> Person? {
    if let member = text.member { return .member(member) }
    let subject = try read(at: text.position) { stored in
      try unsafe JSONValue(parsing: Array(stored.bytes)).concerned(stored.type)
    }
    switch subject ?? nil {
    case .candidate(let id): return .candidate(id)
    case .candidacy(let id): return try enrolment(of: id).map { .candidate($0.candidate) }
    case .certification, .jury, .certificate, nil: return nil
    }
  }
}
