public import AcquisLedger
public import Events
internal import Projections
public import Vault

/// The awards of a flow, as gathered from a ledger, and those that cannot be in it.
public struct FlowContents: Sendable {
  /// The day and the last position that it was gathered at.
  public let on: CalendarDate
  public let known: Position
  /// In the order of their codes; none without a passage.
  public internal(set) var certifications: [DeclaredCertification] = []
  /// By candidacy.
  public internal(set) var left: [LeftAward] = []
  /// The passages that a flow declared already and that the Caisse des Dépôts has not answered, by candidacy.
  public internal(set) var again: [DeclaredAgain] = []
  /// The awards that were made anew after their deposit, with the flow that declared the one before, by candidacy.
  public internal(set) var madeAnew: [DeclaredAgain] = []
  /// The rejected passages whose person's identity was not recorded again since, by candidacy.
  public internal(set) var rejectedUnchanged: [CandidacyID] = []
  /// Those left out because they are accepted by what is known of later days, by candidacy.
  public internal(set) var acceptedSince: [CandidacyID] = []
  /// Those left out because their award is revoked by what is known of later days, by candidacy.
  public internal(set) var revokedSince: [CandidacyID] = []
  /// Those left out because their person is dead by what is known of later days, by candidacy.
  public internal(set) var deceasedSince: [CandidacyID] = []
  /// How many certificates of some blocks are in force where nothing is awarded: they are not sent.
  public internal(set) var partialCertificates = 0

  /// How many awards it has.
  public var passages: Int { certifications.reduce(0) { $0 + $1.passages.count } }

  /// Those that can be mended, which keep a flow from being written unless they are left out.
  public var incomplete: [LeftAward] { left.filter(\.isRemediable) }

  /// Their candidacies, in the order of the flow.
  public var candidacies: [CandidacyID] {
    certifications.flatMap { $0.passages.map(\.candidacy) }
  }
}

/// An award that cannot be in a flow, and why.
public struct LeftAward: Sendable {
  public let candidacy: CandidacyID
  /// The person's id as known to the flow; nil where the candidacy was not known to it.
  public let candidate: CandidateID?
  /// At least one.
  public let problems: [HolderProblem]
  /// Nil where it cannot be opened.
  public let identity: Identity?

  /// Whether something can be recorded about it.
  public var isRemediable: Bool { problems.contains(where: \.isRemediable) }
}

/// A passage that was declared before.
public struct DeclaredAgain: Hashable, Sendable {
  public let candidacy: CandidacyID
  /// The flow that was deposited last.
  public let flow: FlowID
}

/// Which of the outstanding awards a flow is about.
public struct FlowSelection: Hashable, Sendable {
  /// Only those to be accepted by this day; nil: all.
  public let dueBy: CalendarDate?
  /// Only of this certification; nil: all.
  public let certification: CertificationCode?

  /// Whether it is deposited: made with an earlier day, it is sent now. Those are left out who are accepted, revoked
  /// or dead after the day, by all that is known, and identities are the latest known.
  public let leavesSettled: Bool

  public init(
    dueBy: CalendarDate? = nil, certification: CertificationCode? = nil, leavesSettled: Bool = false
  ) {
    self.dueBy = dueBy
    self.certification = certification
    self.leavesSettled = leavesSettled
  }
}

extension Question {
  /// The flow of the awards that are owed to the Caisse des Dépôts on the day and not accepted: never deposited,
  /// deposited and not answered, or rejected.
  ///
  /// Cost: one fold of the whole log, or two where settled ones are left out, and one decryption for each person
  /// of the flow; a reading of the identities more for a deposit.
  ///
  /// - Throws: ``LogFailure``, ``VaultFailure``.
  public func outstandingFlow(
    _ selection: FlowSelection, opening vault: Vault
  ) throws -> FlowContents {
    let facts = try FlowFacts(of: self, latestIdentities: selection.leavesSettled)
    let later =
      selection.leavesSettled
      ? try FlowFacts(of: Question(log: log, on: .last, known: known)) : nil
    var contents = FlowContents(on: on, known: known)
    var candidacies: [CandidacyID] = []
    for candidacy in facts.state.candidacies.sorted() {
      guard let record = facts.state.records[candidacy], let enrolment = record.enrolment,
        selection.certification.map({ $0 == enrolment.value.certification }) ?? true
      else { continue }
      if !record.isAwarded {
        contents.partialCertificates += record.certificates.count {
          $0.blocks != nil && $0.replacedBy == nil
        }
      }
      guard let declaration = facts.declaration(of: candidacy, on: on),
        declaration.isOutstanding, let due = declaration.due,
        selection.dueBy.map({ due <= $0 }) ?? true
      else { continue }
      if let later {
        guard let now = later.declaration(of: candidacy, on: .last),
          later.state.records[candidacy]?.award?.position == record.award?.position
        else {
          contents.revokedSince.append(candidacy)
          continue
        }
        if now.answer == .accepted {
          contents.acceptedSince.append(candidacy)
          continue
        }
        if later.state.deceased(candidacy) != nil, facts.state.deceased(candidacy) == nil {
          contents.deceasedSince.append(candidacy)
          continue
        }
      }
      candidacies.append(candidacy)
      if let flow = declaration.madeAnewAfter {
        contents.madeAnew.append(DeclaredAgain(candidacy: candidacy, flow: flow))
      }
      if declaration.answer == .rejected,
        let identity = facts.identities[facts.person(enrolment.value.candidate)],
        identity.position < declaration.position
      {
        contents.rejectedUnchanged.append(candidacy)
      }
      if declaration.answer == .deposited, let flow = declaration.flow {
        contents.again.append(DeclaredAgain(candidacy: candidacy, flow: flow))
      }
    }
    try contents.gather(candidacies, from: facts, opening: vault, isDeposited: false)
    let declared = Set(contents.candidacies)
    contents.again.removeAll { !declared.contains($0.candidacy) }
    contents.madeAnew.removeAll { !declared.contains($0.candidacy) }
    contents.rejectedUnchanged.removeAll { !declared.contains($0) }
    return contents
  }

  /// The flow of some candidacies, whatever was answered: one that was recorded, as known then, with the identities
  /// of the latest day, as they were deposited.
  ///
  /// Cost and errors: those of ``outstandingFlow(_:opening:)``.
  public func flow(
    of candidacies: [CandidacyID], opening vault: Vault
  ) throws -> FlowContents {
    var contents = FlowContents(on: on, known: known)
    try contents.gather(
      Set(candidacies).sorted(), from: try FlowFacts(of: self, latestIdentities: true),
      opening: vault, isDeposited: true)
    return contents
  }
}

extension FlowContents {
  fileprivate mutating func gather(
    _ candidacies: [CandidacyID], from facts: FlowFacts, opening vault: Vault,
    isDeposited: Bool
  ) throws {
    var passages: [CertificationCode: [Passage]] = [:]
    for candidacy in candidacies {
      guard let record = facts.state.records[candidacy], let enrolment = record.enrolment,
        let framework = facts.state.timeless.frameworks[enrolment.value.certification]
      else {
        left.append(
          LeftAward(
            candidacy: candidacy, candidate: nil, problems: [HolderProblem(.noAward)],
            identity: nil))
        continue
      }
      let candidate = facts.person(enrolment.value.candidate)
      func leave(_ problems: [HolderProblem], _ identity: Identity? = nil) {
        left.append(
          LeftAward(
            candidacy: candidacy, candidate: candidate, problems: problems, identity: identity))
      }
      guard record.isAwarded, let award = record.award, let id = facts.awardIDs[award.position]
      else {
        leave([HolderProblem(.noAward)])
        continue
      }
      if !isDeposited, facts.state.deceased(candidacy) != nil {
        leave([HolderProblem(.deceased)])
        continue
      }
      let (identity, entry): (Identity, EventID)
      switch try facts.identity(of: candidate, opening: vault) {
      case .known(let known, let at): (identity, entry) = (known, at)
      case .none:
        leave([HolderProblem(.notRegistered)])
        continue
      case .erased:
        leave([HolderProblem(.erased)])
        continue
      case .unreadable:
        leave([HolderProblem(.unreadable)])
        continue
      }
      let holder: Holder
      do throws(IncompleteHolder) {
        holder = try Holder(identity, on: on, isDeposited: isDeposited)
      } catch {
        leave(error.problems, identity)
        continue
      }
      let years = framework.registration.certificationValidity.years
      passages[enrolment.value.certification, default: []].append(
        Passage(
          candidacy: candidacy, candidate: candidate, award: id, position: award.position,
          identity: entry, awardedOn: award.day,
          validTo: years.flatMap { Passage.lastDay(award.day.adding(years: $0.value)) },
          exam: facts.exam(of: candidacy, awardedAt: award),
          pathway: record.pathway(on: award.day) ?? enrolment.value.pathway,
          enrolledOn: enrolment.moment.day, holder: holder))
    }
    for (certification, passages) in passages.sorted(by: { $0.key < $1.key }) {
      guard let framework = facts.state.timeless.frameworks[certification] else { continue }
      certifications.append(
        DeclaredCertification(
          certification, of: framework.registration.register,
          passages: passages.sorted {
            ($0.awardedOn, $0.candidacy) < ($1.awardedOn, $1.candidacy)
          }))
    }
  }
}
