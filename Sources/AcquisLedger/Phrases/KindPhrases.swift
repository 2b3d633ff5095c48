internal import Events

/// The French words for the kinds of ids, codes and closed words that the vocabulary names in English.
///
/// A kind is named by `IdentifierKind.name` and by `ClosedWord.kind`; one that is not in a table is
/// shown as it is.
enum KindPhrases {
  /// `identifiant de candidature`, `candidacy id`.
  static func id(_ kind: String) -> Text {
    ids[kind] ?? Text("identifiant (\(kind))", "\(kind) id")
  }

  /// `voie d’accès`, `pathway`.
  static func word(_ kind: String) -> Text {
    words[kind] ?? Text(verbatim: kind)
  }

  static let ids = [
    "candidate": Text("identifiant de personne", "candidate id"),
    "candidacy": Text("identifiant de candidature", "candidacy id"),
    "certification": Text("code de certification", "certification id"),
    "jury": Text("identifiant de jury", "jury id"),
    "member": Text("identifiant de membre du jury", "member id"),
    "assessor": Text("identifiant d’évaluateur", "assessor id"),
    "block": Text("code de bloc", "block id"),
    "activity": Text("code d’activité", "activity id"),
    "competency": Text("code de compétence", "competency id"),
    "prerequisite": Text("code de prérequis", "prerequisite id"),
    "flow": Text("identifiant de flux", "flow id"),
    "key": Text("identifiant de clé", "key id"),
    "recorder": Text("identifiant de la personne qui enregistre", "recorder id"),
  ]

  static let words = [
    "register": Text("répertoire", "register"),
    "recognition basis": Text("fondement de la reconnaissance", "recognition basis"),
    "completion route": Text("moyen de compléter", "completion route"),
    "interviewing body": Text("organisme de l’entretien", "interviewing body"),
    "basis": Text("fondement", "basis"),
    "appeal outcome": Text("issue du recours", "appeal outcome"),
    "modality": Text("modalité", "modality"),
    "training site": Text("lieu de formation", "training site"),
    "session mode": Text("forme de la session", "session mode"),
    "clock": Text("horloge", "clock"),
    "dossier kind": Text("sorte de dossier", "dossier kind"),
    "assessment outcome": Text("résultat de l’évaluation", "assessment outcome"),
    "survey moment": Text("moment de l’enquête", "survey moment"),
    "declaration outcome": Text("réponse de la Caisse des Dépôts", "declaration outcome"),
    "sex": Text("sexe", "sex"),
    "jury role": Text("rôle au jury", "jury role"),
    "pathway": Text("voie d’accès", "pathway"),
    "public": Text("public", "public"),
    "event type": Text("type d’entrée", "event type"),
  ]
}
