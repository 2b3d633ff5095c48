import Catalogue
import Events
import Glibc
import SheetImport
import Sheets

/// Sheets, plans and frameworks for tests of the rows.
enum Rows {
  /// The two certifications of the catalogue.
  static func frameworks() throws -> KnownFrameworks {
    KnownFrameworks(
      try BuiltInCatalogue.events().compactMap { event in
        if case .certificationRegistered(let registration) = event.fact {
          registration
        } else {
          nil
        }
      })
  }

  static func read(_ file: SheetFile, _ plan: ImportPlan) throws -> SheetReading {
    try SheetReading(file, by: plan, frameworks(), today: try CalendarDate(2026, 1, 15))
  }

  static func read(_ text: String, _ plan: ImportPlan) throws -> SheetReading {
    try read(try SheetFile(Array(text.utf8), named: "x.csv"), plan)
  }

  static func block(_ number: Int) throws -> BlockCode { try BlockCode("RNCP38052BC0\(number)") }

  /// A plan with the certification and a pathway.
  static func plan(header: Int = 1, _ columns: [PlannedColumn]) throws -> ImportPlan {
    var plan = ImportPlan()
    plan.headerRow = header
    plan.columns = columns
    plan.certification = .given(try CertificationCode("RNCP38052"))
    plan.pathway = .given(.continuingTraining)
    return plan
  }

  static func column(
    _ heading: String, _ field: PlannedField, words: [PlannedWord] = [],
    form: PlanAnswer<DayForm>? = nil, serials: [SerialDays] = []
  ) -> PlannedColumn {
    var column = PlannedColumn(heading, field)
    column.words = words
    column.dayForm = form
    column.serials = serials
    return column
  }

  /// `../shared/sheets` beside the package; nil, said aloud, if it is not there.
  static func shared(_ name: String) throws -> SheetFile? {
    let folder =
      #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/../shared/sheets"
    guard let file = try file("\(folder)/\(name)") else {
      print("\(folder)/\(name) is not there: it is not read")
      return nil
    }
    return file
  }

  /// The sheet at a path; nil if there is no file.
  static func file(_ path: String) throws -> SheetFile? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
    }
    return try SheetFile(bytes, named: path)
  }
}

extension SheetReading {
  /// How many issues of each cause there are, by a word for it.
  func count(_ isWanted: (SheetCause) -> Bool) -> Int { issues.count { isWanted($0.cause) } }

  /// The decisions with this verdict.
  func decisions(_ verdict: Verdict, fromBlank: Bool = false) -> Int {
    rows.flatMap(\.decisions).count {
      $0.content == .verdict(verdict) && $0.isFromBlank == fromBlank
    }
  }
}
