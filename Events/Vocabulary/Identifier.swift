/// What an ``Identifier`` names; keeps a candidate's id out of a candidacy's place.
public protocol IdentifierKind: Sendable {
  /// The kind in an error's words, `candidacy`.
  static var name: String { get }
  /// An id of this kind, to show how one is written: `D-2024-007`.
  static var sample: String { get }
  /// Whether the id may hold a colon: only who records does, `officer:17`.
  static var allowsColon: Bool { get }
}

extension IdentifierKind {
  /// No colon, but for who records.
  @inlinable public static var allowsColon: Bool { false }
}

/// An id of 1 to 64 characters of `A-Z a-z 0-9 . _ -`, given by the writer, never a name.
///
/// ```swift
/// let candidacy = try CandidacyID("D-2021-004")
/// ```
///
/// Two ids are equal when their bytes are; they sort by their bytes. Building one costs a look at
/// each byte.
@frozen public struct Identifier<Kind: IdentifierKind>: Hashable, Comparable, Sendable {
  /// The id as it was written.
  public let text: String

  /// - Throws: ``InvalidValue/identifier(kind:)``.
  @inlinable public init(_ text: String) throws(InvalidValue) {
    var count = 0
    for byte in text.utf8 {
      count += 1
      guard count <= 64, Self.allows(byte) else { throw .identifier(kind: Kind.name) }
    }
    guard count > 0 else { throw .identifier(kind: Kind.name) }
    self.text = text
  }

  /// Reads the id from its bytes, without their quotes: the hot path of a replay.
  @inlinable public init(utf8 bytes: UnsafeRawBufferPointer) throws(InvalidValue) {
    guard unsafe !bytes.isEmpty, bytes.count <= 64 else { throw .identifier(kind: Kind.name) }
    for index in 0..<bytes.count {
      guard unsafe Self.allows(bytes[index]) else { throw .identifier(kind: Kind.name) }
    }
    text = unsafe String(decoding: bytes, as: UTF8.self)
  }

  @inlinable static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    case UInt8(ascii: ":"): Kind.allowsColon
    default: false
    }
  }

  @inlinable public static func == (left: Self, right: Self) -> Bool { left.text == right.text }

  @inlinable public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension Identifier: CustomStringConvertible {
  public var description: String { text }
}
