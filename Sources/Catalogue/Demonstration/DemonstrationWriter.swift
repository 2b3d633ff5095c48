internal import Events

/// Writes the demonstration's lines, one fact at a time.
struct DemonstrationWriter {
  /// What was written so far, in no order.
  private(set) var lines: [Demonstration.Line] = []
  var random: SplitMix64
  /// How many people the cohorts have so far.
  var people = 0
  /// The competency codes of each block.
  let competencies: [String: [String]]
  /// Nothing is told past this day.
  private let lastDay: CalendarDate
  private let firstInstant: Instant

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

  /// Records a fact some days after it occurred, in office hours.
  ///
  /// - Parameters:
  ///   - day: the day it occurred; facts past the demonstration's last day are not told.
  ///   - late: days until it is recorded.
  ///   - waives: the rules set aside for it.
  ///   - isImported: taken over as it was, not decided by the rules.
  /// - Returns: the entry's id, for an annulment.
  @discardableResult
  mutating func write(
    _ type: EventType, on day: CalendarDate, late: Int = 0, _ data: JSONValue,
    reason: String? = nil, waives: [String] = [], isImported: Bool = false
  ) throws(InvalidValue) -> String {
    let recordedOn = day.adding(days: late)
    let ofDay = Int64(8 + random.below(8)) * 3_600_000_000 + Int64(random.below(3_600_000_000))
    let instant = max(
      firstInstant,
      try Instant(microseconds: Int64(recordedOn.dayNumber) * 86_400_000_000 + ofDay))
    let noise = (0..<16).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let id = EventID(version8At: UInt64(instant.microseconds / 1000), hash: noise).description
    guard recordedOn <= lastDay else { return id }
    var members = [
      JSONMember("id", .string(id)), JSONMember("type", .string(type.rawValue)),
      JSONMember("occurredOn", .string(day.description)),
      JSONMember("recordedBy", .string("demo:clerk-\(1 + random.below(3))")),
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
}

// MARK: Facts told often

extension DemonstrationWriter {
  /// A person, plainly made up, and a candidacy of theirs.
  mutating func enrol(
    _ candidacy: String, _ person: String, in certification: String, by pathway: Pathway,
    on day: CalendarDate, late: Int = 0, audience: Audience? = nil, completes: String? = nil,
    targets: [String]? = nil, isNew: Bool = true
  ) throws(InvalidValue) {
    if isNew {
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

  /// A jury of the three roles, convened a month ahead.
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

  mutating func summon(
    _ candidacy: String, to jury: String, on day: CalendarDate
  ) throws(InvalidValue) {
    try write(
      .candidateSummoned, on: day, ["jury": .string(jury), "candidacy": .string(candidacy)])
  }

  /// A jury's decision on a block, entered the next day.
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

  /// A whole grid of a block's competencies.
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

  /// The award and what follows it: certificate, declaration, answer, surveys.
  ///
  /// - Parameter insertion: what the holder answers; nil: as it falls.
  mutating func award(
    _ candidacy: String, by jury: String, on day: CalendarDate, number: String,
    insertion: Insertion? = nil
  ) throws(InvalidValue) {
    // An award whose declaration would not be told waits.
    guard day.adding(days: 45) <= lastDay else { return }
    let named = JSONMember("candidacy", .string(candidacy))
    // The jury's decisions are entered the day before.
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
      let asFallen = employed && random.chance(85)
      let inOccupation =
        switch after {
        case .sixMonths: insertion?.inOccupationAfterSixMonths ?? asFallen
        case .twoYears: insertion?.inOccupationAfterTwoYears ?? asFallen
        }
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
