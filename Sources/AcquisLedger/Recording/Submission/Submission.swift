public import Events

/// An event as it is submitted: one object of a file, with texts about persons in clear.
///
/// The envelope without `position`, `recordedAt`, `clock` and `judged`, which the ledger sets; `schema` is
/// optional (the current one), and so is `id` (derived from the content).
public struct Submission: Sendable {
  /// Its line in the file, counted from 1.
  public let line: Int
  let members: [JSONMember]

  /// - Throws: ``SubmissionFailure`` if it is not an object or has a field that no event has.
  public init(_ value: JSONValue, line: Int) throws(SubmissionFailure) {
    self.line = line
    guard case .object(let members) = value else {
      throw SubmissionFailure(
        line: line, .unreadable(ReadingFailure(.wrongKind(expected: .object))))
    }
    for member in members {
      let key = Envelope.Key(rawValue: member.name)
      if member.name == "position" || key?.isSetByLedger == true {
        throw SubmissionFailure(
          line: line, .unreadable(ReadingFailure(.givenByTheLedger, path: [member.name])))
      }
      if key == nil {
        let shown = (try? RecorderID(member.name))?.text ?? "(a name that is no id)"
        throw SubmissionFailure(
          line: line, .unreadable(ReadingFailure(.unknownField, path: [shown])))
      }
    }
    self.members = members
  }

  init(_ members: [JSONMember], line: Int) {
    self.members = members
    self.line = line
  }

  subscript(_ name: String) -> JSONValue? { members.first { $0.name == name }?.value }

  /// Whether it says who recorded it.
  public var namesRecorder: Bool { self["recordedBy"] != nil }

  /// This submission with who recorded it and its day, where it states none.
  public func completed(recordedBy: String?, occurredOn: CalendarDate?) -> Submission {
    var added: [JSONMember] = []
    if let recordedBy, self["recordedBy"] == nil {
      added.append(JSONMember("recordedBy", .string(recordedBy)))
    }
    if let occurredOn, self["occurredOn"] == nil {
      added.append(JSONMember("occurredOn", .string(occurredOn.description)))
    }
    return added.isEmpty ? self : Submission(members + added, line: line)
  }

  /// This submission as another line, by which a failure names it.
  public func numbered(_ line: Int) -> Submission { Submission(members, line: line) }

  /// This submission with an id: its own, or a new one, which identifies a retry.
  func identified(at now: Instant) -> Submission {
    if self["id"] != nil { return self }
    let id = JSONMember("id", .string(EventID.new(at: now).description))
    return Submission(members + [id], line: line)
  }
}

extension Submission {
  /// The submissions of a JSON Lines file; blank lines are skipped, and so is a byte-order mark.
  ///
  /// - Throws: ``SubmissionFailure`` for every line that is not an event's object, or for a file without
  ///   any.
  public static func read(
    jsonLines bytes: [UInt8]
  ) throws(SubmissionFailure) -> [Submission] {
    let (submissions, failures) = readEach(jsonLines: bytes)
    if !failures.isEmpty { throw SubmissionFailure(failures) }
    guard !submissions.isEmpty else { throw SubmissionFailure(line: nil, .nothing) }
    return submissions
  }

  /// The submissions of a JSON Lines file, and the failure of every line that is not an event's object.
  public static func readEach(
    jsonLines bytes: [UInt8]
  ) -> (submissions: [Submission], failures: [SubmissionFailure]) {
    var submissions: [Submission] = []
    var failures: [SubmissionFailure] = []
    var lineNumber = 0
    let rest = bytes.dropFirst(bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0)
    for line in rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      lineNumber += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }) { continue }
      do throws(SubmissionFailure) {
        submissions.append(try Submission(json: line, at: lineNumber))
      } catch {
        failures.append(error)
      }
    }
    return (submissions, failures)
  }

  /// Of UTF-8.
  static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  init(json line: ArraySlice<UInt8>, at number: Int) throws(SubmissionFailure) {
    let value: JSONValue
    do throws(ReadingFailure) {
      guard line.count <= Self.limit else { throw ReadingFailure(.tooLong(limit: Self.limit)) }
      value = try JSONValue(parsing: Array(line))
    } catch {
      throw SubmissionFailure(line: number, Self.problem(error, of: line))
    }
    try self.init(value, line: number)
  }

  /// Why a line is no JSON value. Where the parser was when it met the end or something else says nothing of the
  /// field there.
  private static func problem(
    _ failure: ReadingFailure, of line: ArraySlice<UInt8>
  ) -> SubmissionFailure.Problem {
    guard case .syntax(_, let byte) = failure.problem else { return .unreadable(failure) }
    let last = line.lastIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0d } ?? line.startIndex
    let ofLine = ReadingFailure(failure.problem)
    return byte > last - line.startIndex + 1 ? .cut(ofLine) : .unreadable(ofLine)
  }

  /// The most bytes a line may have: an event's, and room for spaces.
  static let limit = 4 * EncodedEvent.limit
}

extension EventID {
  /// A new random UUID of version 7.
  public static func new(at now: Instant) -> EventID {
    var random = SystemRandomNumberGenerator()
    return EventID(
      version7At: UInt64(now.microseconds / 1000), random: (random.next(), random.next()))
  }
}

extension EventID {
  /// Reads a submitted id.
  ///
  /// - Throws: ``ReadingFailure`` at the field `id`.
  init(submitted value: JSONValue) throws(ReadingFailure) {
    guard let text = value.text else {
      throw ReadingFailure(.wrongKind(expected: .text), path: ["id"])
    }
    do throws(InvalidValue) {
      self = try EventID(given: text)
    } catch {
      throw ReadingFailure(.invalid(error), path: ["id"])
    }
  }
}
