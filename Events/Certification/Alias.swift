/// Another title that the document gives one of its blocks.
public struct Alias: Hashable, Sendable {
  /// The block.
  public let code: BlockCode
  /// Its other title.
  public let title: FreeText

  public init(code: BlockCode, title: FreeText) {
    self.code = code
    self.title = title
  }
}
