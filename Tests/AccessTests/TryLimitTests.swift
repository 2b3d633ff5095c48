import Cryptography
import Events
import TestSupport
import Testing

@testable import Access

/// How fast tokens can be tried.
@Suite struct TryLimitTests {
  private let clock = TestClock(tick: 0)
  private let address = ClientAddress("192.0.2.1")

  private func hash(_ number: Int) throws -> Digest { try SHA256().digest(of: [UInt8(number)]) }

  @Test func `after ten failures of an address it waits for the rest of its minute`() throws {
    let limit = TryLimit(now: clock.now)
    for number in 0..<10 {
      #expect(limit.secondsToWait(from: address, presenting: nil) == nil, "\(number)")
      limit.fail(from: address, presenting: try hash(number))
      clock.step(seconds: 1)
    }
    #expect(limit.secondsToWait(from: address, presenting: try hash(11)) == 50)
    #expect(limit.secondsToWait(from: ClientAddress("192.0.2.2"), presenting: nil) == nil)
    clock.step(seconds: 49)
    #expect(limit.secondsToWait(from: address, presenting: nil) == 1)
    clock.step(seconds: 1)
    #expect(limit.secondsToWait(from: address, presenting: nil) == nil)
    // Another minute has begun: nine more are let happen.
    for _ in 0..<9 { limit.fail(from: address, presenting: nil) }
    #expect(limit.secondsToWait(from: address, presenting: nil) == nil)
    limit.fail(from: address, presenting: nil)
    #expect(limit.secondsToWait(from: address, presenting: nil) == 60)
  }

  @Test func `a token that is tried from everywhere waits too`() throws {
    let limit = TryLimit(now: clock.now)
    for number in 0..<10 {
      limit.fail(from: ClientAddress("192.0.2.\(number)"), presenting: try hash(1))
    }
    let elsewhere = ClientAddress("192.0.2.200")
    #expect(limit.secondsToWait(from: elsewhere, presenting: try hash(1)) == 60)
    #expect(limit.secondsToWait(from: elsewhere, presenting: try hash(2)) == nil)
    #expect(limit.secondsToWait(from: elsewhere, presenting: nil) == nil)
  }

  @Test func `less than a second is a second`() {
    let limit = TryLimit(failures: 1, now: clock.now)
    limit.fail(from: address, presenting: nil)
    clock.step(seconds: 60)
    clock.set((try? Instant(microseconds: TestClock.start + 59_999_999)) ?? .epoch)
    #expect(limit.secondsToWait(from: address, presenting: nil) == 1)
  }

  @Test func `a clock that is set back makes nobody wait for longer than a minute`() {
    let limit = TryLimit(failures: 1, now: clock.now)
    limit.fail(from: address, presenting: nil)
    clock.step(seconds: -3600)
    #expect(limit.secondsToWait(from: address, presenting: nil) == nil)
    limit.fail(from: address, presenting: nil)
    #expect(limit.secondsToWait(from: address, presenting: nil) == 60)
    #expect(limit.count == 1)
  }

  @Test func `no more keys are remembered than is said, and the oldest is dropped`() {
    let limit = TryLimit(failures: 1, keys: 100, now: clock.now)
    for number in 0..<1_000 {
      limit.fail(from: ClientAddress("10.0.\(number / 250).\(number % 250)"), presenting: nil)
      #expect(limit.count == min(number + 1, 100))
    }
    func waits(_ number: Int) -> Bool {
      limit.secondsToWait(
        from: ClientAddress("10.0.\(number / 250).\(number % 250)"), presenting: nil) != nil
    }
    #expect((0..<900).allSatisfy { !waits($0) })
    #expect((900..<1_000).allSatisfy { waits($0) })
    clock.step(seconds: 60)
    limit.fail(from: address, presenting: nil)
    #expect(limit.count == 1)
  }

  @Test(arguments: [
    ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
    ("::ffff:192.0.2.1", "192.0.2.1", true), ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false),
    ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true),
    ("2001:DB8:1:2::1", "2001:db8:1:2::", true), ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
    ("fe80::1%eth0", "fe80::2%eth1", true), ("nothing", "else", true), ("", "192.0.2.1", false),
    ("::1", "nothing", false),
  ])
  func `an address of IPv6 counts by its first 64 bits`(one: String, other: String, isSame: Bool) {
    #expect((ClientAddress(one) == ClientAddress(other)) == isSame)
  }

  @Test func `failures on many threads are all counted`() async {
    let limit = TryLimit(failures: 4_000, now: clock.now)
    let address = address
    await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask { @concurrent in
          for _ in 0..<500 { limit.fail(from: address, presenting: nil) }
        }
      }
    }
    #expect(limit.secondsToWait(from: address, presenting: nil) == 60)
  }
}
