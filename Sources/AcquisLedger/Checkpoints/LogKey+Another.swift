internal import Cryptography
public import EventLog
internal import Events
internal import Files
public import TransparencyLog

extension LogKey {
  /// Makes another key where the one that signed is lost, and signs the log's state with it at once, so
  /// that the notes show where it began. The lost one's notes stay, verified by its public half.
  ///
  /// One of several processes does it; the others fail. A process that is killed leaves either no key, or
  /// one that may sign.
  ///
  /// Cost: that of a signature.
  ///
  /// - Parameters:
  ///   - former: keys that have signed, for a ledger whose file of public keys is lost too; each is named
  ///     by itself.
  ///   - patience: for how many seconds another process is waited for.
  /// - Returns: the note signed.
  /// - Throws: ``SigningFailure/keyThere`` where a key is there, ``SigningFailure/formerKeyUnknown``,
  ///   ``Discontinuity`` where the log does not continue the last state signed, and what a signature
  ///   throws. No key is made then, unless the signature alone failed.
  public static func makeAnother(
    beside ledger: String, for log: some EventLog, after former: [VerifierKey] = [],
    patience: Int = patience
  ) throws -> SignedNote {
    do {
      let folder = DurableFile(path: file(ledger).folder)
      return try folder.locked(patience: patience) {
        guard !file(ledger).exists else { throw SigningFailure.keyThere }
        let kept = try VerifierKeys.stored(beside: ledger)
        let known = VerifierKeys(former).followed(by: kept?.keys ?? [])
        try checkLastSigned(beside: ledger, log, known)
        let seed = try newSeed()
        // First: a key that signs must be known, and one that was never made does no harm there.
        try known.followed(by: [key(of: seed).verifier]).write(beside: ledger)
        try write(seed, to: file(ledger))
        return try LogKey(beside: ledger).sign(stateOf: log, patience: patience)
      }
    } catch let failure as FileFailure {
      throw SigningFailure(failure, .key)
    }
  }

  /// Sees that the log continues what was signed last, as a signature would.
  private static func checkLastSigned(
    beside ledger: String, _ log: some EventLog, _ known: VerifierKeys
  ) throws {
    guard let last = try SignedCheckpoints(beside: ledger).notes.last else { return }
    guard !known.isEmpty else { throw SigningFailure.formerKeyUnknown }
    guard let last else { throw Discontinuity.notGenuine }
    try log.checkGrowth(since: known.signature(of: last).checkpoint, to: log.head())
  }
}
