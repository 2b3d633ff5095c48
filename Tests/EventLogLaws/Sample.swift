public import Events
package import TestSupport

/// Small sample events, the same for the same numbers.
public enum Sample {
  /// 2026-01-15, before the test clock's day.
  public static let day = 20_468

  /// An event's id by number.
  public static func id(_ number: Int) -> EventID {
    EventID(high: 0x0197_0000_0000_7000, low: 0x8000_0000_0000_0000 | UInt64(number))
  }

  /// A block validated: subjects of a candidacy and a jury.
  public static func validated(
    _ number: Int, candidacy: Int = 1, jury: Int = 1, day: Int = day
  ) throws -> EncodedEvent {
    try event(
      number, day: day,
      .blockValidated(
        BlockValidated(
          jury: JuryID("J-\(jury)"), candidacy: CandidacyID("D-\(candidacy)"),
          block: BlockCode("3474D1"))))
  }

  /// A jury's minutes, of so many letters.
  public static func deliberated(
    _ number: Int, jury: Int = 1, day: Int = day, letters: Int = 1
  ) throws -> EncodedEvent {
    try event(
      number, day: day,
      .juryDeliberated(
        JuryDeliberated(
          jury: JuryID("J-\(jury)"),
          minutes: FreeText(String(repeating: "é", count: letters)))))
  }

  /// A jury of very many members: an event of almost the most bytes allowed.
  public static func longest(_ number: Int) throws -> EncodedEvent {
    let member = try MemberID(String(repeating: "m", count: 64))
    func held(_ members: [MemberID]) throws -> EncodedEvent {
      try event(
        number, day: day,
        .juryHeld(JuryHeld(jury: JuryID("J-1"), present: try NonEmpty(members))))
    }
    let room = EncodedEvent.limit - (try held([member])).bytes(recordedAt: .epoch).count
    let members = Array(repeating: member, count: 1 + room / 67)
    // What is left is less than a member of full length, with its quotes and comma.
    let left = room % 67
    guard left > 3 else { return try held(members) }
    return try held(members + [MemberID(String(repeating: "m", count: left - 3))])
  }

  /// The annulment of an entry about juries.
  public static func annulled(
    _ number: Int, entry: Int, subjects: [Subject]
  ) throws -> EncodedEvent {
    try event(
      number, day: day,
      .eventAnnulled(
        EventAnnulled(
          event: id(entry), entrySubjects: NonEmpty(subjects), grounds: .clear(FreeText("x")))))
  }

  /// An event of one of five types, drawn at random, about few subjects and on few days.
  package static func random(_ number: Int, _ random: inout SeededGenerator) throws -> EncodedEvent
  {
    let candidacy = try CandidacyID("D-\(Int.random(in: 1...6, using: &random))")
    let jury = try JuryID("J-\(Int.random(in: 1...4, using: &random))")
    let fact: Fact =
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        .candidateEnrolled(
          CandidateEnrolled(
            candidacy: candidacy, candidate: try CandidateID("P-1"),
            certification: try CertificationCode("3474"), pathway: .experience))
      case 1: .candidateSummoned(CandidateSummoned(jury: jury, candidacy: candidacy))
      case 2:
        .certificateIssued(
          CertificateIssued(candidacy: candidacy, number: try CertificateNumber("C-\(number)")))
      case 3: .juryHeld(JuryHeld(jury: jury, present: try NonEmpty([MemberID("M-1")])))
      default:
        .blockValidated(
          BlockValidated(jury: jury, candidacy: candidacy, block: try BlockCode("3474D1")))
      }
    return try event(number, day: day - Int.random(in: 0..<12, using: &random), fact)
  }

  /// The event of this fact.
  public static func event(
    _ number: Int, day: Int, judged: Edition? = nil, _ fact: Fact
  ) throws -> EncodedEvent {
    try EncodedEvent(
      Event(
        id: id(number), occurredOn: CalendarDate(dayNumber: day),
        recordedBy: RecorderID("officer:17"), judged: judged, fact: fact))
  }
}
