internal import Events
internal import Sheets

extension ProposedFields {
  /// What a column is whose heading says `field`, by what its cells have.
  func settle(_ field: PlannedField, _ column: Int) -> PlannedField {
    let census = census[column]
    guard census.filled > 0 else { return field }
    let hasDays = census.isMostly(census.days + census.serials) && census.days + census.serials > 0
    let isClearlyDays = census.isMostly(census.days, percent: 60)
    switch field {
    case .birthDate:
      return hasDays || census.isMostly(census.days, percent: 20) ? field : .birthPlace
    case .sessionDay:
      if census.isMostly(census.days + census.serials, percent: 60) { return field }
      if census.isClosed, census.isMostly(census.verdicts) { return .verdict }
      return .juryReference
    case .enrolmentDay, .trainingStart, .trainingEnd, .awardDay, .admissibilityDay:
      return hasDays ? field : .ignored
    case .certificateDay: return hasDays ? field : certificateText(column)
    case .birthPlace: return isClearlyDays ? .birthDate : field
    case .juryReference:
      if !isClearlyDays, census.isClosed, census.isMostly(outcomes(column), percent: 60) {
        return .result
      }
      return isClearlyDays ? .sessionDay : field
    case .verdict: return isClearlyDays ? .sessionDay : field
    case .result: return isClearlyDays ? .awardDay : field
    case .certificateNumber:
      return isClearlyDays ? .certificateDay : certificateText(column)
    case .sex: return census.isMostly(sexes(column)) ? field : .ignored
    case .certification:
      if census.isMostly(sexes(column), percent: 80) { return .sex }
      if census.isMostly(pathways(column), percent: 80) { return .pathway }
      return census.words.count <= 30 && !isClearlyDays ? field : .ignored
    case .pathway, .audience:
      let (paths, publics) = (pathways(column), audiences(column))
      if paths == 0, publics == 0 { return .ignored }
      return paths >= publics ? .pathway : .audience
    case .block, .validatedBlocks, .refusedBlocks: return blockField(field, column)
    case .birthPostalCode:
      if census.isMostly(census.postalCodes) { return field }
      return census.isMostly(pathways(column)) ? .pathway : .ignored
    case .birthCountryCode:
      let isCode = census.words.allSatisfy { word in
        word.spelling.utf8.count == 3 && word.spelling.utf8.allSatisfy { 48...57 ~= $0 }
      }
      return isCode ? field : .ignored
    case .email: return census.isMostly(census.addresses) ? field : .ignored
    case .mark: return census.isMostly(census.marks) ? field : .ignored
    case .employer: return census.isMostly(audiences(column)) ? .audience : field
    case .ignored, .personReference, .birthName, .usageName, .firstNames, .fullName,
      .birthINSEECode, .candidacyReference, .centreHours, .companyHours, .verdictOn, .dayOf,
      .markOn, .grounds, .recommendation, .state, .toCorrect:
      return field
    }
  }

  /// How many cells say whether the whole was awarded.
  private func outcomes(_ column: Int) -> Int {
    census[column].count { word in
      let meaning = SheetVocabulary.result(word.key, asks: false)
      return meaning == .awarded || meaning == .nothing
    }
  }

  /// A column of certificates has numbers, or says whether there is one.
  private func certificateText(_ column: Int) -> PlannedField {
    let census = census[column]
    if census.words.count <= 6, census.isMostly(census.results + census.verdicts) { return .result }
    return census.isMostlyDifferent ? .certificateNumber : .ignored
  }

  private func blockField(_ field: PlannedField, _ column: Int) -> PlannedField {
    let census = census[column]
    let (single, lists) = (blockCells(column), listCells(column))
    if field == .block {
      if census.isMostly(single) || census.isMostly(lists), !hasSeveral(column) { return .block }
      return census.isMostly(lists) ? .validatedBlocks : .ignored
    }
    return census.isMostly(lists) ? field : .ignored
  }

  /// Whether cells list more than one block.
  private func hasSeveral(_ column: Int) -> Bool {
    guard let blocks else { return false }
    return census[column].words.contains { (blocks.list($0.spelling) ?? []).count > 1 }
  }
}

/// Words of a list that stand for each block.
enum ListWords {
  static func isEvery(_ key: String) -> Bool {
    ["tous", "toutes", "tout", "all", "touslesblocs", "totalite", "ensemble"].contains(key)
  }
}
