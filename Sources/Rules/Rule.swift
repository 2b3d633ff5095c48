public import Events

/// A rule of the house: what a jury, a clerk or a certifier may not do.
///
/// A small value, the same for the three doors: `record` refuses what breaks it, `import` and
/// `findings` tell it. It judges one entry at its place in valid time, and reads nothing but the
/// history it is handed.
public protocol Rule: Sendable {
  /// Its number in DOMAIN §5.
  var id: RuleID { get }
  /// What it asks, in one line, and where that comes from.
  var sentence: Text { get }
  /// The text it rests on.
  var source: Text { get }
  /// The facts it judges.
  var judges: Set<EventType> { get }
  /// Which histories its verdict depends on, beside the candidacy's own.
  var reads: Set<Reach> { get }
  /// What it does to an entry of a type that breaks it.
  func force(on type: EventType) -> Force

  /// What is broken, or nil where the entry keeps the rule.
  func breach(by entry: Entry, in history: History) -> Breach?
}

extension Rule {
  public var reads: Set<Reach> { [] }
  public func force(on type: EventType) -> Force { .refuses(waivable: true) }
}

/// A history that a verdict depends on: what is read before it is given, and guarded while it is
/// recorded.
public enum Reach: Int, Hashable, Sendable {
  /// The other ids and candidacies of the person.
  case person
  /// The jury's members, session and recusals.
  case jury
  /// The frameworks, policies, registrations and supersessions of the certifications named.
  case certification
  /// What brought in before the id or the number that the fact brings in.
  case firstUses
  /// The annulments of the entry named.
  case annulments
}

/// What a rule does to an entry that breaks it.
public enum Force: Hashable, Sendable {
  /// It is refused; where waivable, someone with the right to may have it recorded all the same.
  case refuses(waivable: Bool)
  /// It is recorded, and told to whoever asks for findings.
  case finds
}

/// How an entry breaks a rule.
public struct Breach: Hashable, Sendable {
  /// What is wrong, with ids, codes, numbers and days only.
  public let message: Text
  /// What would satisfy the rule.
  public let remedy: Text

  init(_ message: Text, remedy: Text) {
    self.message = message
    self.remedy = remedy
  }
}
