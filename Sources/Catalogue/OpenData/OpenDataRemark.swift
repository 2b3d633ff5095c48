/// A row or a cell of the export that was not taken as it is.
public struct OpenDataRemark: Hashable, Sendable {
  /// Why.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The SIRET of a certifier is not 14 digits; the certifier is left out.
    case siret
    /// A certifier without a name.
    case nameless
    /// The row says again what another one says.
    case repeated
    /// The row contradicts an earlier one of the same fiche, block or certifier, which was taken.
    case contradictory
    /// The code of the block begins with the number of another fiche of the export.
    case foreignBlock
    /// The code is blank, or is not the fiche's number and what a code may have after it.
    case code
    /// The row has nothing but the number of the fiche.
    case empty
    /// The row has more cells than the header.
    case surplus
    /// The text is longer than an entry can hold.
    case tooLong
    /// The cell is neither `Oui` nor `Non`.
    case yesOrNo
    /// The level is not one of NIV1 to NIV8.
    case level
    /// The wording of the pathway is not one that is known.
    case pathway
    /// The cell only says that nothing is stated: `-`, `00/00/0000`.
    case placeholder
    /// The day cannot be read, and an option gives it.
    case given
    /// The fiche follows the one that follows it: neither is taken.
    case cycle
  }

  public let reason: Reason
  /// The file's name.
  public let file: String
  /// The line on which the row begins, from 1.
  public let line: Int
  /// What the cell says: a code, a wording, a SIRET; nil for a whole row or a text that is too long.
  public let value: String?
  /// The column's header, for one cell that is not what its column has; else nil.
  public let column: String?
}
