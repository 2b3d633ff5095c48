public import Events

/// A rule on what a jury, a clerk or a certifier may record.
///
/// It judges entries (``EventRule``), awards (``StandingRule``) or other entries (``LastingRule``) as
/// time passes, or several of these.
public protocol Rule: Sendable {
  var statement: RuleStatement { get }
  /// How serious a violation is where it is reported; by default a breach.
  var weight: FindingWeight { get }
}

/// The number, sentence and source of a rule.
public struct RuleStatement: Hashable, Sendable {
  /// `R01` and on; a number never changes its meaning.
  public let id: RuleID
  /// What the rule requires, in one line.
  public let sentence: Text
  /// The document or law it comes from, or that it is the ledger's own.
  public let source: Text
}

extension Rule {
  public var id: RuleID { statement.id }
  public var sentence: Text { statement.sentence }
  public var source: Text { statement.source }
  public var weight: FindingWeight { .breach }
}

/// A rule that judges entries.
///
/// One value, three uses: `record` refuses an event that breaks it; `import` and `findings` report it.
/// It judges one entry at its place in valid time, and reads nothing but the given state.
public protocol EventRule: Rule {
  /// The types of event it judges; it is asked about no other.
  var judges: Set<EventType> { get }
  /// The events its judgement depends on, besides the candidacy's own.
  var reads: Set<Scope> { get }
  /// What happens to an entry of this type that breaks it; by default a refusal that can be waived.
  func severity(on type: EventType) -> Severity
  /// How the entry breaks the rule; nil where it keeps it.
  func violation(by entry: Entry, in state: JudgingState) -> Violation?
}

extension EventRule {
  public var reads: Set<Scope> { [] }
  public func severity(on type: EventType) -> Severity { .refuses(waivable: true) }
}

/// A rule that an award can break by time alone, without any entry; reported at the award's position.
public protocol StandingRule: Rule {
  /// How the award of a candidacy breaks the rule on a day, or nil. Called only for an award in force.
  func violation(
    byAwardOf candidacy: CandidacyID, in state: JudgingState, on day: CalendarDate
  ) -> Violation?
}

/// Events that a judgement depends on: read before it is given, and guarded by the append's condition.
public enum Scope: Int, Hashable, Sendable {
  /// The other ids and candidacies of the person.
  case person
  /// The jury's members, session and recusals; a summons is read with its candidacy.
  case jury
  /// The members, sessions and recusals of every jury that the candidacy's events name.
  case summoningJuries
  /// The frameworks, policies, registrations and supersessions of the certifications named.
  case certification
  /// Earlier events that introduced the same id or certificate number.
  case introducedIDs
  /// Annulments of the entry that an annulment names.
  case annulments
}

/// What happens to an entry that breaks a rule.
public enum Severity: Hashable, Sendable {
  /// It is refused; where waivable, whoever records it can waive the rule, with a reason.
  case refuses(waivable: Bool)
  /// It is recorded, and reported as a finding.
  case finds
}

/// How an entry breaks a rule.
public struct Violation: Hashable, Sendable {
  /// What is wrong, with ids, codes, numbers and days only.
  public let message: Text
  /// What would satisfy the rule.
  public let remedy: Text

  init(_ message: Text, remedy: Text) {
    self.message = message
    self.remedy = remedy
  }
}
