import Cryptography
import Events
import TestSupport
import Testing

@testable import Access

/// Who is signed in, and for how long.
@Suite struct SessionsTests {
  private let clock = TestClock(tick: 0)

  private func grant(_ number: UInt8 = 1) throws -> AccessGrant {
    AccessGrant(
      try Sample.request("clerk:\(number)", .administrator),
      tokenHash: try SHA256().digest(of: [number]), at: clock.now())
  }

  @Test func `a session is found by its secret and by nothing else`() throws {
    let sessions = Sessions(now: clock.now)
    let grant = try grant()
    let secret = try sessions.open(of: grant, in: .french)
    let session = try #require(sessions.session(of: secret))
    #expect(session.tokenHash == grant.tokenHash)
    #expect(session.language == .french)
    #expect(secret.count == 64)
    #expect(session.formKey.count == 64)
    #expect(session.formKey != secret)
    #expect(sessions.session(of: session.formKey) == nil)
    #expect(sessions.session(of: "") == nil)
    #expect(sessions.session(of: String(secret.dropLast())) == nil)
  }

  @Test func `no two sessions have the same secret or the same key`() throws {
    let sessions = Sessions(now: clock.now)
    let secrets = try (0..<10).map { _ in try sessions.open(of: try grant(), in: nil) }
    #expect(Set(secrets).count == 10)
    #expect(Set(secrets.compactMap { sessions.session(of: $0)?.formKey }).count == 10)
  }

  @Test func `a session is over after eight hours however much it is used`() throws {
    let sessions = Sessions(now: clock.now)
    let secret = try sessions.open(of: try grant(), in: nil)
    for _ in 0..<8 {
      #expect(sessions.session(of: secret) != nil)
      clock.step(seconds: 3_600)
    }
    #expect(sessions.session(of: secret) == nil)
    // It does not come back with the clock.
    clock.step(seconds: -3_600)
    #expect(sessions.session(of: secret) == nil)
  }

  @Test func `an ended session is over, and the others of its token are not`() throws {
    let sessions = Sessions(now: clock.now)
    let (first, second) = (
      try sessions.open(of: try grant(), in: nil), try sessions.open(of: try grant(), in: nil)
    )
    sessions.end(first)
    #expect(sessions.session(of: first) == nil)
    #expect(sessions.session(of: second) != nil)
  }

  @Test func `a form records once, and again only where it recorded nothing`() throws {
    let sessions = Sessions(now: clock.now)
    let secret = try sessions.open(of: try grant(), in: nil)
    #expect(sessions.claim("a", of: secret))
    #expect(!sessions.claim("a", of: secret))
    sessions.release("a", of: secret)
    #expect(sessions.claim("a", of: secret))
    sessions.note("a", isAt: "/juries/J1", of: secret)
    sessions.release("a", of: secret)
    #expect(!sessions.claim("a", of: secret))
    #expect(sessions.place(of: "a", of: secret) == "/juries/J1")
    #expect(!sessions.claim("b", of: "another"))
  }

  @Test func `the oldest session of a token makes room for another`() throws {
    let sessions = Sessions(now: clock.now)
    var secrets: [String] = []
    for _ in 0...Sessions.mostOfOne {
      secrets.append(try sessions.open(of: try grant(), in: nil))
      clock.step(seconds: 1)
    }
    let other = try sessions.open(of: try grant(2), in: nil)
    #expect(sessions.session(of: secrets[0]) == nil)
    #expect(secrets.dropFirst().allSatisfy { sessions.session(of: $0) != nil })
    #expect(sessions.session(of: other) != nil)
  }

  @Test func `what is chosen lasts as long as the session`() throws {
    let sessions = Sessions(now: clock.now)
    let secret = try sessions.open(of: try grant(), in: .french)
    sessions.change(secret) {
      $0.language = .english
      $0.showsNames = true
    }
    #expect(sessions.session(of: secret)?.language == .english)
    #expect(sessions.session(of: secret)?.showsNames == true)
    sessions.change("another") { $0.showsNames = false }
    #expect(sessions.session(of: secret)?.showsNames == true)
  }
}
