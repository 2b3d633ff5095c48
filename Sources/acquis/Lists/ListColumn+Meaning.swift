internal import Events

extension ListColumn {
  /// What its cells mean, in one line. A list in which a column means more than that gives its own.
  var meaning: Text {
    switch self {
    case .candidacy: Text("la candidature", "the candidacy")
    case .candidate:
      Text(
        "la personne, sous l’identifiant qui réunit tous les siens",
        "the person, by the id that all the person's ids are merged into")
    case .certification: Text("la certification visée", "the certification aimed at")
    case .pathway:
      Text(
        "la voie par laquelle la personne y accède", "the pathway by which the person gets there")
    case .status: Text("l’état, le jour demandé", "the status on the day asked")
    case .held: Text("le nombre de blocs acquis", "the number of blocks held")
    case .of:
      Text("le nombre de blocs de la certification", "the number of blocks of the certification")
    case .window: Text("l’état du délai pour compléter", "the state of the completion window")
    case .lastDay: Text("le dernier jour, compris", "the last day, included")
    case .daysLeft:
      Text(
        "les jours jusqu’au dernier jour ; négatif : passé",
        "the days until the last day; negative: past")
    case .name:
      Text(
        "le premier prénom, et le nom d’usage ou de naissance",
        "the first first name, and the usage or birth name")
    case .missing: Text("les blocs qui ne sont pas acquis", "the blocks that are not held")
    case .declaration:
      Text(
        "où en est la déclaration à la Caisse des Dépôts",
        "where the declaration to the Caisse des Dépôts is")
    case .toReview:
      Text(
        "les règles et les entrées à examiner de nouveau",
        "the rules and the events that someone is to look into")
    case .kind: Text("ce qui se termine ou reste à faire", "what ends or is still to be done")
    case .subject: Text("pour qui ou pour quoi", "for whom or what")
    case .field: Text("ce qui a changé", "what has changed")
    case .because: Text("les entrées qui l’ont changé", "the events that changed it")
    case .recordedBy: Text("qui en répond", "who is responsible for it")
    case .reason: Text("le motif donné", "the reason given")
    case .recordedAt: Text("l’instant de l’enregistrement", "the instant it was recorded")
    case .nextJury: Text("le prochain jury avant la fin du délai", "the next jury in the window")
    case .position: Text("le numéro de l’entrée dans le registre", "the event's number in the log")
    case .occurredOn:
      Text("le jour où cela a eu lieu, dans un historique", "the day it occurred, in a timeline")
    case .type: Text("ce qui est enregistré", "what is recorded")
    case .before: Text("ce qu’il en était avant", "what was so before")
    case .after: Text("ce qu’il en est après", "what is so afterwards")
    case .blocks: Text("les blocs concernés", "the blocks concerned")
    case .waives:
      Text("les règles auxquelles il est dérogé", "the rules waived for this event")
    case .annulled: Text("si l’entrée est annulée", "whether the event is annulled")
    case .clock:
      Text("si l’horloge semblait en retard", "whether the clock seemed to be behind")
    case .rule: Text("la règle (`acquis help rules`)", "the rule (`acquis help rules`)")
    case .weight:
      Text(
        "manquement à la règle, ou simple signalement",
        "a breach of the rule, or merely a notice")
    case .waived: Text("si une dérogation le couvre", "whether it was waived")
    case .message: Text("le constat en une phrase", "the finding in a sentence")
    case .year: Text("l’année civile", "the calendar year")
    case .certified: Text("les certifications délivrées", "the certifications awarded")
    case .certifiedByExperience:
      Text("celles qui l’ont été par la VAE", "those of them awarded by VAE")
    case .insertionSixMonths:
      Text("la part en emploi à 6 mois", "the share in employment at 6 months")
    case .insertionOccupationSixMonths:
      Text("la part dans le métier visé à 6 mois", "the share in the occupation at 6 months")
    case .insertionOccupationTwoYears:
      Text("la part dans le métier visé à 2 ans", "the share in the occupation at 2 years")
    case .answeredSixMonths:
      Text("les réponses à l’enquête à 6 mois", "the answers to the survey at 6 months")
    case .answeredTwoYears:
      Text("les réponses à l’enquête à 2 ans", "the answers to the survey at 2 years")
    case .lacking:
      Text("ce que l’identité ne dit pas", "what the identity lacks for the declaration")
    case .birthDate: Text("la date de naissance", "the date of birth")
    case .birthPlace:
      Text("le lieu de naissance et son code", "the place of birth with its code")
    case .candidacies: Text("le nombre de candidatures", "the number of candidacies")
    case .ids:
      Text("tous les identifiants de la personne", "every id of the person")
    case .registeredOn:
      Text("le jour où l’identité a été enregistrée", "the day the identity was registered")
    case .deceasedOn: Text("le jour du décès", "the day of death")
    case .erasedOn:
      Text("le jour où l’identité a été effacée", "the day the identity was erased")
    case .mark: Text("ce qu’il faut savoir d’elle", "what is to be known of the person")
    case .jury: Text("le jury", "the jury")
    case .sessionOn: Text("le premier jour de la session", "the first day of the session")
    case .sessionTo:
      Text("le dernier jour d’une session de plusieurs", "the last day of a session of several")
    case .mode: Text("sur place ou à distance", "on site or remote")
    case .place: Text("le lieu de la session", "the place of the session")
    case .members:
      Text("le nombre de membres ; vide : inconnu", "the number of members; empty: not known")
    case .summoned: Text("les candidatures convoquées", "the candidacies summoned")
    case .decided: Text("celles sur lesquelles il a décidé", "those it decided on")
    case .absent: Text("celles dont il a noté l’absence", "those it noted the absence of")
    case .minutes: Text("la référence du procès-verbal", "the reference of the minutes")
    case .title: Text("l’intitulé officiel", "the official title")
    case .register: Text("le répertoire où elle est enregistrée", "the register that it is in")
    case .level: Text("le niveau de qualification", "the level of qualification")
    case .registration:
      Text("l’état de l’enregistrement, le jour demandé", "the registration on the day asked")
    case .lastDelivery:
      Text("le dernier jour pour la délivrer", "the last day on which it may be awarded")
    case .supersededBy: Text("les versions suivantes", "the newer versions")
    case .eventSubjects:
      Text("ce que l’entrée concerne, `sorte:identifiant`", "what the event is about, kind:id")
    case .occurred: Text("le jour où cela a eu lieu", "the day it occurred")
    case .number: Text("le numéro du certificat", "the certificate's number")
    case .certificateKind:
      Text("de la certification entière ou de blocs", "of the whole certification or of blocks")
    case .issuedOn: Text("le jour de la délivrance", "the day it was issued")
    case .replacedBy:
      Text("le numéro qui l’a remplacé", "the number that replaced it")
    case .publishedCertified:
      Text("les certifiés, selon la fiche", "the certified, as published in the fiche")
    case .publishedByExperience:
      Text("dont par la VAE, selon la fiche", "of them by VAE, as published in the fiche")
    case .publishedSixMonths:
      Text("l’emploi à 6 mois, selon la fiche", "employment at 6 months, as published")
    case .publishedOccupationSixMonths:
      Text("le métier visé à 6 mois, selon la fiche", "the occupation at 6 months, as published")
    case .publishedOccupationTwoYears:
      Text("le métier visé à 2 ans, selon la fiche", "the occupation at 2 years, as published")
    case .block: Text("le bloc de compétences", "the block of competencies")
    case .modalities:
      Text(
        "les modalités d’évaluation admises ; vide : toutes",
        "the modalities accepted to assess it; empty: all")
    case .competency: Text("la compétence du référentiel", "the competency of the framework")
    case .label: Text("un libellé court de la compétence", "a short label of the competency")
    case .competencies:
      Text("le nombre de compétences du bloc", "the number of competencies of the block")
    case .acquired:
      Text("le nombre de ses compétences acquises", "the number of its competencies acquired")
    case .since: Text("le premier jour de cet état", "the first day of this state")
    case .source:
      Text(
        "le fondement de la reconnaissance du bloc",
        "the ground on which the block is recognised")
    case .fromCandidacy:
      Text("la candidature d’où vient le bloc", "the candidacy that the block comes from")
    case .fromBlock: Text("le bloc dans cette candidature", "the block in that candidacy")
    case .document:
      Text("la pièce qui prouve une validation", "the document that proves a validation")
    case .awardedOn:
      Text("le jour où la certification a été délivrée", "the day the certification was awarded")
    case .due:
      Text(
        "le dernier jour pour la déclarer ; vide : rien n’est dû",
        "the last day to declare it; empty: nothing is owed")
    case .answer:
      Text("la réponse de la Caisse des Dépôts", "the answer of the Caisse des Dépôts")
    case .late:
      Text(
        "si aucune acceptation n’était en vigueur le dernier jour",
        "whether no acceptance was in force on the last day")
    case .flow: Text("le flux déposé", "the flow deposited")
    case .member: Text("le membre du jury", "the member of the jury")
    case .role: Text("sa qualité dans le jury", "the member's role in the jury")
    case .organisation: Text("l’organisme qui l’envoie", "the organisation that the member is of")
    case .joined:
      Text("comment il est devenu membre", "how the member joined the jury")
    case .replaces: Text("le membre remplacé", "the member replaced")
    case .seatedFrom:
      Text("l’entrée qui l’a fait membre", "the event that made them a member")
    case .seatedUntil:
      Text(
        "l’entrée qui l’a remplacé ; vide : toujours membre",
        "the event that replaced them; empty: still a member")
    case .verdict: Text("ce que le jury a décidé du bloc", "what the jury decided about the block")
    case .decidedOn: Text("le jour de la décision", "the day of the decision")
    case .fate: Text("ce qu’est devenue la décision", "what became of the decision")
    case .fatePosition:
      Text("l’entrée qui en a décidé ainsi", "the event that made it so")
    case .without:
      Text("les membres présents qui n’y ont pas pris part", "those present who took no part in it")
    case .id: Text("l’identifiant du droit d’accès", "the id of the access grant")
    case .who: Text("à qui", "to whom")
    case .until:
      Text("le dernier jour, compris ; vide : sans terme", "the last day, included; empty: no end")
    case .names:
      Text(
        "si les réponses nomment les personnes sans qu’on le demande",
        "whether answers name persons without being asked to")
    case .mayWaive: Text("si une dérogation lui est permise", "whether it allows waivers")
    case .grantedAt:
      Text("l’instant où il a été accordé", "the instant it was granted")
    case .revokedAt:
      Text(
        "l’instant où il a été révoqué ; vide : il ne l’est pas",
        "the instant it was revoked; empty: it was not")
    case .state: Text("s’il est en vigueur", "whether it is active")
    case .day: Text("le jour, à Paris", "the day, in Paris")
    case .count:
      Text("le nombre de réponses ce jour-là", "the number of answers on that day")
    }
  }
}
