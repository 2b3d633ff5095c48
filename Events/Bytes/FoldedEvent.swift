/// What a fold takes of an event: its fact, its day and the rules waived for it.
///
/// Read from the canonical bytes without the other members: the id, the instant, the recorder and the
/// texts are passed over, which saves a fifth of decoding the whole event (``Envelope``).
package struct FoldedEvent: Hashable, Sendable {
  package let occurredOn: CalendarDate
  package let fact: Fact
  package let waives: NonEmpty<RuleID>?

  package init(_ event: Event) {
    occurredOn = event.occurredOn
    fact = event.fact
    waives = event.waives
  }

  /// Reads an event as the log stores it.
  ///
  /// - Parameters:
  ///   - bytes: the canonical bytes, at most 65,535.
  ///   - type: the event's type, as the store knows it; compared with that in the bytes.
  /// - Throws: ``ReadingFailure`` where a member that is read is not canonical, or where the type or
  ///   the schema differs.
  package init(
    canonical bytes: UnsafeRawBufferPointer, type: EventType
  ) throws(ReadingFailure) {
    let end = try unsafe EventEnd(of: bytes, type)
    var reader = unsafe CanonicalReader(bytes)
    guard reader.take(UInt8(ascii: "{")) else {
      throw ReadingFailure(.wrongKind(expected: .object))
    }
    if reader.takeKey("clock") { try reader.skip() }
    guard reader.takeKey("data") else { throw ReadingFailure(.missing, path: ["data"]) }
    fact = try reader.data(of: type)
    if reader.takeKey("id") { try reader.skip() }
    if reader.takeKey("judged") { try reader.skip() }
    occurredOn = try reader.required("occurredOn")
    waives = try unsafe end.waivers(in: bytes)
  }
}
