public import Events

/// A certificate as one of the ledger's: whose it is, and whether it counts on the day asked.
public struct IssuedCertificate: Hashable, Sendable {
  /// What became of a certificate. The raw value is that of the JSON.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    case inForce
    /// Another number replaced it.
    case replaced
    /// The award that it was issued for was revoked.
    case revoked
    /// The award that it was issued for is annulled: someone is to look into it (R14).
    case unfounded
  }

  public let number: CertificateNumber
  public let candidacy: CandidacyID
  /// The person's current id, after merges.
  public let candidate: CandidateID
  public let certification: CertificationCode
  /// The day it was issued or reissued under this number.
  public let issuedOn: CalendarDate
  /// The event that gave it this number.
  public let position: Position
  /// The blocks of a partial certificate; nil for one of the whole certification.
  public let blocks: [BlockCode]?
  public let status: Status
  /// The number that replaced it; nil unless `replaced`.
  public let replacedBy: CertificateNumber?
  /// The rules that someone is to look into because of it; none if nothing is to review.
  public let toReview: [RuleID]
}

extension IssuedCertificate {
  /// The certificate in JSON; `blocks` is `null` for one of the whole certification.
  public var json: JSONValue {
    [
      "number": .string(number.text),
      "kind": .string(kind.rawValue),
      "candidacy": .string(candidacy.text),
      "candidate": .string(candidate.text),
      "certification": .string(certification.text),
      "issuedOn": .string(issuedOn.description),
      "position": .integer(Int(position.number)),
      "blocks": .orNull(blocks) { .list($0.map { .string($0.text) }) },
      "status": .string(status.rawValue),
      "replacedBy": .orNull(replacedBy) { .string($0.text) },
      "toReview": .list(toReview.map { .string($0.description) }),
    ]
  }

  /// Of the whole certification or of some blocks.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case full, partial
  }

  public var kind: Kind { blocks == nil ? .full : .partial }
}

extension LedgerState {
  /// Every certificate issued, whole or partial, by the day of its issue, then by position.
  ///
  /// Those of a candidacy without an enrolment, against the rules, are left out: nothing says whose they are.
  /// Cost: one derivation for each candidacy with a certificate.
  ///
  /// - Parameter day: the day asked, which must be the day up to which the events were folded.
  public func certificates(on day: CalendarDate) -> [IssuedCertificate] {
    var certificates: [(moment: Moment, certificate: IssuedCertificate)] = []
    for (id, record) in records where !record.certificates.isEmpty {
      guard let state = candidacy(id, on: day) else { continue }
      for certificate in record.certificates {
        certificates.append(
          (
            certificate.moment,
            IssuedCertificate(
              number: certificate.number, candidacy: id, candidate: state.candidate,
              certification: state.certification, issuedOn: certificate.moment.day,
              position: certificate.moment.position, blocks: certificate.blocks,
              status: record.status(of: certificate), replacedBy: certificate.replacedBy,
              toReview: state.toReview.filter { $0.position == certificate.moment.position }
                .map(\.rule))
          ))
      }
    }
    return certificates.sorted { $0.moment < $1.moment }.map(\.certificate)
  }
}

extension CandidacyRecord {
  /// A partial certificate states blocks, not the award: the revocation of an award leaves it in force.
  fileprivate func status(of certificate: CertificateRecord) -> IssuedCertificate.Status {
    if certificate.replacedBy != nil { return .replaced }
    if certificate.blocks != nil { return .inForce }
    guard let award else { return .unfounded }
    if awardRevoked != nil { return .revoked }
    // The record keeps the latest award alone: one before it was revoked, or is annulled.
    guard certificate.moment < award else { return .inForce }
    return self.certificate.map { $0.value.isSame(as: certificate.number) } == true
      ? .unfounded : .revoked
  }
}
