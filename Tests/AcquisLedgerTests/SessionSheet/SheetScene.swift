import AcquisLedger
import Events
import Projections
import Testing

/// A jury `J1` of `T1` with two blocks, and its candidates as a sheet was made and as they are now.
struct SheetScene {
  static let blocks = ["T1B1", "T1B2"]
  static let headings = [
    "candidature", "nom", "B1", "B2", "présence", "motif", "recommandation", "feuille",
  ]
  static let mark = "jury J1, position 10, édition 2026-2"

  var base: [SessionCandidate]
  var now: [SessionCandidate]
  var isPresenceGiven = false
  var isLossy = false
  var sittings: [JuryPresence] = []

  init(_ base: SessionCandidate..., now: [SessionCandidate]? = nil) {
    self.base = base
    self.now = now ?? base
  }

  static func day(_ text: String = "2026-06-18") throws -> CalendarDate { try CalendarDate(text) }

  static func entry(_ position: Int64, on day: String = "2026-06-18") throws
    -> SessionRecord.Recorded
  {
    SessionRecord.Recorded(
      EventID(high: 0x7000, low: 0x8000_0000_0000_0000 | UInt64(position)), at: Position(position),
      on: try CalendarDate(day))
  }

  static func record(_ candidates: [SessionCandidate], known: Int64) throws -> SessionRecord {
    let convened = JuryConvened(
      jury: try JuryID("J1"), certification: try CertificationCode("T1"), sessionOn: try day(),
      sessionTo: nil, mode: .onSite, members: nil)
    let register = try #require(
      {
        var register = JuryRegister(of: convened.jury, TimelessFacts([]))
        register.apply(
          Envelope(
            position: Position(1), recordedAt: try Instant("2026-05-01T10:00:00.000000Z"),
            event: Event(
              id: EventID(high: 0x7000, low: 1 << 63), occurredOn: try day("2026-05-01"),
              recordedBy: try RecorderID("clerk:1"), fact: .juryConvened(convened))))
        return register.register(on: try day())
      }())
    return SessionRecord(
      jury: register.jury, known: Position(known), session: register.session,
      members: try ["M1", "M2"].map { try MemberID($0) }, sittings: [], isCompositionKnown: true,
      blocks: try blocks.map { try BlockCode($0) }, certifications: [register.certification],
      candidates: candidates, latest: Position(known))
  }

  /// The plan of a sheet with these rows, of six cells: candidacy, two blocks, presence, grounds,
  /// recommendation.
  func plan(_ rows: [String]...) throws -> SessionPlan {
    let lines =
      [SheetLine(1, Self.headings)]
      + rows.enumerated().map { index, row in
        SheetLine(index + 2, [row[0], "Nom"] + row[1...] + [Self.mark])
      }
    return try plan(lines: lines)
  }

  func plan(lines: [SheetLine]) throws -> SessionPlan {
    SessionPlan(
      try SheetHead(lines), base: try Self.record(base, known: 10),
      now: try Self.record(now, known: base == now ? 10 : 20),
      choices: SessionPlan.Choices(
        day: try Self.day(), today: try Self.day("2026-06-20"),
        present: try ["M1", "M2"].map { try MemberID($0) }, isPresenceGiven: isPresenceGiven,
        isLossy: isLossy))
  }
}

extension SessionCandidate {
  /// A candidate with verdicts by the block's name, each recorded at the position of its place in the list.
  static func sample(
    _ id: String = "D1", _ verdicts: KeyValuePairs<String, BlockDecision.Verdict> = [:],
    grounds: String? = nil, held: [String] = [], absent: Bool? = nil, recommended: String? = nil,
    recused: [String] = [], isExpected: Bool = true, status: CandidacyStatus = .awaitingJury,
    at position: Int64 = 5
  ) throws -> SessionCandidate {
    var decisions: [BlockCode: SessionRecord.Decision] = [:]
    for (index, (block, verdict)) in verdicts.enumerated() {
      decisions[try BlockCode("T1" + block)] = SessionRecord.Decision(
        verdict, grounds: .known(verdict == .refused ? grounds : nil),
        entry: try SheetScene.entry(position + Int64(index)))
    }
    return SessionCandidate(
      try CandidacyID(id), candidate: try CandidateID("P1"), status: status,
      blocks: try SheetScene.blocks.map { try BlockCode($0) },
      held: Set(try held.map { try BlockCode("T1" + $0) }), isExpected: isExpected,
      decisions: decisions,
      absence: try absent.map {
        SessionRecord.Absence(excused: $0, entry: try SheetScene.entry(position))
      },
      recommendation: try recommended.map {
        SessionRecord.Recommendation(.known($0), entry: try SheetScene.entry(position))
      }, recused: try recused.map { try MemberID($0) }, latest: Position(position))
  }
}

extension SessionPlan {
  /// What is planned, in few words: `held`, `D1 B1 V`, `D1 annul 5`.
  var said: [String] {
    steps.map { step in
      let who = step.candidacy.map { "\($0) " } ?? ""
      switch step.kind {
      case .held(let present):
        return "held " + (present ?? []).map(\.text).joined(separator: ",")
      case .annulled(let entry, _): return who + "annul \(entry.position)"
      case .absent(let excused): return who + (excused ? "excused" : "absent")
      case .decided(let verdict, let block, let grounds, let without):
        return who + block.text.dropFirst(2) + (verdict == .validated ? " V" : " NV")
          + (grounds.map { " (\($0))" } ?? "")
          + (without.isEmpty ? "" : " without " + without.map(\.text).joined(separator: ","))
      case .recommended(let text): return who + "recommended \(text)"
      case .awarded: return who + "awarded"
      case .deliberated(let minutes): return "minutes \(minutes)"
      }
    }
  }

  /// The problems as `row/column kind`.
  var wrongs: [String] {
    problems.map { problem in
      let place = problem.place.map { place in
        place.column.map { "\(SheetProblem.letters($0))\(place.row)" } ?? "\(place.row)"
      }
      let name = String("\(problem.kind)".prefix { $0 != "(" })
      return "\(place ?? "-") \(name)"
    }
  }
}
