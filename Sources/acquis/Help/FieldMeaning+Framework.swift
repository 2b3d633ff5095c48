internal import Events

// The fields of a framework, and of the body that certifies.

extension FieldMeaning {
  static let framework: [String: Text] = [
    "aliases": Text("les seconds intitulés d’un bloc", "second titles of blocks"),
    "aliases.code": Text("le bloc", "the block"),
    "aliases.title": Text("son second intitulé", "its second title"),
    "authorisesTraining": Text(
      "si le certificateur habilite d’autres organismes",
      "whether the certifier authorises other bodies"),
    "blockValidity": Text("combien de temps un bloc compte", "how long a block counts"),
    "blockValidity.basis": basis, "blockValidity.years": years,
    "blocks": Text("les blocs, ou les composantes", "the blocks, or composantes"),
    "blocks.activities": Text(
      "ses activités, avec leurs compétences", "its activities, with their competencies"),
    "blocks.activities.code": Text("le code de l’activité", "the activity’s code"),
    "blocks.activities.competencies": Text("ses compétences", "its competencies"),
    "blocks.activities.competencies.code": competencyCode,
    "blocks.activities.competencies.label": competencyLabel,
    "blocks.activities.title": Text("l’intitulé de l’activité", "the activity’s title"),
    "blocks.code": Text("le code du bloc", "the block’s code"),
    "blocks.competencies": Text(
      "ses compétences, sans activités", "its competencies, without activities"),
    "blocks.competencies.code": competencyCode, "blocks.competencies.label": competencyLabel,
    "blocks.modalities": Text(
      "comment il s’évalue ; sans ce champ, toute modalité",
      "how it is assessed; left out: by any modality"),
    "blocks.title": Text("son intitulé", "its title"),
    "category": Text("la catégorie", "the category"),
    "certification": Text("son code", "its code"),
    "certificationValidity": Text(
      "combien de temps la certification vaut", "how long the certification is valid"),
    "certificationValidity.basis": basis, "certificationValidity.years": years,
    "certifiedSoFar": Text(
      "combien sont certifiés à ce jour, environ", "how many are certified so far, about"),
    "certifiers": Text("les certificateurs", "the certifiers"),
    "certifiers.name": Text("son nom", "its name"),
    "certifiers.siret": Text("son SIRET", "its SIRET"),
    "codes": Text(
      "les codes des nomenclatures, par les champs qui suivent",
      "the codes of the nomenclatures, by the fields below"),
    "codes.formacode": Text("les codes Formacode", "the Formacode codes"),
    "codes.naf": Text("les codes NAF", "the NAF codes"),
    "codes.nsf": Text("les codes NSF", "the NSF codes"),
    "codes.rome": Text("les codes ROME", "the ROME codes"),
    "completionRoutes": Text(
      "comment une certification partielle se complète",
      "how a partial certification is completed"),
    "completionWindow": Text(
      "le délai pour compléter", "the completion window"),
    "completionWindow.basis": basis, "completionWindow.years": years,
    "document": Text("le document lu", "the document it was read from"),
    "editionOn": Text("le jour du document", "the day of the document"),
    "everyCompetencyAssessed": Text(
      "si chaque compétence doit être évaluée", "whether every competency must be assessed"),
    "expiresOn": Text("l’échéance de l’enregistrement", "the last day of the registration"),
    "forecastPerYear": Text(
      "combien de certifiés sont prévus par an", "how many a year are expected"),
    "forecastPerYear.from": Text("au moins", "at least"),
    "forecastPerYear.to": Text("au plus", "at most"),
    "jobs": Text("les métiers visés", "the jobs aimed at"),
    "keywords": Text("les mots-clés", "the keywords"),
    "level": Text("le niveau", "the level"),
    "overseas": Text("les territoires d’outre-mer", "the overseas territories"),
    "overseas.included": Text("s’il est compris", "whether it is included"),
    "overseas.stated": Text("si le document en parle", "whether the document speaks of it"),
    "overseas.territory": Text("le territoire", "the territory"),
    "partialCertification": Text(
      "si elle s’acquiert bloc par bloc", "whether it can be acquired block by block"),
    "pathways": Text("les voies d’accès", "the pathways"),
    "pathways.basis": basis,
    "pathways.completionOnly": Text(
      "si elle ne sert qu’à compléter", "whether it serves to complete only"),
    "pathways.jury": Text("les rôles qu’il faut au jury", "the roles that its jury needs"),
    "pathways.juryBasis": Text(
      "ce qui fonde ce jury ; sans ce champ, le même fondement",
      "what that jury rests on; left out: the same"),
    "pathways.open": Text("si elle est ouverte", "whether it is open"),
    "pathways.pathway": Text("la voie", "the pathway"),
    "prerequisites": Text("les conditions d’entrée", "the conditions of entry"),
    "prerequisites.advised": Text(
      "si elle est seulement conseillée", "whether it is only advised"),
    "prerequisites.code": Text("son code", "its code"),
    "prerequisites.for": Text("le public concerné", "the public concerned"),
    "prerequisites.label": Text("son énoncé", "its wording"),
    "publics": Text("les publics visés", "the publics aimed at"),
    "publishedStatistics": Text("les chiffres publiés, par an", "the published figures, by year"),
    "publishedStatistics.certified": Text("les certifiés", "the certified"),
    "publishedStatistics.certifiedByExperience": Text(
      "dont par la VAE", "of whom by VAE"),
    "publishedStatistics.insertionOccupationSixMonths": Text(
      "dans le métier visé à six mois, en %", "in the occupation at six months, in %"),
    "publishedStatistics.insertionOccupationTwoYears": Text(
      "dans le métier visé à deux ans, en %", "in the occupation at two years, in %"),
    "publishedStatistics.insertionSixMonths": Text(
      "en emploi à six mois, en %", "employed at six months, in %"),
    "publishedStatistics.year": Text("l’année", "the year"),
    "register": Text("le répertoire", "the register"),
    "registeredOn": Text("le jour de son enregistrement", "the day of its registration"),
    "registrationDecisionOn": Text(
      "le jour de la décision d’enregistrement", "the day of the decision to register it"),
    "sectors": Text("les secteurs", "the sectors"),
    "selection": Text("la sélection à l’entrée", "the selection at entry"),
    "selection.for": Text("le public concerné", "the public concerned"),
    "selection.interviewers": Text("qui mène l’entretien", "who holds the interview"),
    "selection.test": Text("s’il y a un test", "whether there is a test"),
    "sites": Text("les lieux", "the places"),
    "sustainableDevelopmentLevel": Text(
      "le niveau de développement durable", "the level of sustainable development"),
    "targetActivities": Text("les activités visées", "the activities aimed at"),
    "title": Text("l’intitulé", "the title"),
    "titleBasis": Text(
      "ce qui le fonde, si aucun document ne le dit", "its basis, where no document states it"),
    "training": Text("la formation, par public", "the training, by public"),
    "training.assessmentDays": Text("les jours d’évaluation", "the days of assessment"),
    "training.centreDays": Text("les jours en centre", "the days at the centre"),
    "training.centreHours": Text("les heures en centre", "the hours at the centre"),
    "training.companyDays": Text("les jours en entreprise", "the days in company"),
    "training.companyHours": Text("les heures en entreprise", "the hours in company"),
    "training.companyWeeks": Text("les semaines en entreprise", "the weeks in company"),
    "training.public": Text("le public", "the public"),
    "training.rhythm": Text("le rythme", "the rhythm"),
    "training.tutor": Text("s’il y a un tuteur", "whether there is a tutor"),
    "versionOn": Text("le jour de cette version", "the day of this version"),
  ]

  static let certifier: [String: Text] = [
    "address": Text("l’adresse, ligne par ligne", "the address, line by line"),
    "certifier": Text("le certificateur", "the certifier"),
    "certifier.name": Text("son nom", "its name"),
    "certifier.siret": Text("son SIRET", "its SIRET"),
    "commercialName": Text("son nom commercial", "its trading name"),
    "depositor": Text(
      "ses identifiants auprès de la Caisse des Dépôts", "its ids at the Caisse des Dépôts"),
    "depositor.clientId": Text("l’identifiant de client", "the client id"),
    "depositor.contractId": Text("l’identifiant de contrat", "the contract id"),
    "place": Text("la ville où les documents sont faits", "the town where documents are made"),
    "registrations": Text(
      "les décisions d’enregistrement de l’État", "the state’s decisions of registration"),
    "registrations.certification": Text("la certification", "the certification"),
    "registrations.decisionOn": Text("le jour de la décision", "the day of the decision"),
    "signatories": Text("qui signe les documents", "who signs documents"),
    "signatories.member": Text("l’identifiant du signataire", "the signatory’s id"),
    "signatories.name": Text("son nom", "their name"),
    "signatories.title": Text("sa fonction", "their function"),
  ]

  private static let basis = Text("ce qui le fonde", "what it rests on")
  private static let years = Text(
    "en années ; null : sans limite", "in years; null: unlimited")
  private static let competencyCode = Text("le code de la compétence", "the competency’s code")
  private static let competencyLabel = Text("son énoncé", "its wording")
}
