import Cryptography
import Events
import Glibc
import TestSupport
import Testing

@testable import Access

/// The file of who may do what, and what is done to it.
@Suite struct AccessFileTests {
  private let ledger: TemporaryLedger
  private let file: AccessFile

  init() throws {
    ledger = try TemporaryLedger()
    file = AccessFile(beside: ledger.path, timeout: 30)
  }

  private func granted(
    _ who: String = "officer:17", _ role: Role = .officer, until: CalendarDate? = nil
  ) throws -> (grant: AccessGrant, token: Token) {
    try file.grant(Sample.request(who, role, until: until), at: Sample.instant)
  }

  private var lines: [String] {
    get throws { try ledger.text(".access").split(separator: "\n").map(String.init) }
  }

  private func answer(_ token: Token, on day: CalendarDate = Sample.day) throws
    -> AccessGrants.Answer
  {
    try file.read().grant(of: token.hash(), on: day)
  }

  // MARK: What it holds

  @Test func `a ledger without the file lets nobody in, and reading makes none`() throws {
    #expect(try file.read().all.isEmpty)
    #expect(try answer(Token()) == .unknown)
    #expect(ledger.files.isEmpty)
  }

  @Test func `it is its owner's alone, and nothing else is left beside it`() throws {
    _ = try granted()
    _ = try granted()
    #expect(ledger.files == ["centre.acquis.access"])
    #expect(ledger.permissions(".access") == 0o600)
  }

  @Test func `it holds the hash of a token, and nothing of the token`() throws {
    let (grant, token) = try granted()
    let text = try ledger.text(".access")
    #expect(text.contains(grant.tokenHash.description))
    #expect(!text.contains(token.text.dropFirst(7).prefix(8)))
    #expect(grant.tokenHash == (try token.hash()))
    #expect(grant.id == grant.tokenHash.description.prefix(8))
  }

  @Test func `what was granted is read again as it was, in its order`() throws {
    let until = Sample.day.adding(days: 30)
    let requests = [
      try Sample.request("a", .auditor, until: until),
      try Sample.request("clerk:2", .officer, showsNames: true),
      try Sample.request("clerk:2", .administrator, showsNames: true, mayWaive: true),
    ]
    let made = try requests.map { try file.grant($0, at: Sample.instant).grant }
    let read = try file.read().all
    #expect(read == made)
    for (request, grant) in zip(requests, read) {
      #expect(grant.who == request.who && grant.role == request.role)
      #expect(grant.until == request.until && grant.showsNames == request.showsNames)
      #expect(grant.mayWaive == request.mayWaive && grant.grantedAt == Sample.instant)
      #expect(grant.revokedAt == nil)
    }
    #expect(try lines.first == "acquis access 1")
  }

  @Test func `a token is found on its last day, expired on the next, and another is unknown`()
    throws
  {
    let (grant, token) = try granted(until: Sample.day)
    #expect(try answer(token) == .found(grant))
    #expect(try answer(token, on: Sample.day.adding(days: 1)) == .expired(grant))
    #expect(try answer(Token()) == .unknown)
  }

  // MARK: Revoking

  @Test func `a person's every grant is revoked, and nobody else's`() throws {
    let (first, second) = (try granted(), try granted("officer:17", .auditor))
    let other = try granted("officer:1")
    let revoked = try #require(try file.revoke("officer:17", at: Sample.instant))
    #expect(revoked.map(\.id) == [first.grant.id, second.grant.id])
    #expect(revoked.allSatisfy { $0.revokedAt == Sample.instant })
    #expect(try answer(first.token) == .unknown)
    #expect(try answer(second.token) == .unknown)
    #expect(try answer(other.token) == .found(other.grant))
  }

  @Test func `one grant is revoked by its id, once`() throws {
    let (first, second) = (try granted(), try granted())
    #expect(try file.revoke(first.grant.id, at: Sample.instant)?.map(\.id) == [first.grant.id])
    let later = Sample.instant("2026-03-03T08:00:00.000000Z")
    #expect(try file.revoke(first.grant.id, at: later)?.isEmpty == true)
    #expect(try file.read().all.first?.revokedAt == Sample.instant)
    #expect(try answer(second.token) == .found(second.grant))
    #expect(try file.revoke("officer:17", at: later)?.map(\.id) == [second.grant.id])
  }

  @Test func `what names nobody revokes nothing and writes nothing`() throws {
    #expect(try file.revoke("officer:17", at: Sample.instant) == nil)
    #expect(ledger.files.isEmpty)
    _ = try granted()
    let before = try ledger.bytes(".access")
    for text in ["officer:1", "officer", "", "OFFICER:17"] {
      #expect(try file.revoke(text, at: Sample.instant) == nil)
    }
    #expect(try ledger.bytes(".access") == before)
  }

  @Test func `what ended is listed for twelve months, then dropped at the next write`() throws {
    let (revoked, token) = try granted("gone")
    _ = try granted("expired", until: Sample.day)
    let kept = try granted("kept").grant
    _ = try file.revoke("gone", at: Sample.instant)
    func write(at text: String) throws -> [String] {
      let instant = Sample.instant(text)
      let request = try AccessRequest(
        who: try RecorderID("x"), role: .auditor, on: instant.dayInParis)
      _ = try file.grant(request, at: instant)
      return try file.read().all.map(\.who.text).filter { $0 != "x" }
    }
    #expect(try write(at: "2027-03-02T12:00:00.000000Z") == ["gone", "expired", "kept"])
    #expect(try file.read().all.first?.revokedAt == Sample.instant)
    #expect(try answer(token) == .unknown)
    // In Paris it is the third.
    #expect(try write(at: "2027-03-02T23:30:00.000000Z") == ["kept"])
    #expect(try file.read().all.contains(kept))
    #expect(try !file.read().all.contains { $0.id == revoked.id })
  }

  // MARK: A file that is not good

  @Test(arguments: [0o640, 0o604, 0o620, 0o602, 0o660, 0o666] as [mode_t])
  func `a file that others may read or write is refused`(mode: mode_t) throws {
    _ = try granted()
    let before = try ledger.bytes(".access")
    chmod(ledger.path + ".access", mode)
    #expect(throws: AccessFailure.openToOthers(.access)) { try file.read() }
    #expect(throws: AccessFailure.openToOthers(.access)) { try granted() }
    #expect(throws: AccessFailure.openToOthers(.access)) {
      try file.revoke("officer:17", at: Sample.instant)
    }
    #expect(try ledger.bytes(".access") == before)
  }

  @Test(.enabled(if: geteuid() == 0, "needs root"))
  func `a file of another user is refused`() throws {
    _ = try granted()
    chown(ledger.path + ".access", 12_345, 12_345)
    #expect(throws: AccessFailure.othersFile(.access)) { try file.read() }
    #expect(throws: AccessFailure.othersFile(.access)) { try granted() }
  }

  @Test func `a line that this program does not write is named by its number alone`() throws {
    _ = try granted("first")
    _ = try granted("second")
    let good = try lines
    let line = good[2]
    let wrong = [
      "", " " + line, line + " ", line + "\r", "{}", "null", "secret", good[1],
      line.replacing("second", with: "Nom Secret"), line.replacing("officer", with: "owner"),
      line.replacing("\"until\":null", with: "\"until\":\"2026-02-30\""),
      line.replacing("\"until\":null,", with: ""),
      line.replacing("\"names\":false", with: "\"names\":0"),
      line.replacing("\"mayWaive\":false", with: "\"mayWaive\":true"),
      line.replacing(
        "\"who\":\"second\",\"role\":\"officer\"", with: "\"role\":\"officer\",\"who\":\"second\""),
      line.replacing("\"revokedAt\":null", with: "\"revokedAt\":null,\"more\":1"),
      line.replacing("\"hash\":\"", with: "\"hash\":\"A"), String(line.dropLast(3)),
    ]
    for text in wrong {
      #expect(text != line)
      try ledger.write([good[0], good[1], text].joined(separator: "\n") + "\n", ".access")
      #expect(throws: AccessFailure.badLine(3), "\(text)") { try file.read() }
    }
    let said = AccessFailure.badLine(3).text
    #expect(said.french.contains("ligne 3") && said.english.contains("line 3"))
    #expect(FrenchFaults.of(said.french).isEmpty)
  }

  @Test func `a file that was cut, at any byte, lets in nobody or those before the cut`() throws {
    _ = try granted("first")
    _ = try granted("second")
    let whole = try ledger.bytes(".access")
    let ends = whole.indices.filter { whole[$0] == UInt8(ascii: "\n") }
    for count in 0..<whole.count {
      try ledger.write(Array(whole.prefix(count)), ".access")
      guard let place = ends.firstIndex(of: count - 1) else {
        #expect(throws: AccessFailure.self) { try file.read() }
        continue
      }
      #expect(try file.read().all.count == place)
    }
  }

  @Test func `another first line is another program's, or of a later one`() throws {
    for text in ["", "\n", "acquis access\n", "acquis access 0\n", "acquis access 01\n", "{}\n"] {
      try ledger.write(text, ".access")
      #expect(throws: AccessFailure.foreign(.access), "\(text)") { try file.read() }
    }
    try ledger.write("acquis access 2\nwhatever\n", ".access")
    #expect(throws: AccessFailure.newerFormat(.access, found: 2, known: 1)) { try file.read() }
    try ledger.write("acquis access 1\n", ".access")
    #expect(try file.read().all.isEmpty)
  }

  // MARK: Writing

  @Test func `a write that fails leaves the old file whole`() throws {
    let (grant, token) = try granted()
    let before = try ledger.bytes(".access")
    // Where the draft would be written.
    mkdir(ledger.path + ".access.new", 0o700)
    #expect(throws: AccessFailure.self) { try granted("second") }
    #expect(throws: AccessFailure.self) { try file.revoke("officer:17", at: Sample.instant) }
    #expect(try ledger.bytes(".access") == before)
    #expect(try answer(token) == .found(grant))
    rmdir(ledger.path + ".access.new")
    // What a process left that was killed as it wrote.
    try ledger.write("acquis acc", ".access.new")
    #expect(try file.read().all.count == 1)
    _ = try granted("second")
    #expect(try file.read().all.count == 2)
    #expect(ledger.files == ["centre.acquis.access"])
  }

  @Test func `of many who grant at once, none undoes another`() async throws {
    let path = ledger.path
    let tokens = try await withThrowingTaskGroup { group in
      for number in 0..<8 {
        group.addTask { @concurrent in
          let file = AccessFile(beside: path, timeout: 60)
          return try (0..<5).map { _ in
            try file.grant(Sample.request("clerk:\(number)"), at: Sample.instant).token
          }
        }
      }
      return try await group.reduce(into: [Token]()) { $0 += $1 }
    }
    let grants = try file.read()
    #expect(grants.all.count == 40)
    for token in tokens {
      guard case .found = grants.grant(of: try token.hash(), on: Sample.day) else {
        Issue.record("a grant is lost")
        continue
      }
    }
  }

  @Test func `a grant waits for the lock, and gives up`() throws {
    let lock = open(ledger.folder, O_RDONLY)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    #expect(throws: AccessFailure.busy(.access, seconds: 0)) {
      _ = try AccessFile(beside: ledger.path, timeout: 0).grant(
        Sample.request(), at: Sample.instant)
    }
    #expect(ledger.files.isEmpty)
  }
}
