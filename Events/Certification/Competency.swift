/// One competency of the *référentiel*.
public struct Competency: Hashable, Sendable {
  /// Its code: block or activity, then its order.
  public let code: CompetencyCode
  /// What it is, in a few words.
  public let label: FreeText

  public init(code: CompetencyCode, label: FreeText) {
    self.code = code
    self.label = label
  }
}
