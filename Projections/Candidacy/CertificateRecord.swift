package import Events

/// A certificate, whole or partial, and what became of its number.
package struct CertificateRecord: Sendable {
  package let number: CertificateNumber
  /// The blocks of a partial certificate; nil for one of the whole certification.
  package let blocks: [BlockCode]?
  /// Its issue, or the reissue that gave it this number.
  package let moment: Moment
  /// The number that replaced it; nil while it is in force.
  package fileprivate(set) var replacedBy: CertificateNumber?
  /// The days on which a second copy was given.
  package fileprivate(set) var duplicatedOn: [CalendarDate] = []
}

extension CandidacyRecord {
  mutating func issue(_ data: CertificateIssued, _ moment: Moment) {
    certificate = Dated(value: data.number, moment: moment)
    certificates.append(CertificateRecord(number: data.number, blocks: nil, moment: moment))
  }

  mutating func issue(_ data: PartialCertificateIssued, _ moment: Moment) {
    certificates.append(
      CertificateRecord(number: data.number, blocks: data.blocks.elements, moment: moment))
  }

  /// Replaces the number of a certificate in force, whole or partial: of the one that has the number
  /// replaced, whatever its case.
  mutating func reissue(_ data: CertificateReissued, _ moment: Moment) {
    if let current = certificate, current.value.isSame(as: data.replaces) {
      certificate = Dated(value: data.number, moment: moment)
    }
    guard let index = indexInForce(of: data.replaces) else { return }
    certificates[index].replacedBy = data.number
    certificates.append(
      CertificateRecord(number: data.number, blocks: certificates[index].blocks, moment: moment))
  }

  mutating func duplicate(_ data: CertificateDuplicated, _ moment: Moment) {
    if let index = indexInForce(of: data.number) {
      certificates[index].duplicatedOn.append(moment.day)
    }
  }

  /// The blocks of the partial certificate in force with a number; nil if there is none.
  package func partialBlocks(of number: CertificateNumber) -> [BlockCode]? {
    indexInForce(of: number).flatMap { certificates[$0].blocks }
  }

  private func indexInForce(of number: CertificateNumber) -> Int? {
    certificates.lastIndex { $0.replacedBy == nil && $0.number.isSame(as: number) }
  }
}
