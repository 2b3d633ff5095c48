public import Events

/// One award of a flow (*passage de certification*).
public struct Passage: Hashable, Sendable {
  public let candidacy: CandidacyID
  /// The person's id as known to the flow.
  public let candidate: CandidateID
  /// `idTechnique`: the entry of the award, so that an award made anew is another passage.
  public let award: EventID
  /// The position of that entry.
  public let position: Position
  /// The entry from which the holder's identity was read.
  public let identity: EventID
  public let awardedOn: CalendarDate
  /// The last day of validity; nil: without limit.
  public let validTo: CalendarDate?
  /// The sessions of the juries; nil where no jury is known.
  public let exam: Examination?
  /// The one followed on the day of the award.
  public let pathway: Pathway
  public let enrolledOn: CalendarDate
  public let holder: Holder

  public init(
    candidacy: CandidacyID, candidate: CandidateID, award: EventID, position: Position,
    identity: EventID, awardedOn: CalendarDate, validTo: CalendarDate?, exam: Examination?,
    pathway: Pathway, enrolledOn: CalendarDate, holder: Holder
  ) {
    self.candidacy = candidacy
    self.candidate = candidate
    self.award = award
    self.position = position
    self.identity = identity
    self.awardedOn = awardedOn
    self.validTo = validTo
    self.exam = exam
    self.pathway = pathway
    self.enrolledOn = enrolledOn
    self.holder = holder
  }
}

extension Passage {
  /// A last day of validity as the schema takes it: days end in 2099 there, and a later one is sent as none.
  static func lastDay(_ day: CalendarDate) -> CalendarDate? {
    day.components.year <= 2099 ? day : nil
  }
}

/// When and how the juries of an award sat.
public struct Examination: Hashable, Sendable {
  public let first: CalendarDate
  /// Not before the first.
  public let last: CalendarDate
  /// The modes of the sessions.
  public let modes: Set<SessionMode>

  public init(first: CalendarDate, last: CalendarDate, modes: Set<SessionMode>) {
    self.first = first
    self.last = max(first, last)
    self.modes = modes
  }

  /// `modalitePassageExamen`; nil where a session was on written papers, for which there is no word.
  var modality: String? {
    if modes.isEmpty || modes.contains(.written) { return nil }
    if modes == [.onSite] { return "EN_PRESENTIEL" }
    return modes == [.remote] ? "A_DISTANCE" : "MIXTE"
  }
}
