public import Events

/// A rule: what a jury, a clerk or a certifier may not do.
///
/// A small value. What it judges is said by the protocols it conforms to: entries (``EventRule``), what
/// time alone breaks (``StandingRule``), or both.
public protocol Rule: Sendable {
  /// Its number, what it asks and where that comes from.
  var statement: RuleStatement { get }
}

/// What a rule says.
public struct RuleStatement: Hashable, Sendable {
  /// Its number in DOMAIN §5.
  public let id: RuleID
  /// What it asks, in one line.
  public let sentence: Text
  /// The text it rests on.
  public let source: Text
}

extension Rule {
  /// Its number in DOMAIN §5.
  public var id: RuleID { statement.id }
  /// What it asks, in one line.
  public var sentence: Text { statement.sentence }
  /// The text it rests on.
  public var source: Text { statement.source }
}

/// A rule that judges entries.
///
/// One value, three uses: `record` refuses an event that breaks it; `import` and `findings` report it.
/// It judges one entry at its place in valid time, and reads nothing but the state it is handed.
public protocol EventRule: Rule {
  /// The types of event it judges.
  var judges: Set<EventType> { get }
  /// What its verdict depends on, beside the candidacy's own events.
  var reads: Set<Scope> { get }
  /// What it does to an entry of a type that breaks it.
  func severity(on type: EventType) -> Severity
  /// What is broken, or nil where the entry keeps the rule.
  func violation(by entry: Entry, in state: JudgingState) -> Violation?
}

extension EventRule {
  public var reads: Set<Scope> { [] }
  public func severity(on type: EventType) -> Severity { .refuses(waivable: true) }
}

/// A rule that an award may come to break by time alone, without any entry: it is reported at the award.
public protocol StandingRule: Rule {
  /// What the award of a candidacy, granted and not revoked, breaks on a day, or nil.
  func violation(
    byAwardOf candidacy: CandidacyID, in state: JudgingState, on day: CalendarDate
  ) -> Violation?
}

/// Events that a verdict depends on: what is read before it is given, and guarded while it is recorded.
public enum Scope: Int, Hashable, Sendable {
  /// The other ids and candidacies of the person.
  case person
  /// The jury's members, session and recusals.
  case jury
  /// The frameworks, policies, registrations and supersessions of the certifications named.
  case certification
  /// Earlier events that introduced the same id or certificate number.
  case introducedIDs
  /// The annulments of the entry named.
  case annulments
}

/// What a rule does to an entry that breaks it.
public enum Severity: Hashable, Sendable {
  /// It is refused; where waivable, someone with the right to may have it recorded all the same.
  case refuses(waivable: Bool)
  /// It is recorded, and reported to whoever asks for findings.
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
