internal import Cryptography
public import EventLog
internal import Events
internal import TransparencyLog
public import Vault

/// A comparison of a log with the vault beside it: every recorded erasure must have its tombstone, and
/// every key that a text is sealed under must be in the vault or be destroyed.
///
/// The vault stores a mark of the last position compared, so that only later events are read: an older copy
/// of the vault has an older mark, and another ledger's vault has none that matches. The cost depends on
/// the number of new events, not on the log's length; the mark is moved after a thousand of them.
public struct VaultComparison: Sendable {
  public let mismatches: [Mismatch]
  /// How many sealed texts were read.
  public let texts: Int
  /// The mismatches as a failure with their numbers; nil if there are none.
  public let failure: VaultFailure?

  /// The number of new events after which the mark is moved; read in a millisecond.
  private static var markInterval: Int64 { 1_000 }

  /// Compares, moves the mark if that is due and the vault can be written, and has the vault refuse the
  /// persons for whom something does not match.
  ///
  /// - Parameter isWhole: whether the whole log is compared, ignoring the mark.
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
    for erasure in new.erasures {
      for person in try erasure.personsErased(in: log) where try vault.erasure(of: person) == nil {
        found.insert(.erasure(of: person))
      }
    }
    mismatches = Array(found)
    texts = new.texts
    if last.number - from.number >= Self.markInterval,
      let leaf = try log.leaf(at: last.number, last)
    {
      // If it cannot be written, on a full disk for example, the next comparison reads more.
      try? vault.keep(Comparison(through: last.number, leaf: leaf), mismatches)
    }
    failure = vault.refuse(mismatches)
  }
}

/// The new events of a log that concern a vault.
private struct NewEvents {
  /// The first text found that is sealed under a key.
  struct Text {
    let position: Position
    let member: MemberID?
  }

  private(set) var keys: [KeyID: Text] = [:]
  private(set) var erasures: [Envelope] = []
  private(set) var texts = 0

  init(in log: some EventLog, from: Position, through last: Position) throws {
    guard from <= last else { return }
    try log.read(EventQuery(from: from, through: last)) { stored in
      if ErasedPersons.types.contains(stored.type) { erasures.append(try stored.envelope()) }
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
  /// The hash of the event at a position; nil if the log is shorter.
  func leaf(at position: Int64, _ last: Position) throws -> [UInt8]? {
    guard 1...max(1, last.number) ~= position, position <= last.number,
      let address = NodeAddress(level: 0, index: UInt64(position - 1))
    else { return nil }
    return try node(address).bytes
  }

  /// The person that a text is about; nil if the log does not show it.
  fileprivate func person(of text: NewEvents.Text) throws -> Person? {
    if let member = text.member { return .member(member) }
    let subject = try read(at: text.position) { stored in
      try unsafe JSONValue(parsing: Array(stored.bytes)).concerned(stored.type)
    }
    switch subject ?? nil {
    case .candidate(let id): return .candidate(id)
    case .candidacy(let id): return try enrolment(of: id).map { .candidate($0.candidate) }
    case .certification, .jury, .certificate, .certifier, .member, nil: return nil
    }
  }
}
