internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Projections

/// What credentials of a candidacy say, without the signature and the state of the log that go with it.
struct CredentialContents {
  /// One credential's.
  struct Element {
    let grant: Grant
    let achievement: CredentialAchievement
    let certifier: Certifier
  }

  let holder: CredentialHolder
  let elements: [Element]

  /// - Throws: those of ``CredentialGrants``; ``Failure/check(_:)`` where the person cannot be named, or the
  ///   framework or the certifier is not known.
  init(
    of candidacy: CandidacyID, _ question: Question, _ ledger: Ledger, _ invocation: Invocation
  ) throws {
    let grants = try CredentialGrants(of: candidacy, question, invocation)
    holder = try CredentialHolder(of: candidacy, question, ledger, invocation)
    elements = try grants.grants.map { grant in
      // Of a block that came over, the framework of its own candidacy.
      guard let (registration, entry) = try question.framework(of: grant.candidacy) else {
        throw try invocation.refused(.noFramework(grant.candidacy))
      }
      guard let certifier = try question.certifier(of: registration) else {
        throw try invocation.refused(.noCertifier(registration.certification))
      }
      return Element(
        grant: grant,
        achievement: try grant.achievement(in: registration, entry, invocation),
        certifier: certifier)
    }
  }
}

extension CredentialHolder {
  /// The holder of a candidacy, by name; hashed with `--no-names`.
  fileprivate init(
    of candidacy: CandidacyID, _ question: Question, _ ledger: Ledger, _ invocation: Invocation
  ) throws {
    let vault = ledger.hasVault ? try ledger.vault(.toRead) : nil
    let texts = PersonalTexts(of: question, opening: vault)
    let candidate = try question.status(of: candidacy)?.state.candidate
    guard let candidate, let identity = try texts.identity(of: candidate).value else {
      throw try invocation.refused(.noIdentity(candidacy))
    }
    if invocation.has("no-names") {
      try self.init(hashing: identity.credentialName)
    } else {
      self.init(named: identity.credentialName)
    }
  }
}

extension Grant {
  fileprivate func achievement(
    in registration: CertificationRegistered, _ entry: EventID, _ invocation: Invocation
  ) throws -> CredentialAchievement {
    let (code, isRecognised): (BlockCode, Bool)
    switch kind {
    case .award: return CredentialAchievement(registration, entry: entry)
    case .validation(let block): (code, isRecognised) = (block, false)
    case .recognition(let block): (code, isRecognised) = (block, true)
    }
    guard let block = registration.blocks.elements.first(where: { $0.code == code }) else {
      throw try invocation.refused(.noFramework(candidacy))
    }
    return CredentialAchievement(
      block, of: registration, entry: entry, isRecognised: isRecognised)
  }
}
