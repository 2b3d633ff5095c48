/// The competencies of RNCP38052, in the order of the fiche, as short labels, not its sentences.
enum ReceptionistCompetencies {
  /// Block 1, “Accueil physique et téléphonique dans le logement social”: 13 competencies.
  static let block1: [String] = [
    "Accueillir les clients en professionnel et bien représenter le bailleur",
    "Tenir son bureau en ordre, outils à portée de main",
    "Contribuer à une attente sûre, discrète, confortable, accessible à tous",
    "Réguler visites et appels selon leur urgence, en toute confidentialité",
    "Diagnostiquer une situation en entretien et donner une première réponse",
    "Répondre ou orienter selon le profil du demandeur, sans discriminer",
    "Renseigner avec assurance sur les droits et obligations de chacun",
    "S’affirmer, posture et paroles adaptées, face aux comportements déviants",
    "Décrypter un conflit avec méthode pour faire avancer l’échange",
    "Passer le relais à un collègue quand la tension monte",
    "Qualifier chaque demande et la transmettre vite au bon service",
    "Faire circuler l’information entre services internes et partenaires extérieurs",
    "Rendre compte de son activité avec des indicateurs parlants",
  ]

  /// Block 2, “Traitement des doléances administratives, techniques ou sociales au sein d’un
  /// bailleur social”: 13 competencies.
  static let block2: [String] = [
    "Écouter activement le locataire et reformuler sa doléance",
    "Questionner pour cerner le motif et le degré d’urgence",
    "Consigner la doléance en termes justes pour un traitement efficace",
    "Répondre sur le cadre juridique du logement social, attributions comprises",
    "Rendre les papiers administratifs clairs et compris du locataire",
    "Délivrer les attestations utiles au dossier du client",
    "Apporter une réponse technique de premier niveau, en termes précis",
    "Expliquer qui répare, locataire ou bailleur, textes à l’appui",
    "Traiter une réclamation selon la procédure et orienter le locataire",
    "Libeller réclamations et bons de travaux avec les termes techniques",
    "Dégager les faits d’une plainte de voisinage avant transmission",
    "Garder un recul professionnel face aux difficultés des personnes accueillies",
    "Inciter les voisins à dialoguer pour régler les petits troubles",
  ]

  /// Block 3, “Enregistrement des demandes de logement social”: 6 competencies.
  static let block3: [String] = [
    "Exposer les délais, conditions et justificatifs liés à l’attribution",
    "Décrire logements disponibles et quartiers pour guider le choix",
    "Guider les locataires vers une démarche de mutation autonome",
    "Aider les novices du numérique à déposer leur demande",
    "Recevoir le dossier et contrôler que ses justificatifs sont complets",
    "Inscrire la demande au fichier national et remettre le récépissé",
  ]

  /// Block 4, “Assistanat de l’agence dans le logement social”: 7 competencies.
  static let block4: [String] = [
    "Rédiger des écrits clairs, ajustés à chaque destinataire",
    "Trier le courrier selon son objet, son urgence, son destinataire",
    "Suivre le volet administratif des prestataires, courriers et progiciel compris",
    "Commenter l’avis d’échéance avec pédagogie pour responsabiliser chacun",
    "Émettre quittances et attestations CAF ou MSA, et les expliquer",
    "Prendre part aux enquêtes locataires et en saisir les résultats",
    "Planifier départs et états des lieux pour réduire la vacance",
  ]
}
