internal import EventLog
public import Events
public import Projections

extension Question {
  /// What an entry gives, and what became of it by everything known, also after the day asked.
  ///
  /// Cost: the reads of a candidacy's history.
  ///
  /// - Returns: nil if the log has no such entry, or if it gives nothing.
  /// - Throws: ``LogFailure``.
  public func grant(_ id: EventID) throws -> Grant? {
    guard let entry = try log.event(id), entry.position <= known else { return nil }
    return try grant(entry)
  }

  /// The award in force of a candidacy on the day; nil if it is not certified.
  ///
  /// - Throws: ``LogFailure``.
  public func award(of candidacy: CandidacyID) throws -> Grant? {
    let state = try CandidacyHistory(of: candidacy, known: known, in: log).folded(to: on)
    guard let record = state.records[candidacy], record.isAwarded,
      let position = record.award?.position
    else { return nil }
    return try log.event(at: position).flatMap(grant)
  }

  /// The entry by which a block is held: of a block held in a candidacy completed, that candidacy's own.
  ///
  /// - Returns: nil if the block is not held.
  /// - Throws: ``LogFailure``.
  public func grant(of block: BlockState) throws -> Grant? {
    guard block.status.isHeld, let position = block.position else { return nil }
    return try log.event(at: position).flatMap(grant)
  }

  private func grant(_ entry: Envelope) throws -> Grant? {
    guard let kind = entry.event.fact.grants, let candidacy = entry.event.fact.candidacy else {
      return nil
    }
    let history = try CandidacyHistory(of: candidacy, known: known, in: log)
    let state = history.folded(to: .last)
    let record = state.records[candidacy]
    let framework = record?.enrolment.flatMap {
      state.timeless.frameworks[$0.value.certification]
    }
    let day = entry.event.occurredOn
    var (end, isUnderAppeal): (GrantEnd?, Bool) = (nil, false)
    var lastDay: CalendarDate?
    switch kind {
    case .award:
      end = try revocation(of: entry, candidacy)
      isUnderAppeal = state.heldBlocks(of: candidacy, on: nil).values.contains { held in
        state.records[held.holder]?.decisions.all.contains {
          $0.position == held.moment.position && $0.fate == .appealed
        } == true
      }
      lastDay = framework?.registration.certificationValidity.years.map {
        day.adding(years: $0.value)
      }
    case .validation(let block):
      let decision = record?.decisions.all.first { $0.position == entry.position }
      end = decision?.end ?? record?.fall(of: block, since: entry)
      isUnderAppeal = decision?.fate == .appealed
      lastDay = state.lastDay(ofValidityFrom: day, framework)
    case .recognition(let block):
      let recognition = record?.recognitions.first { $0.moment.position == entry.position }
      end =
        recognition?.revoked.map { GrantEnd(.revoked, $0) }
        ?? record?.fall(of: block, since: entry)
      lastDay = state.lastDay(ofValidityFrom: recognition?.origin.day ?? day, framework)
    }
    return Grant(
      kind: kind, candidacy: candidacy, entry: entry.event.id, position: entry.position, day: day,
      end: try annulment(of: entry, candidacy) ?? end, isUnderAppeal: isUnderAppeal,
      lastDay: lastDay)
  }

  /// The annulment of an entry that holds; nil if there is none.
  private func annulment(of entry: Envelope, _ candidacy: CandidacyID) throws -> GrantEnd? {
    let annulments = try log.events(
      EventQuery(subjects: [.candidacy(candidacy)], types: [.eventAnnulled], through: known))
    let annulled = TimelessFacts(annulments).annulled
    return annulments.first { annulment in
      guard case .eventAnnulled(let data) = annulment.event.fact else { return false }
      return data.event == entry.event.id && !annulled.contains(annulment.event.id)
    }.map { GrantEnd(.annulled, $0) }
  }

  /// The first revocation after an award. Where the certification was awarded again before it, it is
  /// revoked all the same: an award made while another is in force changes nothing.
  private func revocation(of award: Envelope, _ candidacy: CandidacyID) throws -> GrantEnd? {
    let revocations = try log.events(
      EventQuery(
        subjects: [.candidacy(candidacy)], types: [.certificationRevoked, .eventAnnulled],
        through: known, order: .fold))
    let annulled = TimelessFacts(revocations).annulled
    return revocations.first {
      $0.event.fact.type == .certificationRevoked && $0.event.fact.candidacy == candidacy
        && Moment(award) < Moment($0) && !annulled.contains($0.event.id)
    }.map { GrantEnd(.revoked, $0) }
  }
}

extension BlockDecision {
  fileprivate var end: GrantEnd? {
    guard let moment = fateMoment else { return nil }
    switch fate {
    case .stands, .appealed, .upheld: return nil
    case .revoked: return GrantEnd(.revoked, moment)
    case .fallen: return GrantEnd(.fallen, moment)
    }
  }
}

extension CandidacyRecord {
  /// The revocation of an award with which a block fell after an entry; nil if it did not fall.
  fileprivate func fall(of block: BlockCode, since entry: Envelope) -> GrantEnd? {
    fallenBlocks[block].flatMap {
      Moment(entry) < $0.moment ? GrantEnd(.revoked, $0.moment) : nil
    }
  }
}
