public import Events

/// Every rule of this edition.
///
/// To add a rule, write its file and add its value to ``rules``.
public enum RuleBook {
  /// The rules, in order of number.
  public static let rules: [any Rule] = [
    OpenPathway(), RegistrationInForce(), CompleteJury(), PartOfTheFramework(), CompetentJury(),
    NotDecidedTwice(), WithinTheWindow(), EveryBlockHeld(), EveryCompetencyAssessed(),
    SelectionBeforeTraining(), ModalityOfTheBlock(), AdmissibleOnTheDay(), RecusedStaysOut(),
    OneCertificate(), FactsInOrder(), PriorValidationThatCounts(), NamesWhatIsInForce(),
    TrainingHours(), OneWindow(), MoreThanDocuments(), DeclaredInTime(), OneLiveCandidacy(),
    FollowsAnAward(), PapersOfOneSession(), ExtensionOfAWindow(), HolderRegistered(),
    SessionInTime(), ResultSentInTime(), OneDossierAYear(), SourceThatStands(), DecidedSoonAfter(),
  ]

  /// The rules that an award can break by time alone.
  public static let standing: [any StandingRule] = rules.compactMap { $0 as? any StandingRule }

  /// The rules that an entry of a candidacy can break by time alone.
  public static let lasting: [any LastingRule] = rules.compactMap { $0 as? any LastingRule }

  private static let byType: [EventType: [any EventRule]] = {
    let judging = rules.compactMap { $0 as? any EventRule }
    var byType: [EventType: [any EventRule]] = [:]
    for type in EventType.allCases { byType[type] = judging.filter { $0.judges.contains(type) } }
    return byType
  }()

  /// The rules that judge a type of event.
  public static func judging(_ type: EventType) -> [any EventRule] { byType[type, default: []] }

  /// The events that a verdict on this type depends on, besides those of its candidacy.
  public static func scopes(of type: EventType) -> Set<Scope> {
    judging(type).reduce(into: []) { $0.formUnion($1.reads) }
  }

  /// The events that a finding by time alone about an entry of this type depends on, besides those of
  /// its candidacy; nil where no rule reports such an entry.
  public static func lastingScopes(of type: EventType) -> Set<Scope>? {
    let watching = lasting.filter { $0.watches.contains(type) }
    return watching.isEmpty ? nil : watching.reduce(into: []) { $0.formUnion($1.reads) }
  }

  /// The rule with a number; nil where no rule has it.
  public static func rule(_ id: RuleID) -> (any Rule)? { rules.first { $0.id == id } }

  /// The numbers of the rules, in order.
  public static var ids: [RuleID] { rules.map(\.id) }

  /// Each severity of a rule with the types it applies to, in the order of ``EventType``. A rule broken
  /// by time alone is reported and has no type.
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

  /// The rules an entry breaks, in order of number, waived or not.
  static func violations(
    of entry: Entry, in state: JudgingState
  ) -> [(rule: any EventRule, violation: Violation)] {
    judging(entry.event.fact.type).compactMap { rule in
      rule.violation(by: entry, in: state).map { (rule, $0) }
    }
  }
}
