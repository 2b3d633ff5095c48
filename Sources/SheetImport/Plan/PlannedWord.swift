public import Events
internal import Spelling

/// What a word of a column means.
public struct PlannedWord: Hashable, Sendable {
  /// As the sheet has it; empty: a blank cell.
  public var word: String
  /// Only in rows in which a column of the same words has this one: a blank beside `X` is a refusal.
  public var beside: String?
  public var meaning: WordMeaning

  public init(_ word: String, beside: String? = nil, _ meaning: WordMeaning) {
    self.word = word
    self.beside = beside
    self.meaning = meaning
  }

  /// What spellings of one word have in common: case, accents, hyphens and blanks do not count; a text without
  /// letters counts as it is.
  public static func key(_ text: String) -> String {
    let folded = FoldedName(text).joined
    return folded.isEmpty ? text.filter { !$0.isWhitespace } : folded
  }
}

/// What a word, or a blank cell, says.
public enum WordMeaning: Hashable, Sendable {
  /// `?`: not answered yet. The cell is left out, counted aloud, and to be corrected.
  case open
  /// Nothing is recorded, and the cell is counted aloud.
  case leftOut
  /// It says nothing: a blank that is no decision, a result that is no award.
  case nothing
  case verdict(Verdict)
  /// The block is recognised by an equivalence that this authority granted.
  case equivalence(authority: String)
  /// The certification was awarded.
  case awarded
  case sex(Sex)
  case pathway(Pathway)
  case audience(Audience)
  case certification(CertificationCode)
  /// By its short code (`BC01`) or its whole one: of the row's certification.
  case block(String)
}

/// What a jury decided on a block, or noted.
public enum Verdict: Hashable, Sendable, CaseIterable {
  case validated, refused, absent, absentExcused
}
