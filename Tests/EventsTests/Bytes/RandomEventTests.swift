import EventSamples
import Events
import TestSupport
import Testing

@Suite struct `Random events` {
  @Test(.tags(.property))
  func `random events of every type are read back, and written as another encoder writes them`()
    throws
  {
    var random = SeededGenerator(seed: 3474)
    for line in try GoldenLine.events() {
      let bytes = try line.encoded()
      guard case .object(let members) = try JSONValue(parsing: bytes) else { continue }
      let given = members.filter { $0.name != "recordedAt" && $0.name != "clock" }
      var read: Set<[UInt8]> = []
      for _ in 0..<100 {
        var value = JSONValue.object(given)
        for _ in 0..<Int.random(in: 1...3, using: &random) { value = value.varied(&random) }
        guard case .object(let varied) = value,
          let type = value["type"]?.text.flatMap(EventType.init(rawValue:)),
          let event = try? Event(type, members: varied)
        else {
          continue
        }
        let again = try EncodedEvent(event).bytes(recordedAt: try Instant(Samples.instant))
        read.insert(again)
        if again != Array(Tree(event, recordedAt: Samples.instant).text.utf8) {
          Issue.record(
            "another encoder writes otherwise: \(String(decoding: again, as: UTF8.self))")
        }
        let back = try envelope(again)
        if back.event != event || back.event.fact.subjects != event.fact.subjects {
          Issue.record("another event came back: \(String(decoding: again, as: UTF8.self))")
        }
      }
      #expect(read.count >= 2, "\(line.name)")
    }
  }
}

extension JSONValue {
  /// This value with something in it changed: a text, a number, a member left out, a list's length.
  fileprivate func varied(_ random: inout SeededGenerator) -> JSONValue {
    switch self {
    case .null: return .integer(Int.random(in: 0...20, using: &random))
    case .boolean(let boolean): return .boolean(!boolean)
    case .integer: return .integer(Int.random(in: 0...Count.limit, using: &random))
    case .string(let text):
      switch Int.random(in: 0..<3, using: &random) {
      case 0: return .string(.random(using: &random))
      case 1: return .string(text + "-\(Int.random(in: 0...99, using: &random))")
      default: return .string("20\(Int.random(in: 10...99, using: &random))-02-28")
      }
    case .list(var elements):
      guard !elements.isEmpty else { return self }
      let at = Int.random(in: 0..<elements.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: elements.append(elements[at])
      case 1: elements.remove(at: at)
      default: elements[at] = elements[at].varied(&random)
      }
      return .list(elements)
    case .object(var members):
      guard !members.isEmpty else { return self }
      let at = Int.random(in: 0..<members.count, using: &random)
      if Int.random(in: 0..<6, using: &random) == 0 {
        members.remove(at: at)
      } else {
        members[at].value = members[at].value.varied(&random)
      }
      return .object(members)
    }
  }
}
