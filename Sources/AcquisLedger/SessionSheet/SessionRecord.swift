public import Events
public import Projections

/// What the ledger holds of a jury's session, candidate by candidate, at one position: what a session sheet
/// shows, and what a filled one is compared with.
public struct SessionRecord: Hashable, Sendable {
  /// A verdict of this jury that is in force.
  public struct Decision: Hashable, Sendable {
    public let verdict: BlockDecision.Verdict
    public let grounds: RecordedText
    public let entry: Recorded

    public init(_ verdict: BlockDecision.Verdict, grounds: RecordedText, entry: Recorded) {
      self.verdict = verdict
      self.grounds = grounds
      self.entry = entry
    }
  }

  /// An absence from the session.
  public struct Absence: Hashable, Sendable {
    public let excused: Bool
    public let entry: Recorded

    public init(excused: Bool, entry: Recorded) {
      self.excused = excused
      self.entry = entry
    }
  }

  /// The recommendation that the jury made last.
  public struct Recommendation: Hashable, Sendable {
    public let text: RecordedText
    public let entry: Recorded

    public init(_ text: RecordedText, entry: Recorded) {
      self.text = text
      self.entry = entry
    }
  }

  /// An entry of the log.
  public struct Recorded: Hashable, Sendable {
    public let id: EventID
    public let position: Position
    public let day: CalendarDate

    public init(_ id: EventID, at position: Position, on day: CalendarDate) {
      self.id = id
      self.position = position
      self.day = day
    }
  }

  /// A text about a person, as far as this session of the program can read it.
  public enum RecordedText: Hashable, Sendable {
    /// Nil: none was recorded.
    case known(String?)
    /// Sealed, and not opened: it is compared with nothing.
    case hidden

    /// The text, if there is one that can be read.
    public var text: String? {
      switch self {
      case .known(let text): text
      case .hidden: nil
      }
    }
  }

  public let jury: JuryID
  /// The last position known.
  public let known: Position
  /// The days planned.
  public let session: SessionDays
  /// The ids of the current members.
  public let members: [MemberID]
  /// By day.
  public let sittings: [JuryPresence]
  /// False for a jury whose members no document states.
  public let isCompositionKnown: Bool
  /// The blocks of the jury's certification, then those of its candidates' other versions.
  public let blocks: [BlockCode]
  /// The certifications of ``blocks``: that of the jury first.
  public let certifications: [CertificationCode]
  /// In the order of their first event about the jury.
  public let candidates: [SessionCandidate]
  /// The references of the minutes signed.
  public let minutes: [String]
  /// The last entry that names the jury.
  public let latest: Position

  public init(
    jury: JuryID, known: Position, session: SessionDays, members: [MemberID],
    sittings: [JuryPresence], isCompositionKnown: Bool, blocks: [BlockCode],
    certifications: [CertificationCode], candidates: [SessionCandidate], minutes: [String] = [],
    latest: Position
  ) {
    self.jury = jury
    self.known = known
    self.session = session
    self.members = members
    self.sittings = sittings
    self.isCompositionKnown = isCompositionKnown
    self.blocks = blocks
    self.certifications = certifications
    self.candidates = candidates
    self.minutes = minutes
    self.latest = latest
  }

  /// The candidates whom a sheet has a row for: summoned, absent or decided on.
  public var expected: [SessionCandidate] { candidates.filter(\.isExpected) }

  /// A block's name in the sheet: `BC01` where its certification is the only one, else its code.
  public func name(of block: BlockCode) -> String { SheetBlocks(self).name(of: block) }

  func candidate(_ candidacy: CandidacyID) -> SessionCandidate? {
    candidates.first { $0.candidacy == candidacy }
  }

  /// The day that a sheet's facts bear where none is given: the session's only day, else that of the latest
  /// sitting; nil for a session of several days that was not held yet.
  public var usualDay: CalendarDate? {
    session.first == session.last ? session.first : sittings.last?.heldOn
  }

  /// The sitting that a decision of a day rests on: the latest by then.
  public func sitting(by day: CalendarDate) -> JuryPresence? { sittings.last { $0.heldOn <= day } }
}
