internal import Events

/// Generates the demonstration's lines, one fact at a time.
struct DemonstrationWriter {
  /// The lines written so far, not in the order of their instants; empty where they are only counted.
  private(set) var lines: [Demonstration.Line] = []
  /// Number of lines written so far.
  private(set) var count = 0
  /// Whether lines are counted and not kept, which draws the same numbers.
  var isCounting = false
  var random: SplitMix64
  /// Number of people in the cohorts so far.
  var people = 0
  /// The competency codes of each block, by block code.
  let competencies: [String: [String]]
  /// Facts recorded after this day are not written.
  private let lastDay: CalendarDate
  private let firstInstant: Instant
  /// Whether facts of any day are recorded on the last day from 18:00 UTC on, one a second.
  var entersOnTheLastEvening = false
  private var enteredOnTheLastEvening: Int64 = 0

  init(seed: UInt64) throws(InvalidValue) {
    random = SplitMix64(seed: seed)
    lastDay = try CalendarDate(2026, 6, 30)
    firstInstant = try Instant("2017-01-02T09:00:00.000000Z")
    var competencies: [String: [String]] = [:]
    for event in try BuiltInCatalogue.events() {
      guard case .certificationRegistered(let framework) = event.fact else { continue }
      for block in framework.blocks.elements {
        competencies[block.code.text] = block.competencies.map(\.code.text)
      }
    }
    self.competencies = competencies
  }

  /// Writes a fact, recorded at a random time between 8:00 and 16:00 UTC.
  ///
  /// - Parameters:
  ///   - day: the day on which it occurred.
  ///   - late: the number of days after `day` on which it is recorded; if that is after the
  ///     demonstration's last day, no line is written.
  ///   - waives: the rules waived for it.
  ///   - isImported: whether to import it without judging it by the rules.
  ///   - hour: the hour at which it is recorded; nil: a random one.
  /// - Returns: the event's id, for an annulment.
  @discardableResult
  mutating func write(
    _ type: EventType, on day: CalendarDate, late: Int = 0, atHour hour: Int? = nil,
    _ data: JSONValue, reason: String? = nil, waives: [String] = [], isImported: Bool = false
  ) throws(InvalidValue) -> String {
    let recordedOn = entersOnTheLastEvening ? lastDay : day.adding(days: late)
    var timeOfDay =
      Int64(hour ?? 8 + random.below(8)) * 3_600_000_000 + Int64(random.below(3_600_000_000))
    if entersOnTheLastEvening {
      enteredOnTheLastEvening += 1
      timeOfDay = 18 * 3_600_000_000 + enteredOnTheLastEvening * 1_000_000
    }
    let instant = max(
      firstInstant,
      try Instant(microseconds: Int64(recordedOn.dayNumber) * 86_400_000_000 + timeOfDay))
    let noise = (0..<16).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let id = EventID(version8At: UInt64(instant.microseconds / 1000), hash: noise).description
    guard recordedOn <= lastDay else { return id }
    let clerk = 1 + random.below(3)
    count += 1
    if isCounting { return id }
    var members = [
      JSONMember("id", .string(id)), JSONMember("type", .string(type.rawValue)),
      JSONMember("occurredOn", .string(day.description)),
      JSONMember("recordedBy", .string("demo:clerk-\(clerk)")),
      JSONMember("data", data),
    ]
    if let reason { members.append(JSONMember("reason", .string(reason))) }
    if !waives.isEmpty {
      members.append(JSONMember("waives", .list(waives.map { .string($0) })))
    }
    lines.append(
      Demonstration.Line(
        recordedAt: instant, value: .object(members), isImported: isImported))
    return id
  }

  /// Returns the lines written since the last call, and forgets them.
  mutating func takeLines() -> [Demonstration.Line] {
    defer { lines = [] }
    return lines
  }
}

// MARK: Frequent facts

extension DemonstrationWriter {
  /// Writes a fictitious person, if new, and an enrolment.
  ///
  /// - Parameter identity: nil: one like the others', of a random year and sex.
  mutating func enrol(
    _ candidacy: String, _ person: String, in certification: String, by pathway: Pathway,
    on day: CalendarDate, late: Int = 0, audience: Audience? = nil, completes: String? = nil,
    targets: [String]? = nil, isNew: Bool = true, identity: JSONValue? = nil
  ) throws(InvalidValue) {
    if let identity {
      try write(
        .candidateRegistered, on: day, late: late,
        ["candidate": .string(person), "identity": identity])
    } else if isNew {
      let year = 1960 + random.below(45)
      try write(
        .candidateRegistered, on: day, late: late,
        [
          "candidate": .string(person),
          "identity": [
            "birthName": .string("Exemple \(person)"), "firstNames": ["Démonstration"],
            "birthDate": .string("\(year)"), "sex": random.chance(60) ? "F" : "M",
            "birthPlace": ["postalCode": "00000", "label": "Ville fictive"],
          ],
        ])
    }
    var members = [
      JSONMember("candidacy", .string(candidacy)), JSONMember("candidate", .string(person)),
      JSONMember("certification", .string(certification)),
      JSONMember("pathway", .string(pathway.rawValue)),
    ]
    if let audience { members.append(JSONMember("public", .string(audience.rawValue))) }
    if let completes { members.append(JSONMember("completes", .string(completes))) }
    if let targets {
      members.append(JSONMember("targets", .list(targets.map { .string($0) })))
    }
    try write(.candidateEnrolled, on: day, late: late, .object(members))
  }

  /// Writes a jury with the three roles, convened 30 days before its session, held and deliberated.
  mutating func convene(
    _ jury: String, for certification: String, on session: CalendarDate
  ) throws(InvalidValue) {
    let members: [JSONValue] = ["president", "humanResources", "operations"].map { role in
      [
        "member": .string("DEMO-M-\(role)-\(1 + random.below(4))"), "role": .string(role),
        "name": .string("Exemple, jury"),
      ]
    }
    try write(
      .juryConvened, on: session.adding(days: -30),
      [
        "jury": .string(jury), "certification": .string(certification),
        "sessionOn": .string(session.description), "mode": "onSite", "place": "Salle fictive",
        "members": .list(members),
      ])
    let present = members.map { $0["member"] ?? .null }
    try write(
      .juryHeld, on: session, ["jury": .string(jury), "present": .list(present)])
    try write(
      .juryDeliberated, on: session, late: 1,
      ["jury": .string(jury), "minutes": .string("PV \(jury)")])
  }

  /// Writes a summons.
  mutating func summon(
    _ candidacy: String, to jury: String, on day: CalendarDate
  ) throws(InvalidValue) {
    try write(
      .candidateSummoned, on: day, ["jury": .string(jury), "candidacy": .string(candidacy)])
  }

  /// Writes a jury's decision on a block, by default recorded the next day.
  ///
  /// - Returns: the event's id.
  @discardableResult
  mutating func decide(
    _ candidacy: String, _ block: String, by jury: String, on day: CalendarDate, validated: Bool,
    late: Int = 1, waives: [String] = [], reason: String? = nil
  ) throws(InvalidValue) -> String {
    let data: JSONValue = [
      "jury": .string(jury), "candidacy": .string(candidacy), "block": .string(block),
    ]
    if validated {
      return try write(
        .blockValidated, on: day, late: late, data, reason: reason, waives: waives)
    }
    guard case .object(let members) = data else { return "" }
    return try write(
      .blockRefused, on: day, late: late,
      .object(members + [JSONMember("grounds", "Motif fictif : critères non atteints")]))
  }

  /// Writes an assessment of every competency of a block, with random results.
  mutating func assess(
    _ candidacy: String, _ block: String, on day: CalendarDate, modality: Modality
  ) throws(InvalidValue) {
    var results: [JSONValue] = []
    for competency in competencies[block, default: []] {
      let outcome: AssessmentOutcome = random.chance(90) ? .acquired : .notAcquired
      results.append([
        "competency": .string(competency), "outcome": .string(outcome.rawValue),
      ])
    }
    try write(
      .competencyAssessed, on: day, late: 1,
      [
        "candidacy": .string(candidacy), "modality": .string(modality.rawValue),
        "results": .list(results), "assessor": .string("DEMO-A-\(1 + random.below(5))"),
      ])
  }

  /// Writes an award and what follows: certificate, declaration, its acceptance, two surveys.
  ///
  /// - Parameter insertion: the answers to the surveys; nil: random.
  mutating func award(
    _ candidacy: String, by jury: String, on day: CalendarDate, number: String,
    insertion: Insertion? = nil, revokedOn: CalendarDate = .last
  ) throws(InvalidValue) {
    // An award whose declaration would be after the last day is left out.
    guard day.adding(days: 45) <= lastDay else { return }
    let named = JSONMember("candidacy", .string(candidacy))
    // Two days late: the jury's decisions are recorded one day late.
    try write(
      .certificationAwarded, on: day, late: 2,
      .object([named, JSONMember("jury", .string(jury))]))
    try write(
      .certificateIssued, on: day.adding(days: 20),
      .object([named, JSONMember("number", .string(number))]))
    let flow = JSONMember("flow", .string("DEMO-F-\(number)"))
    try write(.awardDeclared, on: day.adding(days: 40), .object([named, flow]))
    try write(
      .declarationAnswered, on: day.adding(days: 45),
      .object([named, flow, JSONMember("outcome", "accepted")]))
    for (after, days) in [(SurveyMoment.sixMonths, 190), (.twoYears, 740)] {
      let employed = insertion != nil || random.chance(95)
      let asDrawn = employed && random.chance(85)
      let inOccupation =
        switch after {
        case .sixMonths: insertion?.inOccupationAfterSixMonths ?? asDrawn
        case .twoYears: insertion?.inOccupationAfterTwoYears ?? asDrawn
        }
      // No survey follows a revocation.
      if revokedOn <= day.adding(days: days) { continue }
      try write(
        .insertionSurveyAnswered, on: day.adding(days: days),
        .object([
          named, JSONMember("after", .string(after.rawValue)),
          JSONMember("employed", .boolean(employed)),
          JSONMember("inTargetOccupation", .boolean(inOccupation)),
        ]))
    }
  }
}
