internal import AcquisLedger
internal import Events
internal import Projections

/// The headings and words of a table as they stand on a French screen. In English, in JSON and in CSV they
/// are the vocabulary's own, those that filters take; `help vocabulary` sets them side by side.
enum ScreenWords {
  /// A column's heading.
  static func heading(_ name: String, in language: Language) -> String {
    guard language == .french else { return name }
    return headings[name] ?? name
  }

  /// A cell of a column.
  static func cell(_ text: String, in column: String, _ language: Language) -> String {
    guard language == .french else { return text }
    switch column {
    case "status", "before", "after":
      return CandidacyStatus(rawValue: text)?.text.french ?? text
    case "window": return CompletionWindow.Status(rawValue: text)?.text.french ?? text
    case "pathway": return Pathway(rawValue: text)?.text.french ?? text
    case "kind": return Deadline.Kind(rawValue: text)?.text.french ?? text
    case "annulled": return text.isEmpty ? "" : "annulé"
    case "clock": return text.isEmpty ? "" : "en retard"
    case "waived": return text.isEmpty ? "" : "dérogation"
    case "message": return text
    default: return blocks(text)
    }
  }

  /// A text about blocks, each state in French.
  private static func blocks(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let comma = word.hasSuffix(",") ? "," : ""
      let state = BlockStatus(rawValue: String(word.dropLast(comma.count)))
      return state.map { $0.text.french + comma } ?? String(word)
    }
    return words.joined(separator: " ")
  }

  /// The headings in French.
  static let headings = [
    "candidacy": "candidature", "candidate": "candidat", "pathway": "voie", "status": "état",
    "held": "acquis", "of": "sur", "window": "délai", "lastDay": "dernier jour",
    "daysLeft": "jours", "kind": "nature", "subject": "sujet", "position": "position",
    "occurredOn": "jour", "type": "événement", "before": "avant", "after": "après",
    "blocks": "blocs", "annulled": "annulé", "clock": "horloge", "year": "année",
    "certified": "certifiés",
    "certifiedByExperience": "dont VAE", "insertionSixMonths": "insertion 6 mois",
    "insertionOccupationSixMonths": "métier 6 mois",
    "insertionOccupationTwoYears": "métier 2 ans", "certification": "certification",
    "rule": "règle", "waived": "dérogation", "waives": "dérogation", "message": "constat",
  ]
}
