import Access
import Events
import Glibc
import Synchronization
import TestSupport
import Testing

/// Who is let in by a server that runs for weeks.
@Suite struct AccessListTests {
  private final class Reports: Sendable {
    private let all = Mutex<[AccessFailure]>([])
    func add(_ failure: AccessFailure) { all.withLock { $0.append(failure) } }
    /// Those since they were last asked for.
    func taken() -> [AccessFailure] {
      all.withLock { all in
        defer { all = [] }
        return all
      }
    }
  }

  private let ledger: TemporaryLedger
  private let file: AccessFile
  private let list: AccessList
  private let reports = Reports()

  init() throws {
    ledger = try TemporaryLedger()
    file = AccessFile(beside: ledger.path, timeout: 30)
    list = AccessList(of: file, report: reports.add)
  }

  private func granted(
    _ who: String = "officer:17", until: CalendarDate? = nil
  ) throws -> (grant: AccessGrant, token: Token) {
    try file.grant(Sample.request(who, until: until), at: Sample.instant)
  }

  @Test func `a grant counts at the next request, and so does its revocation`() throws {
    #expect(list.grant(of: try Token(), on: Sample.day) == .unknown)
    for _ in 0..<50 {
      let (grant, token) = try granted()
      #expect(list.grant(of: token, on: Sample.day) == .found(grant))
      #expect(list.grant(of: token, on: Sample.day) == .found(grant))
      _ = try file.revoke(grant.id, at: Sample.instant)
      #expect(list.grant(of: token, on: Sample.day) == .unknown)
    }
    #expect(reports.taken().isEmpty)
  }

  @Test func `a file that was removed lets nobody in, and is no failure`() throws {
    let (grant, token) = try granted()
    #expect(list.grant(of: token, on: Sample.day) == .found(grant))
    unlink(ledger.path + ".access")
    #expect(list.grant(of: token, on: Sample.day) == .unknown)
    #expect(reports.taken().isEmpty)
  }

  @Test func `the day is that of each request`() throws {
    let (grant, token) = try granted(until: Sample.day)
    #expect(list.grant(of: token, on: Sample.day) == .found(grant))
    #expect(list.grant(of: token, on: Sample.day.adding(days: 1)) == .expired(grant))
  }

  @Test func `a line that is altered refuses everyone, and is said once until it is good again`()
    throws
  {
    let (grant, token) = try granted()
    let good = try ledger.text(".access")
    for _ in 0..<2 {
      #expect(list.grant(of: token, on: Sample.day) == .found(grant))
      try ledger.write(good + "secret\n", ".access")
      for _ in 0..<3 { #expect(list.grant(of: token, on: Sample.day) == .unavailable) }
      #expect(reports.taken() == [.badLine(3)])
      try ledger.write(good, ".access")
    }
    #expect(list.grant(of: token, on: Sample.day) == .found(grant))
    #expect(reports.taken().isEmpty)
  }

  @Test func `a file that was opened to others refuses everyone, and each cause is said`() throws {
    let (grant, token) = try granted()
    #expect(list.grant(of: token, on: Sample.day) == .found(grant))
    chmod(ledger.path + ".access", 0o644)
    #expect(list.grant(of: token, on: Sample.day) == .unavailable)
    try ledger.write("", ".access")
    #expect(list.grant(of: token, on: Sample.day) == .unavailable)
    #expect(reports.taken() == [.openToOthers(.access), .foreign(.access)])
  }

  @Test func `many threads ask while others grant and revoke, and none is answered wrongly`()
    async throws
  {
    let (file, list, stable) = (file, list, try granted("stable"))
    let wrong = try await withThrowingTaskGroup { group in
      for number in 0..<4 {
        group.addTask { @concurrent in
          var wrong = 0
          for _ in 0..<10 {
            let made = try file.grant(
              Sample.request("clerk:\(number)"), at: Sample.instant)
            if list.grant(of: made.token, on: Sample.day) != .found(made.grant) { wrong += 1 }
            _ = try file.revoke(made.grant.id, at: Sample.instant)
            if list.grant(of: made.token, on: Sample.day) != .unknown { wrong += 1 }
          }
          return wrong
        }
        group.addTask { @concurrent in
          (0..<2_000).reduce(0) { wrong, _ in
            list.grant(of: stable.token, on: Sample.day) == .found(stable.grant)
              ? wrong : wrong + 1
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(wrong == 0)
    #expect(reports.taken().isEmpty)
  }
}
