internal import Cryptography
public import Events
internal import Files

/// The file of who may use a ledger from elsewhere: `<ledger>.access`, readable by its owner only.
///
/// ```swift
/// let file = AccessFile(beside: ledger.file)
/// let (grant, token) = try file.grant(request, at: now)
/// ```
///
/// It is replaced whole, durably, under the lock of its folder, so that a reader never sees a part of it, and of
/// two processes that change it at once none undoes the other. It has the hashes of tokens, and no token. A
/// ledger without it lets nobody in.
public struct AccessFile: Sendable {
  private let file: DurableFile
  private let timeout: Int

  /// The largest file that is read, in bytes: some 15,000 grants.
  private static let limit = 1 << 22

  /// Does not touch the file.
  ///
  /// - Parameters:
  ///   - ledger: the path of the ledger's own file, not of a link to it.
  ///   - timeout: how long to wait for another process that writes, in seconds.
  public init(beside ledger: String, timeout: Int = 5) {
    file = DurableFile(path: ledger + AccessFailure.File.access.rawValue)
    self.timeout = timeout
  }

  public var path: String { file.path }

  /// Reads it; no grants where there is no file.
  ///
  /// - Throws: ``AccessFailure``.
  public func read() throws(AccessFailure) -> AccessGrants {
    try stamped()?.grants ?? AccessGrants()
  }

  /// Reads it with its stamp; nil if there is no file.
  func stamped() throws(AccessFailure) -> (grants: AccessGrants, stamp: FileStamp)? {
    let bytes: [UInt8]
    let stamp: FileStamp
    do throws(FileFailure) { (bytes, stamp) = try file.stampedBytes(atMost: Self.limit) } catch {
      if error.isMissing { return nil }
      throw AccessFailure(error, .access)
    }
    try stamp.checkOwner(as: .access)
    return (try AccessGrants(bytes), stamp)
  }

  /// The stamp of the file as it is; nil if there is none.
  func stamp() throws(AccessFailure) -> FileStamp? {
    do throws(FileFailure) { return try FileStamp(of: path) } catch {
      if error.isMissing { return nil }
      throw AccessFailure(error, .access)
    }
  }

  /// Makes a grant; durable on return.
  ///
  /// - Returns: the grant, and its token, which nothing can show again.
  /// - Throws: ``AccessFailure``; nothing is granted then.
  public func grant(
    _ request: AccessRequest, at instant: Instant
  ) throws(AccessFailure) -> (grant: AccessGrant, token: Token) {
    try change(at: instant) { (grants) throws(AccessFailure) in
      // Ids are 32 bits: of a thousand grants, two have the same in one file of ten thousand.
      while true {
        let token = try mapErrors { () throws(CryptographyFailure) in try Token() }
        let hash = try mapErrors { () throws(CryptographyFailure) in try token.hash() }
        let grant = AccessGrant(request, tokenHash: hash, at: instant)
        if grants.add(grant) { return (grant, token) }
      }
    }
  }

  /// Revokes all that a person has, or the one grant of an id; durable on return.
  ///
  /// - Parameter text: a person's id, or a grant's. Where it is both, both are revoked.
  /// - Returns: those that it revoked; empty if all that it names were revoked before; nil if it names none.
  /// - Throws: ``AccessFailure``; nothing is revoked then.
  public func revoke(_ text: String, at instant: Instant) throws(AccessFailure) -> [AccessGrant]? {
    guard try !read().named(text).isEmpty else { return nil }
    return try change(at: instant) { (grants) throws(AccessFailure) in
      grants.revoke(text, at: instant)
    }
  }

  /// Changes the grants while no other process does, and drops those that ended long ago.
  private func change<Value>(
    at instant: Instant, _ step: (inout AccessGrants) throws(AccessFailure) -> Value
  ) throws(AccessFailure) -> Value {
    let lock = try mapErrors(.access) { () throws(FileFailure) in
      try FileLock(file.folder, timeout: timeout)
    }
    return try withExtendedLifetime(lock) { () throws(AccessFailure) in
      var grants = try read().kept(on: instant.dayInParis)
      let value = try step(&grants)
      let bytes = grants.bytes
      try mapErrors(.access) { () throws(FileFailure) in
        try unsafe bytes.span.withUnsafeBytes { (bytes) throws(FileFailure) in
          try unsafe file.replace(with: bytes)
        }
      }
      return value
    }
  }
}
