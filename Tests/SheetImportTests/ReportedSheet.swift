import EventLog
import Events
import Sheets

@testable import SheetImport

/// A wide sheet of four rows with what the stages would find in it: a block validated, a word nobody knows, a
/// double of the first row, and a row whose person is not settled.
struct ReportedSheet {
  static let text = [
    "Suivi 2019;;;;", ";;;;", "NOM;Prénom;Date jury;BC01;Obs.", "DUPONT;Zoé;17/06/2019;V;",
    #"MARTIN;"Anne ""Nana""";17/06/2019;équivalence;"sur"# + "\n" + #"deux lignes""#,
    "DUPONT;Zoé;17/06/2019;V;", "MÜLLER;Eva;17/06/2019;NV;",
    #"TOTAL;;;"=NB.SI(D4:D8;""V"")";"#, "",
  ].joined(separator: "\r\n")

  var plan = ImportPlan()
  var reading = SheetReading()
  var persons = SheetPersons()
  var facts: SheetFacts? = SheetFacts()
  var changes: SheetChanges? = SheetChanges()

  static func place(_ number: Int, page: Int = 0) -> RowPlace {
    RowPlace(page: page, number: number)
  }

  init(page: Int = 0, rows numbers: [Int] = [4, 5, 7, 8]) throws {
    plan.headerRow = 3
    let block = try BlockCode("RNCP38052BC01")
    plan.columns = [
      PlannedColumn("NOM", .birthName), PlannedColumn("Prénom", .firstNames),
      PlannedColumn("Date jury", .sessionDay), PlannedColumn("BC01", .verdictOn(block)),
      PlannedColumn("Obs.", .ignored),
    ]
    let day = try CalendarDate("2019-06-17")
    let names = ["DUPONT", "MARTIN", "DUPONT", "MÜLLER"]
    for (number, name) in zip(numbers, names) {
      var row = SheetRow(place: Self.place(number, page: page), cells: [name])
      row.certification = try CertificationCode("RNCP38052")
      row.sessionOn = day
      reading.rows.append(row)
    }
    let verdicts: [Int: Verdict] = [0: .validated, 2: .validated, 3: .refused]
    for (index, verdict) in verdicts {
      reading.rows[index].decisions = [
        RowDecision(block, .verdict(verdict), on: nil, column: 3, isFromBlank: verdict == .refused)
      ]
    }
    reading.columns = [0, 1, 2, 3, 4]
    reading.leftOut.titles = 1
    reading.leftOut.totals = 1
    func issue(_ cause: SheetCause, _ row: Int, _ column: Int? = nil) -> SheetIssue {
      SheetIssue(cause, row: Self.place(numbers[row], page: page), column: column)
    }
    reading.issues = [
      issue(.word("équivalence", heading: "BC01", isLeftOut: false), 1, 3),
      issue(.noBirthDate, 0), issue(.noBirthDate, 1), issue(.noBirthDate, 2),
      issue(.noBirthDate, 3),
    ]
    func person(_ id: String, _ rows: [Int]) throws -> SheetPerson {
      SheetPerson(
        try CandidateID(id), .new, rows: rows,
        identity: try Identity(
          birthName: FreeText("X"), firstNames: NonEmpty([FreeText("Y")])))
    }
    persons.persons = [try person("P-0001", [0, 2]), try person("P-0002", [1])]
    persons.unsettled = [UnsettledRow(3, rows: [0], persons: [try CandidateID("P-0009")])]
    persons.exactDoubles = 1
    persons.issues = [issue(.exactDouble, 2), issue(.toConfirm, 3)]
    let candidacies = [try CandidacyID("D-0001"), try CandidacyID("D-0002")]
    facts?.candidacies = [0: candidacies[0], 1: candidacies[1], 2: candidacies[0]]
    let fact = SheetFact(.candidateRegistered, on: day, [:], rows: [0, 2])
    facts?.facts = [fact]
    changes?.added = [fact]
  }

  func trial(_ text: String = text, named: String = "2019.csv") throws -> SheetTrial {
    try trial(SheetFile(Array(text.utf8), named: named))
  }

  func trial(_ file: SheetFile) -> SheetTrial {
    SheetTrial(file, by: plan, reading, persons, facts, changes)
  }
}
