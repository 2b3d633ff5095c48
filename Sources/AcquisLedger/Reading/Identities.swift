public import EventLog
public import Events
internal import Projections
internal import Spelling
public import Vault

extension EventLog {
  /// Each person's latest identity in fold order, under the id known now. An erased person is left out;
  /// persons whom the vault refuses, or whose key does not open their identity, are counted.
  ///
  /// Cost: one decryption for each person, some 130,000 a second.
  ///
  /// - Throws: ``LogFailure``, ``VaultFailure``.
  public func identities(
    on day: CalendarDate, known: Position, opening vault: Vault
  ) throws -> Identities {
    try identities(on: day, known: known, opening: vault, recordedUnder: nil)
  }

  /// As ``identities(on:known:opening:)``, of the persons whose latest identity was recorded under one of
  /// some ids; nil: of all.
  ///
  /// Cost: a reading of all registrations and corrections, and a decryption for each of these persons.
  func identities(
    on day: CalendarDate, known: Position, opening vault: Vault,
    recordedUnder candidates: Set<CandidateID>?
  ) throws -> Identities {
    let timeless = try timelessFacts(through: known)
    var sealed: [CandidateID: (Sealed, CandidateID, EventID)] = [:]
    let query = EventQuery(
      types: [.candidateRegistered, .candidateIdentityCorrected], through: known,
      onOrBefore: day, order: .fold)
    try read(query) { stored in
      let event = try stored.envelope().event
      if timeless.annulled.contains(event.id) { return }
      if case .candidateRegistered(let data) = event.fact {
        sealed[timeless.person(data.candidate)] = data.identity.map {
          ($0, data.candidate, event.id)
        }
      } else if case .candidateIdentityCorrected(let data) = event.fact {
        sealed[timeless.person(data.candidate)] = data.identity.map {
          ($0, data.candidate, event.id)
        }
      }
    }
    var identities = Identities()
    for (person, (text, candidate, event)) in sealed {
      if let candidates, !candidates.contains(candidate) { continue }
      do throws(VaultFailure) {
        identities.named[person] = try vault.openIdentity(
          text, field: "identity", of: .candidate(candidate), in: event, isShown: false)
      } catch .keyGone {
        continue
      } catch .behind {
        identities.behind += 1
      } catch {
        switch error {
        case .altered, .notAuthentic, .unreadable: identities.damaged += 1
        default: throw error
        }
      }
    }
    return identities
  }
}

extension EventLog {
  /// Calls the closure with each person, under the id known now, and each identity recorded of them, in fold
  /// order: the last call for a person has the identity that ``identities(on:known:opening:)`` gives, or nil.
  ///
  /// Cost: one decryption for each identity; memory for none.
  ///
  /// - Throws: ``LogFailure``, ``VaultFailure``.
  func eachIdentity(
    on day: CalendarDate, known: Position, opening vault: Vault,
    _ take: (CandidateID, Identity?) -> Void
  ) throws {
    let timeless = try timelessFacts(through: known)
    let query = EventQuery(
      types: [.candidateRegistered, .candidateIdentityCorrected], through: known,
      onOrBefore: day, order: .fold)
    try read(query) { stored in
      let event = try stored.envelope().event
      if timeless.annulled.contains(event.id) { return }
      let (candidate, sealed): (CandidateID, Sealed?)
      if case .candidateRegistered(let data) = event.fact {
        (candidate, sealed) = (data.candidate, data.identity)
      } else if case .candidateIdentityCorrected(let data) = event.fact {
        (candidate, sealed) = (data.candidate, data.identity)
      } else {
        return
      }
      let identity = try sealed.flatMap { sealed in
        try vault.identityIfOpen(sealed, of: candidate, in: event.id)
      }
      take(timeless.person(candidate), identity)
    }
  }
}

extension Vault {
  /// An identity; nil if its person was erased, the vault refuses them, or the text was altered.
  fileprivate func identityIfOpen(
    _ sealed: Sealed, of candidate: CandidateID, in event: EventID
  ) throws(VaultFailure) -> Identity? {
    do throws(VaultFailure) {
      return try openIdentity(
        sealed, field: "identity", of: .candidate(candidate), in: event, isShown: false)
    } catch {
      switch error {
      case .keyGone, .behind, .altered, .notAuthentic, .unreadable: return nil
      default: throw error
      }
    }
  }
}

/// The identities of candidates that a vault could open.
public struct Identities: Sendable {
  /// By the person's id known now.
  public internal(set) var named: [CandidateID: Identity] = [:]
  /// How many the vault refuses because it is older than the log, or another ledger's.
  public internal(set) var behind = 0
  /// How many have an altered key or an altered sealed text.
  public internal(set) var damaged = 0
}

extension Identity {
  /// Whether each word of the text is found in this person's names: in any order, ignoring case, accents and
  /// the kinds of apostrophes, hyphens and blanks.
  public func isNamed(like text: String) -> Bool {
    let names = [birthName, usageName].compactMap(\.self) + firstNames.elements
    return FoldedName(names.map(\.text).joined(separator: " ")).contains(FoldedName(text))
  }
}
