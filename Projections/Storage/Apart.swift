/// A part of a record that most records leave as it is at first.
package protocol Blank: Sendable {
  /// The part with nothing recorded.
  init()
}

/// Keeps a part of a record apart, on the heap: 8 bytes in place where nothing is recorded.
///
/// A value in an array of at most one element, so that copies share it until one changes. Reading
/// and changing cost a copy of the part: for what few candidacies have.
@propertyWrapper package struct Apart<Part: Blank>: Sendable {
  private var parts: [Part] = []

  package init() {}

  package init(wrappedValue: Part) { parts = [wrappedValue] }

  package var wrappedValue: Part {
    get { parts.first ?? Part() }
    set {
      if parts.isEmpty { parts = [newValue] } else { parts[0] = newValue }
    }
  }

  /// Whether nothing was ever recorded of it; costs no copy.
  package var isBlank: Bool { parts.isEmpty }

  package var projectedValue: Self { self }
}
