internal import AcquisLedger
internal import Cryptography
internal import Events
internal import TransparencyLog

extension Command {
  /// `audit key|checkpoint|prove|consistency|check|verify`
  static let audit = Command(
    name: "audit",
    summary: Text(
      "prouve que rien n’a été changé : clé, points de contrôle, preuves, vérification",
      "proves that nothing was changed: key, checkpoints, proofs, verification"),
    commands: [
      .auditKey, .auditCheckpoint, .auditProve, .auditConsistency, .auditCheck, .auditVerify,
    ],
    example: "acquis audit verify"
  ) { invocation in
    throw Failure.usage(
      Text(
        "un second mot est attendu : \(invocation.command.shownUsage.french)",
        "a second word is expected: \(invocation.command.shownUsage.english)"))
  }
}

extension Invocation {
  /// An argument read as a position or a size.
  ///
  /// - Throws: ``Failure/usage(_:)`` naming it.
  func size(_ name: String) throws(Failure) -> UInt64 {
    guard let text = argument(name), let size = UInt64(text), size <= Int64.max else {
      throw .usage(
        Text("\(name) : un nombre entier est attendu", "\(name): expected a whole number"))
    }
    return size
  }

  /// - Throws: ``Failure/unknown(_:)`` if the log has fewer events.
  func check(size: UInt64, of last: UInt64) throws(Failure) {
    guard size <= last else {
      throw .unknown(
        Text(
          "le registre n’a que \(Text.count(last, .entry).french), et non \(size)",
          "the ledger has \(last) events, not \(size)"))
    }
  }
}

extension Failure {
  /// Runs a step that makes a proof; its ``ProofFailure`` becomes ``Failure/input(_:)``.
  static func proving<Value>(_ step: () throws -> Value) throws -> Value {
    do { return try step() } catch let failure as ProofFailure {
      throw Failure.input(failure.text)
    }
  }
}
