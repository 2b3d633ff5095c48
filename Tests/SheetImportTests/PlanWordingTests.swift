import Events
import SheetImport
import TestSupport
import Testing

/// What a person sees of a plan.
struct PlanWordingTests {
  private func shown(_ language: Language) throws -> String {
    PlanText(try PlanSamples.wide(), PlanSamples.notes).text(in: language).withPlainSpaces
  }

  @Test func `a plan begins with how it is corrected and tried`() throws {
    #expect(
      try shown(.french).hasPrefix(
        """
        # Plan de reprise de « 1 suivi.csv »
        #
        # Ce plan dit comment lire le tableur : ce qu’est chaque colonne, ce que veut dire chaque mot,
        #   et ce que le tableur ne dit pas. Il se corrige avec un éditeur de texte, puis s’essaie :
        #     acquis import '1 suivi.csv' --plan PLAN --dry-run
        # L’essai dit tout ce qui serait fait et n’enregistre rien ; la même commande sans `--dry-run`
        #   enregistre. Le plan sert encore au prochain tableur de la même forme.
        #
        # Un ? est une question ouverte : écrire la réponse à sa place. Dans [feuille] et [colonnes],
        #   rien n’est enregistré tant qu’il en reste ; dans [mots …], les cellules de ce mot sont
        #   laissées et comptées, et le reste de leur ligne est repris.
        # Un # en début de ligne, ou après deux blancs, commence un commentaire : il n’est pas lu.
        # Un intitulé ou un mot qui contient =, # ou | s’écrit entre « … ».
        # Une ligne peut être ôtée. Majuscules, accents et apostrophes ne comptent pas.
        #
        # Dans ce tableur :
        # - Windows-1252, séparateur « ; »
        # - 314 lignes de candidats ; 9 laissées

        [feuille]

        """))
    let english = try shown(.english)
    #expect(english.hasPrefix("# Plan of the import of \"1 suivi.csv\"\n#\n"))
    #expect(english.contains("\n#     acquis import '1 suivi.csv' --plan PLAN --dry-run\n"))
    #expect(english.contains("\n# A ? is an open question: write the answer in its place."))
  }

  @Test func `a line of the sheet that is open, or a choice, says what may be written`() throws {
    #expect(
      try shown(.french).contains(
        """
        onglets = tous                          # `tous`, ou les noms des onglets : `2019 | 2020`
        en-tête = 3                             # le n° de la ligne des intitulés
        lignes laissées = 61, 319-321           # des n° de lignes : `61, 319-326`
        certification = RNCP38052
        inscription = jour de la session
        convocation = 01/09 précédent
        # `jour de la session`, `01/09 précédent` (le dernier avant la session) ou un jour, par exemple
        #   17/06/2020
        certificat = ?
        mode des jurys = présentiel
        candidatures = une par certification    # une par certification ou une par référence
        motif = Jour non tenu à l’époque : posé au jour de la session.
        # Lignes possibles aussi, si le tableur ne le dit pas : voie, public, jour de session, seuil

        [colonnes]
        """))
    #expect(
      try shown(.english).contains(
        """
        summons = 1 September before
        # `session day`, `1 September before` (the last one before the session) or a day, for example
        #   2020-06-17
        certificate = ?
        jury mode = on site
        """))
  }

  @Test func `what tells an award is said as soon as a column may tell it`() throws {
    var plan = try PlanSamples.wide()
    func text(_ language: Language) -> String { PlanText(plan).text(in: language).withPlainSpaces }
    #expect(!text(.french).contains("\ndélivrance = "))
    plan.columns.append(PlannedColumn("N° certificat", .certificateNumber))
    #expect(text(.french).contains("\ndélivrance = résultat\n"))
    plan.awards = .byCertificateNumber
    #expect(
      text(.french).contains(
        """
        # `résultat` (les mots de cette colonne) ou `n° de certificat` (en avoir un vaut délivrance)
        délivrance = n° de certificat
        """))
    #expect(text(.english).contains("\naward = certificate number\n"))
  }

  @Test func `a column has its notes, and a word of some columns how many cells have it`() throws {
    #expect(
      try shown(.french).contains(
        """
        NOM = nom de naissance
        Prénom = prénoms
        # le jour est d’abord : 23/06/1975
        Né(e) le = date de naissance ; jour d’abord ; nombres 1900 ; nombres 1904 lignes 12-40
        Voie = voie
        Date jury = jour de session ; ?
        BC01 Accueil = décision sur RNCP38052BC01
        BC02 Doléances = décision sur BC02
        # deuxième colonne de cet intitulé
        # vide partout
        NOM (2) = ignorée
        « Note # /20 » = note sur RNCP38052BC03 ; sur 20 ; seuil 12,5
        colonne J = ignorée

        [mots Voie]
        # Sens possibles : statut d’élève ou d’étudiant, apprentissage, formation continue, contrat de
        #     professionnalisation, candidature individuelle, VAE, rien, laisser, ?
        CP = contrat de professionnalisation    # 120 cellules
        FC = ?                                  # 1 cellule

        [mots BC01 Accueil | BC02 Doléances]
        # Sens possibles : validé, refusé, absent, absent excusé, équivalence : AUTORITÉ, rien,
        #     laisser, ?
        V = validé                              # 312 cellules
        équivalence = ?                         # 4 cellules
        dispensé = équivalence : DREETS         # 0 cellule
        (vide) avec X = refusé                  # 7 cellules
        (vide) = ?                              # 3 cellules

        """))
    #expect(
      try shown(.english).hasSuffix(
        """
        [words BC01 Accueil | BC02 Doléances]
        # Possible meanings: validated, refused, absent, absent excused, equivalence: AUTHORITY,
        #     nothing, leave out, ?
        V = validated                           # 312 cells
        équivalence = ?                         # 4 cells
        dispensé = equivalence: DREETS          # 0 cells
        (blank) with X = refused                # 7 cells
        (blank) = ?                             # 3 cells

        """))
  }

  @Test func `a proposed plan lists every field that a column may be`() throws {
    let text = try shown(.french).replacing("\n#", with: "").split(separator: " ")
      .joined(separator: " ")
    let block = try BlockCode("BC01")
    let fields: [PlannedField] = [
      .ignored, .personReference, .birthName, .usageName, .firstNames, .fullName, .sex, .birthDate,
      .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
      .candidacyReference, .certification, .pathway, .audience, .employer, .enrolmentDay,
      .trainingStart, .trainingEnd, .centreHours, .companyHours, .admissibilityDay, .sessionDay,
      .juryReference, .block, .verdict, .verdictOn(block), .dayOf(block), .mark, .markOn(block),
      .validatedBlocks, .refusedBlocks, .grounds, .recommendation, .result, .awardDay,
      .certificateNumber, .certificateDay, .state, .toCorrect,
    ]
    for field in fields { #expect(text.contains(field.name.french)) }
    #expect(Set(fields.map(\.name.french)).count == fields.count)
    #expect(Set(fields.map(\.name.english)).count == fields.count)
  }
}
