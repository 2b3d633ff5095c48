internal import Cryptography
internal import Events

extension AccessGrant {
  /// Its line in the file, without the line feed: a JSON object of all its members, in this order.
  var line: String {
    let line: JSONValue = [
      "who": .string(who.text), "role": .string(role.rawValue),
      "until": until.map { .string($0.description) } ?? .null, "names": .boolean(showsNames),
      "mayWaive": .boolean(mayWaive), "grantedAt": .string(grantedAt.description),
      "revokedAt": revokedAt.map { .string($0.description) } ?? .null,
      "hash": .string(tokenHash.description),
    ]
    return line.description
  }

  /// Reads a line; nil for anything but what ``line`` writes, to the last byte.
  init?(line: ArraySlice<UInt8>) {
    guard let value = try? JSONValue(parsing: Array(line)),
      let who = value["who"]?.text.flatMap({ try? RecorderID($0) }),
      let role = value["role"]?.text.flatMap(Role.init),
      let until = Self.optional(value["until"], { try? CalendarDate($0) }),
      case .boolean(let showsNames)? = value["names"],
      case .boolean(let mayWaive)? = value["mayWaive"],
      let grantedAt = value["grantedAt"]?.text.flatMap({ try? Instant($0) }),
      let revokedAt = Self.optional(value["revokedAt"], { try? Instant($0) }),
      let hash = value["hash"]?.text.flatMap(Self.hash),
      let grant = try? AccessGrant(
        who: who, role: role, until: until, showsNames: showsNames, mayWaive: mayWaive,
        grantedAt: grantedAt, revokedAt: revokedAt, tokenHash: hash),
      grant.line.utf8.elementsEqual(line)
    else { return nil }
    self = grant
  }

  /// A value that may be null; nil if it is neither null nor one that can be read.
  private static func optional<Value>(
    _ value: JSONValue?, _ read: (String) -> Value?
  ) -> Value?? {
    switch value {
    case .null?: .some(nil)
    case .string(let text)?: read(text).map { .some($0) }
    case .boolean, .integer, .list, .object, nil: nil
    }
  }

  private static func hash(_ text: String) -> Digest? {
    let digits = text.utf8.compactMap { digit -> UInt8? in
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    guard digits.count == 64, text.utf8.count == 64 else { return nil }
    return Digest(stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
  }
}
