import Events
import Vault

extension [UInt8] {
  func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    return indices.dropLast(part.count - 1).contains { start in
      self[start] == first && self[start..<start + part.count].elementsEqual(part)
    }
  }
}

let event = EventID(high: 0x0199_0000_0000_7000, low: 0x8000_0000_0000_0001)
let otherEvent = EventID(high: 0x0199_0000_0000_7000, low: 0x8000_0000_0000_0002)

func candidate(_ id: String) throws -> Person { .candidate(try CandidateID(id)) }
