extension SocialSupportActivities {
  /// Domain 4, “Troubles de voisinage”: activities 22 to 24, 14 competencies.
  static let domain4: [SocialSupportActivity] = [
    SocialSupportActivity(
      number: 22,
      title: "Intervient dans les troubles de voisinage",
      competencies: [
        "Déterminer si le désordre dépasse les inconvénients normaux de voisinage",
        "Jauger le trouble et protéger le cadre de vie",
        "Régler le trouble à l’amiable en établissant les faits",
        "Suivre la procédure interne en tenant sa place entre protagonistes",
        "Bâtir un réseau face aux pathologies, addictions et troubles psychiques",
        "Solliciter police, psychiatrie ou conciliateur pour un relais spécialisé",
        "Documenter d’emblée le trouble, sa fréquence et les interventions",
      ]
    ),
    SocialSupportActivity(
      number: 23,
      title: "Conduit des entretiens avec le plaignant et le fauteur de trouble",
      competencies: [
        "Écouter le plaignant avec neutralité et l’engager par écrit",
        "Rappeler au fauteur de trouble faits, obligations et risques",
        "Questionner le fauteur pour qu’il admette le trouble",
        "Consigner par écrit faits, résolutions, cadre et risques évoqués",
      ]
    ),
    SocialSupportActivity(
      number: 24,
      title: "Conduit une confrontation",
      competencies: [
        "Gérer le conflit en impliquant chacun dans sa résolution",
        "Obtenir des deux parties des engagements réciproques",
        "Conduire une confrontation en médiateur et fixer des objectifs évalués",
      ]
    ),
  ]
}
