/// What the words of a column mean, found by their keys.
struct WordTable {
  private struct Entry {
    let meaning: WordMeaning
    /// The key of the word that must be in the row too.
    let beside: String?
  }

  /// By the key of the word.
  private let entries: [String: [Entry]]
  /// Columns of the sheet in which the word beside is looked for.
  private let peers: [Int]

  /// - Parameter peers: the sheet's columns of the same words.
  init(_ words: [PlannedWord], peers: [Int]) {
    var entries: [String: [Entry]] = [:]
    for word in words {
      let entry = Entry(meaning: word.meaning, beside: word.beside.map { PlannedWord.key($0) })
      entries[PlannedWord.key(word.word), default: []].append(entry)
    }
    self.entries = entries
    self.peers = peers
  }

  /// The first meaning that fits a cell with this key and its row; nil: the plan has none.
  ///
  /// - Parameter keyOf: the key of the row's cell in a column.
  func meaning(
    _ key: String, column: Int, keyOf: (Int) -> String
  ) -> WordMeaning? {
    entries[key]?.first { entry in
      guard let wanted = entry.beside else { return true }
      return peers.contains { $0 != column && keyOf($0) == wanted }
    }?.meaning
  }
}

extension PlannedField {
  /// Whether two columns are of one kind, whichever their block.
  func isLike(_ other: PlannedField) -> Bool {
    switch (self, other) {
    case (.verdictOn, .verdictOn), (.markOn, .markOn): true
    default: self == other
    }
  }

  /// Whether the sheet may lack the column without losing anything.
  var isTaken: Bool {
    switch self {
    case .ignored, .juryReference, .state, .toCorrect: false
    case .personReference, .birthName, .usageName, .firstNames, .fullName, .sex, .birthDate,
      .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
      .candidacyReference, .certification, .pathway, .audience, .employer, .enrolmentDay,
      .trainingStart, .trainingEnd, .centreHours, .companyHours, .admissibilityDay, .sessionDay,
      .block, .verdict, .verdictOn, .dayOf, .mark, .markOn, .validatedBlocks, .refusedBlocks,
      .grounds, .recommendation, .result, .awardDay, .certificateNumber, .certificateDay:
      true
    }
  }

  /// In which pass a row's cell is read: others need what earlier ones say.
  var pass: Int {
    switch self {
    case .certification, .sessionDay, .dayOf, .state, .toCorrect: 0
    case .block, .birthPlace, .birthName, .usageName, .firstNames, .fullName: 1
    case .verdict, .verdictOn, .validatedBlocks, .refusedBlocks: 2
    case .mark, .markOn: 3
    case .ignored, .personReference, .sex, .birthDate, .birthPostalCode,
      .birthINSEECode, .birthCountryCode, .email, .candidacyReference, .pathway, .audience,
      .employer, .enrolmentDay, .trainingStart, .trainingEnd, .centreHours, .companyHours,
      .admissibilityDay, .juryReference, .grounds, .recommendation, .result, .awardDay,
      .certificateNumber, .certificateDay:
      2
    }
  }
}
