public import Cryptography
public import Events
public import TransparencyLog

/// What a ledger states about its whole log at one size: the state that a document's proof leads to.
public struct LogStatement: Sendable {
  /// The key that signed it; where nothing is signed, the ledger's last key, and nil if none is known.
  public let key: VerifierKey?
  /// The number of entries.
  public let size: UInt64
  /// The root of their tree (RFC 9162).
  public let root: Digest
  /// The signed checkpoint of this size and root; nil where the key was not there to sign.
  public let note: SignedNote?
  /// The day in Paris on which the last of these entries was recorded; nil for an empty log.
  public let lastDay: CalendarDate?

  public init(
    key: VerifierKey?, size: UInt64, root: Digest, note: SignedNote?, lastDay: CalendarDate?
  ) {
    self.key = key
    self.size = size
    self.root = root
    self.note = note
    self.lastDay = lastDay
  }

  /// The log's name, which is that of its key; nil if no key is known.
  public var origin: String? { key?.name.text }
}
