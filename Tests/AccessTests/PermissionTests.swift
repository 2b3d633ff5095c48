import Access
import Events
import TestSupport
import Testing

/// What each role may do, and what may not be granted.
@Suite struct PermissionTests {
  private let ledger: TemporaryLedger
  private let file: AccessFile

  init() throws {
    ledger = try TemporaryLedger()
    file = AccessFile(beside: ledger.path)
  }

  private func permissions(_ role: Role, mayWaive: Bool = false) throws -> Set<Permission> {
    let grant = try file.grant(Sample.request("a", role, mayWaive: mayWaive), at: Sample.instant)
      .grant
    return Set(Permission.allCases.filter { grant.may($0) })
  }

  @Test func `an auditor reads and proves, and nothing else`() throws {
    #expect(try permissions(.auditor) == [.read, .prove])
  }

  @Test func `an officer sees names, recognises and attests too`() throws {
    #expect(try permissions(.officer) == [.read, .prove, .seeNames, .recognise, .attest])
  }

  @Test func `an administrator does all but waive, and waives if the grant says so`() throws {
    let all = Set(Permission.allCases)
    #expect(try permissions(.administrator) == all.subtracting([.waive]))
    #expect(try permissions(.administrator, mayWaive: true) == all)
  }

  @Test func `each role may do all that the one before it may`() throws {
    let each = try Role.allCases.map { try permissions($0) }
    for (lower, higher) in zip(each, each.dropFirst()) { #expect(lower.isStrictSubset(of: higher)) }
  }

  @Test func `an auditor is not shown names, and only an administrator waives`() throws {
    for role in Role.allCases {
      if role == .auditor {
        #expect(throws: AccessRequest.Refusal.namesForAuditor) {
          try Sample.request("a", role, showsNames: true)
        }
      } else {
        #expect(try Sample.request("a", role, showsNames: true).showsNames)
      }
      if role == .administrator {
        #expect(try Sample.request("a", role, mayWaive: true).mayWaive)
      } else {
        #expect(throws: AccessRequest.Refusal.waiverWithoutAdministrator) {
          try Sample.request("a", role, mayWaive: true)
        }
      }
    }
  }

  @Test func `the last day may be today, and is not past`() throws {
    #expect(try Sample.request(until: Sample.day).until == Sample.day)
    #expect(throws: AccessRequest.Refusal.past) {
      try Sample.request(until: Sample.day.adding(days: -1))
    }
  }

  @Test func `a grant is active on its last day, and expired on the next`() throws {
    let grant = try file.grant(Sample.request(until: Sample.day), at: Sample.instant).grant
    #expect(grant.state(on: Sample.day) == .active)
    #expect(grant.state(on: Sample.day.adding(days: 1)) == .expired)
  }

  @Test func `every refusal, role and state has its sentence in both languages`() {
    let texts =
      AccessRequest.Refusal.allCases.map(\.text)
      + Role.allCases.flatMap { [$0.text, $0.explanation] }
      + AccessGrant.State.allCases.map(\.text)
    for text in texts { #expect(FrenchFaults.of(text.french).isEmpty && !text.english.isEmpty) }
    #expect(Set(texts.map(\.french)).count == texts.count)
  }
}
