public import Cryptography
public import Events

/// What one person may do until a day, by one token. A person may have several.
public struct AccessGrant: Hashable, Sendable {
  /// The `recordedBy` of all that is recorded by its token.
  public let who: RecorderID
  public let role: Role
  /// The last day, included, in Paris; nil: until it is revoked.
  public let until: CalendarDate?
  /// Whether answers name persons without being asked to. Without it who may see names asks for them.
  public let showsNames: Bool
  public let mayWaive: Bool
  public let grantedAt: Instant
  /// Nil if it is not revoked.
  public let revokedAt: Instant?
  /// The SHA-256 of its token, by which it is found.
  public let tokenHash: Digest

  /// - Throws: ``AccessRequest/Refusal`` for what its role cannot have.
  init(
    who: RecorderID, role: Role, until: CalendarDate?, showsNames: Bool, mayWaive: Bool,
    grantedAt: Instant, revokedAt: Instant?, tokenHash: Digest
  ) throws(AccessRequest.Refusal) {
    try AccessRequest.check(role, showsNames: showsNames, mayWaive: mayWaive)
    self.who = who
    self.role = role
    self.until = until
    self.showsNames = showsNames
    self.mayWaive = mayWaive
    self.grantedAt = grantedAt
    self.revokedAt = revokedAt
    self.tokenHash = tokenHash
  }

  init(_ request: AccessRequest, tokenHash: Digest, at instant: Instant) {
    who = request.who
    role = request.role
    until = request.until
    showsNames = request.showsNames
    mayWaive = request.mayWaive
    grantedAt = instant
    revokedAt = nil
    self.tokenHash = tokenHash
  }

  private init(_ grant: AccessGrant, revokedAt: Instant) {
    who = grant.who
    role = grant.role
    until = grant.until
    showsNames = grant.showsNames
    mayWaive = grant.mayWaive
    grantedAt = grant.grantedAt
    self.revokedAt = revokedAt
    tokenHash = grant.tokenHash
  }

  /// Its id for people: the first 8 hexadecimal digits of the hash. No two grants of a file have the same.
  public var id: String { String(tokenHash.description.prefix(8)) }

  /// This grant, revoked; unchanged if it is already.
  func revoked(at instant: Instant) -> AccessGrant {
    revokedAt == nil ? AccessGrant(self, revokedAt: instant) : self
  }
}

extension AccessGrant {
  /// What a grant is on a day.
  public enum State: String, CaseIterable, Hashable, Sendable {
    case active
    case expired
    case revoked

    public var text: Text {
      switch self {
      case .active: Text("en vigueur", "active")
      case .expired: Text("expiré", "expired")
      case .revoked: Text("révoqué", "revoked")
      }
    }
  }

  /// - Parameter day: in Paris.
  public func state(on day: CalendarDate) -> State {
    if revokedAt != nil { return .revoked }
    if let until, until < day { return .expired }
    return .active
  }

  /// The day on which it ended, if it did by a day: its last one, or that of its revocation.
  private func lastDay(by day: CalendarDate) -> CalendarDate? {
    let ends = [until, revokedAt?.dayInParis].compactMap(\.self).filter { $0 <= day }
    return ends.min()
  }

  /// Whether it ended so long ago that it is no longer listed: 12 months.
  func isOver(on day: CalendarDate) -> Bool {
    guard let last = lastDay(by: day) else { return false }
    return last.adding(months: 12) < day
  }
}
