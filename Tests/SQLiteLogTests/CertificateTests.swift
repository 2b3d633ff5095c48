import EventLog
import EventLogLaws
import Events
import SQLiteLog
import TestSupport
import Testing

@Suite struct CertificateTests {
  /// Few letters in every case, with some beyond ASCII that fold to ASCII or to two letters.
  private static func numbers(_ count: Int, seed: UInt64) throws -> [CertificateNumber] {
    var random = SeededGenerator(seed: seed)
    let letters = ["k", "K", "\u{212A}", "s", "S", "ſ", "ß", "ẞ", "é", "É", "1", "_", "%", "°"]
    return try (0..<count).map { _ in
      try CertificateNumber(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &random)]
        }.joined())
    }
  }

  @Test func `numbers alike but for their case are found among all`() throws {
    let ledger = try TemporaryLedger()
    let log = try SQLiteLog.create(at: ledger.path, clock: TestClock().now)
    let numbers = try Self.numbers(400, seed: 5)
    _ = try log.append(
      numbers.enumerated().map { index, number in
        try EncodedEvent(
          Event(
            id: Sample.id(index), occurredOn: CalendarDate(dayNumber: Sample.day),
            recordedBy: RecorderID("officer:17"),
            fact: .certificateIssued(
              CertificateIssued(candidacy: CandidacyID("D-\(index)"), number: number))))
      }, unless: nil)
    var several = 0
    for number in try Self.numbers(300, seed: 6) {
      let alike = Set(numbers.filter { $0.isSame(as: number) })
      #expect(try Set(log.certificates(like: number) ?? []) == alike, "\(number)")
      if alike.count > 1 { several += 1 }
    }
    #expect(several > 50)
    #expect(try SQLiteLog.verify(at: ledger.path).defects == [])
  }
}
