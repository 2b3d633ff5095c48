internal import Events

/// Where the writer stands before a cohort, so that it can be written again.
struct Cohort {
  let index: Int
  /// No line of it is recorded before.
  let start: CalendarDate
  let random: SplitMix64
  let people: Int
  /// The number of lines written before it.
  let firstLine: Int
}

extension DemonstrationWriter {
  /// Writes the lines of a cohort that was written or counted before.
  mutating func rewrite(_ cohort: Cohort) throws(InvalidValue) {
    (random, people) = (cohort.random, cohort.people)
    try writeCohort(cohort.index, from: cohort.start)
  }

  /// Writes six to ten candidacies that share one jury; every fourth cohort is for 3474.
  mutating func writeCohort(_ index: Int, from start: CalendarDate) throws(InvalidValue) {
    let is3474 = index % 4 == 3
    let certification = is3474 ? "3474" : "RNCP38052"
    let blocks = (1...4).map { is3474 ? "3474D\($0)" : "RNCP38052BC0\($0)" }
    let session = start.adding(days: 150 + random.below(90))
    // The fiche's years have juries named by their year.
    let isTaken = FicheYear.all.contains { $0.year == index + 1 }
    let jury = "DEMO-J-\(index + 1)" + (isTaken ? "-COHORT" : "")
    try convene(jury, for: certification, on: session)
    for _ in 0..<6 + random.below(5) {
      people += 1
      let digits = String(people)
      let number = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      let day = start.adding(days: random.below(20))
      try writeOrdinaryCandidacy(
        number, certification, blocks, enrolledOn: day, jury: jury, session: session)
    }
  }

  /// Writes one candidacy, from its enrolment to a random outcome.
  private mutating func writeOrdinaryCandidacy(
    _ number: String, _ certification: String, _ blocks: [String], enrolledOn day: CalendarDate,
    jury: String, session: CalendarDate
  ) throws(InvalidValue) {
    let candidacy = "DEMO-D-\(number)"
    let pathways: [Pathway] =
      certification == "3474"
      ? [.continuingTraining]
      : [.apprenticeship, .continuingTraining, .professionalisation, .experience]
    let pathway = pathways[random.below(pathways.count)]
    try enrol(
      candidacy, "DEMO-P-\(number)", in: certification, by: pathway, on: day,
      audience: certification == "3474" ? .employee : nil)
    try prepare(candidacy, blocks, by: pathway, from: day, until: session)
    if random.chance(3) {
      try write(
        .candidacyWithdrawn, on: session.adding(days: -22),
        ["candidacy": .string(candidacy), "grounds": "Motif fictif : changement de projet"])
      return
    }
    try summon(candidacy, to: jury, on: session.adding(days: -20))
    if random.chance(4) {
      try write(
        .candidateAbsent, on: session,
        ["jury": .string(jury), "candidacy": .string(candidacy), "excused": true])
      return
    }
    let refused = random.chance(75) ? 0 : 1 + random.below(4)
    // Of the candidacies with a refusal, one in twenty has its decisions recorded half a year late.
    let late = refused > 0 && random.chance(5) ? 180 : 1
    for (index, block) in blocks.enumerated() {
      try decide(
        candidacy, block, by: jury, on: session, validated: index >= refused, late: late)
    }
    try notify(candidacy, by: jury, of: session, late: late)
    if refused == 0 {
      try award(candidacy, by: jury, on: session, number: "DEMO-C-\(number)")
    } else if random.chance(50) {
      try complete(
        candidacy, Array(blocks.prefix(refused)), of: certification,
        on: session.adding(days: 200 + random.below(600)), number: number)
    }
  }

  /// Writes a second jury for the refused blocks, and the award.
  private mutating func complete(
    _ candidacy: String, _ blocks: [String], of certification: String, on session: CalendarDate,
    number: String
  ) throws(InvalidValue) {
    let jury = "DEMO-J-B\(number)"
    try convene(jury, for: certification, on: session)
    try summon(candidacy, to: jury, on: session.adding(days: -20))
    for block in blocks {
      try decide(candidacy, block, by: jury, on: session, validated: true)
    }
    try notify(candidacy, by: jury, of: session)
    try award(candidacy, by: jury, on: session, number: "DEMO-C-\(number)")
  }

  /// Writes that a candidate was sent a jury's result, for sessions since 2024 (R28).
  private mutating func notify(
    _ candidacy: String, by jury: String, of session: CalendarDate, late: Int = 1
  ) throws(InvalidValue) {
    guard session >= (try CalendarDate(2024, 1, 1)) else { return }
    try write(
      .resultNotified, on: session.adding(days: 8), late: late > 1 ? late : 0,
      ["jury": .string(jury), "candidacy": .string(candidacy)])
  }

  /// Writes the training and its assessments, or the *recevabilité* and the dossiers of a VAE.
  private mutating func prepare(
    _ candidacy: String, _ blocks: [String], by pathway: Pathway, from day: CalendarDate,
    until session: CalendarDate
  ) throws(InvalidValue) {
    let named = JSONMember("candidacy", .string(candidacy))
    if pathway == .experience {
      try write(
        .dossierSubmitted, on: day.adding(days: 5),
        .object([named, JSONMember("kind", "admissibility")]))
      try write(
        .admissibilityDecided, on: day.adding(days: 30),
        .object([
          named, JSONMember("admissible", true),
          JSONMember("validUntil", .string(day.adding(years: 3).description)),
        ]))
      try write(
        .dossierSubmitted, on: session.adding(days: -60),
        .object([named, JSONMember("kind", "validation")]))
    } else {
      try write(
        .trainingStarted, on: day.adding(days: 14),
        .object([named, JSONMember("site", "premises")]))
    }
    for (index, block) in blocks.enumerated() {
      let isCaseStudy = block.hasSuffix("BC03") || block.hasSuffix("BC04")
      try assess(
        candidacy, block, on: session.adding(days: -50 + index * 5),
        modality: pathway == .experience ? .file : isCaseStudy ? .caseStudy : .simulation)
    }
    if pathway != .experience {
      try write(
        .trainingCompleted, on: session.adding(days: -25),
        .object([named, JSONMember("centreHours", .integer(273 + random.below(40)))]))
    }
  }
}
