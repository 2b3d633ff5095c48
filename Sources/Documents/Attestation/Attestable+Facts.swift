internal import AcquisLedger
internal import EventLog
public import Events
internal import Projections

extension Attestable {
  /// Which document is asked for.
  public enum Request: Hashable, Sendable {
    /// By the candidacy's state: of the certification where it is awarded, else of the blocks held.
    case byState
    /// The attestation of blocks, whatever the state.
    case blocks
    /// The attestation of the certification.
    case certification
    /// The certificate of a number; nil: the one in force.
    case certificate(CertificateNumber?)
  }

  /// What the document states.
  ///
  /// - Parameters:
  ///   - passesOver: whether what can be passed over is said in the document instead of refusing it.
  ///   - isAsOf: whether the document says that it speaks of another day or state of knowledge.
  /// - Throws: ``Obstacles``: all that is in the way.
  public func facts(
    for request: Request, passingOver passesOver: Bool = false, isAsOf: Bool = false
  ) throws(Obstacles) -> AttestationFacts {
    let obstacles = obstacles(for: request)
    let stopping = obstacles.filter { !(passesOver && $0.canBePassedOver) }
    let paper = paper(for: request)
    guard stopping.isEmpty, let paper, let identity = identity.value, let issuer = issuer else {
      throw Obstacles(stopping.isEmpty ? obstacles : stopping)
    }
    let partial = state.certificates.filter { $0.blocks != nil && $0.replacedBy == nil }
    let changes = papers.changes(since: paper == .blocks ? partial.map(\.number) : [])
    let numbers = partial.map(\.number) + [state.certificate?.number].compactMap(\.self)
    let passedOver = obstacles.filter(\.canBePassedOver).map(\.warning)
    return AttestationFacts(
      paper: paper, candidacy: state.candidacy, status: state.status, holder: identity,
      issuer: issuer, certification: title, held: held, missing: missing, window: state.window,
      awardedOn: state.status == .certified ? award?.event.occurredOn : nil,
      certificate: state.certificate.flatMap { current in
        state.certificates.last { $0.number == current.number }.map(issued)
      },
      partialCertificates: partial.map(issued), changes: changes.sentences,
      warnings: passedOver + openElsewhere.map(\.warning), on: answer.on, known: answer.known,
      isAsOf: isAsOf,
      positions: Set(
        state.because + holdingPositions + changes.positions
          + numbers.compactMap { papers.issue(of: $0)?.position }
          + [identityPosition, certifier?.position].compactMap(\.self)
      ).sorted())
  }

  /// Everything in the way of a document, what cannot be passed over first.
  public func obstacles(for request: Request) -> [Obstacle] {
    var found = attestationObstacles(for: request)
    if let gap = Obstacle.Gap(identity) { found.append(.identity(state.candidate, gap)) }
    if certifier == nil {
      found.append(.certifierNotDescribed(state.certification))
    } else if let gap = Obstacle.Gap(signatory) {
      found.append(.signatory(gap))
    }
    if case .certificate = request {
      if title.decisionOn == nil { found.append(.decisionDayUnknown(state.certification)) }
      if let identity = identity.value,
        identity.birthDate == nil || identity.birthPlace == nil
      {
        found.append(.birthUnknown(state.candidate))
      }
    }
    return found.filter { !$0.canBePassedOver } + found.filter(\.canBePassedOver)
  }

  /// What is in the way of attesting anything, whoever it is and whoever signs.
  public func attestationObstacles(for request: Request) -> [Obstacle] {
    if state.status == .revoked {
      let isLeft = request == .blocks && revocationNamesBlocks && !held.isEmpty
      return isLeft ? contested : [.awardRevoked(state.candidacy)]
    }
    if held.isEmpty, state.status != .certified {
      return [.nothingHeld(state.candidacy, state.status)]
    }
    switch request {
    case .byState, .blocks: return contested
    case .certification:
      return (state.status == .certified ? [] : [.noAward(state.candidacy)]) + contested
    case .certificate(let number):
      if state.status != .certified { return [.noAward(state.candidacy)] + contested }
      return [numberObstacle(number)].compactMap(\.self) + contested
    }
  }

  private func numberObstacle(_ number: CertificateNumber?) -> Obstacle? {
    guard let number else {
      return state.certificate == nil ? .noCertificate(state.candidacy) : nil
    }
    guard let found = state.certificates.last(where: { $0.number.isSame(as: number) }) else {
      return .otherNumber(state.candidacy)
    }
    if found.blocks != nil { return .partialNumber(state.candidacy) }
    if let later = found.replacedBy { return .replacedNumber(by: later) }
    // A number of an earlier award, revoked since.
    return found.number == state.certificate?.number ? nil : .otherNumber(state.candidacy)
  }

  private func paper(for request: Request) -> AttestationFacts.Paper? {
    switch request {
    case .byState: return state.status == .certified ? .certification : .blocks
    case .blocks: return .blocks
    case .certification: return .certification
    case .certificate:
      guard let current = state.certificate else { return nil }
      return state.certificates.last { $0.number == current.number }.map {
        .certificate(issued($0))
      }
    }
  }

  private func issued(_ certificate: CertificateState) -> IssuedNumber {
    IssuedNumber(
      number: certificate.number, issuedOn: certificate.issuedOn, blocks: certificate.blocks,
      replaces: papers.replaced(by: certificate.number),
      duplicatedOn: certificate.duplicatedOn.max())
  }

  private var issuer: Issuer? {
    guard let description = certifier?.description, let name = signatory.value,
      let signatory = description.signatories?.elements.first
    else { return nil }
    return Issuer(
      name: description.certifier.name, siret: description.certifier.siret,
      commercialName: description.commercialName, address: description.address?.elements ?? [],
      place: description.place, signatoryName: name, signatoryTitle: signatory.title)
  }
}

/// All that is in the way of a document.
public struct Obstacles: Error, Hashable, Sendable {
  /// At least one.
  public let elements: [Obstacle]

  init(_ elements: [Obstacle]) { self.elements = elements }
}

extension Obstacle {
  /// As the document itself says it.
  fileprivate var warning: Text {
    Text("\(text.capitalised.french).", "\(text.capitalised.english).")
  }
}
