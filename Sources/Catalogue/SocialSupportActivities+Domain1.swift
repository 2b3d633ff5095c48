extension SocialSupportActivities {
  /// Domain 1, “Intervention sociale dans le logement”: activities 1 to 10, 47 competencies.
  static let domain1: [SocialSupportActivity] = [
    SocialSupportActivity(
      number: 1,
      title: "Conduit des entretiens à caractère social",
      competencies: [
        "Mener l’entretien social par étapes pour s’informer utilement",
        "Rassembler les éléments éclairant les difficultés et envies de chacun",
        "Déceler les atouts d’autrui en maîtrisant sa propre implication",
        "Décomposer une situation complexe pour en résoudre les problèmes",
        "Ajuster posture et déroulé selon une lecture sociologique du cas",
        "Interpréter les données pour orienter le traitement et la décision",
        "Fonder ses arguments sur les engagements réciproques du bail",
      ]
    ),
    SocialSupportActivity(
      number: 2,
      title: "Informe les locataires sur l’accès aux droits",
      competencies: [
        "Maîtriser minima et transferts sociaux pour actualiser un dossier",
        "Engager le locataire à ouvrir lui-même ses droits",
        "Préciser conditions et durée des droits pour anticiper leur fin",
      ]
    ),
    SocialSupportActivity(
      number: 3,
      title: "Mobilise les dispositifs sociaux",
      competencies: [
        "Choisir l’accompagnement social qui convient à chaque famille",
        "Présenter ASLL et AVDL pour engager durablement la famille",
        "Orienter vers les ressources du quartier utiles selon le diagnostic",
      ]
    ),
    SocialSupportActivity(
      number: 4,
      title: "Réalise une évaluation économique de la famille",
      competencies: [
        "Établir le budget familial, ressources et dépenses comprises",
        "Mesurer ce que le logement laisse au ménage pour vivre",
        "Jauger les moyens du ménage et envisager un autre logement",
        "Recenser aides et prestations mobilisables pour dégager des marges",
      ]
    ),
    SocialSupportActivity(
      number: 5,
      title: "Réalise une évaluation sociale de la famille",
      competencies: [
        "Rappeler lois et règles sociales pour favoriser la citoyenneté",
        "Agir en respectant les libertés et droits fondamentaux de chacun",
        "Nourrir le diagnostic familial des évolutions sociales et institutionnelles",
        "Apprécier, en bail glissant, l’autonomie du futur locataire en titre",
      ]
    ),
    SocialSupportActivity(
      number: 6,
      title: """
        Propose des améliorations dans le cadre de la maîtrise des charges et du \
        développement durable
        """,
      competencies: [
        "Repérer les charges maîtrisables et proposer des économies adaptées",
        "Participer aux campagnes auprès des locataires, arguments écologiques à l’appui",
      ]
    ),
    SocialSupportActivity(
      number: 7,
      title: "Rédige des écrits professionnels",
      competencies: [
        "Rédiger des écrits factuels, exempts de toute discrimination",
        "Adapter ses textes aux locataires comme aux partenaires",
        "Partager ses analyses, puis trier et conserver les informations utiles",
        "Rédiger analyses et synthèses sociales en respectant la personne",
      ]
    ),
    SocialSupportActivity(
      number: 8,
      title: "Gère les situation conflictuelles",
      competencies: [
        "Apaiser un interlocuteur agressif en gardant la posture qui convient",
        "Démêler causes, enjeux et contraintes d’un conflit",
        "Conduire le conflit vers une issue positive, avec méthode",
      ]
    ),
    SocialSupportActivity(
      number: 9,
      title: "Assure le reporting de son activité et travaille en équipe",
      competencies: [
        "Saisir comment évolue la fonction sociale pour éclairer son métier",
        "Trouver sa place dans les missions et orientations du bailleur",
        "Repérer les intervenants de chaque chaîne et ses propres limites",
        "Relier financement, loyer et peuplement pour anticiper les situations",
        "Mesurer son intervention par des tableaux de bord partagés",
        "Se fixer des repères de progrès et revoir ses méthodes",
        "Coopérer entre collègues et s’enrichir de leurs compétences",
        "Transmettre ses constats et les confronter à ceux d’autrui",
      ]
    ),
    SocialSupportActivity(
      number: 10,
      title: "Accompagne des projets de proximité",
      competencies: [
        "Susciter les demandes des habitants et soutenir leurs initiatives",
        "Porter la voix du bailleur auprès des partenaires locaux",
        "Employer les méthodes d’intervention collective avec les habitants",
        "Cerner un problème partagé, négocier et mobiliser le groupe",
        "Fixer les objectifs du projet, entraide et évaluation comprises",
        "Connaître ses partenaires institutionnels pour négocier des priorités communes",
        "Apporter un soutien technique aux groupes mobilisés",
        "Dresser le bilan du projet et de ses effets",
        "Animer un réseau professionnel attentif aux stratégies de chacun",
      ]
    ),
  ]
}
