import Dispatch
import Events
import Glibc
import SQLite
import Synchronization
import TestSupport
import Testing
import Vault

@Suite struct RotationTests {
  let ledger: TemporaryLedger
  let vault: Vault
  let person: Person
  let sealed: Sealed
  /// The master key before.
  let old: [UInt8]

  init() throws {
    ledger = try TemporaryLedger()
    try Vault.create(beside: ledger.path)
    vault = try Vault(beside: ledger.path)
    person = try candidate("P-0007")
    sealed = try vault.seal([1, 2, 3], field: "reason", of: person, in: event)
    try vault.commit()
    old = try ledger.bytes(".master")
  }

  private func opens(_ sealed: Sealed, by vault: Vault? = nil) throws {
    let vault = try vault ?? Vault(beside: ledger.path)
    #expect(try vault.open(sealed, field: "reason", of: person, in: event) == [1, 2, 3])
  }

  private var files: [String] { ["centre.acquis.master", "centre.acquis.vault"] }

  @Test func `a new master key opens what was sealed, and the old one nothing`() throws {
    #expect(try vault.rotate().keys == 1)
    let new = try ledger.bytes(".master")
    #expect(new != old && new.count == 65)
    #expect(ledger.permissions(".master") == 0o600)
    #expect(ledger.files == files)
    try opens(sealed)
    try opens(sealed, by: vault)
    try ledger.write(old, ".master")
    #expect(throws: VaultFailure.wrongMasterKey) { try Vault(beside: ledger.path) }
  }

  @Test func `every key is wrapped anew, and none as before is left in the file`() throws {
    for number in 0..<2500 {
      _ = try vault.seal([1], field: "reason", of: candidate("P-1\(number)"), in: event)
    }
    try vault.commit()
    let wrapped = try {
      let database = try Database(ledger.path + ".vault", .readWrite, timeout: 0)
      let statement = try Statement("SELECT wrapped FROM person_key", on: database)
      var wrapped: [[UInt8]] = []
      while try statement.step() { wrapped.append(Array(statement.bytes(0).prefix(16))) }
      // Bytes that a deleted row may leave in the file.
      try database.execute(
        "PRAGMA secure_delete = OFF; DELETE FROM person_key WHERE person = 'candidate:P-142'")
      return wrapped
    }()
    func remains() throws -> Int {
      let bytes = try ledger.bytes(".vault")
      let windows = Set(bytes.indices.dropLast(15).map { Array(bytes[$0..<$0 + 16]) })
      return wrapped.count(where: windows.contains)
    }
    #expect(try remains() == 2501, "a key that is there is found")
    #expect(try vault.rotate().keys == 2500)
    #expect(try remains() == 0)
  }

  @Test func `a vault open elsewhere goes on under the new master key`() throws {
    let elsewhere = try Vault(beside: ledger.path)
    try vault.rotate()
    try opens(sealed, by: elsewhere)
    let other = try candidate("P-0008")
    let more = try elsewhere.seal([9], field: "reason", of: other, in: event)
    try elsewhere.commit()
    #expect(
      try Vault(beside: ledger.path).open(more, field: "reason", of: other, in: event) == [9])
  }

  @Test func `killed before the vault changed, the old master key opens it`() throws {
    try ledger.write(Array((String(repeating: "5", count: 64) + "\n").utf8), ".master.new")
    chmod(ledger.path + ".master.new", 0o600)
    try opens(sealed)
    #expect(try ledger.bytes(".master") == old)
    try vault.rotate()
    #expect(ledger.files == files)
    try opens(sealed)
  }

  @Test(arguments: ["a new key cut short", ""])
  func `killed while the new master key was written, the old one opens it`(text: String) throws {
    try ledger.write(Array(text.utf8), ".master.new")
    chmod(ledger.path + ".master.new", 0o600)
    try opens(sealed)
    try vault.rotate()
    #expect(ledger.files == files)
    try opens(sealed)
  }

  @Test(arguments: [true, false])
  func `killed after the vault changed, the new master key opens it`(isOldThere: Bool) throws {
    try vault.rotate()
    rename(ledger.path + ".master", ledger.path + ".master.new")
    if isOldThere {
      try ledger.write(old, ".master")
      chmod(ledger.path + ".master", 0o600)
    }
    let new = try ledger.bytes(".master.new")
    try opens(sealed)
    let more = try Vault(beside: ledger.path)
    let other = try more.seal([1, 2, 3], field: "grounds", of: person, in: event)
    #expect(try ledger.bytes(".master.new") == new, "to read changes nothing")
    try Vault(beside: ledger.path).rotate()
    #expect(ledger.files == files)
    #expect(try ledger.bytes(".master") != new)
    try opens(sealed)
    #expect(
      try Vault(beside: ledger.path).open(other, field: "grounds", of: person, in: event)
        == [1, 2, 3])
  }

  @Test func `a key that was altered stops one person, and no rotation`() throws {
    let other = try vault.seal([4], field: "reason", of: candidate("P-0009"), in: event)
    try vault.commit()
    try Database(ledger.path + ".vault", .readWrite, timeout: 0).execute(
      "UPDATE person_key SET wrapped = zeroblob(80) WHERE person = 'candidate:P-0009'")
    #expect(try vault.rotate().damaged == 1)
    try opens(sealed)
    let damaged = #expect(throws: VaultFailure.self) {
      try Vault(beside: ledger.path).open(
        other, field: "reason", of: candidate("P-0009"), in: event)
    }
    guard case .altered = damaged else {
      Issue.record("another failure")
      return
    }
    let found = try Vault(beside: ledger.path).verifyKeys()
    #expect(found.keys == 2 && found.damaged == ["candidate:P-0009"])
  }

  @Test func `a new master key open to others is refused`() throws {
    try vault.rotate()
    rename(ledger.path + ".master", ledger.path + ".master.new")
    chmod(ledger.path + ".master.new", 0o644)
    #expect(throws: VaultFailure.openToOthers(.master)) { try Vault(beside: ledger.path) }
  }

  @Test func `a rotation that waits too long changes nothing`() throws {
    let hasty = try Vault(beside: ledger.path, timeout: 0)
    _ = try vault.seal([1], field: "reason", of: candidate("P-0008"), in: event)
    #expect(throws: VaultFailure.busy(seconds: 0)) { try hasty.rotate() }
    vault.rollback()
    #expect(try ledger.bytes(".master") == old)
    #expect(ledger.files == files)
    try opens(sealed)
  }

  @Test(.timeLimit(.minutes(10))) func `rotations and seals that race lose nothing`() async throws {
    let path = ledger.path
    let seals = try await withThrowingTaskGroup { group in
      for worker in 0..<3 {
        group.addTask { @concurrent in
          let vault = try Vault(beside: path, timeout: 60)
          var seals: [(Person, Sealed)] = []
          for number in 0..<12 {
            if worker == 0 { try vault.rotate() }
            let person = try candidate("P-\(number % 6)-\(worker)")
            seals.append(
              (person, try vault.seal([9], field: "reason", of: person, in: event)))
            try vault.commit()
          }
          return seals
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let vault = try Vault(beside: ledger.path)
    for (person, sealed) in seals {
      #expect(try vault.open(sealed, field: "reason", of: person, in: event) == [9])
    }
    #expect(ledger.files == files)
    try opens(sealed)
  }

  @Test(.timeLimit(.minutes(10))) func `a key is never called altered because a rotation goes on`()
    throws
  {
    for number in 0..<2_500 {
      _ = try vault.seal([1], field: "reason", of: candidate("P-1\(number)"), in: event)
    }
    try vault.commit()
    let path = ledger.path
    let end = End()
    // A thread of its own: a task might not run before the other has ended.
    DispatchQueue.global().async {
      defer { end.isReached.withLock { $0 = true } }
      let vault = try? Vault(beside: path, timeout: 60)
      for _ in 0..<12 { _ = try? vault?.rotate() }
    }
    let reader = try Vault(beside: path, timeout: 60)
    while !end.isReached.withLock({ $0 }) {
      #expect(try reader.verifyKeys() == VaultVerification(keys: 2_501))
      try opens(sealed, by: reader)
    }
  }
}

/// Whether another thread has ended.
private final class End: Sendable {
  let isReached = Mutex(false)
}
