extension String {
  /// This text as a test types it: the no-break spaces of French punctuation are plain ones.
  public var withPlainSpaces: String {
    String(map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
  }
}
