internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections
internal import Vault

/// What a flow is made from, gathered in one fold of the log: the state, and what no state has: the ids of the
/// awards' entries, the days planned for the juries, and each person's sealed identity.
struct FlowFacts {
  /// An identity as the log has it.
  struct SealedIdentity {
    /// Nil where the entry has none.
    let text: Sealed?
    /// The id that the entry names.
    let candidate: CandidateID
    let entry: EventID
    let position: Position
  }

  /// A person's identity, as far as it can be read.
  enum OpenedIdentity {
    case known(Identity, EventID)
    case none
    case erased
    case unreadable
  }

  private(set) var state: LedgerState
  /// By position.
  private(set) var awards: [Position: CertificationAwarded] = [:]
  private(set) var awardIDs: [Position: EventID] = [:]
  private var plans: [JuryID: [(moment: Moment, days: SessionDays)]] = [:]
  private var modes: [JuryID: SessionMode] = [:]
  /// The latest of each person in fold order, by the id known.
  private(set) var identities: [CandidateID: SealedIdentity] = [:]
  private(set) var erased: Set<CandidateID> = []
  /// The candidacies of which an award was annulled.
  private(set) var annulledAwards: Set<CandidacyID> = []
  /// The deposits and answers that are in force, in fold order.
  private(set) var steps: [CandidacyID: [DeclarationStep]] = [:]

  /// - Parameter latestIdentities: whether identities are those of the latest day that was known, whatever the day
  ///   of the question: what is sent is what is right when it is sent. One more reading of them.
  /// - Throws: ``LogFailure``.
  init(of question: Question, latestIdentities: Bool = false) throws {
    let timeless = try question.log.timelessFacts(through: question.known)
    var facts = FlowFacts(LedgerState(timeless))
    var everything = EventQuery(
      through: question.known, onOrBefore: question.on, order: .fold)
    everything.checksHashes = false
    try question.log.read(everything) { stored in facts.take(try stored.envelope()) }
    if latestIdentities {
      let identities = EventQuery(
        types: [.candidateRegistered, .candidateIdentityCorrected, .candidateIdentityErased],
        through: question.known, order: .fold)
      try question.log.read(identities) { stored in
        let entry = try stored.envelope()
        if !timeless.annulled.contains(entry.event.id) { facts.takeIdentity(entry) }
      }
    }
    self = facts
  }

  private init(_ state: LedgerState) { self.state = state }

  private mutating func take(_ entry: Envelope) {
    state.apply(entry)
    let fact = entry.event.fact
    if state.timeless.annulled.contains(entry.event.id) {
      if case .certificationAwarded(let data) = fact { annulledAwards.insert(data.candidacy) }
      return
    }
    if case .certificationAwarded(let data) = fact {
      awards[entry.position] = data
      awardIDs[entry.position] = entry.event.id
    } else if case .juryConvened(let data) = fact {
      plans[data.jury, default: []].append((Moment(entry), SessionDays(data)))
      modes[data.jury] = data.mode
    } else if case .juryRescheduled(let data) = fact {
      plans[data.jury, default: []].append((Moment(entry), SessionDays(data)))
    } else if case .awardDeclared(let data) = fact {
      keep(data.flow, nil, of: data.candidacy, entry)
    } else if case .declarationAnswered(let data) = fact {
      keep(data.flow, data.outcome, of: data.candidacy, entry)
    } else {
      takeIdentity(entry)
    }
  }

  private mutating func takeIdentity(_ entry: Envelope) {
    let fact = entry.event.fact
    if case .candidateRegistered(let data) = fact {
      keep(data.identity, of: data.candidate, entry)
    } else if case .candidateIdentityCorrected(let data) = fact {
      keep(data.identity, of: data.candidate, entry)
    } else if case .candidateIdentityErased(let data) = fact {
      erased.insert(person(data.candidate))
    }
  }

  private mutating func keep(_ text: Sealed?, of candidate: CandidateID, _ entry: Envelope) {
    identities[person(candidate)] = SealedIdentity(
      text: text, candidate: candidate, entry: entry.event.id, position: entry.position)
  }

  private mutating func keep(
    _ flow: FlowID, _ outcome: DeclarationOutcome?, of candidacy: CandidacyID, _ entry: Envelope
  ) {
    steps[candidacy, default: []].append(
      DeclarationStep(flow: flow, outcome: outcome, moment: Moment(entry)))
  }

  /// The id that a person's others were merged into.
  func person(_ candidate: CandidateID) -> CandidateID { state.timeless.person(candidate) }

  /// Opens a person's identity. Cost: one decryption.
  ///
  /// - Parameter candidate: the id known now.
  /// - Throws: ``VaultFailure`` where the vault itself cannot answer, as one that is older than the log.
  func identity(
    of candidate: CandidateID, opening vault: Vault
  ) throws(VaultFailure) -> OpenedIdentity {
    guard let sealed = identities[candidate], let text = sealed.text else {
      return erased.contains(candidate) ? .erased : .none
    }
    do throws(VaultFailure) {
      let identity = try vault.openIdentity(
        text, field: "identity", of: .candidate(sealed.candidate), in: sealed.entry)
      return .known(identity, sealed.entry)
    } catch {
      switch error {
      case .keyGone, .erased: return .erased
      case .altered, .notAuthentic, .unreadable: return .unreadable
      default: throw error
      }
    }
  }

  /// The sessions of the juries whose decisions gave the blocks held in an awarded candidacy, also in those that
  /// it completes, and of the jury that the award names.
  func exam(of candidacy: CandidacyID, awardedAt award: Moment) -> Examination? {
    var juries = state.heldBlocks(of: candidacy, on: award.day).values.compactMap { held in
      held.recognition == nil ? held.jury.map { ($0, held.moment) } : nil
    }
    if let named = awards[award.position]?.jury { juries.append((named, award)) }
    let sessions = juries.compactMap { jury, moment in
      // As last planned by the decision; one that was convened after it counts all the same.
      plans[jury].flatMap { plans in plans.last { $0.moment <= moment } ?? plans.first }?.days
    }
    guard let first = sessions.map(\.first).min(), let last = sessions.map(\.last).max() else {
      return nil
    }
    return Examination(
      first: first, last: last, modes: Set(juries.compactMap { modes[$0.0] }))
  }
}
