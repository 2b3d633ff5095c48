internal import Events

/// The juries of a sheet's sessions: one of the ledger, else one that is made.
struct SessionJuries {
  private let history: RecordedHistory
  private struct Session: Hashable {
    let certification: CertificationCode
    let day: CalendarDate
  }
  private var made: [Session: JuryID] = [:]
  private var known: [Session: [JuryID]] = [:]
  private var all: [JuryID: Set<SheetSession>] = [:]
  /// The days on which something was decided, or an absence noted.
  private(set) var sittings: [JuryID: Set<CalendarDate>] = [:]

  init(_ history: RecordedHistory) { self.history = history }

  /// By certification and day.
  var sessions: [SheetSession] {
    all.values.joined().sorted {
      ($0.certification, $0.on, $0.jury) < ($1.certification, $1.on, $1.jury)
    }
  }

  /// The jury of a certification that sits on a day: the one to which the candidacy is summoned; else the one
  /// that an import made for it; else the ledger's, if it has only one; else one that is made.
  ///
  /// - Parameter juries: those to which the candidacy is summoned, also if they are over.
  mutating func jury(
    of certification: CertificationCode, on day: CalendarDate, summoned juries: [JuryID]
  ) -> JuryID {
    let session = Session(certification: certification, day: day)
    let known = known(session)
    let sitting = known.filter { !(history.juries[$0]?.isOver ?? true) }
    let jury =
      known.first { juries.contains($0) }
      ?? sitting.first { $0 == Self.id(certification, day, 1) }
      ?? (sitting.count == 1 ? sitting[0] : make(session))
    all[jury, default: []].insert(
      SheetSession(jury, certification, on: day, isKnown: history.juries[jury] != nil))
    return jury
  }

  /// Notes that a jury sat.
  mutating func hold(_ jury: JuryID, on day: CalendarDate) {
    sittings[jury, default: []].insert(day)
  }

  /// Whether the facts of the jury itself are an import's: it is new, or its composition is unknown and its id
  /// one that an import makes.
  func isMade(_ session: SheetSession) -> Bool {
    guard let known = history.juries[session.jury] else { return true }
    return !known.isCompositionKnown
      && (1...9).contains { Self.id(session.certification, session.on, $0) == session.jury }
  }

  /// The ledger's juries of a session, those that are over included; one that an import made for this day also
  /// where it was rescheduled since.
  private mutating func known(_ session: Session) -> [JuryID] {
    if let found = known[session] { return found }
    let made = Self.id(session.certification, session.day, 1)
    let found = history.juries.values.filter { jury in
      jury.certification == session.certification
        && (jury.days.contains(session.day) || jury.id == made && jury.convenedFor == session.day)
    }.map(\.id).sorted()
    known[session] = found
    return found
  }

  private mutating func make(_ session: Session) -> JuryID {
    if let id = made[session] { return id }
    var number = 1
    while true {
      // The id of a jury that is over, or of another day, is used.
      if let id = Self.id(session.certification, session.day, number), history.juries[id] == nil {
        made[session] = id
        return id
      }
      number += 1
    }
  }

  private static func id(
    _ certification: CertificationCode, _ day: CalendarDate, _ number: Int
  ) -> JuryID? {
    let code =
      certification.text.hasPrefix("RNCP") && certification.text.count > 4
      ? certification.text.dropFirst(4) : certification.text[...]
    let suffix = number == 1 ? "" : "-\(number)"
    return try? JuryID("J-\(code.prefix(40))-\(day)\(suffix)")
  }
}
