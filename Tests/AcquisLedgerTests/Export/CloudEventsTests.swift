import AcquisLedger
import EventLog
import Events
import Testing

@Suite struct CloudEventsTests {
  /// The members of the line of an event with these canonical bytes.
  private func members(_ canonical: String, at number: Int64 = 1) throws -> JSONValue {
    let line = try unsafe Array(canonical.utf8).withUnsafeBytes { bytes in
      try CloudEvents(source: "acquis/0").line(
        unsafe StoredEvent(position: Position(number), type: .juryCancelled, bytes: bytes))
    }
    #expect(line.last == UInt8(ascii: "\n") && line.count { $0 == UInt8(ascii: "\n") } == 1)
    return try JSONValue(parsing: Array(line.dropLast()))
  }

  private func cancelled(clock: String = "", reason: String = "", waives: String = "") -> String {
    #"{\#(clock)"data":{"jury":"J1"},"id":"018d4b2a-0000-8000-8000-000000000001","#
      + #""occurredOn":"2021-02-01",\#(reason)"recordedAt":"2021-02-01T09:00:00.000000Z","#
      + #""recordedBy":"clerk:1","schema":1,"type":"JuryCancelled"\#(waives)}"#
  }

  @Test func `an event without more has the attributes that every event has`() throws {
    let event = try members(cancelled())
    var names: [String] = []
    if case .object(let members) = event { names = members.map(\.name) }
    #expect(
      names == [
        "specversion", "id", "source", "type", "subject", "time", "datacontenttype", "position",
        "occurredon", "recordedby", "subjects", "leafhash", "data",
      ])
    #expect(event["type"] == "acquis.JuryCancelled.v1")
    #expect(event["subject"] == "jury:J1")
    #expect(event["time"] == "2021-02-01T09:00:00.000000Z")
    #expect(event["data"] == ["jury": "J1"])
  }

  @Test func `a clock that was behind, a reason and the rules waived are attributes`() throws {
    let event = try members(
      cancelled(
        clock: #""clock":"behind","#, reason: #""reason":"dit « \"oui\" »\nà midi","#,
        waives: #","waives":["R03","R07"]"#))
    #expect(event["clock"] == "behind")
    #expect(event["reason"] == #""dit « \"oui\" »\nà midi""#)
    #expect(event["waives"] == "R03,R07")
  }

  @Test func `a position of any size is decimal digits`() throws {
    #expect(try members(cancelled(), at: 1)["position"] == "1")
    #expect(try members(cancelled(), at: 3_000_000_000)["position"] == "3000000000")
  }

  @Test func `an event that cannot be read is not written`() {
    #expect(throws: LogFailure.self) { try members(cancelled(waives: #","waives":[]"#)) }
  }
}
