internal import Access
internal import AcquisLedger
internal import Events
internal import Projections

/// `help vocabulary`: the words of the domain, and every closed word with its explanation.
enum Vocabulary {
  static func lines(in language: Language, width: Int) -> [String] {
    var terms = HelpTable()
    for (word, meaning) in Self.terms {
      terms.add(word.text(in: language), meaning.text(in: language))
    }
    let title = Text("Les mots du domaine", "The words of the domain").text(in: language)
    let typed = Text(
      "Les mots des champs. Ils se tapent en français, sans tenir compte des accents ni des majuscules ; entre parenthèses, le mot enregistré.",
      "The words of the fields, as they are recorded.")
    return [title] + terms.lines(width: width) + [""]
      + lists.flatMap { lines(of: $0, in: language, width: width) }
      + Wrapped.lines(typed.text(in: language), width: width) + [""]
      + ClosedList.ofFields.flatMap { lines(of: $0, in: language, width: width) }
  }

  private static func lines(
    of list: ClosedList, in language: Language, width: Int
  ) -> [String] {
    var table = HelpTable()
    for word in list.words {
      table.add(word.shown.text(in: language), word.explanation(in: language))
    }
    return [list.title.text(in: language)] + table.lines(width: width) + [""]
  }

  /// Every list of closed words that is shown and not typed in a field.
  static let lists: [ClosedList] = [
    ClosedList(Text("États d’une candidature", "States of a candidacy"), CandidacyStatus.explained),
    ClosedList(Text("États d’un bloc", "States of a block"), BlockStatus.explained),
    ClosedList(
      Text("États du délai", "States of the completion window"),
      CompletionWindow.Status.explained),
    ClosedList(Text("États d’un jury", "States of a jury"), JuryStatus.explained),
    ClosedList(
      Text("Un candidat devant le jury", "A candidate before the jury"),
      JuryCandidacy.Outcome.explained),
    ClosedList(
      Text("Ce que devient une décision du jury", "What becomes of a jury’s decision"),
      BlockDecision.Fate.explained),
    ClosedList(
      Text("Déclaration à la Caisse des Dépôts", "Declaration to the Caisse des Dépôts"),
      DeclarationAnswer.explained),
    ClosedList(Text("Échéances", "Deadlines"), Deadline.Kind.explained),
    ClosedList(Role.title, Role.explained),
  ]

  /// The terms that are no closed word.
  private static let terms: [(Text, Text)] = [
    (
      Text("acquis", "held"),
      Text(
        "se dit d’un bloc validé par un jury ou reconnu, et qui compte encore",
        "of a block: validated by a jury or recognised, and still counting")
    ),
    (
      Text("annulé", "annulled"),
      Text(
        "d’une entrée faite par erreur : elle reste lisible, et ne compte plus",
        "of an entry made by mistake: it can be read, and counts no more")
    ),
    (
      Text("bloc, composante", "block, composante"),
      Text(
        "partie d’une certification qui s’acquiert séparément : bloc de compétences (RNCP38052), domaine d’activités ou composante (3474)",
        "a part of a certification that can be acquired on its own: a bloc de compétences (RNCP38052), a domain of activity or composante (3474)"
      )
    ),
    (
      Text("candidature", "candidacy"),
      Text(
        "le chemin d’une personne vers une certification ; une personne peut en avoir plusieurs",
        "one person’s path towards one certification; a person may have several")
    ),
    (
      Text("capitalisation", "capitalisation"),
      Text(
        "acquérir une certification bloc par bloc, en plusieurs sessions ; les blocs acquis se gardent",
        "acquiring a certification block by block, over several sessions; the blocks held are kept")
    ),
    (
      Text("certificateur", "certifier"),
      Text(
        "l’organisme qui délivre la certification et en répond",
        "the body that awards the certification and is responsible for it")
    ),
    (
      Text("délai", "window"),
      Text(
        "temps donné pour compléter une certification partielle, dernier jour compris (cinq ans pour les deux certifications du catalogue)",
        "the time to complete a partial certification, last day included (five years for the two of the catalogue)"
      )
    ),
    (
      Text("délivrance", "award"),
      Text(
        "l’acte qui donne la certification à qui a acquis tous les blocs",
        "the act that gives the certification to who holds every block")
    ),
    (
      Text("dérogation", "waiver"),
      Text(
        "une règle mise de côté pour une entrée, avec un motif (--waive)",
        "a rule set aside for one entry, with a reason (--waive)")
    ),
    (
      Text("domaine", "domain"),
      Text(
        "domaine d’activités de 3474 : ce qui ailleurs s’appelle un bloc",
        "a domain of activity of 3474: elsewhere called a block")
    ),
    (
      Text("droit d’accès", "access grant"),
      Text(
        "ce qu’une personne peut demander et faire par l’interface HTTP, jusqu’à un jour",
        "what a person may ask and do over HTTP, until a day")
    ),
    (
      Text("entrée", "entry"),
      Text(
        "un fait enregistré, avec sa position dans le registre",
        "a fact that is recorded, with its position in the ledger")
    ),
    (
      Text("jeton", "token"),
      Text(
        "ce qui ouvre un droit d’accès : montré une fois, gardé par la personne seule",
        "what opens an access grant: shown once, kept by the person alone")
    ),
    (
      Text("jury", "jury"),
      Text(
        "groupe de personnes qui valide ou refuse des blocs ; un jury ne tient qu’une session",
        "the group that validates or refuses blocks; a jury has one session")
    ),
    (
      Text("occurredOn, recordedAt", "occurredOn, recordedAt"),
      Text(
        "le jour où le fait a pris effet, l’instant où le registre l’a enregistré",
        "the day a fact took effect, the instant the ledger recorded it")
    ),
    (
      Text("certificat", "certificate"),
      Text(
        "le document de la certification entière ; une attestation de blocs n’en est pas un",
        "the document of the whole certification; a certificate of blocks is not one")
    ),
    (
      Text("recevabilité", "admissibility"),
      Text(
        "décision qui admet ou non une personne à un parcours de VAE",
        "the decision whether a person is admitted to VAE")
    ),
    (
      Text("référentiel", "framework"),
      Text(
        "ce que la certification exige : blocs, compétences, voies d’accès, jury",
        "what the certification requires: blocks, competencies, pathways, jury")
    ),
    (
      Text("scellé", "sealed"),
      Text(
        "d’un texte sur une personne : seul qui a la clé maîtresse le lit, et l’effacement le rend illisible",
        "of a text about a person: read only with the master key, and unreadable after an erasure")
    ),
    (
      Text("VAE", "VAE"),
      Text(
        "validation des acquis de l’expérience",
        "validation des acquis de l’expérience: validation of experience")
    ),
    (
      Text("voie d’accès", "pathway"),
      Text(
        "comment une personne vient à la certification : formation, apprentissage, VAE…",
        "how a person comes to the certification: training, apprenticeship, VAE…")
    ),
  ]
}
