public import Cryptography
public import Events

/// The grants of a ledger, as its file has them.
public struct AccessGrants: Hashable, Sendable {
  /// In the order in which they were granted, those revoked in the last 12 months too.
  public private(set) var all: [AccessGrant] = []
  private var placeByHash: [Digest: Int] = [:]

  public init() {}

  /// What a token gives on a day.
  public enum Answer: Hashable, Sendable {
    case found(AccessGrant)
    /// Its last day is over.
    case expired(AccessGrant)
    /// No grant has it, or none that is not revoked.
    case unknown
  }

  /// The grant of a token.
  ///
  /// Found by the token's hash: how long it takes says nothing of a token, whose hash nobody can choose.
  ///
  /// - Parameters:
  ///   - hash: the token's, ``Token/hash()``.
  ///   - day: in Paris.
  public func grant(of hash: Digest, on day: CalendarDate) -> Answer {
    guard let grant = placeByHash[hash].map({ all[$0] }) else { return .unknown }
    return switch grant.state(on: day) {
    case .active: .found(grant)
    case .expired: .expired(grant)
    case .revoked: .unknown
    }
  }

  /// The grants of a person, or the one of an id.
  public func named(_ text: String) -> [AccessGrant] {
    all.filter { $0.who.text == text || $0.id == text }
  }
}

// MARK: Changing

extension AccessGrants {
  /// Adds a grant; false if one has the same id.
  mutating func add(_ grant: AccessGrant) -> Bool {
    guard !all.contains(where: { $0.id == grant.id }) else { return false }
    placeByHash[grant.tokenHash] = all.count
    all.append(grant)
    return true
  }

  /// Revokes those that are not revoked yet of a person, or the one of an id.
  ///
  /// - Returns: those that it revoked.
  mutating func revoke(_ text: String, at instant: Instant) -> [AccessGrant] {
    var revoked: [AccessGrant] = []
    for place in all.indices where all[place].revokedAt == nil {
      guard all[place].who.text == text || all[place].id == text else { continue }
      all[place] = all[place].revoked(at: instant)
      revoked.append(all[place])
    }
    return revoked
  }

  /// Those that are still listed on a day: all but what ended more than 12 months before.
  func kept(on day: CalendarDate) -> AccessGrants {
    var kept = AccessGrants()
    for grant in all where !grant.isOver(on: day) { _ = kept.add(grant) }
    return kept
  }
}

// MARK: The file's text

extension AccessGrants {
  /// The number of the format, which the first line ends with.
  static let format = 1
  private static let heading = "acquis access "

  /// The file's bytes: a line that says what it is and of which format, and one for each grant.
  var bytes: [UInt8] {
    let lines = ["\(Self.heading)\(Self.format)"] + all.map(\.line)
    return lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
  }

  /// Reads what ``bytes`` writes, and nothing else.
  ///
  /// - Throws: ``AccessFailure/badLine(_:)``, ``AccessFailure/newerFormat(_:found:known:)``,
  ///   ``AccessFailure/foreign(_:)`` for another first line.
  init(_ bytes: [UInt8]) throws(AccessFailure) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // After the last line feed; of a file that was cut, the part of a line.
    let rest = lines.popLast()
    try Self.check(heading: lines.first ?? [])
    for (index, line) in lines.enumerated().dropFirst() {
      guard let grant = AccessGrant(line: line), add(grant) else { throw .badLine(index + 1) }
    }
    guard rest?.isEmpty ?? false else { throw .badLine(lines.count + 1) }
  }

  private static func check(heading line: ArraySlice<UInt8>) throws(AccessFailure) {
    let text = String(decoding: line, as: UTF8.self)
    guard text.hasPrefix(heading), let found = Int(text.dropFirst(heading.count)), found > 0,
      text == "\(heading)\(found)"
    else { throw .foreign(.access) }
    guard found <= format else { throw .newerFormat(.access, found: found, known: format) }
  }
}
