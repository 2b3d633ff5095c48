public import Events
public import Sheets
internal import Spelling

extension SheetReading {
  /// Reads the rows of a sheet.
  ///
  /// A tab that the plan does not name, without the headings, is left out and told. A text file's only one is
  /// read whatever its name. Rows that the plan leaves out are those of these numbers on every tab. The
  /// section's day, or that in the tab's name, is the session of the rows below it that have none of their own.
  ///
  /// Cost: linear in the cells.
  ///
  /// - Parameter today: a day after it is refused.
  /// - Throws: ``SheetLayoutFailure``
  public init(
    _ file: SheetFile, by plan: ImportPlan, _ frameworks: KnownFrameworks, today: CalendarDate
  ) throws(SheetLayoutFailure) {
    self.init()
    columns = Array(repeating: nil, count: plan.columns.count)
    var reader = RowReader(plan, frameworks, today: today, isWorkbook: file.form == .workbook)
    var isAnyRead = false
    for index in try Self.pages(of: file, by: plan) {
      let page = file.pages[index]
      let row = isAnyRead ? nil : plan.headerRow
      guard let layout = TabLayout(page, plan, preferring: row) else {
        if !plan.tabs.isEmpty { throw .noHeadings(headerRow: plan.headerRow) }
        unreadTabs.append(page.name)
        continue
      }
      if !isAnyRead { headerRow = page.rows[layout.header].number }
      isAnyRead = true
      for (place, column) in layout.places.enumerated() where columns[place] == nil {
        columns[place] = column
      }
      readTab(page, index, layout, plan, &reader, today, isNamed: file.form == .workbook)
    }
    guard isAnyRead else { throw .noHeadings(headerRow: plan.headerRow) }
    let missing = plan.columns.indices.filter {
      columns[$0] == nil && plan.columns[$0].field.isTaken
    }
    guard missing.isEmpty else {
      throw .missingColumns(missing.map { plan.columns[$0].heading })
    }
    issues += reader.issues
    hideNames()
  }

  /// Hides words that have a name of any row in them: a cell that was shifted.
  private mutating func hideNames() {
    guard issues.contains(where: { if case .word = $0.cause { true } else { false } }) else {
      return
    }
    var names: Set<String> = []
    for row in rows {
      for name in [row.birthName, row.usageName].compactMap(\.self) + row.firstNames {
        names.formUnion(FoldedName(name).words.filter { $0.count > 2 })
      }
    }
    issues = issues.map { issue in
      guard case .word(let word, let heading, let isLeftOut) = issue.cause,
        FoldedName(word).words.contains(where: names.contains)
      else { return issue }
      return SheetIssue(
        .word("…", heading: heading, isLeftOut: isLeftOut), row: issue.row, column: issue.column)
    }
  }

  /// The indices of the tabs that are read: those that the plan names, or every visible one with cells.
  private static func pages(
    of file: SheetFile, by plan: ImportPlan
  ) throws(SheetLayoutFailure) -> [Int] {
    if plan.tabs.isEmpty || file.form != .workbook {
      return file.pages.indices.filter { index in
        !file.pages[index].isHidden && file.pages[index].rows.contains { !$0.cells.isEmpty }
      }
    }
    var found: Set<Int> = []
    for tab in plan.tabs {
      let key = PlannedWord.key(tab)
      guard
        let index = file.pages.firstIndex(where: { $0.name == tab })
          ?? file.pages.firstIndex(where: { PlannedWord.key($0.name) == key })
      else { throw .missingTab(tab) }
      found.insert(index)
    }
    return found.sorted()
  }

  private mutating func readTab(
    _ page: SheetFile.Page, _ index: Int, _ layout: TabLayout, _ plan: ImportPlan,
    _ reader: inout RowReader, _ today: CalendarDate, isNamed: Bool
  ) {
    let sections = SectionReader(plan, today: today)
    let sorter = RowSorter(layout)
    var session: CalendarDate?
    /// - Parameter row: nil: the tab's name.
    func take(_ texts: [String], _ row: SheetFile.Row?) {
      guard plan.sectionsAreSessions else { return }
      switch sections.finding(in: texts) {
      case .nothing: return
      case .session(let day): session = day
      case .unknown: session = nil
      case .future:
        session = nil
        let number = (row ?? page.rows[layout.header]).number
        reader.issues.append(
          SheetIssue(
            .futureDay(heading: row == nil ? page.name : TabLayout.letters(0)),
            row: RowPlace(page: index, number: number)))
      }
    }
    // A text file's name may have the day on which it was written.
    if isNamed { take([page.name], nil) }
    reader.begin(layout, page: index)
    var filled: Set<Int> = []
    for (place, row) in page.rows.enumerated() where place != layout.header {
      let texts = row.cells.map(\.text.trimmedCell)
      if plan.leftOutRows.contains(row.number) {
        leftOut.planned += 1
        continue
      }
      let kind = sorter.kind(of: row, texts)
      if place < layout.header, kind != .blank {
        leftOut.titles += 1
        var distinct: [String] = []
        for text in texts where !text.isEmpty && !distinct.contains(text) { distinct.append(text) }
        if distinct.count <= 2 { take(distinct, row) }
        continue
      }
      switch kind {
      case .blank: leftOut.blank += 1
      case .total: leftOut.totals += 1
      case .headings: leftOut.headings += 1
      case .section(let texts):
        leftOut.sections += 1
        take(texts, row)
      case .candidate:
        rows.append(reader.read(row, texts, session: session))
        for column in texts.indices where !texts[column].isEmpty && !layout.hasHeading(column) {
          filled.insert(column)
        }
      }
    }
    tellUnplanned(layout, filled)
  }

  private mutating func tellUnplanned(_ layout: TabLayout, _ filled: Set<Int>) {
    let planned = Set(layout.columns.map(\.column))
    for column in 0..<max(layout.headings.count, (filled.max() ?? -1) + 1)
    where !planned.contains(column) {
      if !layout.hasHeading(column), !filled.contains(column) { continue }
      let told = layout.hasHeading(column) ? layout.headings[column] : TabLayout.letters(column)
      if !unplanned.contains(told) { unplanned.append(told) }
    }
  }
}
