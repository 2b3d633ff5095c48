internal import Events
internal import Spelling

/// The messages of a passage under `PassagesKO`, as one.
struct RejectionMessage {
  /// Without spaces around it, each line break within it a space; nil if there is none. A longer one is cut
  /// at the limit of a ``Events/FreeText``.
  let text: FreeText?
  /// Whether one of them says that the passage is in the base already: it was accepted before.
  let isOfAcceptance: Bool

  init(_ written: [String]) {
    let messages = written.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
    isOfAcceptance = messages.contains { message in
      message.split { ".;:!?".contains($0) }.contains { Self.isOfAcceptance($0) }
    }
    let text = messages.joined(separator: " ")
    self.text = text.isEmpty ? nil : Self.cut(text)
  }

  /// Whether a sentence says of a passage that it is there already, and nothing more: of a holder or a dossier
  /// it would be a reason to reject.
  private static func isOfAcceptance(_ sentence: Substring) -> Bool {
    let letters = FoldedName(String(sentence)).joined
    guard letters.hasSuffix(acceptance) else { return false }
    let subject = letters.dropLast(acceptance.count)
    return subject.isEmpty || subject.contains("passage")
  }

  /// What is left of *existe déjà en base* without accents and spaces.
  private static let acceptance = "existedejaenbase"

  private static func cut(_ text: String) -> FreeText? {
    if let whole = try? FreeText(text) { return whole }
    var scalars = String.UnicodeScalarView(text.unicodeScalars.prefix(FreeText.limit - 1))
    scalars.append("…")
    return try? FreeText(String(scalars))
  }
}
