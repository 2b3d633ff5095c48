package import Events

/// An event and the name of its golden file.
package struct GoldenLine: Sendable {
  package let name: String
  package let event: Event
  /// The mark of an event recorded with the clock behind.
  package var clock: ClockMark?

  /// The file of the one event with such a mark.
  package static let marked = "BlockValidated.1.clockBehind.json"

  /// A line of each form of every type’s sample, and the marked one.
  package static func events() throws -> [GoldenLine] {
    let samples = try Samples.all()
    let marked = try samples.filter { $0.type == .blockValidated }.map {
      GoldenLine(name: Self.marked, event: try Samples.fullEvent($0.full), clock: .behind)
    }
    return try marked
      + samples.flatMap { sample in
        let name = sample.type.rawValue + ".1"
        return [
          GoldenLine(name: name + ".json", event: try Samples.fullEvent(sample.full)),
          GoldenLine(
            name: name + ".minimal.json", event: try Samples.minimalEvent(sample.minimal)),
        ]
          + (try sample.widened.map {
            [GoldenLine(name: name + ".2026-2.json", event: try Samples.fullEvent($0))]
          } ?? [])
          + (try sample.reduced.map {
            [GoldenLine(name: name + ".reduced.json", event: try Samples.minimalEvent($0))]
          } ?? [])
      }
  }

  /// A line of each registration of a catalogue, named after its edition (`catalogue:2026-2`).
  package static func catalogue(_ events: [Event]) -> [GoldenLine] {
    events.map { event in
      let subject = event.fact.subjects.map(\.description).joined().split(separator: ":").joined()
      let edition = event.recordedBy.text.split(separator: ":").last ?? ""
      return GoldenLine(name: "\(subject).1.\(edition).json", event: event)
    }
  }

  package func encoded() throws -> [UInt8] {
    try EncodedEvent(event).bytes(recordedAt: try Instant(Samples.instant), clock: clock)
  }
}
