internal import Events
internal import Projections

/// What one row of a filled sheet asks to record.
struct RowPlan {
  let row: FilledSheet.Row
  /// The candidate when the sheet was made.
  let base: SessionCandidate
  /// The candidate as the ledger is now.
  let now: SessionCandidate
  let jury: JuryID
  let choices: SessionPlan.Choices
  /// The members recused from the candidacy who sat.
  let without: [MemberID]

  private(set) var steps: [SessionStep] = []
  private(set) var problems: [SheetProblem] = []
  /// The blocks that the row validates, and where it says so.
  private var validated: [BlockCode: SheetProblem.Place] = [:]
  /// The blocks whose recorded validation the row corrects.
  private var corrected: Set<BlockCode> = []
  /// Whether the row corrects a recorded absence.
  private var isAbsenceCorrected = false

  init(
    _ row: FilledSheet.Row, base: SessionCandidate, now: SessionCandidate, of jury: JuryID,
    present: [MemberID], choices: SessionPlan.Choices
  ) {
    self.row = row
    self.base = base
    self.now = now
    self.jury = jury
    self.choices = choices
    var without: [MemberID] = []
    for member in now.recused where present.contains(member) && !without.contains(member) {
      without.append(member)
    }
    self.without = without
  }

  /// How a cell relates to what the sheet was made with and to what is recorded now.
  private enum Reading {
    case recorded
    case untouched
    case filled

    init(isNow: Bool, isBase: Bool) {
      self = isNow ? .recorded : isBase ? .untouched : .filled
    }
  }

  mutating func read(_ blocks: SheetBlocks) {
    guard now.isExpected else { return readWithdrawn() }
    readAttendance()
    let labels = blocks.labels
    let cell = SheetGrounds.cell(of: base, names: { blocks.name(of: $0) }, labels: labels)
    let isUntouched = row.grounds.map { isSame($0.value, cell) } ?? true
    let grounds = SheetGrounds(row.grounds?.value ?? "", labels: labels)
    for (block, cell) in row.verdicts {
      readVerdict(cell, on: block, grounds, isUntouched: isUntouched)
    }
    checkGrounds(grounds, isUntouched: isUntouched)
    readRecommendation()
  }

  /// The award, where every block is held once the row's entries are recorded and the row validates one.
  var award: SessionStep? {
    guard let last = validated.values.max(by: { ($0.column ?? 0) < ($1.column ?? 0) }),
      !now.blocks.isEmpty, heldAfter.isSuperset(of: now.blocks), now.status?.mayBeAwarded == true
    else { return nil }
    let days = now.decisions.values.map(\.entry.day) + steps.compactMap(\.decidedOn)
    return SessionStep(
      .awarded, of: jury, now.candidacy, on: max(choices.day, days.max() ?? choices.day),
      after: now.latest, at: last)
  }

  func outcome(isAwarded: Bool) -> SessionPlan.Outcome {
    SessionPlan.Outcome(
      candidacy: now.candidacy, candidate: now.candidate, steps: steps,
      held: heldAfter.intersection(now.blocks).count, blocks: now.blocks.count,
      isAwarded: isAwarded,
      undermines: now.status == .certified && !corrected.subtracting(validated.keys).isEmpty)
  }

  private var heldAfter: Set<BlockCode> {
    let recorded = now.decisions.filter { $0.value.verdict == .validated }.map(\.key)
    return now.held.union(recorded).subtracting(corrected).union(validated.keys)
  }

  private func isSame(_ cell: String, _ text: String) -> Bool {
    SheetText.isSame(cell, text, isLossy: choices.isLossy)
  }
}

// MARK: What the cells say

extension RowPlan {
  /// The row of a candidate whose summons was withdrawn may only say what the sheet was made with.
  private mutating func readWithdrawn() {
    let isFilled =
      row.verdicts.contains { base.verdict(on: $0.block) != $0.cell.value }
      || row.attendance.map { !$0.value.says(base.attendance) } ?? false
    if isFilled { problems.append(SheetProblem(.notSummoned(now.candidacy), at: row.place)) }
  }

  private mutating func readAttendance() {
    guard let said = row.attendance else { return }
    let reading = Reading(
      isNow: said.value.says(now.attendance), isBase: said.value.says(base.attendance))
    switch said.value {
    case .present:
      guard case .absent = now.attendance else { return }
      switch reading {
      case .recorded, .untouched: return
      case .filled:
        isAbsenceCorrected = true
        if let absence = now.absence { annul(absence.entry, replacedBy: nil, at: said.place) }
      }
    case .absent(let excused):
      let decided = row.verdicts.first { $0.cell.value != .held }
      if let decided {
        return problems.append(SheetProblem(.absentAndNot, at: decided.cell.place))
      }
      switch reading {
      case .recorded, .untouched: return
      case .filled: absent(excused: excused ?? false, at: said.place)
      }
    }
  }

  /// Records an absence; it corrects one recorded otherwise, or every verdict.
  private mutating func absent(excused: Bool, at place: SheetProblem.Place) {
    let decided = now.blocks.compactMap { block in now.decisions[block].map { (block, $0) } }
    for (block, decision) in decided {
      if decision.verdict == .validated { corrected.insert(block) }
      annul(decision.entry, replacedBy: nil, at: place)
    }
    let replaced = now.attendance == .present ? nil : now.absence?.entry
    let step = SessionStep(
      .absent(excused: excused), of: jury, now.candidacy, on: replaced?.day ?? choices.day,
      after: now.latest, replacing: replaced, at: place)
    if let replaced { annul(replaced, replacedBy: step.id, at: place) }
    steps.append(step)
  }

  private mutating func readVerdict(
    _ cell: FilledSheet.Cell<SheetVerdict>, on block: BlockCode, _ grounds: SheetGrounds,
    isUntouched: Bool
  ) {
    let (old, new) = (base.verdict(on: block), now.verdict(on: block))
    if cell.value == .held {
      if old != .held, new != .held { problems.append(SheetProblem(.notHeld, at: cell.place)) }
      return
    }
    guard now.blocks.contains(block) else {
      return problems.append(
        SheetProblem(.notABlock(block, now.candidacy), at: cell.place))
    }
    let isBase = cell.value == old
    switch Reading(isNow: cell.value == new, isBase: isBase) {
    case .recorded:
      if cell.value == .refused, !isUntouched {
        readGrounds(grounds[block], of: block)
      }
    case .untouched: return
    case .filled:
      if case .absent = now.attendance, !isAbsenceCorrected, let absence = now.absence {
        return problems.append(
          SheetProblem(
            .recordedAbsent(now.candidacy, absence.entry.position), at: cell.place))
      }
      decide(cell.value, on: block, grounds[block], at: cell.place)
    }
  }

  private mutating func decide(
    _ verdict: SheetVerdict, on block: BlockCode, _ grounds: String?, at place: SheetProblem.Place
  ) {
    let replaced = now.decisions[block]
    if replaced?.verdict == .validated { corrected.insert(block) }
    let isValidated = verdict == .validated
    if isValidated { validated[block] = place }
    let step = SessionStep(
      .decided(
        isValidated ? .validated : .refused, block, grounds: isValidated ? nil : grounds,
        without: without),
      of: jury, now.candidacy, on: replaced?.entry.day ?? choices.day, after: now.latest,
      replacing: replaced?.entry, at: place)
    if let replaced { annul(replaced.entry, replacedBy: step.id, at: place) }
    steps.append(step)
  }

  /// The grounds of a refusal that is recorded already.
  private mutating func readGrounds(_ said: String?, of block: BlockCode) {
    guard let said, let decision = now.decisions[block], decision.verdict == .refused,
      case .known(let recorded) = decision.grounds, let place = row.grounds?.place
    else { return }
    let old = base.decisions[block]?.grounds.text
    let reading = Reading(
      isNow: isSame(said, recorded ?? ""), isBase: old.map { isSame(said, $0) } ?? false)
    switch reading {
    case .recorded, .untouched: return
    case .filled: decide(.refused, on: block, said, at: place)
    }
  }

  /// Grounds are about a refusal, but for those that the sheet was made with.
  private mutating func checkGrounds(_ grounds: SheetGrounds, isUntouched: Bool) {
    guard let cell = row.grounds, !isUntouched else { return }
    let refused = Set(row.verdicts.filter { $0.cell.value == .refused }.map(\.block))
    if refused.isEmpty || !refused.isSuperset(of: grounds.own.keys) {
      problems.append(SheetProblem(.groundsWithoutRefusal, at: cell.place))
    }
  }

  private mutating func readRecommendation() {
    guard let cell = row.recommendation else { return }
    let (old, recorded) = (base.recommendation?.text.text, now.recommendation?.text)
    if recorded == .hidden { return }
    let new = recorded?.text
    let reading = Reading(
      isNow: new.map { isSame(cell.value, $0) } ?? false,
      isBase: old.map { isSame(cell.value, $0) } ?? false)
    switch reading {
    case .recorded, .untouched: return
    case .filled:
      let replaced = now.recommendation?.entry
      let step = SessionStep(
        .recommended(cell.value), of: jury, now.candidacy, on: replaced?.day ?? choices.day,
        after: now.latest, replacing: replaced, at: cell.place)
      if let replaced { annul(replaced, replacedBy: step.id, at: cell.place) }
      steps.append(step)
    }
  }

  private mutating func annul(
    _ entry: SessionRecord.Recorded, replacedBy other: EventID?, at place: SheetProblem.Place
  ) {
    steps.append(
      SessionStep(
        .annulled(entry, replacedBy: other), of: jury, now.candidacy, on: choices.today,
        after: now.latest, at: place))
  }
}

extension SessionStep {
  /// The day of a decision; nil for another step.
  fileprivate var decidedOn: CalendarDate? {
    if case .decided = kind { day } else { nil }
  }
}

extension CandidacyStatus {
  /// Whether an award may follow: there is none, and the candidacy is not ended.
  fileprivate var mayBeAwarded: Bool {
    switch self {
    case .revoked, .certified, .continued, .withdrawn: false
    case .inadmissible, .awardPending, .partiallyCertified, .lapsed, .awaitingJury, .refused,
      .inPreparation, .admissible, .enrolled:
      true
    }
  }
}
