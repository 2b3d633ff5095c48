/// The kind of thing that an ``Identifier`` identifies, as a type, so that the compiler refuses a
/// candidate's id where a candidacy's is needed.
public protocol IdentifierKind: Sendable {
  /// The name of the kind, for errors: `candidacy`.
  static var name: String { get }
  /// A sample id: `D-2024-007`.
  static var sample: String { get }
  /// Whether the id may contain a colon, as a recorder's does: `officer:17`.
  static var allowsColon: Bool { get }
}

extension IdentifierKind {
  /// False, the default.
  @inlinable public static var allowsColon: Bool { false }
}

/// An id of 1 to 64 characters of `A-Z a-z 0-9 . _ -`, chosen by the writer, never a name.
///
/// ```swift
/// let candidacy = try CandidacyID("D-2021-004")
/// ```
///
/// Ids are compared and sorted by their bytes. Making one checks each byte.
@frozen public struct Identifier<Kind: IdentifierKind>: Hashable, Comparable, Sendable {
  public let text: String

  /// - Throws: ``InvalidValue/identifier(kind:)`` for another length or another character.
  @inlinable public init(_ text: String) throws(InvalidValue) {
    var count = 0
    for byte in text.utf8 {
      count += 1
      guard count <= 64, Self.allows(byte) else { throw .identifier(kind: Kind.name) }
    }
    guard count > 0 else { throw .identifier(kind: Kind.name) }
    self.text = text
  }

  /// Reads the id from its bytes, without quotes; on the hot path of a replay.
  ///
  /// - Throws: ``InvalidValue/identifier(kind:)``.
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
