internal import Spelling

/// What a heading says of its column, by the usual French and English names.
struct HeadingWords {
  /// How surely: the whole heading, or words of it.
  enum Strength: Int, Comparable {
    case content, words, whole

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  let field: PlannedField
  let strength: Strength

  /// nil for a heading that is not known.
  init?(_ heading: String) {
    let name = Self.name(heading)
    guard !name.words.isEmpty else { return nil }
    let joined = name.joined
    if let field = Self.whole[joined] ?? Self.whole[joined.filter { !$0.isNumber }] {
      self.field = field
      strength = .whole
      return
    }
    for (field, phrases) in Self.within
    where phrases.contains(where: { name.contains(words: $0) }) {
      self.field = field
      strength = .words
      return
    }
    return nil
  }

  /// Without the sign of a number, and with a gender's ending as in the singular.
  static func name(_ heading: String) -> FoldedName {
    FoldedName(String(heading.map { "°º№#".contains($0) ? " " : $0 }))
  }

  /// Whole headings, folded.
  static let whole: [String: PlannedField] = {
    var all: [String: PlannedField] = [:]
    for (field, headings) in wholeHeadings {
      for heading in headings { all[name(heading).joined] = field }
    }
    return all
  }()

  private static let wholeHeadings: [(PlannedField, [String])] = [
    (
      .ignored,
      [
        "n", "no", "num", "numero", "n ordre", "numero d'ordre", "ligne", "rang", "id ligne", "obs",
        "observation", "observations", "remarque", "remarques", "commentaire", "commentaires",
        "notes", "moyenne", "moyenne generale", "total", "avis", "adresse", "telephone", "tel",
        "ville", "age", "reva", "ref reva", "formateur", "promo", "promotion", "groupe", "remarks",
        "comments", "average", "mean", "address", "phone", "city",
      ]
    ),
    (
      .personReference,
      [
        "matricule", "n candidat", "numero candidat", "numero de candidat", "id candidat",
        "identifiant", "identifiant candidat", "code candidat", "n stagiaire", "code stagiaire",
        "numero stagiaire", "n apprenant", "candidate id", "candidate number", "person id",
      ]
    ),
    (
      .birthName,
      [
        "nom", "noms", "nom de naissance", "nom naissance", "nom de famille", "nom patronymique",
        "patronyme", "nom de jeune fille", "nom du candidat", "nom candidat", "nom du stagiaire",
        "nom stagiaire", "nom de l'apprenant", "nom de la candidate", "nom(s)", "last name",
        "surname", "birth name", "family name",
      ]
    ),
    (.fullName, fullNames),
    (.firstNames, ["prenom", "prenoms", "prenom(s)", "first name", "first names", "given names"]),
    (.sex, ["civilite", "civ", "sexe", "genre", "m/mme", "mme/m", "sex", "gender"]),
    (
      .birthDate,
      [
        "ne le", "nee le", "ne(e) le", "ne·e le", "ne ou nee le", "naissance", "ddn", "date naiss",
        "date naissance", "date de naissance", "date de naiss", "d naissance", "jour de naissance",
        "birth date", "date of birth", "dob", "birthday", "born on", "born",
      ]
    ),
    (
      .birthPlace,
      [
        "ne a", "nee a", "ne(e) a", "lieu", "lieu naissance", "lieu de naissance", "commune",
        "ville de naissance", "commune de naissance", "birth place", "place of birth",
      ]
    ),
    (
      .birthPostalCode,
      [
        "cp", "code postal", "c p", "postal code", "zip", "postcode", "birth postal code",
        "birth postcode",
      ]
    ),
    (.birthINSEECode, ["insee", "code insee", "code commune", "cog"]),
    (.birthCountryCode, ["pays", "pays de naissance", "code pays", "country", "country code"]),
    (
      .email,
      ["courriel", "mail", "email", "e-mail", "mel", "adresse mail", "adresse electronique"]
    ),
    (
      .candidacyReference,
      [
        "dossier", "ref dossier", "n dossier", "numero dossier", "numero de dossier",
        "reference dossier", "reference du dossier", "ref", "reference", "candidacy", "file number",
      ]
    ),
    (
      .certification,
      [
        "certification", "titre", "diplome", "rncp", "code rncp", "n rncp", "fiche", "fiche rncp",
        "titre vise", "certification visee", "formation", "parcours certifiant", "title",
        "qualification",
      ]
    ),
    (
      .pathway,
      [
        "voie", "voie d'acces", "voie d'acces a la certification", "modalite d'acces", "modalite",
        "dispositif", "parcours", "type de parcours", "contrat", "type de contrat", "pathway",
        "mode d'acces",
      ]
    ),
    (.audience, ["statut", "public", "situation", "statut du candidat", "audience", "status"]),
    (
      .employer,
      ["employeur", "entreprise", "societe", "organisme", "bailleur", "employer", "company"]
    ),
    (
      .enrolmentDay,
      [
        "inscription", "inscrit le", "inscrit(e) le", "date inscription", "date d'inscription",
        "dossier ouvert le", "ouverture du dossier", "enrolled on", "enrolment", "enrolment date",
      ]
    ),
    (
      .trainingStart,
      [
        "entree", "debut", "date entree", "date d'entree", "date debut", "date de debut",
        "debut formation", "debut de formation", "entree en formation", "debut de la formation",
        "date entree formation", "start", "start date", "training start",
      ]
    ),
    (
      .trainingEnd,
      [
        "sortie", "fin", "date sortie", "date de sortie", "date fin", "date de fin",
        "fin formation", "fin de formation", "fin de la formation", "sortie de formation", "end",
        "end date", "training end",
      ]
    ),
    (
      .centreHours,
      [
        "heures centre", "h centre", "heures en centre", "nb heures centre", "heures",
        "heures formation", "heures de formation", "volume horaire", "centre hours", "hours",
      ]
    ),
    (
      .companyHours,
      [
        "heures entreprise", "h entreprise", "heures en entreprise", "nb heures entreprise",
        "heures stage", "heures de stage", "company hours",
      ]
    ),
    (
      .admissibilityDay,
      [
        "recevabilite", "date recevabilite", "date de recevabilite", "recevable le",
        "recevabilite le", "notification de recevabilite", "admissible on",
      ]
    ),
    (
      .sessionDay,
      [
        "jury", "date jury", "date du jury", "date de jury", "jury du", "jour du jury", "session",
        "date session", "date de session", "date de la session", "session du", "date", "le",
        "date de decision", "date decision", "date de la decision", "date de deliberation",
        "deliberation", "date examen", "date d'examen", "date de l'examen", "examen",
        "date de passage", "passage", "passe le", "commission", "date commission",
        "date de commission", "jury date", "session date", "decided on", "exam date",
      ]
    ),
    (
      .juryReference,
      [
        "n jury", "ref jury", "reference jury", "numero jury", "code jury", "n session",
        "lieu jury",
      ]
    ),
    (
      .block,
      [
        "bloc", "blocs", "code bloc", "bloc de competences", "n bloc", "ccp", "uc", "unite",
        "domaine", "module", "domaine de competences", "block", "unit",
      ]
    ),
    (
      .verdict,
      [
        "decision", "decisions", "decision jury", "decision du jury", "verdict", "statut bloc",
        "statut du bloc", "resultat bloc", "resultat du bloc", "etat", "outcome",
      ]
    ),
    (
      .result,
      [
        "resultat", "resultats", "resultat final", "resultat global", "decision finale",
        "decision globale", "admission", "admis", "certifie", "certifie(e)", "obtenu", "obtention",
        "diplome obtenu", "result", "final result", "certified",
      ]
    ),
    (.mark, ["note", "note /20", "points", "mark", "grade", "score"]),
    (
      .validatedBlocks,
      [
        "blocs valides", "blocs acquis", "blocs obtenus", "ccp valides", "ccp acquis",
        "uc validees",
        "uc acquises", "domaines valides", "domaines acquis", "valides", "acquis",
        "blocs certifies",
        "bloc(s) valide(s)", "bloc(s) acquis", "blocks validated", "validated blocks", "valide(s)",
      ]
    ),
    (
      .refusedBlocks,
      [
        "blocs refuses", "blocs non valides", "blocs non acquis", "ccp refuses", "ccp non valides",
        "uc refusees", "uc non validees", "uc non acquises", "domaines refuses", "refuses",
        "domaines non valides", "domaines non acquis", "non valides", "non acquis",
        "bloc(s) refuse(s)", "bloc(s) non valide(s)", "blocks refused", "refused blocks",
      ]
    ),
    (
      .grounds,
      [
        "motif", "motifs", "motif du refus", "motifs du refus", "motif de refus", "motivation",
        "grounds", "observations du jury", "observation du jury", "avis du jury motive",
      ]
    ),
    (
      .recommendation,
      [
        "preconisation", "preconisations", "recommandation", "recommandations",
        "preconisations du jury", "recommandations du jury", "recommendation", "recommendations",
      ]
    ),
    (
      .certificateNumber,
      [
        "certificat", "certificat delivre", "n certificat", "certificat n", "certificat no",
        "certificat numero", "certificate n", "numero certificat",
        "numero de certificat",
        "numero du certificat", "parchemin", "n parchemin", "numero parchemin",
        "numero de parchemin", "n diplome", "numero de diplome", "n titre", "certificate",
        "certificate number", "certificate no",
      ]
    ),
    (
      .certificateDay,
      [
        "delivre le", "delivrance", "date delivrance", "date de delivrance", "date certificat",
        "date du certificat", "date parchemin", "date du parchemin", "edite le", "date d'edition",
        "remis le", "issued on", "certificate date",
      ]
    ),
    (
      .awardDay,
      [
        "certifie le", "certifie(e) le", "obtenu le", "admis le", "date d'obtention",
        "date obtention", "date de certification", "date certification", "date d'admission",
        "awarded on", "award date",
      ]
    ),
    (.state, ["acquis : etat", "acquis : state", "acquis : status"]),
    (.toCorrect, ["acquis : a corriger", "acquis : to correct"]),
  ]

  private static let fullNames = [
    "candidat", "candidats", "candidat(e)", "candidate", "stagiaire", "stagiaires", "apprenant",
    "apprenante", "apprenant(e)", "nom complet", "identite", "nom prenom", "nom et prenom",
    "nom prenoms", "nom et prenoms", "nom / prenom", "prenom nom", "prenom et nom", "beneficiaire",
    "nom prenom du candidat", "nom et prenom du candidat", "full name", "name", "nom - prenom",
  ]

  /// Words within a heading, in the order in which they decide.
  private static let within = phrases.map { field, phrases in
    (field, phrases.map { FoldedName($0) })
  }

  private static let phrases: [(PlannedField, [String])] = [
    (.usageName, ["usage", "nom marital", "epouse", "nom usuel", "nom d'epouse", "married name"]),
    (
      .birthPlace,
      ["lieu de naissance", "ville de naissance", "commune de naissance", "lieu naissance"]
    ),
    (.birthPostalCode, ["cp naissance", "cp de naissance", "code postal"]),
    (.birthINSEECode, ["insee"]),
    (.birthCountryCode, ["pays de naissance", "pays naissance"]),
    (
      .birthDate,
      ["date de naissance", "date naissance", "ne le", "nee le", "ne e le", "date naiss"]
    ),
    (.email, ["courriel", "mail", "email", "e mail"]),
    (.admissibilityDay, ["recevabilite", "recevable"]),
    (.refusedBlocks, ["blocs refuses", "blocs non valides", "blocs non acquis"]),
    (.validatedBlocks, ["blocs valides", "blocs acquis", "blocs obtenus"]),
    (.certificateDay, ["delivre le", "delivrance", "date du certificat", "date du parchemin"]),
    (.certificateNumber, ["n certificat", "numero certificat", "n de certificat", "parchemin"]),
    (.certificateNumber, ["numero de certificat", "n du certificat", "n diplome", "n de diplome"]),
    (.candidacyReference, ["dossier", "ref candidature", "n candidature"]),
    (.personReference, ["matricule", "identifiant"]),
    (.fullName, ["nom prenom", "nom et prenom", "nom prenoms", "nom et prenoms", "prenom nom"]),
    (.firstNames, ["prenom", "prenoms", "first name"]),
    (.birthName, ["nom de naissance", "nom de famille", "nom de jeune fille"]),
    (.pathway, ["voie", "modalite d'acces", "dispositif"]),
    (.centreHours, ["heures centre", "heures en centre", "h centre"]),
    (.companyHours, ["heures entreprise", "heures en entreprise", "heures stage"]),
    (.enrolmentDay, ["inscription", "inscrit"]),
    (.trainingStart, ["entree", "debut"]),
    (.trainingEnd, ["sortie", "fin de formation", "date de fin"]),
    (.recommendation, ["preconisation", "preconisations", "recommandations"]),
    (.grounds, ["motif", "motifs", "observations du jury"]),
    (.awardDay, ["date d'obtention", "obtenu le", "certifie le"]),
    (.sessionDay, ["date jury", "date du jury", "jury du", "date de decision", "date de session"]),
    (.sessionDay, ["date de passage", "date d'examen", "date session", "deliberation"]),
    (.result, ["resultat final", "resultat global", "resultat", "decision finale"]),
    (.verdict, ["decision", "verdict"]),
    (.certification, ["certification", "titre vise", "diplome vise"]),
    (.employer, ["employeur", "entreprise"]),
    (.juryReference, ["jury"]),
    (.ignored, ["observations", "remarques", "commentaires", "moyenne", "telephone", "adresse"]),
  ]
}
