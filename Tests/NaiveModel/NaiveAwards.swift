internal import Events

/// Awards, what becomes of them, and the certificates.
extension NaiveReading {
  enum Award { case none, awarded, revoked }

  func award(_ id: CandidacyID) -> Award {
    var award = Award.none
    for entry in facts {
      switch entry.event.fact {
      case .certificationAwarded(let data) where data.candidacy == id: award = .awarded
      case .certificationRevoked(let data) where data.candidacy == id && award == .awarded:
        award = .revoked
      default: continue
      }
    }
    return award
  }

  /// The entry of the award that stands: the first since the last revocation.
  func awardInForce(_ id: CandidacyID) -> Envelope? {
    var award: Envelope?
    for entry in facts {
      switch entry.event.fact {
      case .certificationAwarded(let data) where data.candidacy == id: award = award ?? entry
      case .certificationRevoked(let data) where data.candidacy == id: award = nil
      default: continue
      }
    }
    return award
  }

  /// Whether the award of a candidacy, or of one completing it, is revoked by a revocation that names
  /// no blocks.
  func isUnderRevokedAward(_ id: CandidacyID) -> Bool {
    var line = [id]
    var index = 0
    while index < line.count {
      line += continuations(line[index]).filter { !line.contains($0) }
      index += 1
    }
    return line.contains { member in
      guard award(member) == .revoked else { return false }
      let revocations = revocations.filter { $0.data.candidacy == member }
      return revocations.last?.data.blocks == nil
    }
  }

  /// The revocations of awards that stood.
  var revocations: [(when: When, data: CertificationRevoked)] {
    facts.compactMap { entry in
      guard case .certificationRevoked(let data) = entry.event.fact,
        before(entry.moment).award(data.candidacy) == .awarded
      else { return nil }
      return (entry.moment, data)
    }
  }

  /// The blocks of a candidacy that a revocation names: its own, or those of a candidacy that it
  /// completes which come over as the ones named.
  func named(_ revocation: CertificationRevoked, in id: CandidacyID) -> [BlockCode] {
    guard let blocks = revocation.blocks?.elements else { return [] }
    var named = blocks
    var later = revocation.candidacy
    if later == id { return named }
    for earlier in completed(by: later) {
      guard let certification = enrolment(later)?.certification else { return [] }
      named = named.flatMap { sources(in: earlier, of: $0, certification) }
      later = earlier
      if later == id { return named }
    }
    return []
  }

  /// The certificate for the whole certification: the number, and where it was issued.
  func certificate(_ id: CandidacyID) -> (number: CertificateNumber, when: When)? {
    var current: (number: CertificateNumber, when: When)?
    var isAwarded = false
    var isRevoked = false
    for entry in facts {
      switch entry.event.fact {
      case .certificationAwarded(let data) where data.candidacy == id:
        // A new award after a revoked one has a certificate of its own.
        if isRevoked { current = nil }
        isAwarded = true
        isRevoked = false
      case .certificationRevoked(let data) where data.candidacy == id:
        if isAwarded { isRevoked = true }
      case .certificateIssued(let data) where data.candidacy == id:
        current = (data.number, entry.moment)
      case .certificateReissued(let data) where data.candidacy == id:
        if let number = current?.number, number.isSame(as: data.replaces) {
          current = (data.number, entry.moment)
        }
      default: continue
      }
    }
    return current
  }

  /// A partial certificate that is not replaced.
  struct PartialCertificate {
    let number: CertificateNumber
    let blocks: [BlockCode]
    let position: Position
  }

  func partialCertificates(_ id: CandidacyID) -> [PartialCertificate] {
    var certificates: [PartialCertificate] = []
    for entry in facts {
      switch entry.event.fact {
      case .partialCertificateIssued(let data) where data.candidacy == id:
        certificates.append(
          PartialCertificate(
            number: data.number, blocks: data.blocks.elements, position: entry.position))
      case .certificateReissued(let data) where data.candidacy == id:
        let index = certificates.firstIndex { $0.number.isSame(as: data.replaces) }
        guard let index else { continue }
        let replaced = certificates.remove(at: index)
        certificates.append(
          PartialCertificate(
            number: data.number, blocks: replaced.blocks, position: entry.position))
      default: continue
      }
    }
    return certificates
  }
}

extension CertificateNumber {
  /// Whether two numbers differ in case only.
  func isSame(as other: CertificateNumber) -> Bool { folded == other.folded }

  /// Upper, then lower case: `ß` and `SS` are both `ss`.
  private var folded: [UInt8] { Array(text.uppercased().lowercased().utf8) }
}
