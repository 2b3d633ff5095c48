extension SocialSupportActivities {
  /// Domain 3, “Impayés locatifs”: activities 17 to 21, 20 competencies.
  static let domain3: [SocialSupportActivity] = [
    SocialSupportActivity(
      number: 17,
      title: "Prévient les impayés locatifs",
      competencies: [
        "Éclairer le contexte d’un impayé pour mieux le résorber",
        "Sensibiliser tôt au budget logement et au danger des impayés",
        "Épauler le locataire dans ses droits, avant toute première dette",
        "Suivre de près le locataire fragile dès son arrivée",
      ]
    ),
    SocialSupportActivity(
      number: 18,
      title: "Suit les dossiers de surendettement et de PRP",
      competencies: [
        "Suivre surendettement et PRP avec la gestion locative",
        "Soumettre au juge comme à la commission des solutions argumentées",
      ]
    ),
    SocialSupportActivity(
      number: 19,
      title: "Conduit un entretien avec le débiteur",
      competencies: [
        "Nouer avec le débiteur une relation personnalisée pour diagnostiquer",
        "Amener le débiteur à reconnaître et résorber sa dette",
        "Élucider les causes de la dette avant tout recouvrement",
        "Faire cheminer le locataire vers un accord solide",
      ]
    ),
    SocialSupportActivity(
      number: 20,
      title: "Assure le traitement social de l’impayé",
      competencies: [
        "Évaluer la situation sociale pour choisir démarches et acteurs",
        "Inventorier revenus, dépenses et dettes, surendettement ou PRP compris",
        "Mobiliser FSL, CCAPEX, ASLL, MASP ou AVDL contre l’expulsion",
        "Entretenir des liens de travail suivis avec les acteurs sociaux",
      ]
    ),
    SocialSupportActivity(
      number: 21,
      title: "Assure le traitement administratif de l’impayé",
      competencies: [
        "Relancer systématiquement les débiteurs avant un impayé lourd",
        "Négocier et suivre un apurement à la mesure du ménage",
        "Activer les garanties et informer cautions, familles et services sociaux",
        "Rééquilibrer la dépense de logement par mutation ou aide budgétaire",
        "Préparer le dossier contentieux quand l’amiable a échoué",
        "Assurer la liaison entre contentieux, locataire et autres services",
      ]
    ),
  ]
}
