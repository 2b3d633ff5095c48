public import Events

/// An event as it comes through the door: one object of a file, texts about persons in clear.
///
/// The envelope without `position`, `recordedAt`, `clock` and `judged`, which the ledger gives; `schema`
/// may be left out (the current one), and `id` too (made from the content).
public struct DoorLine: Sendable {
  /// Its line in the file, from 1.
  public let number: Int
  /// Its members.
  let members: [JSONMember]

  /// - Throws: ``DoorFailure`` where it is no object or has a field that no event has.
  public init(_ value: JSONValue, number: Int) throws(DoorFailure) {
    self.number = number
    guard case .object(let members) = value else {
      throw DoorFailure(
        line: number, .unreadable(ReadingFailure(.wrongKind(expected: .object))))
    }
    for member in members {
      let key = Envelope.Key(rawValue: member.name)
      if member.name == "position" || key?.isGivenByTheLedger == true {
        throw DoorFailure(
          line: number, .unreadable(ReadingFailure(.givenByTheLedger, path: [member.name])))
      }
      if key == nil {
        let shown = (try? RecorderID(member.name))?.text ?? "(a name that is no id)"
        throw DoorFailure(
          line: number, .unreadable(ReadingFailure(.unknownField, path: [shown])))
      }
    }
    self.members = members
  }

  private init(_ members: [JSONMember], number: Int) {
    self.members = members
    self.number = number
  }

  /// This line with one field more.
  func adding(_ name: String, _ value: JSONValue) -> DoorLine {
    DoorLine(members + [JSONMember(name, value)], number: number)
  }

  subscript(_ name: String) -> JSONValue? { members.first { $0.name == name }?.value }
}

extension DoorLine {
  /// The lines of a JSON Lines file, blank ones left out.
  ///
  /// - Throws: ``DoorFailure`` at the first line that is not an event's object, or where there is none.
  public static func read(jsonLines bytes: [UInt8]) throws(DoorFailure) -> [DoorLine] {
    var lines: [DoorLine] = []
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }) { continue }
      let value: JSONValue
      do throws(ReadingFailure) {
        guard line.count <= limit else { throw ReadingFailure(.tooLong(limit: limit)) }
        value = try JSONValue(parsing: Array(line))
      } catch {
        throw DoorFailure(line: number, .unreadable(error))
      }
      lines.append(try DoorLine(value, number: number))
    }
    guard !lines.isEmpty else { throw DoorFailure(line: nil, .nothing) }
    return lines
  }

  /// The most bytes a line may have: an event's, and room for spaces.
  private static let limit = 4 * EncodedEvent.limit
}
