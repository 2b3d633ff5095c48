internal import Events
internal import Sheets
internal import Spelling

extension ProposedFields {
  /// A column of days right of a block's decision, as right of each: the day of that decision.
  mutating func takeDaysOfBlocks() {
    var found: [(column: Int, block: BlockCode)] = []
    var decided = 0
    for column in choices.indices {
      let block: BlockCode
      switch choices[column].field {
      case .verdictOn(let code), .markOn(let code): block = code
      default: continue
      }
      decided += 1
      let next = column + 1
      guard next < choices.count, census[next].isMostly(census[next].days + census[next].serials),
        [.sessionDay, .ignored, .juryReference].contains(choices[next].field),
        !found.contains(where: { $0.block == block })
      else { continue }
      found.append((next, block))
    }
    guard found.count >= 2, found.count * 2 >= decided else { return }
    for (column, block) in found {
      choices[column] = Choice(
        field: .dayOf(block), strength: .words,
        notes: [
          Text(
            "jour de la décision de la colonne à sa gauche",
            "the day of the decision in the column on its left")
        ])
    }
  }

  /// Which columns are decisions, and which are overall results.
  mutating func takeDecisions() {
    takeOneDecisionPerBlock()
    let outcomes = columns { $0 == .verdict || $0 == .result }
    let advice = choices.indices.filter { column in
      choices[column].field == .ignored && HeadingWords.name(own[column]).joined == "avis"
        && census[column].isClosed && census[column].verdicts > 0
    }
    if isLong {
      takeOneVerdict(outcomes + advice)
    } else {
      for column in outcomes where choices[column].field == .verdict {
        set(column, .result)
      }
      for column in advice {
        set(
          column, .ignored,
          Text(
            "un avis n’est pas une décision : choisissez « résultat » s’il en est une",
            "an opinion is no decision: choose `result` if it is one"))
      }
    }
    for column in columns({ $0 == .result }) where census[column].filled > 0 {
      guard
        !census[column].isClosed || !census[column].isMostly(census[column].results, percent: 30)
      else { continue }
      set(
        column, .ignored,
        Text("aucun mot de résultat n’y est connu", "it has no known word of a result"))
    }
    if columns({ $0 == .verdict }).isEmpty { return }
    for column in columns({ $0 == .mark }) {
      set(
        column, .ignored,
        Text("la décision est dans une autre colonne", "the decision is in another column"))
    }
  }

  private mutating func takeOneDecisionPerBlock() {
    struct Decided: Hashable {
      let block: BlockCode
      let session: ColumnSession
    }
    var decided: Set<Decided> = []
    for column in choices.indices {
      guard case .verdictOn(let block) = choices[column].field else { continue }
      if !decided.insert(Decided(block: block, session: choices[column].session)).inserted {
        tellUnread(block, column)
        set(
          column, .ignored,
          Text(
            "une autre colonne décide déjà de ce bloc : choisissez laquelle compte",
            "another column already decides this block: choose which counts"))
      }
    }
    for column in choices.indices {
      guard case .markOn(let block) = choices[column].field else { continue }
      let session = choices[column].session
      if !decided.insert(Decided(block: block, session: session)).inserted {
        let hasVerdict = choices.contains {
          $0.field == .verdictOn(block) && $0.session == session
        }
        if !hasVerdict { tellUnread(block, column) }
        set(
          column, .ignored,
          Text("la décision est dans une autre colonne", "the decision is in another column"))
      }
    }
  }

  private mutating func tellUnread(_ block: BlockCode, _ column: Int) {
    guard census[column].filled > 0 else { return }
    let known = ([blocks].compactMap(\.self) + others).flatMap(\.blocks)
    unread.append((known.first { $0.code == block }?.short ?? block.text, column))
  }

  /// In a sheet of decisions: the column that has them.
  private mutating func takeOneVerdict(_ all: [Int]) {
    func rank(_ column: Int) -> (Int, Int, Int) {
      let order: [PlannedField] = [.ignored, .result, .verdict]
      return (
        census[column].isMostly(census[column].verdicts) ? 1 : 0,
        order.firstIndex(of: choices[column].field) ?? 0, -column
      )
    }
    guard let best = all.max(by: { rank($0) < rank($1) }), rank(best).0 == 1 else { return }
    for column in all where column != best && choices[column].field == .verdict {
      set(column, .result)
    }
    set(best, .verdict)
  }

  /// A name of birth beside one of usage; both in one cell.
  mutating func takeNames() {
    let names = columns { $0 == .birthName }
    let exact = names.filter { HeadingWords.name(own[$0]).joined.contains("naissance") }
    let hasUsage = !columns { $0 == .usageName }.isEmpty
    if let birth = exact.first, names.count > 1, !hasUsage,
      let other = names.first(where: { $0 != birth })
    {
      set(
        other, .usageName,
        Text(
          "le nom de naissance est dans une autre colonne",
          "the birth name is in another column"))
    }
    let hasFirst = !columns { $0 == .firstNames }.isEmpty
    for column in columns({ $0 == .birthName }) where !hasFirst {
      guard census[column].isMostly(census[column].severalWords, percent: 80) else { continue }
      set(
        column, .fullName,
        Text("nom et prénoms dans une cellule", "name and first names in one cell"))
    }
    for column in columns({ $0 == .fullName })
    where hasFirst || !columns({ $0 == .birthName }).isEmpty {
      if hasFirst, columns({ $0 == .birthName }).isEmpty {
        set(column, .birthName)
      } else {
        set(
          column, .ignored,
          Text("le nom est dans une autre colonne", "the name is in another column"))
      }
    }
  }

  /// A postal code or a municipality is one of birth only where the sheet says so: by its heading, or beside the
  /// place of birth and far from an address.
  mutating func takePlaces() {
    func isNear(_ column: Int, _ isWanted: (Int) -> Bool) -> Bool {
      [column - 1, column + 1].contains { choices.indices.contains($0) && isWanted($0) }
    }
    func name(_ column: Int) -> String { HeadingWords.name(own[column]).joined }
    func isOfBirth(_ column: Int) -> Bool {
      name(column).contains("naissance") || name(column).hasPrefix("ne")
        || name(column).contains("birth") || name(column).contains("born")
    }
    func isAddress(_ column: Int) -> Bool {
      ["adresse", "ville", "rue", "address", "city"].contains { name(column).hasPrefix($0) }
        && !isOfBirth(column)
    }
    for column in columns({ $0 == .birthPlace }) where !isOfBirth(column) {
      let isBeside =
        isNear(column) { choices[$0].field == .birthDate }
        || isNear(column) { choices[$0].field == .birthPostalCode && isOfBirth($0) }
      if !isBeside {
        set(
          column, .ignored,
          Text("rien ne dit que ce soit le lieu de naissance", "nothing says that it is of birth"))
      }
    }
    for column in columns({ [.birthPostalCode, .birthINSEECode, .birthCountryCode].contains($0) })
    where !isOfBirth(column) {
      let isBeside = [column - 2, column - 1, column + 1, column + 2].contains {
        choices.indices.contains($0) && choices[$0].field == .birthPlace
      }
      if isBeside, !isNear(column, isAddress) {
        choices[column].notes.append(
          Text(
            "auprès du lieu de naissance : c’est le sien",
            "beside the place of birth: it is that place’s"))
      } else {
        set(
          column, .ignored,
          Text(
            "sans doute celui d’une adresse : rien ne dit qu’il soit de naissance",
            "probably of an address: nothing says that it is of birth"))
      }
    }
  }
}
