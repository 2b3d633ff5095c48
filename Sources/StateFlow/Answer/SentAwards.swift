internal import AcquisLedger
public import EventLog
public import Events
internal import Projections

/// The awards that were sent in one flow, as the ledger records its deposit.
public struct SentAwards: Sendable {
  /// The deposit of one candidacy's award.
  public struct Deposit: Hashable, Sendable {
    public let candidacy: CandidacyID
    /// The day of the first one.
    public let on: CalendarDate
    /// Where the latest one is recorded.
    public let position: Position
  }

  public let flow: FlowID
  /// By the award's entry, which is the passage's `idTechnique`; those annulled or revoked since too.
  public let deposits: [EventID: Deposit]
  /// Every candidacy with an award in the flow.
  public let candidacies: Set<CandidacyID>
  /// The awards that were annulled and made anew after the deposit: the flow did not declare the new one.
  let madeAnew: Set<EventID>
  /// Every entry of the ledger that is annulled.
  let annulled: Set<EventID>

  /// Reads a flow's deposit.
  ///
  /// The award that was sent is the one in force at the deposit, by what the ledger knew when that was
  /// recorded: an award made anew since is another passage, for another flow. Of a deposit recorded before its
  /// award, every award of the candidacy may be meant.
  ///
  /// Cost: a reading of all deposits and annulments, two index reads for each award of the flow, one more for
  /// each that was annulled.
  ///
  /// - Returns: nil if the ledger has no deposit of the flow.
  /// - Throws: ``LogFailure``.
  public init?(in flow: FlowID, known: Position, of log: some EventLog) throws {
    let annulled = try log.timelessFacts(through: known).annulled
    let declared = try log.events(EventQuery(types: [.awardDeclared], through: known))
      .filter { !annulled.contains($0.event.id) }
    var deposits: [EventID: Deposit] = [:]
    var candidacies: Set<CandidacyID> = []
    for entry in declared {
      guard case .awardDeclared(let data) = entry.event.fact, data.flow == flow else { continue }
      candidacies.insert(data.candidacy)
      for award in try Self.awards(of: data.candidacy, sentBy: entry, known: known, log) {
        let first = min(deposits[award]?.on ?? entry.event.occurredOn, entry.event.occurredOn)
        deposits[award] = Deposit(
          candidacy: data.candidacy, on: first, position: entry.position)
      }
    }
    if candidacies.isEmpty { return nil }
    var madeAnew: Set<EventID> = []
    for (award, deposit) in deposits where annulled.contains(award) {
      let standing = try Self.inForce(of: deposit.candidacy, without: annulled, known: known, log)
      // As for the flow to come: what was deposited before the standing award, by the ledger or by the days, did
      // not send it.
      if let standing,
        deposit.position < standing.position || deposit.on < standing.event.occurredOn
      {
        madeAnew.insert(award)
      }
    }
    self.madeAnew = madeAnew
    self.annulled = annulled
    self.flow = flow
    self.deposits = deposits
    self.candidacies = candidacies
  }

  /// The latest award that is not annulled; nil if there is none.
  private static func inForce(
    of candidacy: CandidacyID, without annulled: Set<EventID>, known: Position,
    _ log: some EventLog
  ) throws -> Envelope? {
    try log.events(
      EventQuery(
        subjects: [.candidacy(candidacy)], types: [.certificationAwarded], through: known,
        order: .fold)
    ).last { !annulled.contains($0.event.id) }
  }

  private static func awards(
    of candidacy: CandidacyID, sentBy deposit: Envelope, known: Position, _ log: some EventLog
  ) throws -> [EventID] {
    let types: [EventType] = [.certificationAwarded, .certificationRevoked, .eventAnnulled]
    func events(through last: Position) throws -> [Envelope] {
      try log.events(
        EventQuery(subjects: [.candidacy(candidacy)], types: types, through: last, order: .fold))
    }
    let then = try events(through: deposit.position)
    let annulled = TimelessFacts(then).annulled
    var inForce: [EventID] = []
    for entry in then where entry.event.occurredOn <= deposit.event.occurredOn {
      if annulled.contains(entry.event.id) { continue }
      if case .certificationAwarded = entry.event.fact { inForce.append(entry.event.id) }
      if case .certificationRevoked = entry.event.fact { inForce = [] }
    }
    if !inForce.isEmpty { return inForce }
    return try events(through: known).filter { $0.event.fact.type == .certificationAwarded }
      .map(\.event.id)
  }
}
