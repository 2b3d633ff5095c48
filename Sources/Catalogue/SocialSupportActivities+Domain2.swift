extension SocialSupportActivities {
  /// Domain 2, “Accès au logement”: activities 11 to 16, 23 competencies.
  static let domain2: [SocialSupportActivity] = [
    SocialSupportActivity(
      number: 11,
      title: "Conduit un diagnostic social lors de l’attribution du logement ou en cas de mutation",
      competencies: [
        "Informer le demandeur des conditions, délais et pièces d’attribution",
        "Cerner les besoins du candidat pour cibler le bon logement",
        "Présenter les logements et leur environnement pour éclairer le choix",
        "Utiliser les fichiers de demandeurs dans les règles, sans discriminer",
        "Suivre les règles propres aux jeunes, étrangers et personnes protégées",
        "Répondre aux souhaits de mutation avec un souci de qualité",
      ]
    ),
    SocialSupportActivity(
      number: 12,
      title: "Oriente vers dispositifs d’aide à l’accès au logement",
      competencies: [
        "Vérifier que les ressources du candidat suffisent au logement visé",
        "Constituer les dossiers FSL, ASLL ou Locapass des candidats éligibles",
        "Défendre une demande d’aide, situation et implication du ménage démontrées",
      ]
    ),
    SocialSupportActivity(
      number: 13,
      title: "Prépare et participe aux passages en Commission d’Attributions des Logements - CAL",
      competencies: [
        "Résumer pour la CAL forces et faiblesses de chaque candidature",
        "Présenter à la CAL les particularités de chaque ménage candidat",
        "Exposer un cas avec discrétion, réserve et sans discrimination",
      ]
    ),
    SocialSupportActivity(
      number: 14,
      title: "Participe à la politique de peuplement de l’organisme",
      competencies: [
        "Renseigner les suivis d’occupation pour mesurer la mixité sociale",
        "Comparer les résultats d’enquête aux objectifs de peuplement",
        "Accueillir les ménages avec discernement : mixité, non-discrimination, relogement",
      ]
    ),
    SocialSupportActivity(
      number: 15,
      title: "Participe aux dispositifs de mobilité résidentielle",
      competencies: [
        "Évaluer les ménages avant de lancer ou confirmer leur mobilité",
        "Résorber des impayés par un changement de logement",
        "Accompagner seniors et personnes handicapées vers un logement approprié",
      ]
    ),
    SocialSupportActivity(
      number: 16,
      title: "Accompagne le relogement des familles",
      competencies: [
        "Établir le cahier des charges social d’une réhabilitation",
        "Recenser les occupants et suivre les familles durant le chantier",
        "Organiser un relogement ponctuel pour les familles fragilisées",
        "Piloter la communication aux locataires, de la concertation aux permanences",
        "Relayer les remarques des locataires aux responsables du projet",
      ]
    ),
  ]
}
