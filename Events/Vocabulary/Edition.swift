/// The version of the program's rules and folds. Within one edition, the same question has the same
/// answer for ever.
public struct Edition: Hashable, Sendable, CustomStringConvertible {
  /// As in `2026-2`.
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
  /// 2026-1: the first. 2026-2: sessions of several days, juries annulled, tacit admissibility, changes of
  /// pathway, deaths, windows that go on under a new version, declarations owed since 2021-07-01, the
  /// rules R23 to R31; `acquis help edition` says for whom an answer may differ. A fact judged under an
  /// earlier edition keeps its name.
  public static let current = Edition(current: "2026-2")
}
