internal import Events
internal import Spelling

extension ProposedFields {
  /// Which columns of blocks are of a second session: by a column of days before them, else by the day in their
  /// heading.
  mutating func takeSessions() {
    takeSessionColumns()
    if !hasSessions { takeDaysOfHeadings() }
  }

  private func block(_ column: Int) -> BlockCode? { choices[column].field.decidedBlock }

  /// Several columns of days, each before columns of blocks: `Session 1, BC01, BC02, Session 2, BC01, BC02`.
  private mutating func takeSessionColumns() {
    let days = choices.indices.filter { column in
      choices[column].field == .sessionDay
        && census[column].isMostly(census[column].days + census[column].serials)
    }
    var owned: [Int: [BlockCode]] = [:]
    for column in choices.indices {
      guard let block = block(column), let day = days.last(where: { $0 < column }) else { continue }
      owned[day, default: []].append(block)
    }
    let owners = owned.keys.sorted()
    guard owners.count > 1 else { return }
    let all = owned.values.flatMap { Set($0) }
    let isSameHeading = Set(owners.map { Self.withoutNumber(own[$0]) }).count == 1
    guard Set(all).count < all.count || isSameHeading else { return }
    hasSessions = true
    for column in days {
      choices[column].notes.append(
        owners.contains(column)
          ? Text(
            "le jour des décisions à sa droite, jusqu’à la session suivante",
            "the day of the decisions on its right, up to the next session")
          : Text("aucune décision n’est à sa droite", "no decision is on its right"))
    }
    for column in choices.indices where choices[column].field == .sessionDay {
      if !owners.contains(column) { choices[column].field = .juryReference }
    }
    for column in choices.indices where block(column) != nil {
      choices[column].session = .column(owners.last { $0 < column } ?? owners[0])
    }
  }

  private static func withoutNumber(_ heading: String) -> String {
    FoldedName(heading).joined.filter { !$0.isNumber }
  }

  /// `BC01 17/06/2020`, or `17 juin 2020` above `BC01`: where nothing else says the session, or a block has several
  /// columns.
  private mutating func takeDaysOfHeadings() {
    let decided = choices.indices.filter { block($0) != nil }
    let hasSession = choices.contains { $0.field == .sessionDay }
    var counts: [PlannedField: Int] = [:]
    for column in decided { counts[choices[column].field, default: 0] += 1 }
    guard !hasSession || counts.values.contains(where: { $0 > 1 }) else { return }
    for column in decided {
      let seen =
        SeenDay.within(own[column], today: today) ?? SeenDay.within(groups[column], today: today)
      guard let seen, let day = seen.date(.dayFirst), day <= today else { continue }
      choices[column].sessionOn = day
      choices[column].session = .fixed(day)
      var note = Text("session du jour que dit son intitulé", "session of the day in its heading")
      if case .numbers(let first, let second, _) = seen, first <= 12, first != second {
        note = note.then(Text("lu jour d’abord : à vérifier", "read day first: to be checked"))
      }
      choices[column].notes.append(note)
    }
  }
}
