/// A version of a representation (RFC 9110, 8.8.3).
public struct EntityTag: Hashable, Sendable, CustomStringConvertible {
  /// Whether equal tags mean the same meaning only, not the same bytes.
  public let isWeak: Bool
  /// What is between the quotes.
  public let opaque: String

  /// - Returns: nil if the text contains what no tag may: a quote, a space or a control character.
  public init?(_ opaque: String, isWeak: Bool = false) {
    guard opaque.utf8.allSatisfy(\.isTagByte) else { return nil }
    self.isWeak = isWeak
    self.opaque = opaque
  }

  /// As a header has it: `"x"` or `W/"x"`.
  public var description: String { (isWeak ? "W/\"" : "\"") + opaque + "\"" }
}

/// What `If-None-Match` asks for (RFC 9110, 13.1.2).
public enum EntityTags: Hashable, Sendable {
  /// `*`: whatever there is.
  case any
  case list([EntityTag])

  /// - Parameter values: the header's, one for each line.
  /// - Returns: nil if there is none, or if they cannot be read; the condition is then not applied.
  public init?(_ values: [String]) {
    var rest = Array(values.joined(separator: ",").utf8)[...]
    func skipBlanks() {
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
    }
    skipBlanks()
    if rest.first == UInt8(ascii: "*") {
      rest.removeFirst()
      skipBlanks()
      guard rest.isEmpty else { return nil }
      self = .any
      return
    }
    var tags: [EntityTag] = []
    while !rest.isEmpty {
      // Empty elements of a list are passed over (RFC 9110, 5.6.1).
      if rest.first == UInt8(ascii: ",") {
        rest.removeFirst()
        skipBlanks()
        continue
      }
      let isWeak = rest.starts(with: "W/\"".utf8)
      if isWeak { rest.removeFirst(2) }
      guard rest.first == 0x22, let end = rest.dropFirst().firstIndex(of: 0x22) else { return nil }
      let opaque = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
      guard let tag = EntityTag(opaque, isWeak: isWeak) else { return nil }
      tags.append(tag)
      rest = rest[(end + 1)...]
      skipBlanks()
      guard rest.isEmpty || rest.first == UInt8(ascii: ",") else { return nil }
    }
    guard !tags.isEmpty else { return nil }
    self = .list(tags)
  }

  /// Whether the tag is among them, by the weak comparison: 304 is then the answer to GET and HEAD.
  public func match(_ tag: EntityTag) -> Bool {
    switch self {
    case .any: true
    case .list(let tags): tags.contains { $0.opaque == tag.opaque }
    }
  }
}

extension UInt8 {
  /// RFC 9110, 8.8.3, `etagc`.
  fileprivate var isTagByte: Bool { self == 0x21 || (self >= 0x23 && self != 0x7F) }
}
