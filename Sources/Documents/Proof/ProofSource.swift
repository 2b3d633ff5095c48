public import AcquisLedger
internal import Cryptography
internal import EventLog
public import Events
internal import TransparencyLog

/// Proves documents of one ledger. One value serves a whole folder of documents: the state of the log is
/// signed once.
public struct ProofSource: Sendable {
  private let log: any EventLog
  private let keys: VerifierKeys
  /// The statement that every document of this run is proved against; nil where nothing could be signed.
  private let signed: LogStatement?
  private let stored: SignedCheckpoints

  /// Signs the state of the log, as `audit checkpoint` does, or finds the note that is stored.
  ///
  /// - Parameter known: the state of knowledge that was asked for; the note stored at that size is used if
  ///   there is one. Nil: the log's end.
  /// - Throws: ``Discontinuity`` where the log does not continue what was signed; ``SigningFailure`` for a key
  ///   that may not sign. A key that is lost or not readable, and a folder that may not be written, are no
  ///   failure: an older note is used, or none.
  public init(_ ledger: Ledger, known: Position? = nil) throws {
    log = try ledger.log()
    // The notes before the keys, so that the key of each note is among the keys.
    stored = try ledger.signedCheckpoints()
    var keys = try Self.readableKeys(of: ledger)
    var note: SignedNote?
    if let known { note = try log.note(signedAt: UInt64(known.number), in: stored, by: keys) }
    if note == nil {
      do {
        note = try ledger.sign()
        keys = try ledger.verifierKeys()
      } catch SigningFailure.keyMissing, SigningFailure.notPermitted {}
    }
    self.keys = keys
    if let note { signed = try Self.statement(note, by: keys, log) } else { signed = nil }
  }

  /// The proof of a document.
  ///
  /// - Throws: ``Discontinuity/forked(signed:after:)`` where the log contradicts a stored note; the log's
  ///   failures.
  public func proof(of document: Document) throws -> DocumentProof {
    try DocumentProof(
      of: document.grounds, in: log, at: statement(covering: document.grounds))
  }

  /// The statement signed in this run, else the last stored one with all that the document rests on, else
  /// an unsigned one.
  private func statement(covering grounds: Document.Grounds) throws -> LogStatement {
    if let signed { return signed }
    let head = try log.head()
    let end = UInt64(head.last.number)
    let needed =
      switch grounds {
      case .entries(let positions): UInt64(positions.max()?.number ?? 0)
      // Tables rest on every entry.
      case .tables: end
      }
    for case let note? in stored.notes.reversed() {
      guard let size = try? Checkpoint(parsing: note.unverifiedText).size, needed...end ~= size,
        let genuine = try log.note(signedAt: size, in: stored, by: keys)
      else { continue }
      return try Self.statement(genuine, by: keys, log)
    }
    return LogStatement(
      key: keys.keys.last, size: end, root: head.root, note: nil,
      lastDay: head.lastRecordedAt?.dayInParis)
  }

  private static func readableKeys(of ledger: Ledger) throws -> VerifierKeys {
    do { return try ledger.verifierKeys() } catch SigningFailure.notPermitted {
      return VerifierKeys([])
    }
  }

  /// The statement in a note of this ledger's own.
  private static func statement(
    _ note: SignedNote, by keys: VerifierKeys, _ log: some EventLog
  ) throws -> LogStatement {
    let checkpoint = try Checkpoint(parsing: note.unverifiedText)
    guard
      let key = keys.keys.last(where: { key in
        key.name.text == checkpoint.origin && (try? note.verified(by: [key])) != nil
      })
    else { throw Discontinuity.foreignKey }
    let last = try log.event(at: Position(Int64(checkpoint.size)))
    return LogStatement(
      key: key, size: checkpoint.size, root: checkpoint.root, note: note,
      lastDay: last?.recordedAt.dayInParis)
  }
}
