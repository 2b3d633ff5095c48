internal import Events

/// A column of a list. Its raw value is its name in `--csv`.
enum ListColumn: String, CaseIterable {
  case candidacy, candidate, certification, pathway, status, held, of, window, lastDay, daysLeft
  case name, missing, declaration, toReview
  case kind, subject, field, because, recordedBy, reason, recordedAt
  case nextJury
  case position, occurredOn, type, before, after, blocks, waives, annulled, clock
  case rule, weight, waived, message
  case year, certified, certifiedByExperience
  case insertionSixMonths, insertionOccupationSixMonths, insertionOccupationTwoYears
  case answeredSixMonths, answeredTwoYears
  case lacking, birthDate, birthPlace, candidacies, ids, registeredOn, deceasedOn, erasedOn, mark
  case jury, sessionOn, sessionTo, mode, place, members, summoned, decided, absent, minutes
  case title, register, level, registration, lastDelivery, supersededBy
  case eventSubjects, occurred
  case number, certificateKind, issuedOn, replacedBy
  case publishedCertified, publishedByExperience
  case publishedSixMonths, publishedOccupationSixMonths, publishedOccupationTwoYears
  case block, modalities, competency, label, competencies, acquired
  case since, source, fromCandidacy, fromBlock, document
  case awardedOn, due, answer, late, flow
  case member, role, organisation, joined, replaces, seatedFrom, seatedUntil
  case verdict, decidedOn, fate, fatePosition, without
  case id, who, until, names, mayWaive, grantedAt, revokedAt, state, day, count

  /// Its heading on a screen, in `--csv=fr` and in `--xlsx`.
  var heading: Text {
    switch self {
    case .candidacy: Text("candidature", "candidacy")
    case .candidate: Text("personne", "person")
    case .certification: Text("certification", "certification")
    case .pathway: Text("voie", "pathway")
    case .status: Text("état", "status")
    case .held: Text("blocs acquis", "blocks held")
    case .of: Text("blocs en tout", "blocks in all")
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
    case .type: Text("entrée", "entry")
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
    case .certified: Text("certifiés", "certified")
    case .certifiedByExperience: Text("dont VAE", "of them VAE")
    case .insertionSixMonths: Text("insertion 6 mois", "employed at 6 months")
    case .insertionOccupationSixMonths: Text("métier 6 mois", "in the occupation at 6 months")
    case .insertionOccupationTwoYears: Text("métier 2 ans", "in the occupation at 2 years")
    case .answeredSixMonths: Text("réponses 6 mois", "answers at 6 months")
    case .answeredTwoYears: Text("réponses 2 ans", "answers at 2 years")
    case .lacking: Text("manque pour déclarer", "lacking to declare")
    case .birthDate: Text("naissance", "birth date")
    case .birthPlace: Text("lieu de naissance", "birthplace")
    case .candidacies: Text("candidatures", "candidacies")
    case .ids: Text("identifiants", "ids")
    case .registeredOn: Text("identité du", "registered on")
    case .deceasedOn: Text("décès", "death")
    case .erasedOn: Text("effacement", "erasure")
    case .mark: Text("à savoir", "to know")
    case .jury: Text("jury", "jury")
    case .sessionOn: Text("session", "session")
    case .sessionTo: Text("fin de session", "end of session")
    case .mode: Text("mode", "mode")
    case .place: Text("lieu", "place")
    case .members: Text("membres", "members")
    case .summoned: Text("convoqués", "summoned")
    case .decided: Text("décidés", "decided")
    case .absent: Text("absents", "absent")
    case .minutes: Text("procès-verbal", "minutes")
    case .title: Text("intitulé", "title")
    case .register: Text("répertoire", "register")
    case .level: Text("niveau", "level")
    case .registration: Text("enregistrement", "registration")
    case .lastDelivery: Text("dernière délivrance", "last delivery")
    case .supersededBy: Text("remplacée par", "superseded by")
    case .eventSubjects: Text("sujets", "subjects")
    case .occurred: Text("a eu lieu le", "occurred on")
    case .number: Text("numéro", "number")
    case .certificateKind: Text("document", "document")
    case .issuedOn: Text("délivré le", "issued on")
    case .replacedBy: Text("remplacé par", "replaced by")
    case .publishedCertified: Text("certifiés (publiés)", "certified (published)")
    case .publishedByExperience: Text("dont VAE (publiés)", "of them VAE (published)")
    case .publishedSixMonths: Text("insertion 6 mois (publiée)", "employed at 6 months (published)")
    case .publishedOccupationSixMonths:
      Text("métier 6 mois (publié)", "in the occupation at 6 months (published)")
    case .publishedOccupationTwoYears:
      Text("métier 2 ans (publié)", "in the occupation at 2 years (published)")
    case .block: Text("bloc", "block")
    case .modalities: Text("modalités", "modalities")
    case .competency: Text("compétence", "competency")
    case .label: Text("libellé", "label")
    case .competencies: Text("compétences en tout", "competencies in all")
    case .acquired: Text("compétences acquises", "competencies acquired")
    case .since: Text("depuis le", "since")
    case .source: Text("reconnu par", "recognised by")
    case .fromCandidacy: Text("candidature d’origine", "source candidacy")
    case .fromBlock: Text("bloc d’origine", "source block")
    case .document: Text("pièce", "proof")
    case .awardedOn: Text("certification délivrée le", "awarded on")
    case .due: Text("à déclarer au plus tard le", "due")
    case .answer: Text("réponse", "answer")
    case .late: Text("retard", "late")
    case .flow: Text("flux", "flow")
    case .member: Text("membre", "member")
    case .role: Text("qualité", "role")
    case .organisation: Text("organisme", "organisation")
    case .joined: Text("arrivée dans le jury", "joined")
    case .replaces: Text("remplace", "replaces")
    case .seatedFrom: Text("membre depuis l’entrée", "member since event")
    case .seatedUntil: Text("membre jusqu’à l’entrée", "member until event")
    case .verdict: Text("décision", "decision")
    case .decidedOn: Text("décidé le", "decided on")
    case .fate: Text("suite", "outcome")
    case .fatePosition: Text("entrée de la suite", "event of the outcome")
    case .without: Text("sans ces membres", "without these members")
    case .id: Text("identifiant", "id")
    case .who: Text("qui", "who")
    case .until: Text("jusqu’au", "until")
    case .names: Text("noms", "names")
    case .mayWaive: Text("dérogations", "waivers")
    case .grantedAt: Text("accordé le", "granted at")
    case .revokedAt: Text("révoqué le", "revoked at")
    case .state: Text("situation", "state")
    case .day: Text("vu le", "seen on")
    case .count: Text("réponses", "answers")
    }
  }
}
