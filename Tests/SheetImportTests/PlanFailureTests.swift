import Events
import SheetImport
import TestSupport
import Testing

struct PlanFailureTests {
  private func problems(_ text: String, in language: Language = .french) -> [String] {
    do throws(PlanFailure) {
      _ = try PlanSamples.read(text)
      return []
    } catch {
      return error.problems.map { "\($0.line) \($0.text.text(in: language).withPlainSpaces)" }
    }
  }

  @Test func `every wrong line is reported, with what to write`() {
    let wrong = """
      [feuille]
      seui = 12
      voie = contrat professionel
      en-tête = 3 # non
      en-tete = 4
      rien
      [colonnes]
      NOM = nom de naisance
      NOM = prénoms
      BC01 = desision sur BC01
      Naissance = date de naissance ; jour abord
      Rés = résultat
      [mots Res | Resultats]
      ADMIS = validé
      ADMIS = délivrée
      admis = rien
      [mots NOM
      """
    let lists = "écrire un des champs que le plan proposé énumère, ou `ignorée`"
    #expect(
      problems(wrong) == [
        "2 clé inconnue « seui » ; écrire onglets, en-tête, lignes laissées, certification, voie, "
          + "public, jour de session, inscription, convocation, délivrance, certificat, mode des "
          + "jurys, seuil, candidatures ou motif ; vouliez-vous dire « seuil » ?",
        "3 voie : réponse inconnue « contrat professionel » ; écrire statut d’élève ou d’étudiant, "
          + "apprentissage, formation continue, contrat de professionnalisation, candidature "
          + "individuelle ou VAE",
        "4 en-tête : réponse inconnue « 3 # non » ; écrire le n° de la ligne des intitulés ; "
          + "deux blancs précèdent le # d’un commentaire",
        "5 « en-tete » est déjà à la ligne 4",
        "6 la ligne s’écrit « clé = réponse », ? pour une question ouverte",
        "8 champ inconnu « nom de naisance » ; \(lists) ; vouliez-vous dire « nom de naissance » ?",
        "9 « NOM » est déjà à la ligne 8",
        "10 champ inconnu « desision sur BC01 » ; \(lists) ; "
          + "vouliez-vous dire « décision sur BC01 » ?",
        "11 précision inconnue « jour abord » ; écrire `jour d’abord`, `mois d’abord`, "
          + "`nombres 1900`, `nombres 1904 lignes 12-40`, `sur 20`, `seuil 10` ou `session 17/06/2020` ; "
          + "vouliez-vous dire « jour d’abord » ?",
        "13 aucune colonne de [colonnes] n’a l’intitulé « Resultats » ; "
          + "écrire `[mots INTITULÉ | INTITULÉ]`, chacun comme dans [colonnes]",
        "14 une colonne « résultat » n’a pas le sens « validé » ; écrire délivrée, rien, laisser ou ?",
        "16 « admis » est déjà à la ligne 15",
        "17 le crochet ] manque à la fin",
      ])
  }

  @Test(arguments: [
    "inscription = 09-01 précédent", "jour de session = 31/02/2020", "seuil = dix", "seuil = 1,234",
    "lignes laissées = 9-3", "lignes laissées = 1-9999999", "en-tête = 0", "candidatures = deux",
    "délivrance = oui", "délivrance = ?",
    "onglets = a | | b", "certification = é",
  ])
  func `a bad day, number or word is reported at its line`(line: String) {
    let found = problems("[feuille]\n\(line)\n[colonnes]\n", in: .english)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("2 ") == true)
    #expect(found.first?.contains("unknown answer") == true)
  }

  @Test func `a file that is no plan, or not UTF-8, is reported once`() {
    #expect(problems("Nom;Prénom\nROUX;Ida\n", in: .english).count == 1)
    #expect(problems("[feuille]\n", in: .english).first?.contains("[columns] is missing") == true)
    #expect(throws: PlanFailure.self) { try PlanText.plan([0x5B, 0x0A, 0xE9]) }
    do throws(PlanFailure) {
      _ = try PlanText.plan([0x23, 0x0A, 0xE9])
    } catch {
      #expect(error.problems.map(\.line) == [2])
    }
  }

  @Test func `short codes are completed, and unknown ones reported at their lines`() throws {
    let right = """
      [feuille]
      certification = 38052
      [colonnes]
      B = décision sur bc2
      C = bloc
      D = jour de la décision sur BC02
      N = nom de naissance
      [mots C]
      un = BC01
      """
    let plan = try PlanSamples.read(right).resolved(by: try PlanSamples.frameworks())
    let second = try BlockCode("RNCP38052BC02")
    #expect(plan.certification == .given(try CertificationCode("RNCP38052")))
    #expect(plan.columns[0].field == .verdictOn(second))
    #expect(plan.columns[1].words == [PlannedWord("un", .block("RNCP38052BC01"))])
    #expect(plan.columns[2].field == .dayOf(second))

    let wrong = right.replacing("bc2", with: "CCP9").replacing("BC01", with: "BC09")
    do throws(PlanFailure) {
      _ = try PlanSamples.read(wrong).resolved(by: try frameworks())
      Issue.record("unknown blocks are taken")
    } catch {
      #expect(error.problems.map(\.line) == [4, 9])
      #expect(
        error.problems.first?.text.english
          == "column \"B\": no block of RNCP38052 has the code \"CCP9\"; write RNCP38052BC01, "
          + "RNCP38052BC02, RNCP38052BC03 or RNCP38052BC04")
    }
    do throws(PlanFailure) {
      _ = try PlanSamples.read(right.replacing("38052", with: "RNCP38053"))
        .resolved(by: try frameworks())
      Issue.record("an unknown certification is taken")
    } catch {
      #expect(error.problems.map(\.line).first == 2)
      #expect(
        error.problems.first?.text.text(in: .french).withPlainSpaces
          == "le registre ne connaît pas la certification « RNCP38053 » ; écrire 3474 ou RNCP38052 ; "
          + "vouliez-vous dire « RNCP38052 » ?")
    }
  }

  /// Without certifications rather than with an error of another kind.
  private func frameworks() throws(PlanFailure) -> KnownFrameworks {
    do { return try PlanSamples.frameworks() } catch { throw PlanFailure([]) }
  }
}
