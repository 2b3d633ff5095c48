internal import Cryptography
public import Events
public import Projections

/// One entry that a filled sheet asks to record.
public struct SessionStep: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The jury sat, with these members; nil: its composition is unknown.
    case held(present: [MemberID]?)
    /// An entry is annulled, because the sheet corrects it; a new one replaces it or not.
    case annulled(SessionRecord.Recorded, replacedBy: EventID?)
    case absent(excused: Bool)
    case decided(
      BlockDecision.Verdict, BlockCode, grounds: String?, without: [MemberID])
    case recommended(String)
    case awarded
    /// The minutes are signed, under this reference.
    case deliberated(minutes: String)
  }

  public let id: EventID
  public let kind: Kind
  public let jury: JuryID
  /// Nil for an entry about the jury alone.
  public let candidacy: CandidacyID?
  public let day: CalendarDate
  /// The entry that this one replaces; nil if it replaces none.
  public let replaces: SessionRecord.Recorded?
  /// The cell that asks for it; nil: it follows from others.
  public let place: SheetProblem.Place?

  init(
    _ kind: Kind, of jury: JuryID, _ candidacy: CandidacyID? = nil, on day: CalendarDate,
    after latest: Position, replacing replaced: SessionRecord.Recorded? = nil,
    at place: SheetProblem.Place? = nil
  ) {
    self.kind = kind
    self.jury = jury
    self.candidacy = candidacy
    self.day = day
    replaces = replaced
    self.place = place
    id = Self.id(
      [
        jury.text, candidacy?.text ?? "", kind.name, day.description, latest.description,
        replaced?.id.description ?? "",
      ])
  }

  /// An id made from what the step is about and the last entry about it, so that two persons who take the
  /// same sheet in at the same moment do not record it twice. No text about a person is part of it.
  private static func id(_ parts: [String]) -> EventID {
    let bytes = Array(parts.joined(separator: "\u{0}").utf8)
    // Hashing needs no key and fails only without memory.
    let hash = try? SHA256().digest(of: Array("session-sheet\u{0}".utf8) + bytes)
    return EventID(version8At: 0, hash: hash?.bytes ?? Array(bytes.suffix(10)))
  }
}

extension SessionStep.Kind {
  fileprivate var name: String {
    switch self {
    case .held: "held"
    case .annulled(let entry, _): "annulled \(entry.id)"
    case .absent: "absent"
    case .decided(let verdict, let block, _, _): "\(verdict.rawValue) \(block)"
    case .recommended: "recommended"
    case .awarded: "awarded"
    case .deliberated: "deliberated"
    }
  }
}

extension SessionStep {
  /// The entry to record.
  ///
  /// - Parameters:
  ///   - line: the number by which a refusal names it.
  ///   - recorder: who is responsible for it.
  ///   - reason: the grounds of a correction.
  public func submission(
    line: Int, by recorder: String, reason: String
  ) throws(SubmissionFailure) -> Submission {
    try Submission(
      .object([
        JSONMember("id", .string(id.description)), JSONMember("type", .string(type.rawValue)),
        JSONMember("occurredOn", .string(day.description)),
        JSONMember("recordedBy", .string(recorder)),
        JSONMember("data", .object(data(reason))),
      ]), line: line)
  }

  public var type: EventType {
    switch kind {
    case .held: .juryHeld
    case .annulled: .eventAnnulled
    case .absent: .candidateAbsent
    case .decided(.validated, _, _, _): .blockValidated
    case .decided(.refused, _, _, _): .blockRefused
    case .recommended: .juryRecommended
    case .awarded: .certificationAwarded
    case .deliberated: .juryDeliberated
    }
  }

  private func data(_ reason: String) -> [JSONMember] {
    let jury = JSONMember("jury", .string(jury.text))
    let both = [jury] + (candidacy.map { [JSONMember("candidacy", .string($0.text))] } ?? [])
    switch kind {
    case .held(let present):
      return [jury] + (present.map { [JSONMember("present", .ids($0))] } ?? [])
    case .annulled(let entry, let other):
      return [
        JSONMember("event", .string(entry.id.description)), JSONMember("grounds", .string(reason)),
      ] + (other.map { [JSONMember("replacedBy", .string($0.description))] } ?? [])
    case .absent(let excused): return both + [JSONMember("excused", .boolean(excused))]
    case .decided(_, let block, let grounds, let without):
      return both + [JSONMember("block", .string(block.text))]
        + (grounds.map { [JSONMember("grounds", .string($0))] } ?? [])
        + (without.isEmpty ? [] : [JSONMember("without", .ids(without))])
    case .recommended(let text): return both + [JSONMember("recommendation", .string(text))]
    case .awarded: return both
    case .deliberated(let minutes): return [jury, JSONMember("minutes", .string(minutes))]
    }
  }
}

extension JSONValue {
  fileprivate static func ids(_ members: [MemberID]) -> JSONValue {
    .list(members.map { .string($0.text) })
  }
}
