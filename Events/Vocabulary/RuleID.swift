/// The id of a rule, `R01` to `R99`.
public struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// From 1 to 99.
  public let number: Int

  /// - Throws: ``InvalidValue/rule`` unless the text is `R` and two digits, not `R00`.
  public init(_ text: String) throws(InvalidValue) {
    let bytes = Array(text.utf8)
    guard bytes.count == 3, bytes[0] == UInt8(ascii: "R"),
      let number = unsafe bytes.withUnsafeBytes({ unsafe Decimal.two($0, at: 1) }), number > 0
    else { throw .rule }
    self.number = number
  }

  /// The id of a number from 1 to 99 that is a literal of the program; not checked.
  package init(number: Int) { self.number = number }

  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// As in `R07`.
  public var description: String { "R" + (number < 10 ? "0" : "") + String(number) }
}
