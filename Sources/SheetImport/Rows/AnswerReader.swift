internal import AcquisLedger
internal import Events
internal import Spelling

/// Reads the two columns that the program wrote beside the sheet.
enum AnswerReader {
  /// The headings of the two columns, folded, in each language.
  static let stateHeadings: Set<String> = ["acquisetat", "acquisstate"]
  static let correctHeadings: Set<String> = ["acquisacorriger", "acquistocorrect"]

  /// The ids at the end of a cell *état*: `enregistré [P-2024-0001 D-2024-0007]`.
  static func ids(_ text: String) -> (CandidateID, CandidacyID?)? {
    guard text.hasSuffix("]"), let start = text.lastIndex(of: "[") else { return nil }
    let words = text[text.index(after: start)...].dropLast().split(separator: " ")
    guard 1...2 ~= words.count, let person = try? CandidateID(String(words[0])) else { return nil }
    return (person, words.count == 2 ? try? CandidacyID(String(words[1])) : nil)
  }

  /// A person's answer in the column *à corriger*: `même`, `même P-0007`, `autre`, or in English `same`, `another`,
  /// `other`; nil for any other text.
  static func answer(_ text: String) -> RowAnswer? {
    let words = text.split { $0.isWhitespace }
    guard let first = words.first, first.utf8.count <= 10, words.count <= 2 else { return nil }
    switch FoldedName(String(first)).joined {
    case "meme", "same":
      guard words.count == 2 else { return .same(nil) }
      guard words[1].utf8.contains(where: { 48...57 ~= $0 }) else { return nil }
      return (try? CandidateID(String(words[1]))).map { .same($0) }
    case "autre", "another", "other": return words.count == 1 ? .another : nil
    default: return nil
    }
  }
}
