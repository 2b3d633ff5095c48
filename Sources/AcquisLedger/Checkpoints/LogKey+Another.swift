internal import Cryptography
public import EventLog
internal import Events
internal import Files
public import TransparencyLog

extension LogKey {
  /// Creates another key after the signing key was lost, and immediately signs the log's state with it, so
  /// that the notes show its first size. The lost key's notes stay, verified by its public key.
  ///
  /// If several processes call this, one succeeds and the others fail. A process that is killed leaves
  /// either no key, or one that can sign.
  ///
  /// Cost: that of ``sign(stateOf:timeout:)``.
  ///
  /// - Parameters:
  ///   - former: public keys that have signed, for a ledger whose file of public keys is lost too; the
  ///     name of each is derived from its key.
  ///   - timeout: seconds to wait for another process.
  /// - Returns: the new note.
  /// - Throws: ``SigningFailure/keyThere``, ``SigningFailure/formerKeyUnknown``, ``Discontinuity`` where
  ///   the log does not continue the last state signed, and the errors of signing. No key is created
  ///   then, unless only the signature failed.
  public static func makeAnother(
    beside ledger: String, for log: some EventLog, after former: [VerifierKey] = [],
    timeout: Int = timeout
  ) throws -> SignedNote {
    do {
      let folder = DurableFile(path: file(ledger).folder)
      return try folder.locked(timeout: timeout) {
        guard !file(ledger).exists else { throw SigningFailure.keyThere }
        let kept = try VerifierKeys.stored(beside: ledger)
        let known = VerifierKeys(former).followed(by: kept?.keys ?? [])
        try checkLastSigned(beside: ledger, log, known)
        let seed = try newSeed()
        // Written first: a key that signs must be listed; a listed key that was not created is harmless.
        try known.followed(by: [key(of: seed).verifier]).write(beside: ledger)
        try write(seed, to: file(ledger))
        return try LogKey(beside: ledger).sign(stateOf: log, timeout: timeout)
      }
    } catch let failure as FileFailure {
      throw SigningFailure(failure, .key)
    }
  }

  /// Checks that the log continues the last state signed, as signing does.
  private static func checkLastSigned(
    beside ledger: String, _ log: some EventLog, _ known: VerifierKeys
  ) throws {
    guard let last = try SignedCheckpoints(beside: ledger).notes.last else { return }
    guard !known.isEmpty else { throw SigningFailure.formerKeyUnknown }
    guard let last else { throw Discontinuity.notGenuine }
    try log.checkGrowth(since: known.signature(of: last).checkpoint, to: log.head())
  }
}
