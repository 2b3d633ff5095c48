public import Cryptography
public import Events

/// Who signed in with a token in a browser, until when, and what they chose for the time of it.
///
/// It gives nothing of its own: each request finds the grant of ``tokenHash`` again, so that one revoked ends
/// its sessions at the next request.
public struct Session: Hashable, Sendable {
  /// The SHA-256 of the token that it was opened with.
  public let tokenHash: Digest
  /// What each form of the session has in a hidden field, and no page of another site can know.
  public let formKey: String
  /// The instant from which on it is over.
  public let endsAt: Instant
  /// The language chosen; nil: that of the browser.
  public var language: Language?
  /// Whether pages name persons; nil: as the grant says.
  public var showsNames: Bool?
  /// What the last form did, shown once by the next page.
  public var notice: [Text] = []

  /// The forms that were sent to record, by what each has of its own, and where what each recorded is shown.
  public internal(set) var sent: [String: String] = [:]

  /// How long a session lasts, in microseconds: 8 hours from the signing in, however much it is used.
  public static let length: Int64 = 8 * 3_600 * 1_000_000
}
