internal import Events

/// What each field is, in a noun phrase of lower case.
///
/// A field is found by its path, `identity.birthName`; those within the objects of a list too,
/// `members.role`.
enum FieldMeaning {
  /// The phrase of a field of a type; nil if there is none.
  static func text(of path: String, in type: EventType) -> Text? {
    own[type]?[path] ?? common[path]
  }

  /// The paths of phrases that no type has.
  static func unused(in types: [EventType: Set<String>]) -> [String] {
    let all = types.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    let lonely = own.flatMap { type, phrases in
      phrases.keys.filter { types[type]?.contains($0) != true }.map { "\(type.rawValue) \($0)" }
    }
    return (common.keys.filter { !all.contains($0) } + lonely).sorted()
  }

  /// The phrases of fields that mean the same in every type.
  private static let common: [String: Text] = [
    "assessor": Text("qui a évalué : un identifiant, pas un nom", "who assessed: an id, no name"),
    "block": Text("le bloc, ou la composante", "the block, or composante"),
    "by": Text("le nouveau membre", "the new member"),
    "by.member": Text("son identifiant, pas son nom", "their id, not their name"),
    "by.name": Text("son nom", "their name"),
    "by.organisation": Text("l’organisme qu’il représente", "the body they represent"),
    "by.role": Text("son rôle", "their role"),
    "candidacy": Text("la candidature", "the candidacy"),
    "candidate": Text("la personne", "the person"),
    "certification": Text("la certification", "the certification"),
    "effectiveOn": Text(
      "le jour à partir duquel elle s’applique", "the day from which it applies"),
    "expiresOn": Text("l’échéance de l’enregistrement", "the last day of the registration"),
    "grounds": Text("le motif", "why"),
    "identity": Text("l’identité, par les champs qui suivent", "the identity, by the fields below"),
    "identity.birthDate": Text("la date de naissance", "the birth date"),
    "identity.birthName": Text("le nom de naissance", "the birth name"),
    "identity.birthPlace": Text(
      "le lieu de naissance, par les champs qui suivent", "the birth place, by the fields below"),
    "identity.birthPlace.countryCode": Text(
      "le code du pays, trois chiffres ; sans lui, la France",
      "the country’s code, three digits; without it, France"),
    "identity.birthPlace.inseeCode": Text(
      "le code Insee de la commune ; né à l’étranger : 99 et le pays, 99352 pour l’Algérie",
      "the commune’s Insee code; born abroad: 99 and the country, 99352 for Algeria"),
    "identity.birthPlace.label": Text("le nom de la commune", "the commune’s name"),
    "identity.birthPlace.postalCode": Text(
      "le code postal de la commune", "the commune’s postal code"),
    "identity.email": Text("l’adresse électronique", "the e-mail address"),
    "identity.firstNames": Text(
      "les prénoms, dans l’ordre de l’état civil", "the first names, in their official order"),
    "identity.sex": Text("le sexe", "the sex"),
    "identity.usageName": Text(
      "le nom d’usage, s’il diffère", "the name used, where it differs"),
    "jury": Text("le jury", "the jury"),
    "lastDeliveryOn": Text(
      "le dernier jour où elle peut être délivrée", "the last day it can be awarded"),
    "member": Text("le membre du jury", "the member of the jury"),
    "number": Text("le numéro imprimé sur le document", "the number printed on the document"),
    "pathway": Text("la voie d’accès", "the pathway"),
    "public": Text("le public dont la personne relève", "the public that the person belongs to"),
    "sessionOn": Text("le jour de la session", "the day of the session"),
    "sessionTo": Text(
      "son dernier jour, si elle en dure plusieurs", "its last day, where it takes several"),
    "without": Text(
      "les membres qui n’ont pas pris part à cette décision",
      "the members who took no part in this decision"),
  ]

  /// The phrases of one type, before those of every type.
  private static let own: [EventType: [String: Text]] = [
    .certificationRegistered: framework,
    .certifierDescribed: certifier,
    .completionWindowPolicyChanged: [
      "basis": Text("ce qui la fonde", "what it rests on"),
      "years": Text(
        "le délai, en années ; null : sans limite", "the window, in years; null: unlimited"),
    ],
    .blockValidityPolicyChanged: [
      "basis": Text("ce qui la fonde", "what it rests on"),
      "years": Text(
        "la durée, en années ; null : sans limite", "how long, in years; null: unlimited"),
    ],
    .juryPolicyChanged: [
      "basis": Text("ce qui la fonde", "what it rests on"),
      "pathway": Text(
        "la voie d’accès concernée ; sans elle, toutes", "the pathway; without it, all of them"),
      "roles": Text("les rôles qu’il faut réunir", "the roles that are needed"),
    ],
    .certificationSuperseded: [
      "by": Text("celle qui la remplace", "the one that replaces it"),
      "certification": Text("celle qui est remplacée", "the one that is replaced"),
      "correspondences": Text(
        "les blocs de l’ancienne qui valent des blocs de la nouvelle",
        "the blocks of the old one that count as blocks of the new one"),
      "correspondences.from": Text("le bloc de l’ancienne", "the block of the old one"),
      "correspondences.to": Text("le bloc de la nouvelle", "the block of the new one"),
    ],
    .candidateMerged: [
      "candidate": Text("l’identifiant en trop", "the superfluous id"),
      "into": Text("l’identifiant gardé", "the id that is kept"),
    ],
    .candidateEnrolled: [
      "claims": Text(
        "les blocs acquis avant le registre, à reconnaître",
        "the blocks held from before the ledger, to be recognised"),
      "claims.block": Text("le bloc", "the block"),
      "claims.document": Text("la pièce qui le prouve", "the document that proves it"),
      "claims.validatedOn": Text("le jour de sa validation", "the day it was validated"),
      "completes": Text(
        "la candidature antérieure que celle-ci complète",
        "the earlier candidacy that this one completes"),
      "employer": Text("l’employeur", "the employer"),
      "targets": Text(
        "les blocs visés, si ce n’est pas toute la certification",
        "the blocks aimed at, if not the whole certification"),
    ],
    .prerequisiteVerified: [
      "evidence": Text("la pièce présentée", "the evidence shown"),
      "prerequisite": Text(
        "la condition, par son code dans le référentiel",
        "the condition, by its code in the framework"),
      "satisfied": Text("si elle est remplie", "whether it is met"),
    ],
    .selectionTestTaken: ["passed": Text("si le test est réussi", "whether it was passed")],
    .selectionInterviewHeld: [
      "favourable": Text("si l’avis est favorable", "whether the opinion is favourable"),
      "interviewers": Text("qui menait l’entretien", "who held the interview"),
    ],
    .positioningTestTaken: [
      "adjusted": Text("si le parcours a été adapté", "whether the path was adapted"),
      "note": Text("une remarque", "a remark"),
    ],
    .admissibilityDecided: [
      "admissible": Text("si la personne est recevable", "whether the person is admitted"),
      "validUntil": Text("le dernier jour où cela vaut", "the last day it holds"),
    ],
    .dossierSubmitted: ["kind": Text("de quel dossier il s’agit", "which dossier it is")],
    .trainingStarted: ["site": Text("où elle a lieu", "where it takes place")],
    .trainingCompleted: [
      "centreHours": Text(
        "les heures suivies en centre ; 154,5 s’écrit aussi",
        "the hours followed at the centre; 154.5 is read too"),
      "centreMinutes": Text(
        "les minutes en plus de ces heures, de 1 à 59", "the minutes beside them, 1 to 59"),
      "companyHours": Text("les heures en entreprise", "the hours in company"),
      "companyMinutes": Text(
        "les minutes en plus de ces heures, de 1 à 59", "the minutes beside them, 1 to 59"),
    ],
    .competencyAssessed: [
      "modality": Text("la modalité d’évaluation", "the modality of the assessment"),
      "results": Text(
        "le résultat de chaque compétence ; ou la grille d’un bloc, block=BC01 except=C13",
        "the outcome of each competency; or the grid of a block, block=BC01 except=C13"
      ),
      "results.competency": Text("la compétence", "the competency"),
      "results.outcome": Text("si elle est acquise", "whether it is acquired"),
    ],
    .candidacyTransferred: ["to": Text("l’organisme d’accueil", "the receiving body")],
    .pathwayChanged: ["pathway": Text("la nouvelle voie d’accès", "the new pathway")],
    .completionWindowExtended: [
      "until": Text("le nouveau dernier jour, compris", "the new last day, included")
    ],
    .priorValidationRecognised: [
      "basis": Text("pourquoi ce bloc compte", "why this block counts"),
      "block": Text("le bloc reconnu", "the block recognised"),
      "source": Text(
        "d’où il vient, par un au moins des champs qui suivent",
        "where it comes from, by one of the fields below at least"),
      "source.authority": Text(
        "qui l’accorde : un autre certificateur, un texte",
        "who grants it: another certifier, a rule"),
      "source.block": Text("le bloc validé alors", "the block validated then"),
      "source.candidacy": Text(
        "la candidature où il a été validé", "the candidacy in which it was validated"),
      "source.document": Text("la pièce qui le prouve", "the document that proves it"),
      "source.validatedOn": Text("le jour de sa validation", "the day it was validated"),
    ],
    .certificationAwarded: [
      "jury": Text("le jury qui a décidé en dernier", "the jury that decided last")
    ],
    .certificateReissued: [
      "number": Text("le nouveau numéro", "the new number"),
      "replaces": Text("le numéro du certificat remplacé", "the number that it replaces"),
    ],
    .partialCertificateIssued: [
      "blocks": Text("les blocs attestés", "the blocks that it states")
    ],
    .certificateDuplicated: [
      "number": Text("le numéro du certificat, qui reste", "the number, which stays")
    ],
    .certificationRevoked: [
      "blocks": Text("les blocs qui tombent avec elle", "the blocks that fall with it")
    ],
    .awardDeclared: [
      "flow": Text("le flux déposé, par son identifiant", "the flow deposited, by its id")
    ],
    .declarationAnswered: [
      "flow": Text("le flux auquel il est répondu", "the flow that is answered"),
      "grounds": Text("le motif du rejet", "why it was rejected"),
      "outcome": Text("la réponse", "the answer"),
    ],
    .insertionSurveyAnswered: [
      "after": Text("de quelle enquête il s’agit", "which survey it is"),
      "employed": Text("si la personne a un emploi", "whether the person is employed"),
      "inTargetOccupation": Text(
        "si c’est dans le métier visé", "whether it is in the occupation aimed at"),
    ],
    .juryConvened: [
      "members": Text(
        "les membres, chacun M1:président, ou M1:président:\"Nom Prénom\"",
        "the members, each M1:president, or M1:president:\"First Last\""),
      "members.member": Text("l’identifiant du membre, pas son nom", "the member’s id, no name"),
      "members.name": Text("son nom", "their name"),
      "members.organisation": Text("l’organisme qu’il représente", "the body they represent"),
      "members.role": Text("son rôle", "their role"),
      "mode": Text("comment il siège", "how it sits"),
      "place": Text("le lieu de la session", "where the session is held"),
    ],
    .juryMemberReplaced: [
      "by": Text("le membre qui le remplace", "the member who replaces them"),
      "member": Text("le membre remplacé", "the member replaced"),
    ],
    .juryMemberRecused: [
      "candidacy": Text(
        "la candidature pour laquelle il ne siège pas",
        "the candidacy for which they do not sit")
    ],
    .candidateAbsent: ["excused": Text("si l’absence est excusée", "whether it is excused")],
    .juryHeld: [
      "present": Text(
        "les membres présents ; rien seulement si la composition est inconnue",
        "the members present; left out only where the composition is unknown")
    ],
    .juryRecommended: [
      "recommendation": Text(
        "ce que le candidat devrait faire ensuite", "what the candidate should do next")
    ],
    .juryDeliberated: [
      "minutes": Text("la référence du procès-verbal", "the reference of the minutes")
    ],
    .appealDecided: ["outcome": Text("l’issue du recours", "the outcome of the appeal")],
    .eventAnnulled: [
      "event": Text("l’entrée faite par erreur", "the entry made by mistake"),
      "replacedBy": Text("la bonne entrée", "the right entry"),
      "subjects": Text(
        "ses sujets ; le registre les remplit", "its subjects; the ledger fills them in"),
    ],
  ]
}
