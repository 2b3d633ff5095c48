public import Events
internal import Projections

/// What a filled session sheet asks to record: the facts that the ledger does not have yet, in the order in
/// which the rules take them.
///
/// ```swift
/// let head = try SheetHead(lines)
/// let plan = SessionPlan(head, base: base, now: now, choices: choices)
/// plan.problems.isEmpty ? plan.steps.map(\.kind) : []
/// ```
///
/// Three states are compared cell by cell: what the sheet was made with, what it says now, what the ledger
/// holds now. A cell that was not touched asks for nothing, whatever the ledger holds; one that says what
/// the ledger holds neither; an empty one is no decision. One that was touched is recorded, or corrects what
/// is recorded; where the ledger was changed too, that is among the ``changes``, to be told and asked.
///
/// Pure: it reads no file, no log and no clock.
public struct SessionPlan: Sendable {
  /// What is chosen for a whole sheet.
  public struct Choices: Hashable, Sendable {
    /// The day of the facts.
    public var day: CalendarDate
    /// The day of annulments.
    public var today: CalendarDate
    /// The members present, where a sitting is to be recorded; nil: the composition is unknown.
    public var present: [MemberID]?
    /// Whether the members present were named, so that a sitting of the day is recorded beside earlier ones.
    public var isPresenceGiven: Bool
    /// The reference of minutes to record as signed; nil: none.
    public var minutes: String?
    /// The candidates' names, as far as they are opened: a row with another name is refused.
    public var names: [CandidacyID: String] = [:]
    /// Whether the file's encoding lacks characters, for which a spreadsheet writes others.
    public var isLossy: Bool

    public init(
      day: CalendarDate, today: CalendarDate, present: [MemberID]?,
      isPresenceGiven: Bool = false, minutes: String? = nil, isLossy: Bool = false
    ) {
      self.day = day
      self.today = today
      self.present = present
      self.isPresenceGiven = isPresenceGiven
      self.minutes = minutes
      self.isLossy = isLossy
    }
  }

  /// What is planned for one candidate.
  public struct Outcome: Hashable, Sendable {
    public let candidacy: CandidacyID
    public let candidate: CandidateID?
    /// The entries about the candidacy, in order, without an award.
    public let steps: [SessionStep]
    /// The blocks held once they are recorded, and how many there are.
    public let held: Int
    public let blocks: Int
    /// Whether every block is held then, and the certification is to be awarded.
    public let isAwarded: Bool
    /// An award stands, and a validation that it rests on is corrected.
    public let undermines: Bool
  }

  public let steps: [SessionStep]
  /// The candidates for whom something is to be recorded, in the sheet's order.
  public let outcomes: [Outcome]
  /// In the sheet's order. Nothing may be recorded while there are any.
  public let problems: [SheetProblem]
  /// What was recorded since the sheet was made and is not what it says.
  public let changes: [SheetChange]
  /// The candidates who held every block already, to whom the certification is not awarded.
  public let awardPending: [CandidacyID]
  /// The columns, from 0, and the rows that were left out.
  public let ignoredColumns: [Int]
  public let ignoredRows: [Int]

  /// - Parameters:
  ///   - base: the record that the sheet was made from.
  ///   - now: the record of the log's end.
  public init(
    _ head: SheetHead, base: SessionRecord, now: SessionRecord, choices: Choices
  ) {
    let sheet = FilledSheet(
      head, base: base, now: now, names: choices.names, isLossy: choices.isLossy)
    let sitting = Sitting(now, choices)
    let blocks = SheetBlocks(base)
    var problems = sheet.problems
    var (outcomes, awards): ([Outcome], [SessionStep]) = ([], [])
    for row in sheet.rows {
      guard let current = now.candidate(row.candidacy) else { continue }
      var plan = RowPlan(
        row, base: base.candidate(row.candidacy) ?? current.undecided, now: current,
        of: now.jury, present: sitting.present, choices: choices)
      plan.read(blocks)
      problems += plan.problems
      if plan.steps.isEmpty { continue }
      let award = plan.award
      outcomes.append(plan.outcome(isAwarded: award != nil))
      awards += award.map { [$0] } ?? []
    }
    let entries = outcomes.flatMap(\.steps)
    let minutes = choices.minutes.flatMap { now.minutes.contains($0) ? nil : $0 }
    let deliberated = minutes.map { minutes in
      SessionStep(
        .deliberated(minutes: minutes), of: now.jury, on: choices.day, after: now.latest)
    }
    let held = sitting.step(before: entries)
    steps = (held.map { [$0] } ?? []) + entries + awards + (deliberated.map { [$0] } ?? [])
    self.outcomes = outcomes
    self.problems = problems
    changes = SheetChange.all(
      from: base, to: now,
      rows: Dictionary(
        sheet.rows.map { ($0.candidacy, $0) }, uniquingKeysWith: { first, _ in first }),
      labels: blocks.labels)
    awardPending = now.candidates.filter { candidate in
      candidate.status == .awardPending && !awards.contains { $0.candidacy == candidate.candidacy }
    }.map(\.candidacy)
    ignoredColumns = sheet.ignoredColumns
    ignoredRows = sheet.ignoredRows
  }

  /// The sitting to record, if one is; nil: that of the decisions is recorded.
  public var sitting: SessionStep? {
    steps.first { step in
      if case .held = step.kind { true } else { false }
    }
  }

  /// Whether a recorded entry is corrected under an award that stands.
  public var underminesAward: Bool { outcomes.contains(where: \.undermines) }
}

/// The sitting that a sheet's decisions rest on.
private struct Sitting {
  let record: SessionRecord
  let choices: SessionPlan.Choices
  /// Whether it is not recorded yet.
  let isNew: Bool
  /// Whether no sitting is recorded by the day.
  private let isFirst: Bool

  init(_ record: SessionRecord, _ choices: SessionPlan.Choices) {
    self.record = record
    self.choices = choices
    let latest = record.sitting(by: choices.day)
    isFirst = latest == nil
    let isOtherDay = latest?.heldOn != choices.day
    isNew =
      isFirst
      || isOtherDay && (choices.isPresenceGiven || record.session.contains(choices.day))
  }

  var present: [MemberID] {
    isNew ? choices.present ?? [] : record.sitting(by: choices.day)?.members ?? []
  }

  /// The step that records it, where one of the entries is a decision of the day, or the presence was given.
  ///
  /// Its day is that of the decisions, or for those made later the session's last.
  func step(before entries: [SessionStep]) -> SessionStep? {
    let isNeeded =
      choices.isPresenceGiven
      || entries.contains { step in
        if case .decided = step.kind { isFirst || step.replaces == nil } else { false }
      }
    guard isNew, isNeeded else { return nil }
    let day = record.session.contains(choices.day) ? choices.day : record.session.last
    return SessionStep(
      .held(present: record.isCompositionKnown ? choices.present ?? [] : choices.present),
      of: record.jury, on: day, after: record.latest)
  }
}
