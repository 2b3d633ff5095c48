/// The version of the program's rules and folds. Within one edition, the same question has the same
/// answer for ever.
public struct Edition: Hashable, Sendable, CustomStringConvertible {
  /// As in `2026-1`.
  public let description: String

  /// - Throws: ``InvalidValue/edition`` unless the text is four digits, a hyphen and one to three
  ///   digits.
  public init(_ text: String) throws(InvalidValue) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, 1...3 ~= parts[1].count,
      parts.allSatisfy({ $0.allSatisfy { 48...57 ~= $0 } })
    else { throw .edition }
    description = text
  }

  private init(current: String) { description = current }

  /// The edition of this program.
  ///
  /// 2026-1: the first.
  public static let current = Edition(current: "2026-1")
}
