internal import Events

/// What is not French in a French sentence: an English word, a word of the vocabulary as it is encoded,
/// the name of a field, a day as it is encoded.
///
/// Between backticks, and in `field=value`, a sentence quotes what is typed, and nothing is looked at. The
/// name of a type may stand in it: a remedy names what to record.
public enum FrenchFaults {
  /// The faults of a sentence; empty for a French one.
  public static func of(_ sentence: String) -> [String] {
    let spoken = spoken(sentence)
    let words = spoken.split { !$0.isLetter && !$0.isNumber && $0 != "’" }.flatMap {
      $0.split(separator: "’").map(String.init)
    }
    let english = words.filter { Self.english.contains($0.lowercased()) }
    let raw = words.filter { encoded.contains($0) }
    return (english + raw + days(in: spoken)).map { "\($0): \(sentence)" }
  }

  /// The sentence without what it quotes of the command line.
  private static func spoken(_ sentence: String) -> String {
    sentence.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }
      .flatMap { part in
        part.element.split { $0 == " " || $0 == "\n" || $0 == "\u{A0}" || $0 == "\u{202F}" }
          .filter { word in
            !word.contains("=") && !word.contains("/")
              && !["--", "$", "."].contains { word.hasPrefix($0) }
          }
      }.joined(separator: " ")
  }

  /// The days written `2021-06-17`.
  private static func days(in text: String) -> [String] {
    text.split { !$0.isNumber && $0 != "-" }.map(String.init).filter { word in
      let parts = word.split(separator: "-", omittingEmptySubsequences: false)
      return parts.map(\.count) == [4, 2, 2]
    }
  }

  /// Words of English that are none of French.
  private static let english: Set<String> = [
    "about", "after", "all", "and", "any", "are", "at", "award", "awarded", "backup",
    "be", "been", "before", "beside", "block", "blocks", "by", "cannot", "certificate",
    "check", "count", "day", "days", "each", "entry", "event", "events", "every", "expected",
    "field", "for", "from", "has", "have", "held", "holds", "id", "ids", "if", "in", "is", "it",
    "its",
    "key", "ledger", "list", "log", "many", "match", "missing", "more", "must", "needed", "needs",
    "none", "not", "nothing", "number", "object", "of", "only", "other", "person", "pathway",
    "record", "recorded", "required", "shown", "since", "some", "state", "status", "still", "than",
    "that", "the", "their", "them", "then", "there", "these", "this", "those", "to", "too", "under",
    "unknown", "until", "use", "value", "waived", "was", "were", "when", "where", "which", "whole",
    "window", "with", "within", "without", "word", "year", "years", "yes", "yet",
  ]

  /// Encoded words and names that are French words too.
  private static let frenchToo: Set<String> = [
    "F", "M", "admissible", "candidate", "certification", "code", "codes", "correspondence",
    "document",
    "employer", "favourable", "fiche", "grounds", "jury", "kind", "label", "level", "male",
    "minutes", "mode", "nonce", "note",
    "on", "origin", "permanent", "place", "present", "public", "publics", "reference", "replaces",
    "satisfied", "sector", "simulation", "site", "source", "target", "test", "text", "title", "to",
    "total", "tutor", "type", "validation", "version",
  ]

  private static let encoded = closedWords.union(fieldNames).subtracting(frenchToo)

  private static let closedWords: Set<String> = {
    func words<Word: ClosedWord>(_ type: Word.Type) -> [String] { type.allCases.map(\.rawValue) }
    return Set(
      words(AppealOutcome.self) + words(AssessmentOutcome.self) + words(Audience.self)
        + words(Basis.self) + words(ClockMark.self) + words(CompletionRoute.self)
        + words(DeclarationOutcome.self) + words(DossierKind.self) + words(InterviewingBody.self)
        + words(JuryRole.self) + words(Modality.self) + words(Pathway.self)
        + words(RecognitionBasis.self) + words(SessionMode.self) + words(SurveyMoment.self)
        + words(TrainingSite.self))
  }()

  /// The names of the fields of every type, those of the fields within them too.
  private static let fieldNames: Set<String> = {
    Set(
      EventType.allCases.flatMap { type in
        type.columns.flatMap(\.path)
      })
  }()
}
