internal import AcquisLedger
internal import Events
internal import Spelling

/// The usual words of closed columns, by ``PlannedWord/key(_:)``.
enum SheetVocabulary {
  private static func keys(_ words: String) -> Set<String> {
    Set(words.split(separator: ",").map { PlannedWord.key(String($0)) })
  }

  private static let validated = keys(
    "v, val, valide, validee, valides, acquis, acquise, acq, admis, admise, oui, o, ok, x, xx, ✓, ✔, ☑"
      + ", favorable, fav, reussi, reussie, recu, recue, obtenu, obtenue, yes, y, passed, pass"
      + ", validated, bloc valide, bloc acquis, avis favorable, validation")
  private static let refused = keys(
    "nv, n.val, non valide, non validee, pas valide, non valide, invalide, non acquis, non acquise"
      + ", pas acquis, non admis, non admise, non, refuse, refusee, refus, echec, echoue, echouee"
      + ", defavorable, defav, ko, failed, fail, refused, not validated, no, bloc non valide"
      + ", bloc refuse, avis defavorable, ✗, ✘")
  private static let absent = keys("absent, absente, abs, absence, absent(e), no show")
  private static let absentExcused = keys(
    "absent excuse, absente excusee, abs excuse, abs. exc., excuse, excusee, absence excusee"
      + ", absence justifiee, absent justifie, abs justifiee, abs just, absent excused, excused")
  /// What decides nothing by itself.
  private static let undecided = keys(
    "ajourne, ajournee, en attente, attente, dispense, dispensee, dispense, equivalence, equiv, eq"
      + ", ne, ?, ??, a revoir, en cours, ec, a repasser, rattrapage, non presente, np, nr, nc, a, r"
      + ", na, partiel, partielle, report, reporte, abandon, -, /, allegement, vap, exempte, d, 1, 0"
      + ", pending, exempt, deferred")

  /// What a word says of a block; nil for a word that is not usual in such a column.
  ///
  /// - Parameters:
  ///   - others: the keys of the column's words: `A` is *acquis* beside `NA` only.
  ///   - hasAbsences: whether a row is one decision. In a row of a candidate an absence is of the whole
  ///     session, which one cell does not say.
  static func verdict(_ key: String, others: Set<String>, hasAbsences: Bool) -> WordMeaning? {
    if others.isSuperset(of: ["a", "na"]) {
      if key == "a" { return .verdict(.validated) }
      if key == "na" { return .verdict(.refused) }
    }
    if key == "n" { return others.isDisjoint(with: ["o", "oui"]) ? .open : .verdict(.refused) }
    if validated.contains(key) { return .verdict(.validated) }
    if refused.contains(key) { return .verdict(.refused) }
    if absent.contains(key) { return hasAbsences ? .verdict(.absent) : .open }
    if absentExcused.contains(key) { return hasAbsences ? .verdict(.absentExcused) : .open }
    return undecided.contains(key) ? .open : nil
  }

  private static let awarded = keys(
    "admis, admise, admis(e), certifie, certifiee, recu, recue, diplome, diplomee, titulaire"
      + ", validation totale, vt, totale, total, certification totale, titre obtenu, obtenu, obtenue"
      + ", diplome obtenu, certification obtenue, certified, awarded, passed, reussi, reussite"
      + ", certificat delivre, tous les blocs")
  private static let unawarded = keys(
    "partiel, partielle, validation partielle, vp, certification partielle, partiellement certifie"
      + ", refuse, refusee, refus, ajourne, ajournee, non admis, non admise, non certifie"
      + ", non certifiee, echec, echoue, absent, absente, abs, abandon, en cours, non recu, non recue"
      + ", aucune validation, refus de validation, partial, refused, failed, deferred, non obtenu")

  private static let yes = keys("oui, o, x, yes")
  private static let no = keys("non, n, no")

  /// What a word says of the whole; nil for a word that is not usual in such a column.
  ///
  /// - Parameter asks: whether the heading asks a question that yes answers: *certifié ?*
  static func result(_ key: String, asks: Bool) -> WordMeaning? {
    if awarded.contains(key) { return .awarded }
    if unawarded.contains(key) { return .nothing }
    if asks, yes.contains(key) { return .awarded }
    if asks, no.contains(key) { return .nothing }
    return verdict(key, others: [], hasAbsences: false) == nil ? nil : .open
  }

  static func sex(_ key: String) -> WordMeaning? {
    if ["mme", "mlle", "madame", "mademoiselle", "f", "femme", "feminin", "female", "mrs", "ms"]
      .contains(key) || key == "melle" || key == "fille"
    {
      return .sex(.female)
    }
    if ["m", "mr", "monsieur", "h", "homme", "masculin", "male", "garcon", "mrmonsieur"]
      .contains(key)
    {
      return .sex(.male)
    }
    return nil
  }

  private static let pathways: [(Pathway, Set<String>)] = [
    (
      .apprenticeship,
      keys("app, appr, apprenti, apprentie, apprentis, alternance apprentissage, ca")
    ),
    (.continuingTraining, keys("fc, form. continue, form continue, fpc, formation pro continue")),
    (
      .professionalisation,
      keys("cp, contrat pro, ctr pro, c. pro, pro, contrat de pro, contrat professionnalisation")
    ),
    (
      .experience,
      keys("vae, v.a.e., vae collective, vae individuelle, experience, acquis de l'experience")
    ),
    (.student, keys("fi, formation initiale, initiale, scolaire, etudiant, eleve")),
    (.individual, keys("cl, candidat libre, libre, individuel, candidature individuelle, ci")),
  ]

  private static let pathwayList = WordList(
    kind: Pathway.kind, allowed: Pathway.allCases.map(\.rawValue))
  private static let audienceList = WordList(
    kind: Audience.kind, allowed: Audience.allCases.map(\.rawValue))

  static func pathway(_ word: String) -> WordMeaning? {
    let key = PlannedWord.key(word)
    if let found = pathways.first(where: { $0.1.contains(key) }) { return .pathway(found.0) }
    return pathwayList.value(of: word).flatMap(Pathway.init(rawValue:)).map(WordMeaning.pathway)
  }

  private static let audiences: [(Audience, Set<String>)] = [
    (
      .employee, keys("salarie, salariee, salarie(e), en poste, cdi, cdd, sal, salaries, en emploi")
    ),
    (
      .jobSeeker,
      keys(
        "de, demandeur d'emploi, demandeuse d'emploi, demandeur emploi, chomeur, pole emploi"
          + ", france travail, sans emploi, en recherche d'emploi")
    ),
  ]

  static func audience(_ word: String) -> WordMeaning? {
    let key = PlannedWord.key(word)
    if let found = audiences.first(where: { $0.1.contains(key) }) { return .audience(found.0) }
    return audienceList.value(of: word).flatMap(Audience.init(rawValue:)).map(WordMeaning.audience)
  }

  /// Words of a list of blocks that name none.
  static let noBlock = keys("aucun, aucune, neant, neant, none, -, /, 0, rien, sans objet")
}
