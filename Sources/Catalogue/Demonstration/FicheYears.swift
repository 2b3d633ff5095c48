internal import Events

/// The answers of a certified person, employed after six months and two years, about the
/// occupation.
struct Insertion {
  let inOccupationAfterSixMonths: Bool
  let inOccupationAfterTwoYears: Bool
}

/// A year of the fiche's statistics: how many were certified, and how many of them were in the target
/// occupation after six months and after two years.
struct FicheYear {
  let year: Int
  let certified: Int
  let inOccupation: (sixMonths: Int, twoYears: Int)

  /// Seven certified in 2018, all in the target occupation; fifteen in 2019, of whom fourteen were in it
  /// after six months and twelve after two years.
  static let all = [
    FicheYear(year: 2018, certified: 7, inOccupation: (sixMonths: 7, twoYears: 7)),
    FicheYear(year: 2019, certified: 15, inOccupation: (sixMonths: 14, twoYears: 12)),
  ]
}

extension DemonstrationWriter {
  /// Writes the events behind the fiche's statistics.
  mutating func writeFicheYears() throws(InvalidValue) {
    for year in FicheYear.all { try write(year) }
  }

  private mutating func write(_ stated: FicheYear) throws(InvalidValue) {
    let (year, inOccupation) = (stated.year, stated.inOccupation)
    let session = try CalendarDate(year, 6, 14)
    let jury = "DEMO-J-\(year)"
    let pathways: [Pathway] = [.apprenticeship, .continuingTraining, .professionalisation]
    try convene(jury, for: "RNCP38052", on: session)
    for number in 1...stated.certified {
      let id = "\(year)-\(number < 10 ? "0" : "")\(number)"
      let candidacy = "DEMO-D-\(id)"
      let pathway = pathways[number % pathways.count]
      try enrol(
        candidacy, "DEMO-P-\(id)", in: "RNCP38052", by: pathway,
        on: try CalendarDate(year - 1, 11, 6))
      try write(
        .trainingStarted, on: try CalendarDate(year - 1, 11, 20),
        ["candidacy": .string(candidacy), "site": "premises"])
      try summon(candidacy, to: jury, on: session.adding(days: -20))
      for block in 1...4 {
        try decide(candidacy, "RNCP38052BC0\(block)", by: jury, on: session, validated: true)
      }
      try award(
        candidacy, by: jury, on: session, number: "DEMO-C-\(id)",
        insertion: Insertion(
          inOccupationAfterSixMonths: number <= inOccupation.sixMonths,
          inOccupationAfterTwoYears: number <= inOccupation.twoYears))
    }
  }
}
