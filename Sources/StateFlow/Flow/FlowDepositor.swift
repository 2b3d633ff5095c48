public import AcquisLedger
public import Events

/// Why it cannot be told who deposits a flow.
public enum DepositorFailure: Error, Hashable, Sendable {
  /// The certifier of a certification is not described.
  case notDescribed(CertificationCode)
  /// The description of a certifier has no ids of the Caisse des Dépôts.
  case noIDs(CertificationCode, SIRET)
  /// The certifications are of several depositors, and a flow has one.
  case several([CertificationCode])
}

extension Question {
  /// Who deposits the flow of some certifications: what the certifier of each had recorded by the day.
  ///
  /// Cost: a few index reads a certification.
  ///
  /// - Parameter certifications: at least one.
  /// - Throws: ``DepositorFailure``, ``LogFailure``.
  public func depositor(of certifications: [CertificationCode]) throws -> Depositor {
    var found: [Depositor] = []
    for certification in certifications {
      guard let described = try certifier(of: certification)?.description else {
        throw DepositorFailure.notDescribed(certification)
      }
      guard let depositor = described.depositor else {
        throw DepositorFailure.noIDs(certification, described.certifier.siret)
      }
      if !found.contains(depositor) { found.append(depositor) }
    }
    guard let depositor = found.first, found.count == 1 else {
      throw DepositorFailure.several(certifications)
    }
    return depositor
  }
}
