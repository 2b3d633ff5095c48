public import Cryptography
public import Events
internal import Synchronization

/// The sessions of a server, in its memory alone: they end with it.
///
/// A session is found by the SHA-256 of the secret that the browser keeps as a cookie, so that neither a copy of
/// the memory nor the time that a search takes gives one away. For any number of threads.
public final class Sessions: Sendable {
  private let now: @Sendable () -> Instant
  private let state = Mutex<[Digest: Session]>([:])

  /// The most sessions; the one that ends first makes room for another.
  static let most = 10_000
  /// The most sessions of one token.
  static let mostOfOne = 20
  /// The most forms that one session records with.
  static let mostSent = 2_000

  public init(now: @escaping @Sendable () -> Instant) { self.now = now }

  /// Opens a session.
  ///
  /// - Returns: the secret for the cookie: 64 hexadecimal digits of 256 random bits.
  /// - Throws: ``CryptographyFailure/unavailable(_:)`` if the system has no entropy.
  public func open(of grant: AccessGrant, in language: Language?) throws(CryptographyFailure)
    -> String
  {
    let (secret, formKey) = (try Self.random(), try Self.random())
    let hash = try Self.hash(secret)
    let start = now()
    // The sum stays far below the last instant.
    let end = (try? Instant(microseconds: start.microseconds + Session.length)) ?? start
    state.withLock { sessions in
      sessions = sessions.filter { $0.value.endsAt > start }
      let own = sessions.filter { $0.value.tokenHash == grant.tokenHash }
      if own.count >= Self.mostOfOne { Self.removeOldest(of: own, in: &sessions) }
      if sessions.count >= Self.most { Self.removeOldest(of: sessions, in: &sessions) }
      sessions[hash] = Session(
        tokenHash: grant.tokenHash, formKey: formKey, endsAt: end, language: language)
    }
    return secret
  }

  private static func removeOldest(
    of candidates: [Digest: Session], in sessions: inout [Digest: Session]
  ) {
    guard let oldest = candidates.min(by: { $0.value.endsAt < $1.value.endsAt }) else { return }
    sessions[oldest.key] = nil
  }

  /// The session of a secret; nil for another text, and for one that is over.
  public func session(of secret: String) -> Session? {
    guard let hash = try? Self.hash(secret) else { return nil }
    let instant = now()
    return state.withLock { sessions in
      guard let session = sessions[hash] else { return nil }
      if session.endsAt > instant { return session }
      sessions[hash] = nil
      return nil
    }
  }

  /// Changes what a session chose; nothing where there is none.
  public func change(_ secret: String, _ change: @Sendable (inout Session) -> Void) {
    guard let hash = try? Self.hash(secret) else { return }
    state.withLock { sessions in
      // Taken out, so that it is changed in place.
      guard var session = sessions.removeValue(forKey: hash) else { return }
      change(&session)
      sessions[hash] = session
    }
  }

  /// Whether a form is sent for the first time; from then on it was.
  ///
  /// - Parameters:
  ///   - once: what the form has of its own.
  ///   - secret: the session's.
  public func claim(_ once: String, of secret: String) -> Bool {
    guard once.utf8.count <= 64, let hash = try? Self.hash(secret) else { return false }
    return state.withLock { sessions in
      guard var session = sessions.removeValue(forKey: hash) else { return false }
      defer { sessions[hash] = session }
      // More than a person sends in eight hours.
      guard session.sent.count < Self.mostSent, session.sent[once] == nil else { return false }
      session.sent[once] = ""
      return true
    }
  }

  /// Lets a form be sent again, where it recorded nothing.
  public func release(_ once: String, of secret: String) {
    change(secret) { session in
      if session.sent[once]?.isEmpty ?? false { session.sent[once] = nil }
    }
  }

  /// Keeps where what a form recorded is shown.
  public func note(_ once: String, isAt place: String, of secret: String) {
    change(secret) { $0.sent[once] = place }
  }

  /// Where what a form recorded is shown; nil for one that recorded nothing.
  public func place(of once: String, of secret: String) -> String? {
    session(of: secret)?.sent[once].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Ends a session.
  public func end(_ secret: String) {
    guard let hash = try? Self.hash(secret) else { return }
    state.withLock { $0[hash] = nil }
  }

  /// 64 hexadecimal digits.
  public static func random() throws(CryptographyFailure) -> String {
    Digest(try randomBytes(32)).map(\.description) ?? ""
  }

  private static func hash(_ secret: String) throws(CryptographyFailure) -> Digest {
    try SHA256().digest(of: Array(secret.utf8))
  }
}
