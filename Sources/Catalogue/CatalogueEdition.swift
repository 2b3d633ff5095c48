internal import Cryptography
public import Events

/// The editions of the catalogue. A ledger keeps the edition that it recorded: a later one is for
/// new ledgers only.
extension BuiltInCatalogue {
  /// The edition of ``events()``.
  static let currentEdition = "2026-2"

  /// The registrations of earlier editions, as the SHA-256 of their canonical data in hexadecimal.
  ///
  /// 2026-1: the first. 2026-2 corrects twelve labels and the bases of the pathways of 3474, and
  /// adds what the documents state beyond the fields of the first edition.
  private static let earlier: [(edition: String, digests: Set<String>)] = [
    (
      "2026-1",
      [
        "df9e707884ba73812bbb36bfaba5a75b7acace94fb8b9df3977146475b3859f8",
        "ac0e8c700aaaeb2ecd57a84b26c3281e8e6b76a18a96d6e8ab82f99fbd91d74a",
      ]
    )
  ]

  /// The edition of the catalogue that states a registration's data word for word, whatever the id
  /// and the recorder of its event; nil if none does.
  ///
  /// - Throws: only if the system's cryptography fails, or a literal here is invalid.
  public static func edition(of registration: CertificationRegistered) throws -> Edition? {
    if try events().contains(where: { $0.fact == .certificationRegistered(registration) }) {
      return try Edition(currentEdition)
    }
    var writer = CanonicalWriter()
    registration.write(to: &writer)
    let digest = try SHA256().digest(of: writer.bytes).description
    return try earlier.first { $0.digests.contains(digest) }.map { try Edition($0.edition) }
  }
}
