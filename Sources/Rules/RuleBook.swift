public import Events

/// Every rule of this edition, and what they say together.
///
/// To add a rule: its file, and its name in ``rules``.
public enum RuleBook {
  /// The rules, in order of number.
  public static let rules: [any Rule] = [
    OpenPathway(), RegistrationInForce(), CompleteJury(), PartOfTheFramework(), CompetentJury(),
    NotDecidedTwice(), WithinTheWindow(), EveryBlockHeld(), EveryCompetencyAssessed(),
    SelectionBeforeTraining(), ModalityOfTheBlock(), AdmissibleOnTheDay(), RecusedStaysOut(),
    OneCertificate(), FactsInOrder(), PriorValidationThatCounts(), NamesWhatStands(),
    TrainingHours(), OneWindow(), MoreThanDocuments(), DeclaredInTime(), OneLiveCandidacy(),
  ]

  /// Those that time alone breaks.
  public static let standing: [any StandingRule] = rules.compactMap { $0 as? any StandingRule }

  private static let byType: [EventType: [any EventRule]] = {
    let judging = rules.compactMap { $0 as? any EventRule }
    var byType: [EventType: [any EventRule]] = [:]
    for type in EventType.allCases { byType[type] = judging.filter { $0.judges.contains(type) } }
    return byType
  }()

  /// The rules that judge a type of event.
  public static func judging(_ type: EventType) -> [any EventRule] { byType[type, default: []] }

  /// What an entry of this type is judged on, beside its candidacy.
  public static func scopes(of type: EventType) -> Set<Scope> {
    judging(type).reduce(into: []) { $0.formUnion($1.reads) }
  }

  /// The rule of a number; nil where there is none.
  public static func rule(_ id: RuleID) -> (any Rule)? { rules.first { $0.id == id } }

  /// The numbers of the rules, in order.
  public static var ids: [RuleID] { rules.map(\.id) }

  /// What a rule does to entries that break it, each with the types it does that to, in the order of the
  /// vocabulary. What time alone breaks is reported, of no type.
  public static func severities(
    of rule: any Rule
  ) -> [(severity: Severity, types: [EventType])] {
    guard let rule = rule as? any EventRule else { return [(.finds, [])] }
    let severities: [Severity] = [.refuses(waivable: true), .refuses(waivable: false), .finds]
    return severities.compactMap { severity in
      let types = EventType.allCases.filter {
        rule.judges.contains($0) && rule.severity(on: $0) == severity
      }
      return types.isEmpty ? nil : (severity, types)
    }
  }

  /// Every rule an entry breaks, in order of number, waived or not.
  static func violations(
    of entry: Entry, in state: JudgingState
  ) -> [(rule: any EventRule, violation: Violation)] {
    judging(entry.event.fact.type).compactMap { rule in
      rule.violation(by: entry, in: state).map { (rule, $0) }
    }
  }
}
