package import Events

/// A certificate, whole or partial, and what became of its number.
package struct CertificateRecord: Sendable {
  /// What few certificates have.
  private struct Details: Blank {
    var blocks: [BlockCode]?
    var replacedBy: CertificateNumber?
    var duplicatedOn: [CalendarDate] = []
  }

  package let number: CertificateNumber
  private let packed: PackedMoment
  @Apart private var details: Details

  fileprivate init(number: CertificateNumber, blocks: [BlockCode]?, moment: Moment) {
    self.number = number
    packed = PackedMoment(moment)
    if let blocks { details = Details(blocks: blocks) }
  }

  /// Its issue, or the reissue that gave it this number.
  package var moment: Moment { packed.moment }
  /// The blocks of a partial certificate; nil for one of the whole certification.
  package var blocks: [BlockCode]? { $details.isBlank ? nil : details.blocks }
  /// The number that replaced it; nil while it is in force.
  package var replacedBy: CertificateNumber? { $details.isBlank ? nil : details.replacedBy }
  /// The days on which a second copy was given.
  package var duplicatedOn: [CalendarDate] { details.duplicatedOn }

  fileprivate mutating func replace(by number: CertificateNumber) { details.replacedBy = number }

  fileprivate mutating func duplicate(on day: CalendarDate) { details.duplicatedOn.append(day) }
}

extension CandidacyRecord {
  /// The current certificate of the whole certification, with the day of its issue.
  package var certificate: Dated<CertificateNumber>? {
    currentCertificate.map {
      let record = certificates[Int($0)]
      return Dated(value: record.number, moment: record.moment)
    }
  }

  mutating func issue(_ data: CertificateIssued, _ moment: Moment) {
    currentCertificate = Int32(certificates.count)
    certificates.append(CertificateRecord(number: data.number, blocks: nil, moment: moment))
  }

  mutating func issue(_ data: PartialCertificateIssued, _ moment: Moment) {
    certificates.append(
      CertificateRecord(number: data.number, blocks: data.blocks.elements, moment: moment))
  }

  /// Replaces the number of a certificate in force, whole or partial: of the one that has the number
  /// replaced, whatever its case.
  mutating func reissue(_ data: CertificateReissued, _ moment: Moment) {
    guard let index = indexInForce(of: data.replaces) else { return }
    // The current certificate is in force: it has this number only if some certificate in force does.
    if let current = certificate, current.value.isSame(as: data.replaces) {
      currentCertificate = Int32(certificates.count)
    }
    certificates[index].replace(by: data.number)
    certificates.append(
      CertificateRecord(number: data.number, blocks: certificates[index].blocks, moment: moment))
  }

  mutating func duplicate(_ data: CertificateDuplicated, _ moment: Moment) {
    if let index = indexInForce(of: data.number) {
      certificates[index].duplicate(on: moment.day)
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
