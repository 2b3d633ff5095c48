internal import EventLog
internal import Events
internal import SQLite

extension LogFile {
  /// The certificates' numbers that differ from a number in case at most; nil for a ledger of
  /// format 1, which has no index of them.
  ///
  /// A number of ASCII characters is found by its name with their case ignored. SQLite knows no
  /// other case, so each number with other characters is read and compared: some microseconds.
  func certificates(like number: CertificateNumber) throws(LogFailure) -> [CertificateNumber]? {
    let folded = number.caseFolded
    return try sqlite { () throws(SQLiteFailure) -> [CertificateNumber]? in
      let format = try database.integer("PRAGMA user_version") ?? 1
      guard format != 1, format != Format.moved + 1 else { return nil }
      let alike = try Statement(
        """
        SELECT name FROM subject INDEXED BY certificate_by_name
        WHERE name COLLATE NOCASE = ? AND \(Format.isCertificate)
        """, on: database, isKept: false)
      // An ASCII number may fold like one that is not: the Kelvin sign folds to k.
      try alike.bind("certificate:" + String(decoding: folded, as: UTF8.self), at: 1)
      let beyondASCII = try Statement(
        """
        SELECT name FROM subject INDEXED BY certificate_beyond_ascii
        WHERE \(Format.isCertificateBeyondASCII)
        """, on: database, isKept: false)
      var found: [CertificateNumber] = []
      try Self.collect(alike, folded, &found)
      try Self.collect(beyondASCII, folded, &found)
      return found
    }
  }

  private static func collect(
    _ names: borrowing Statement, _ folded: [UInt8], _ found: inout [CertificateNumber]
  ) throws(SQLiteFailure) {
    while try names.step() {
      guard case .certificate(let number)? = try? Subject(names.text(0)),
        number.caseFolded == folded, !found.contains(number)
      else { continue }
      found.append(number)
    }
  }
}
