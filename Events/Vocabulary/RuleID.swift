/// A rule of the house, `R01` to `R99`.
public struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The rule's number.
  public let number: Int

  /// - Throws: ``InvalidValue/rule`` but for an `R` and two digits, not `R00`.
  public init(_ text: String) throws(InvalidValue) {
    let bytes = Array(text.utf8)
    guard bytes.count == 3, bytes[0] == UInt8(ascii: "R"),
      let number = unsafe bytes.withUnsafeBytes({ unsafe Decimal.two($0, at: 1) }), number > 0
    else { throw .rule }
    self.number = number
  }

  /// The rule of a number from 1 to 99 that is written in the program.
  package init(number: Int) { self.number = number }

  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// `R07`.
  public var description: String { "R" + (number < 10 ? "0" : "") + String(number) }
}
