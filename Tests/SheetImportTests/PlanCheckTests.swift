import Events
import SheetImport
import Testing

struct PlanCheckTests {
  private func problems(_ text: String) throws -> [String] {
    let frameworks = try PlanSamples.frameworks()
    do throws(PlanFailure) {
      _ = try PlanSamples.read(text).resolved(by: frameworks)
      return []
    } catch {
      return error.problems.map { "\($0.line) \($0.text.french)" }
    }
  }

  @Test func `columns that cannot be together are refused with their lines`() throws {
    let found = try problems(
      """
      [feuille]
      certification = RNCP38052
      [colonnes]
      Nom = nom de naissance
      Prénom = nom de naissance
      Jury = jour de session
      BC01 = décision sur BC01
      BC01 bis = décision sur RNCP38052BC01
      BC04 = décision sur RNCP38052BC07
      Reprise = décision sur BC01 ; session 17/06/2021
      """)
    #expect(found.map { $0.prefix(2) } == ["5 ", "8 ", "9 "])
    #expect(found[0].contains("« nom de naissance » est déjà la colonne « Nom », à la ligne 4"))
    #expect(found[1].contains("à la ligne 7, décide déjà de RNCP38052BC01 à la même session"))
    #expect(found[2].contains("RNCP38052BC07"))
  }

  @Test func `a plan without a name is refused`() throws {
    let found = try problems("[colonnes]\nPrénom = prénoms\n")
    #expect(found.count == 1 && found[0].hasPrefix("2 aucune colonne n’est « nom de naissance »"))
  }

  @Test(arguments: ["3474", "RNCP3474", "rncp 3474", "RNCP 3474"])
  func `a certification is named by its number`(_ code: String) throws {
    var plan = try Rows.plan([
      PlannedColumn("Nom", .birthName), PlannedColumn("Titre", .certification),
    ])
    plan.certification = nil
    let reading = try Rows.read("Nom;Titre\nA;\(code)", plan)
    #expect(reading.rows.first?.certification?.text == "3474")
  }

  @Test func `a cell that cannot be read is told once`() throws {
    var plan = try Rows.plan([
      PlannedColumn("Nom", .birthName), PlannedColumn("Prénom", .firstNames),
      Rows.column("Jury", .sessionDay, form: .given(.dayFirst)), PlannedColumn("Voie", .pathway),
      PlannedColumn("Titre", .certification),
      Rows.column(
        "BC01", .verdictOn(try Rows.block(1)), words: [PlannedWord("V", .verdict(.validated))]),
    ])
    plan.pathway = nil
    plan.certification = nil
    let reading = try Rows.read(
      "Nom;Prénom;Jury;Voie;Titre;BC01\nA;B;juin 2020;zut;zut;V\nC;D;;;;V", plan)
    let causes = reading.issues.filter { $0.row.number == 2 }.map(\.cause)
    #expect(!causes.contains(.noSession) && !causes.contains(.noPathway))
    #expect(!causes.contains(.noCertification))
    #expect(causes.contains(.notADay(heading: "Jury")))
    let blank = reading.issues.filter { $0.row.number == 3 }.map(\.cause)
    #expect(blank.contains(.noSession) && blank.contains(.noPathway))
    #expect(blank.contains(.noCertification))
  }
}
