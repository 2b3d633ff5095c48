package import Events

/// One type of event, once with every field and once with only those required.
package struct Sample: Sendable {
  /// With every field that the type had in the edition that introduced it.
  package let full: Fact
  package let minimal: Fact
  /// With every field that edition 2026-2 added; nil where it added none.
  package let widened: Fact?
  /// About an erased person, or imported: without a field that is required otherwise; nil where
  /// the type has none.
  package let reduced: Fact?

  /// - Parameter minimal: nil where no field of the type may be left out.
  init(
    _ full: Fact, minimal: Fact? = nil, widened: Fact? = nil, reduced: Fact? = nil
  ) {
    self.full = full
    self.minimal = minimal ?? full
    self.widened = widened
    self.reduced = reduced
  }

  /// Each form of the sample.
  package var facts: [Fact] { [full, minimal] + [widened, reduced].compactMap(\.self) }

  package var type: EventType { full.type }
}

/// Samples of every type of event: what the tests of the vocabulary and of its bytes share.
package enum Samples {
  package static func all() throws -> [Sample] {
    try certification() + certificationPolicies() + certifier() + candidate() + enrolment()
      + training() + awards() + jury() + decisions() + log()
  }

  /// The instant of every golden line.
  package static let instant = "2021-06-18T09:12:33.123456Z"

  /// An event with every member of the envelope.
  package static func fullEvent(_ fact: Fact) throws -> Event {
    Event(
      id: try EventID("0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5061"), occurredOn: try day("2021-06-17"),
      recordedBy: try id("officer:17"), judged: try Edition("2026-1"),
      reason: fact.person == nil
        ? .clear(try text("Saisi d’après le \"registre\" papier"))
        : .sealed(try sealed("P-0017.1")),
      waives: try list(try RuleID("R07"), try RuleID("R12")), fact: fact)
  }

  /// An event with only the required members.
  package static func minimalEvent(_ fact: Fact) throws -> Event {
    Event(
      id: try EventID("0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5062"), occurredOn: try day("2020-02-29"),
      recordedBy: try id("import:papier"), fact: fact)
  }
}

/// Short words for the values samples are made of.
extension Samples {
  package static func id<Kind>(_ text: String) throws -> Identifier<Kind> { try Identifier(text) }

  package static func text(_ text: String) throws -> FreeText { try FreeText(text) }

  package static func day(_ text: String) throws -> CalendarDate { try CalendarDate(text) }

  package static func count(_ number: Int) throws -> Count { try Count(number) }

  package static func list<Element>(_ elements: Element...) throws -> NonEmpty<Element> {
    try NonEmpty(elements)
  }

  package static func sealed(_ key: String) throws -> Sealed {
    try Sealed(key: try id(key), nonce: "AAECAwQFBgcICQoL", text: "q83vEjRWeJCrze8SNFZ4kA==")
  }
}
