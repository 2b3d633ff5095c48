internal import AcquisLedger
internal import EventLog
internal import Events

extension Invocation {
  /// A certification of the ledger, as a person types it: `38052`, `rncp38052`.
  ///
  /// - Parameter name: of the argument or option, for an error.
  /// - Throws: ``Failure/usage(_:)`` for a text that is no code, ``Failure/input(_:)`` for one that the ledger
  ///   does not know, with near ones.
  func certification(
    _ name: String, _ text: String, in log: some EventLog
  ) throws -> CertificationCode {
    let meant = try RecordedNames(in: log).certification(typed: text)
    let code = try read(name, meant) { (text) throws(InvalidValue) in try CertificationCode(text) }
    try UnknownID.check(.certification(code), in: log)
    return code
  }

  /// The certification of `--certification`; nil without the option.
  ///
  /// - Throws: as ``certification(_:_:in:)``.
  func certification(in log: some EventLog) throws -> CertificationCode? {
    try option("certification").map { try certification("--certification", $0, in: log) }
  }
}
