internal import Events
internal import Sheets

/// How the days of a column are written, as far as its cells prove it.
struct ProposedDays {
  /// A cell that counts days, or that a workbook shows as a day by its own count.
  struct Counted {
    let page: Int
    let number: Int
    let isNumber: Bool
    /// Under the start of 1900, and under that of 1904.
    let day: CalendarDate
    let later: CalendarDate
    /// Years that other cells of the row name.
    let years: Set<Int>
  }

  private(set) var form: PlanAnswer<DayForm> = .open
  private(set) var serials: [SerialDays] = []
  private(set) var notes: [Text] = []
  /// Days that are written out.
  private(set) var written: Set<CalendarDate> = []
  private(set) var counted: [Counted] = []
  private let today: CalendarDate

  /// - Parameter years: what other cells of a row say of the year.
  init(
    _ column: Int, in rows: [ProposedTable.Row], today: CalendarDate,
    years: (ProposedTable.Row) -> Set<Int>
  ) {
    self.today = today
    var (dayFirst, monthFirst, open) = (0, 0, 0)
    var texts: [SeenDay] = []
    var seen = SeenDays(today: today)
    for row in rows {
      let cell = row.cell(column)
      guard let day = seen.day(cell) else { continue }
      switch day {
      case .numbers(let first, let second, _):
        texts.append(day)
        if first > 12 {
          dayFirst += 1
        } else if second > 12 {
          monthFirst += 1
        } else if first != second {
          open += 1
        }
      case .certain(let date):
        if case .day = cell {
          count(row, isNumber: false, date, date.adding(days: 1462), years(row))
        } else {
          texts.append(day)
        }
      case .serial(let number):
        guard let early = SeenDay.day(number, from: .year1900),
          let late = SeenDay.day(number, from: .year1904)
        else { continue }
        count(row, isNumber: true, early, late, years(row))
      case .part: break
      }
    }
    decide(dayFirst, monthFirst, open)
    let shown = form.value ?? .dayFirst
    written = Set(
      texts.compactMap { day in
        if case .numbers = day, form == .open { return nil }
        return day.date(shown)
      })
  }

  private mutating func count(
    _ row: ProposedTable.Row, isNumber: Bool, _ day: CalendarDate, _ later: CalendarDate,
    _ years: Set<Int>
  ) {
    counted.append(
      Counted(
        page: row.page, number: row.row.number, isNumber: isNumber, day: day, later: later,
        years: years))
  }

  private mutating func decide(_ dayFirst: Int, _ monthFirst: Int, _ open: Int) {
    let (most, least) = (max(dayFirst, monthFirst), min(dayFirst, monthFirst))
    let proofs = Text.count(most, Self.cell.one, Self.cell.many)
    if most == 0, open > 0 {
      form = .open
      notes.append(
        Text(
          "jour d’abord ou mois d’abord ? Aucun nombre n’y dépasse 12 : rien ne le prouve",
          "day first or month first? No number exceeds 12: nothing proves it"))
      return
    }
    if least > 0, most < least * 10 {
      form = .open
      notes.append(
        Text(
          "jour d’abord ou mois d’abord ? \(dayFirst) cellules prouvent l’un et \(monthFirst) l’autre",
          "day first or month first? \(dayFirst) cells prove the one and \(monthFirst) the other"))
      return
    }
    form = .given(dayFirst >= monthFirst ? .dayFirst : .monthFirst)
    if most > 0 {
      notes.append(
        Text(
          "prouvé par \(proofs.french) dont le jour dépasse 12",
          "proved by \(proofs.english) whose day exceeds 12"))
    }
    if least > 0 {
      notes.append(
        Text(
          "\(Text.count(least, Self.cell.one, Self.cell.many).french) autrement : à corriger",
          "\(Text.count(least, Self.cell.one, Self.cell.many).english) otherwise: to be corrected"))
    }
  }

  static let cell = CountedNoun(Text("cellule", "cell"), Text("cellules", "cells"))

  var hasNumbers: Bool { counted.contains(where: \.isNumber) }

  // MARK: Numbers

  /// Decides the start of the numbers of a column of sessions.
  ///
  /// - Parameter known: days of sessions that are written out elsewhere in the sheet.
  mutating func decideNumbers(known: Set<CalendarDate>) {
    guard !counted.isEmpty else { return }
    let anchors = written.union(known)
    let anchorsOfNumbers = anchors.union(counted.filter { !$0.isNumber }.map(\.day))
    var evidence = StartEvidence(counted, today: today) { cell, day in
      (cell.isNumber ? anchorsOfNumbers : anchors).contains(day)
        || cell.years.contains(day.components.year)
    }
    let isByPairs = evidence.early + evidence.late == 0
    if isByPairs {
      // A day under one start that is another cell's under the other: 1,462 days apart, as no sessions are.
      let numbers = counted.filter(\.isNumber)
      let (early, late) = (Set(numbers.map(\.day)), Set(numbers.map(\.later)))
      evidence = StartEvidence(counted, today: today) { cell, day in
        cell.isNumber && (day == cell.day ? late : early).contains(day)
      }
    }
    let (runs, early, late) = (evidence.runs, evidence.early, evidence.late)
    if late == 0 {
      guard hasNumbers else { return }
      if early > 0 {
        serials = [SerialDays(.given(.year1900))]
        notes.append(
          Text(
            "nombres comptés depuis 1900 : des jours de session écrits en toutes lettres le montrent",
            "numbers counted from 1900: days of sessions that are written out show it"))
      } else {
        decideByPlausibility(latest: today, inYears: false)
      }
      return
    }
    let isWhole = early == 0 && counted.allSatisfy(\.isNumber)
    if isWhole {
      serials = [SerialDays(.given(.year1904))]
    } else if runs.count <= 12, runs.allSatisfy({ isAlone($0.page, $0.rows) }) {
      serials = runs.map { SerialDays(.given(.year1904), rows: $0.rows) }
      if hasNumbers { serials.append(SerialDays(.given(.year1900))) }
    } else {
      serials = [SerialDays(.open)]
    }
    notes.append(
      isByPairs
        ? Text(
          "depuis 1904 pour \(Text.count(late, Self.cell.one, Self.cell.many).french) : les mêmes "
            + "jours de session se lisent ailleurs dans la colonne avec 1900 : à vérifier",
          "from 1904 for \(Text.count(late, Self.cell.one, Self.cell.many).english): the same days "
            + "of sessions are elsewhere in the column from 1900: to be checked")
        : Text(
          "depuis 1904 pour \(Text.count(late, Self.cell.one, Self.cell.many).french) : avec ce "
            + "début seul, le jour est celui d’une session écrite en toutes lettres, ou l’année celle "
            + "que dit la ligne",
          "from 1904 for \(Text.count(late, Self.cell.one, Self.cell.many).english): only so the "
            + "day is that of a session that is written out, or the year that which the row says"))
  }

  /// Whether no other tab has a counted day in these rows: a plan's rows are those of every tab.
  private func isAlone(_ page: Int, _ rows: ClosedRange<Int>) -> Bool {
    counted.allSatisfy { $0.page == page || !rows.contains($0.number) }
  }

  /// Takes what the sessions' column proved of the same rows.
  mutating func takeNumbers(of sessions: ProposedDays, latest: CalendarDate, inYears: Bool) {
    guard !counted.isEmpty else { return }
    let proved = sessions.serials.filter { $0.start != .open }
    let hasRows = proved.contains { $0.rows != nil }
    let general = proved.first { $0.rows == nil }
    guard hasNumbers || hasRows else { return }
    if !proved.isEmpty, general != nil || !hasNumbers {
      serials = proved
      if !hasNumbers { serials.removeAll { $0.rows == nil } }
      guard !serials.isEmpty else { return }
      notes.append(
        Text(
          "nombres comptés comme les jours de session des mêmes lignes : à vérifier",
          "numbers counted like the days of sessions of the same rows: to be checked"))
    } else {
      decideByPlausibility(latest: latest, inYears: inYears)
    }
  }

  private mutating func decideByPlausibility(latest: CalendarDate, inYears: Bool) {
    let numbers = counted.filter(\.isNumber)
    guard let first = numbers.map(\.day).min(), let last = numbers.map(\.day).max(),
      let firstLater = numbers.map(\.later).min(), let lastLater = numbers.map(\.later).max()
    else { return }
    if lastLater > latest, last <= latest {
      serials = [SerialDays(.given(.year1900))]
      notes.append(
        Text(
          "nombres comptés depuis 1900 : depuis 1904, un jour serait trop tard",
          "numbers counted from 1900: from 1904 a day would be too late"))
      return
    }
    serials = [SerialDays(.open)]
    func span(_ first: CalendarDate, _ last: CalendarDate) -> (String, String) {
      inYears
        ? ("\(first.components.year)", "\(last.components.year)")
        : (first.description, last.description)
    }
    let (early, late) = (span(first, last), span(firstLater, lastLater))
    notes.append(
      Text(
        "des nombres sont des jours, comptés depuis 1900 (de \(early.0) à \(early.1)) ou depuis 1904 "
          + "(de \(late.0) à \(late.1)) ? Rien ne le prouve",
        "numbers are days, counted from 1900 (\(early.0) to \(early.1)) or from 1904 (\(late.0) to "
          + "\(late.1))? Nothing proves it"))
  }
}

/// What speaks for the start of 1900 or of 1904, cell by cell.
private struct StartEvidence {
  /// Rows that follow each other and count from 1904.
  private(set) var runs: [(page: Int, rows: ClosedRange<Int>)] = []
  /// How many numbers count from 1900.
  private(set) var early = 0
  /// How many cells count from 1904.
  private(set) var late = 0

  /// - Parameter fits: whether a day is one that the cell may have.
  init(
    _ counted: [ProposedDays.Counted], today: CalendarDate,
    _ fits: (ProposedDays.Counted, CalendarDate) -> Bool
  ) {
    var isRunning = false
    for cell in counted {
      let fitsEarly = fits(cell, cell.day)
      let fitsLate = cell.later <= today && fits(cell, cell.later)
      if fitsEarly == fitsLate { continue }
      if fitsEarly {
        early += cell.isNumber ? 1 : 0
        isRunning = false
        continue
      }
      late += 1
      if isRunning, let last = runs.last, last.page == cell.page,
        last.rows.upperBound <= cell.number
      {
        runs[runs.count - 1].rows = last.rows.lowerBound...cell.number
      } else {
        runs.append((cell.page, cell.number...cell.number))
      }
      isRunning = true
    }
  }
}
