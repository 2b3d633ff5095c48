import EventLog
import Events
import Glibc
import ManyCallers
import SQLiteLog
import Synchronization

/// `crowd LEDGER THREADS EACH [quiet]`: threads that each append so many batches of one to three
/// events to one log, made if it is not there.
///
/// Says of each batch, once it is answered and in one write, which events were recorded where
/// (`ok 12@7 13@8`), or that it failed (`failed 12 13`): a number is that of the event's id.
/// `quiet`, batches are of one event and nothing is said but the microseconds of wall and of
/// processor that each took.
@main struct Crowd {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let threads = Int(arguments[2]), let each = Int(arguments[3]) else {
      print("crowd LEDGER THREADS EACH [quiet]")
      exit(2)
    }
    let isQuiet = arguments.count > 4
    let log =
      access(arguments[1], F_OK) == 0
      ? try SQLiteLog(opening: arguments[1], access: .readWrite, clock: now)
      : try SQLiteLog.create(at: arguments[1], clock: now)
    // The ids go on from what is there, each batch at a multiple of three.
    let first = Int(try log.head().last.number)
    let began = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    let isDone = Callers.run(threads) { thread in
      (0..<each).allSatisfy { round in
        let number = first * 9 + (round * threads + thread) * 3
        return append(number, of: isQuiet ? 1 : 1 + number / 3 % 3, to: log, isQuiet)
      }
    }
    let count = Double(threads * each) / 1e6
    let wall = seconds(CLOCK_MONOTONIC) - began.0
    let processor = seconds(CLOCK_PROCESS_CPUTIME_ID) - began.1
    if isQuiet { print(threads, Int(wall / count), Int(processor / count)) }
    exit(isDone.allSatisfy { $0 } ? 0 : 1)
  }

  private static func append(
    _ first: Int, of count: Int, to log: SQLiteLog, _ isQuiet: Bool
  ) -> Bool {
    let numbers = first..<first + count
    do {
      let receipt = try log.append(try numbers.map(event), unless: nil)
      if !isQuiet { say("ok", zip(numbers, receipt.positions).map { "\($0)@\($1)" }) }
      return true
    } catch {
      say("failed", numbers.map { "\($0)" })
      return false
    }
  }

  private static func say(_ word: String, _ numbers: [String]) {
    let line = "\(word) \(numbers.joined(separator: " "))\n"
    _ = write(1, line, line.utf8.count)
  }

  /// About ten events a candidacy, thirty a jury, on three hundred days.
  private static func event(_ number: Int) throws -> EncodedEvent {
    try EncodedEvent(
      Event(
        id: EventID(
          high: 0x0197_0000_0000_7000 | UInt64(number >> 12) << 16 | UInt64(number & 0xfff),
          low: 0x8000_0000_0000_0000),
        occurredOn: CalendarDate(dayNumber: 20_000 + number / 160 % 300),
        recordedBy: RecorderID("officer:17"),
        fact: .blockValidated(
          BlockValidated(
            jury: JuryID("J-\(number / 90)"), candidacy: CandidacyID("D-\(number / 30)"),
            block: BlockCode("3474D1")))))
  }

  private static let now: @Sendable () -> Instant = {
    (try? Instant(microseconds: Int64(seconds(CLOCK_REALTIME) * 1e6))) ?? .epoch
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
