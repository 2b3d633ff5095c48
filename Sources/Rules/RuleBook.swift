public import Events

/// Every rule of this edition, and what they say together.
public enum RuleBook {
  /// The rules, in order of number.
  public static let rules: [any Rule] = [
    OpenPathway(), RegistrationInForce(), CompleteJury(), PartOfTheFramework(), CompetentJury(),
    NotDecidedTwice(), WithinTheWindow(), EveryBlockHeld(), EveryCompetencyAssessed(),
    SelectionBeforeTraining(), ModalityOfTheBlock(), AdmissibleOnTheDay(), RecusedStaysOut(),
    OneCertificate(), FactsInOrder(), PriorValidationThatCounts(), NamesWhatStands(),
    TrainingHours(), OneWindow(), MoreThanDocuments(), DeclaredInTime(), OneLiveCandidacy(),
  ]

  private static let byType: [EventType: [any Rule]] = {
    var byType: [EventType: [any Rule]] = [:]
    for type in EventType.allCases { byType[type] = rules.filter { $0.judges.contains(type) } }
    return byType
  }()

  /// The rules that judge a type of fact.
  public static func judging(_ type: EventType) -> [any Rule] { byType[type, default: []] }

  /// What an entry of this type is judged on, beside its candidacy.
  public static func reach(of type: EventType) -> Set<Reach> {
    judging(type).reduce(into: []) { $0.formUnion($1.reads) }
  }

  /// The rule of a number; nil where there is none.
  public static func rule(_ id: RuleID) -> (any Rule)? { rules.first { $0.id == id } }

  /// Every rule an entry breaks, in order of number, waived or not.
  static func breaches(
    of entry: Entry, in history: History
  ) -> [(rule: any Rule, breach: Breach)] {
    judging(entry.event.fact.type).compactMap { rule in
      rule.breach(by: entry, in: history).map { (rule, $0) }
    }
  }
}
