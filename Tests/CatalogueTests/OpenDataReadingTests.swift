import Catalogue
import Events
import Sheets
import Testing

/// Files of France compétences' export, as they come.
@Suite struct `Reading the open data` {
  @Test func `a fiche has what each file states of it`() throws {
    let fiche = try #require(try SmallExport().read())
    #expect(fiche.code.text == "RNCP90001")
    #expect(fiche.register == .rncp)
    #expect(fiche.title.text == "Essai de l’accueil")
    #expect(fiche.level == 4)
    #expect(fiche.isActive == true)
    #expect(fiche.newCaledonia == true)
    #expect(fiche.polynesia == false)
    #expect(fiche.effectiveOn?.description == "2020-01-05")
    #expect(fiche.decisionOn?.description == "2020-01-03")
    #expect(fiche.publishedOn?.description == "2020-01-02")
    #expect(fiche.expiresOn?.description == "2030-01-04")
    #expect(fiche.lastDeliveryOn == nil)
    #expect(fiche.certifiers.map(\.siret.text) == ["12345678900011"])
    #expect(fiche.blocks.map(\.code.text) == ["RNCP90001BC01", "RNCP90001BC02"])
    #expect(fiche.blocks.map(\.title?.text) == ["Accueillir", "Orienter"])
    #expect(fiche.pathways == [.experience, .apprenticeship])
    #expect(fiche.nsf.map(\.text) == ["332"])
    #expect(fiche.formacode.map(\.text) == ["42171"])
    #expect(fiche.rome.map(\.text) == ["M1601"])
    #expect(fiche.predecessors.map(\.text) == ["RNCP80001"])
    #expect(fiche.successors.map(\.text) == ["RNCP95001"])
    #expect(fiche.editionOn?.description == "2026-10-01")
    #expect(fiche.left.isEmpty)
  }

  @Test func `a fiche that is not listed is nil`() throws {
    #expect(try SmallExport().read("RNCP90002") == nil)
  }

  // MARK: Names

  @Test(arguments: [
    "Blocs_De_Compétences", "Blocs_De_Compe\u{301}tences", "Blocs_De_Comp├⌐tences",
    "Blocs_De_CompÃ©tences", "Blocs_De_Comp\u{fffd}tences", "BLOCS_DE_COMPETENCES",
  ]) func `a name is known in any spelling of its accents`(kind: String) throws {
    var small = SmallExport()
    let old = SmallExport.name("Blocs_De_Compétences")
    let bytes = small.files.removeValue(forKey: old) ?? []
    small.files["dossier/" + SmallExport.name(kind)] = bytes
    #expect(try small.export().missing.isEmpty)
    #expect(try small.read()?.blocks.count == 2)
  }

  @Test(arguments: [
    "__MACOSX/._export_fiches_CSV_Standard_2026_10_01.csv",
    "__MACOSX/export_fiches_CSV_Standard_2026_10_01.csv",
    "._export_fiches_CSV_Standard_2026_10_01.csv", "export_fiches_CSV_Standard_2026_10_01.csv/",
    "export_fiches_CSV_Partenaires_2026_10_01.csv", "export_fiches_CSV_CCN_2026_10_01.csv",
    "export_fiches_RNCP_V4_0_2026_10_01.xml",
  ]) func `a file beside those of the export is passed over`(name: String) throws {
    var small = SmallExport()
    small.files[name] = Array("\u{0}".utf8)
    #expect(try small.failure() == nil)
  }

  @Test func `the newest export that has every file is taken, and the others are named`() throws {
    let small = SmallExport()
    let names = small.files.keys.sorted()
    let older = names.map { $0.split(separator: "2026").joined(separator: "2025") }
    let half = ["export_fiches_CSV_Standard_2026_11_01.csv"]
    let all = older + names + half
    let selection = try OpenDataSelection(all)
    #expect(selection.date?.description == "2026-10-01")
    #expect(selection.indices.values.allSatisfy { names.contains(all[$0]) })
    #expect(selection.others.map(\.description) == ["2026-11-01", "2025-10-01"])
  }

  @Test func `where no export has every file, the newest with the blocks is taken`() throws {
    let dated = { (kind: String, year: Int) in "export_fiches_CSV_\(kind)_\(year)_10_01.csv" }
    let names = [
      dated("Standard", 2026), dated("Rome", 2026), dated("Standard", 2025),
      dated("Blocs_De_Compétences", 2025), dated("Standard", 2024),
      dated("Blocs_De_Compétences", 2024),
    ]
    #expect(try OpenDataSelection(names).date?.description == "2025-10-01")
    #expect(try OpenDataSelection(Array(names.prefix(3))).date?.description == "2026-10-01")
  }

  @Test func `two files of one kind and day are refused by their names`() throws {
    let twice = [SmallExport.standard, "copie/" + SmallExport.standard]
    #expect(throws: OpenDataFailure.repeatedFile(twice[0], twice[1])) {
      try OpenDataSelection(twice)
    }
  }

  @Test func `without the list of fiches there is no export`() throws {
    #expect(throws: OpenDataFailure.noFiches) {
      try OpenDataSelection([SmallExport.name("Rome"), "LISEZMOI.txt"])
    }
  }

  @Test func `every other file may be missing, and is named`() throws {
    var small = SmallExport()
    small.files = small.files.filter { $0.key == SmallExport.standard }
    #expect(Set(try small.export().missing) == Set(OpenDataKind.allCases).subtracting([.standard]))
    let fiche = try #require(try small.read())
    #expect(fiche.blocks.isEmpty && fiche.certifiers.isEmpty && fiche.pathways.isEmpty)
  }

  // MARK: Bytes

  @Test func `Windows-1252, a byte-order mark and line feeds are read`() throws {
    var small = SmallExport()
    let text = String(decoding: small.files[SmallExport.standard] ?? [], as: UTF8.self)
    let windows: [UInt8] = text.unicodeScalars.map {
      $0 == "’" ? 0x92 : UInt8(truncatingIfNeeded: $0.value)
    }
    small.files[SmallExport.standard] = windows
    #expect(try small.read()?.title.text == "Essai de l’accueil")
    small.files[SmallExport.standard] = [0xEF, 0xBB, 0xBF] + Array(text.utf8).filter { $0 != 13 }
    #expect(try small.read()?.title.text == "Essai de l’accueil")
  }

  @Test func `columns are found by their header in any order, and unknown ones are ignored`() throws
  {
    var small = SmallExport()
    let columns = (SmallExport.columns + ["Date_Limite_Delivrance", "Colonne_Nouvelle"]).reversed()
    let fiche = (SmallExport.fiche + ["06/01/2031", "x"]).reversed()
    small.set("Standard", [Array(columns), Array(fiche)])
    let read = try #require(try small.read())
    #expect(read.title.text == "Essai de l’accueil")
    #expect(read.lastDeliveryOn?.description == "2031-01-06")
  }

  @Test func `a row may go on over several lines, and the next has its own number`() throws {
    var small = SmallExport(SmallExport.fiche(["Intitule": "Essai\r\nde \"l’accueil\"\n; suite"]))
    #expect(try small.read()?.title.text == "Essai de \"l’accueil\" ; suite")
    small.set(
      "Standard",
      [
        SmallExport.columns, SmallExport.fiche(["Numero_Fiche": "RNCP1", "Intitule": "a\nb\nc"]),
        SmallExport.fiche(["Date_Effet": "hier"]),
      ])
    #expect(
      try small.failure()
        == .cells([
          OpenDataCell(.day, column: "Date_Effet", file: SmallExport.standard, line: 5)
        ]))
  }

  @Test(arguments: [
    ("Date_Decision", "31/02/2020", OpenDataExpectation.day), ("Date_Effet", "2020", .day),
    ("Intitule", " ", .text),
    ("Intitule", String(repeating: "a", count: 2001), .atMost(characters: 2000)),
  ]) func `a cell that is not what its column has is named by file, line and column`(
    column: String, text: String, expected: OpenDataExpectation
  ) throws {
    let small = SmallExport(SmallExport.fiche([column: text]))
    #expect(
      try small.failure()
        == .cells([OpenDataCell(expected, column: column, file: SmallExport.standard, line: 2)]))
  }

  @Test func `a fault in another fiche's row is not this one's`() throws {
    var small = SmallExport()
    small.set(
      "Standard",
      [
        SmallExport.columns, SmallExport.fiche(["Numero_Fiche": "RNCP1", "Date_Effet": "hier"]),
        SmallExport.fiche,
      ])
    #expect(try small.failure() == nil)
  }

  @Test func `files that are malformed are refused by name`() throws {
    var small = SmallExport()
    let whole = small.files[SmallExport.standard] ?? []
    func failure(_ bytes: [UInt8]) throws -> OpenDataFailure? {
      small.files[SmallExport.standard] = bytes
      return try small.failure()
    }
    let file = SmallExport.standard
    #expect(try failure([]) == .empty(file: file))
    #expect(try failure(Array("\r\n \r\n".utf8)) == .empty(file: file))
    #expect(
      try failure(Array(whole.dropLast(5))) == .unreadable(file: file, .unclosedQuote(line: 2)))
    #expect(
      try failure(whole + [0x22, 0x80, 0x9D, 0x22]) == .unreadable(file: file, .notUTF8(line: 3)))
    #expect(
      try failure(Array("%PDF-1.7".utf8)) == .unreadable(file: file, .otherFormat(.pdf)))
    #expect(
      try failure(Array("Id_Fiche;Numero_Fiche\r\n".utf8))
        == .missingColumn("Intitule", file: file, line: 1))
    #expect(
      try failure(Array("Numero_Fiche;Intitule;Numero_Fiche\r\n".utf8))
        == .repeatedColumn("Numero_Fiche", file: file, line: 1))
    #expect(
      try failure(Array("Numero_Fiche;Intitule\r\nRNCP90001;un; deux\r\n".utf8))
        == .tooManyCells(file: file, line: 2, expected: 2))
  }

  // MARK: Rows

  @Test(arguments: ["REPRISE", "", "reprise"]) func `a level that is not determined is none`(
    text: String
  ) throws {
    let fiche = try #require(
      try SmallExport(SmallExport.fiche(["Nomenclature_Europe_Niveau": text])).read())
    #expect(fiche.level == nil)
    #expect(fiche.left.isEmpty)
  }

  @Test func `a level that is not known is reported`() throws {
    let fiche = try SmallExport(SmallExport.fiche(["Nomenclature_Europe_Niveau": "NIV9"])).read()
    #expect(fiche?.level == nil)
    #expect(fiche?.left.map(\.reason) == [.level])
  }

  @Test func `a SIRET may have blanks, and one that lost a digit is left out with its line`() throws
  {
    var small = SmallExport()
    small.set(
      "Certificateurs",
      [
        ["Numero_Fiche", "Siret_Certificateur", "Nom_Certificateur"],
        ["RNCP90001", "\t 123 456 789 00011", "UN"], ["RNCP90001", "1234567890001", "DEUX"],
        ["RNCP90001", "1,2E+13", "TROIS"], ["RNCP90001", "\t98765432100019", "QUATRE"],
        ["RNCP90001", "12345678900011", "UN"], ["RNCP90001", "12345678900011", "AUTRE"],
        ["RNCP90001", "", ""], ["RNCP90001", "12345678900099", ""],
      ])
    let fiche = try #require(try small.read())
    #expect(fiche.certifiers.map(\.name.text) == ["UN", "QUATRE"])
    #expect(
      fiche.left.map(\.reason)
        == [.siret, .siret, .repeated, .contradictory, .empty, .nameless])
    #expect(fiche.left.map(\.line) == [3, 4, 6, 7, 8, 9])
  }

  @Test func `blocks of another fiche, twice or without a code are left out with their line`()
    throws
  {
    var small = SmallExport()
    small.set(
      "Standard",
      [SmallExport.columns, SmallExport.fiche, SmallExport.fiche(["Numero_Fiche": "RS12"])])
    small.set(
      "Blocs_De_Compétences",
      [
        ["Numero_Fiche", "Bloc_Competences_Code", "Bloc_Competences_Libelle"],
        ["RNCP90001", "RNCP90001BC01", ""], ["RNCP90001", "rncp90001bc01 ", "Accueillir"],
        ["RNCP90001", "RNCP90001BC01", "Accueillir"], ["RNCP90001", "RNCP90001BC01", "Autre"],
        ["RNCP90001", "RNCP900012BC01", "De personne"], ["RNCP90001", "", "Sans code"],
        ["RNCP90001", "RNCP90001BC/3", "Mal écrit"], ["RNCP90001", "", ""],
        ["RNCP90001", "n importe quoi", "Autre chose"], ["RNCP90001", "BC04", "Sans le numéro"],
        ["RNCP90001", "RNCP90001", "Le numéro seul"], ["RNCP90001", "RS12BC01", "Du RS"],
      ])
    let fiche = try #require(try small.read())
    #expect(fiche.blocks.map(\.title?.text) == ["Accueillir"])
    #expect(
      fiche.left.map(\.reason)
        == [
          .repeated, .contradictory, .code, .code, .code, .empty, .code, .code, .code,
          .foreignBlock,
        ])
    #expect(fiche.left.map(\.value)[6] == "n importe quoi")
    #expect(fiche.unreadBlocks.count == 6)
  }

  @Test func `rows of the fiche that are there again are counted once`() throws {
    var small = SmallExport()
    small.set(
      "Standard",
      [
        SmallExport.columns, SmallExport.fiche, SmallExport.fiche,
        SmallExport.fiche(["Intitule": "Autre"]),
      ])
    #expect(try small.read()?.left.map(\.reason) == [.repeated, .contradictory])
    #expect(try small.export().fiches == ["RNCP90001"])
  }

  @Test(arguments: [
    ("Après un parcours de formation sous statut d’élève ou d’étudiant", Pathway.student),
    ("En contrat d'apprentissage", .apprenticeship),
    ("APRES UN PARCOURS DE FORMATION CONTINUE", .continuingTraining),
    ("En contrat de professionnalisation", .professionalisation),
    ("Par candidature individuelle", .individual), ("Par expe\u{301}rience", .experience),
  ]) func `a pathway is known by its meaning`(wording: String, pathway: Pathway) throws {
    var small = SmallExport()
    small.set("VoixdAccès", [["Numero_Fiche", "Si_Jury"], ["RNCP90001", wording]])
    #expect(try small.read()?.pathways == [pathway])
  }

  @Test(arguments: ["Par décret", "Non accessible par expérience", "Apprentissage ou expérience"])
  func `a wording that means no pathway or several is reported`(wording: String) throws {
    var small = SmallExport()
    small.set("VoixdAccès", [["Numero_Fiche", "Si_Jury"], ["RNCP90001", wording]])
    let fiche = try #require(try small.read())
    #expect(fiche.pathways.isEmpty)
    #expect(fiche.left.map(\.value) == [wording])
  }
}
