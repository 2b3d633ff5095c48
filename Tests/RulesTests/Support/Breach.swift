import Events
import Rules
import TestSupport
import Testing

/// A violation as a test writes it: message and remedy, each in French and English.
struct Breach: Hashable {
  let message: Text
  let remedy: Text

  init(_ message: (String, String), remedy: (String, String)) {
    self.message = Text(message.0, message.1)
    self.remedy = Text(remedy.0, remedy.1)
  }

  /// What a rule reports, whose French must be French.
  init(_ violation: Violation) {
    message = violation.message
    remedy = violation.remedy
    for text in [message, remedy] { #expect(FrenchFaults.of(text.french).isEmpty) }
  }
}

extension String {
  /// A day written `2021-06-17` as a French sentence has it; unchanged if it is none.
  var dayInWords: String { (try? CalendarDate(self))?.text.french ?? self }
}

/// What happens to an entry that waives a rule.
enum WaiverOutcome {
  /// It is recorded, and the violation is a finding marked as waived.
  case recorded
  /// It is refused: the rule cannot be waived.
  case forbidden
  /// It keeps the rule.
  case notNeeded
}

/// A rule's number, types and source, checked together.
func expect(
  _ number: Int, judges types: Set<EventType>, source: (String, String),
  location: SourceLocation = #_sourceLocation
) throws {
  let rule = try #require(RuleBook.rule(RuleID(number: number)), sourceLocation: location)
  #expect(((rule as? any EventRule)?.judges ?? []) == types, sourceLocation: location)
  #expect(rule.source == Text(source.0, source.1), sourceLocation: location)
}
