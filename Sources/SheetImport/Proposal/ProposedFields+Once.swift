internal import Events
internal import Sheets
internal import Spelling

extension ProposedFields {
  /// The session's day, where several columns may have it: the one that is filled, then the jury's.
  mutating func takeSession() {
    if hasSessions { return }
    let all = columns { $0 == .sessionDay }
    let most = all.map { census[$0].days + census[$0].serials }.max() ?? 0
    func rank(_ column: Int) -> (Int, Int, Int) {
      let name = HeadingWords.name(own[column]).joined
      let order = ["date", "decision", "session", "jury"]
      let place = order.lastIndex { name.contains($0) } ?? -1
      let count = census[column].days + census[column].serials
      return (count * 10 >= most * 9 ? 1 : 0, place, -column)
    }
    guard let best = all.max(by: { rank($0) < rank($1) }) else { return }
    for column in all where column != best {
      let name = HeadingWords.name(own[column]).joined
      set(
        column, name.contains("jury") || name.contains("session") ? .juryReference : .ignored,
        Text(
          "le jour de la session est dans une colonne mieux remplie ou plus claire",
          "the session’s day is in a column that is fuller or clearer"))
    }
    if census[best].isFilledOnce {
      choices[best].notes.append(
        Text(
          "remplie seulement à la première ligne de chaque groupe, semble-t-il : recopiez le jour vers"
            + " le bas dans la feuille, une cellule vide n’en a pas",
          "filled only in the first row of each group, it seems: fill the day down in the sheet, a "
            + "blank cell has none"))
    }
  }

  /// A field but those of a block is of one column: the one whose heading says it most surely.
  mutating func takeOnce() {
    struct Once: Hashable {
      let field: PlannedField
      let session: ColumnSession
    }
    var best: [Once: Int] = [:]
    for column in choices.indices {
      let field = choices[column].field
      switch field {
      case .ignored, .juryReference: continue
      case .sessionDay where hasSessions: continue
      default: break
      }
      let once = Once(field: field, session: choices[column].session)
      guard let other = best[once] else {
        best[once] = column
        continue
      }
      let isBetter =
        (choices[column].strength.rawValue, census[column].filled)
        > (choices[other].strength.rawValue, census[other].filled)
      let lost = isBetter ? other : column
      if isBetter { best[once] = column }
      set(
        lost, .ignored,
        Text(
          "une autre colonne le dit déjà : choisissez laquelle compte",
          "another column already says it: choose which counts"))
    }
  }
}
