internal import Events

/// A column of a list. Its raw value is its name in `--csv`.
enum ListColumn: String, CaseIterable {
  case candidacy, candidate, certification, pathway, status, held, of, window, lastDay, daysLeft
  case name, missing, declaration, toReview
  case kind, subject, field, because, recordedBy, reason, recordedAt
  case nextJury
  case position, occurredOn, type, before, after, blocks, waives, annulled, clock
  case rule, weight, waived, message
  case year, figures, certified, certifiedByExperience
  case insertionSixMonths, insertionOccupationSixMonths, insertionOccupationTwoYears
  case answeredSixMonths, answeredTwoYears

  /// Its heading on a screen, in `--csv=fr` and in `--xlsx`.
  var heading: Text {
    switch self {
    case .candidacy: Text("candidature", "candidacy")
    case .candidate: Text("personne", "person")
    case .certification: Text("certification", "certification")
    case .pathway: Text("voie", "pathway")
    case .status: Text("état", "status")
    case .held: Text("blocs acquis", "blocks held")
    case .of: Text("sur", "of")
    case .window: Text("délai", "window")
    case .lastDay: Text("dernier jour", "last day")
    case .daysLeft: Text("jours restants", "days left")
    case .name: Text("nom", "name")
    case .missing: Text("blocs manquants", "blocks missing")
    case .declaration: Text("déclaration", "declaration")
    case .toReview: Text("à revoir", "to review")
    case .kind: Text("échéance", "deadline")
    case .subject: Text("pour", "for")
    case .field: Text("champ", "field")
    case .because: Text("d’après", "from")
    case .recordedBy: Text("par", "by")
    case .reason: Text("motif", "reason")
    case .recordedAt: Text("enregistré le", "recorded at")
    case .nextJury: Text("prochain jury", "next jury")
    case .position: Text("position", "position")
    case .occurredOn: Text("jour", "day")
    case .type: Text("événement", "event")
    case .before: Text("avant", "before")
    case .after: Text("après", "after")
    case .blocks: Text("blocs", "blocks")
    case .waives, .waived: Text("dérogation", "waived")
    case .annulled: Text("annulé", "annulled")
    case .clock: Text("horloge", "clock")
    case .rule: Text("règle", "rule")
    case .weight: Text("gravité", "weight")
    case .message: Text("constat", "finding")
    case .year: Text("année", "year")
    case .figures: Text("chiffres", "figures")
    case .certified: Text("certifiés", "certified")
    case .certifiedByExperience: Text("dont VAE", "of them VAE")
    case .insertionSixMonths: Text("insertion 6 mois", "employed at 6 months")
    case .insertionOccupationSixMonths: Text("métier 6 mois", "in the occupation at 6 months")
    case .insertionOccupationTwoYears: Text("métier 2 ans", "in the occupation at 2 years")
    case .answeredSixMonths: Text("réponses 6 mois", "answers at 6 months")
    case .answeredTwoYears: Text("réponses 2 ans", "answers at 2 years")
    }
  }
}
