internal import AcquisLedger
internal import Events
internal import Projections
internal import Rules

/// A column of a list. Its raw value is its name in JSON and CSV, and its heading on an English screen.
enum ListColumn: String, CaseIterable {
  case candidacy, candidate, certification, pathway, status, held, of, window, lastDay, daysLeft
  case kind, subject, field, because, recordedBy, reason
  case position, occurredOn, type, before, after, blocks, waives, annulled, clock
  case rule, weight, waived, message
  case year, figures, certified, certifiedByExperience
  case insertionSixMonths, insertionOccupationSixMonths, insertionOccupationTwoYears
  case answeredSixMonths, answeredTwoYears

  /// Its heading on a screen.
  var heading: Text {
    switch self {
    case .candidacy: Text("candidature", rawValue)
    case .candidate: Text("candidat", rawValue)
    case .certification: Text("certification", rawValue)
    case .pathway: Text("voie", rawValue)
    case .status: Text("état", rawValue)
    case .held: Text("acquis", rawValue)
    case .of: Text("sur", rawValue)
    case .window: Text("délai", rawValue)
    case .lastDay: Text("dernier jour", rawValue)
    case .daysLeft: Text("jours", rawValue)
    case .kind: Text("nature", rawValue)
    case .subject: Text("sujet", rawValue)
    case .field: Text("champ", rawValue)
    case .because: Text("d’après", rawValue)
    case .recordedBy: Text("par", rawValue)
    case .reason: Text("motif", rawValue)
    case .position: Text("position", rawValue)
    case .occurredOn: Text("jour", rawValue)
    case .type: Text("événement", rawValue)
    case .before: Text("avant", rawValue)
    case .after: Text("après", rawValue)
    case .blocks: Text("blocs", rawValue)
    case .waives, .waived: Text("dérogation", rawValue)
    case .annulled: Text("annulé", rawValue)
    case .clock: Text("horloge", rawValue)
    case .rule: Text("règle", rawValue)
    case .weight: Text("gravité", rawValue)
    case .message: Text("constat", rawValue)
    case .year: Text("année", rawValue)
    case .figures: Text("chiffres", rawValue)
    case .certified: Text("certifiés", rawValue)
    case .certifiedByExperience: Text("dont VAE", rawValue)
    case .insertionSixMonths: Text("insertion 6 mois", rawValue)
    case .insertionOccupationSixMonths: Text("métier 6 mois", rawValue)
    case .insertionOccupationTwoYears: Text("métier 2 ans", rawValue)
    case .answeredSixMonths: Text("réponses 6 mois", rawValue)
    case .answeredTwoYears: Text("réponses 2 ans", rawValue)
    }
  }

  /// A cell of the column on a French screen.
  ///
  /// - Parameter text: the cell as JSON, CSV and an English screen have it.
  func frenchCell(_ text: String) -> String {
    let words: Text? =
      switch self {
      case .status, .before, .after: CandidacyStatus(rawValue: text)?.text
      case .window: CompletionWindow.Status(rawValue: text)?.text
      case .pathway: Pathway(rawValue: text)?.text
      case .kind: Deadline.Kind(rawValue: text)?.text
      case .annulled: text.isEmpty ? nil : Text("annulé", "annulled")
      case .clock: text.isEmpty ? nil : Text("en retard", "behind")
      case .weight: FindingWeight(rawValue: text)?.text
      case .waived: text.isEmpty ? nil : Text("dérogation", "waived")
      case .blocks: Self.blocks(text)
      case .figures: Figures(rawValue: text)?.text
      case .candidacy, .candidate, .certification, .held, .of, .lastDay, .daysLeft, .subject,
        .field, .because, .recordedBy, .reason, .position, .occurredOn, .type, .waives, .rule,
        .message, .year, .certified,
        .certifiedByExperience, .insertionSixMonths, .insertionOccupationSixMonths,
        .insertionOccupationTwoYears, .answeredSixMonths, .answeredTwoYears:
        nil
      }
    return words?.french ?? text
  }

  /// A text about blocks, each state in words.
  static func blocks(_ text: String) -> Text {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let comma = word.hasSuffix(",") ? "," : ""
      let state = BlockStatus(rawValue: String(word.dropLast(comma.count)))?.text
      return state.map { Text($0.french + comma, $0.english + comma) }
        ?? Text(verbatim: String(word))
    }.joined(separator: " ")
  }
}
