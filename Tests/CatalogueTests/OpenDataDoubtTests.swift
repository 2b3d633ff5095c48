import Catalogue
import Events
import Testing

/// What the export says badly, twice or not at all.
@Suite struct `Doubtful open data` {
  @Test func `every bad cell of the fiche is reported, not only the first`() throws {
    let small = SmallExport(
      SmallExport.fiche([
        "Intitule": "-", "Validation_Partielle": "peut-être", "Date_Decision": "31/02/2025",
        "Date_Fin_Enregistrement": "bientôt",
      ]))
    guard case .cells(let cells) = try small.failure() else {
      Issue.record("no cell")
      return
    }
    #expect(cells.map(\.column) == ["Intitule", "Date_Decision", "Date_Fin_Enregistrement"])
    #expect(cells.map(\.expected) == [.text, .day, .day])
    #expect(cells.map(\.option) == [nil, nil, "--expires-on"])
  }

  @Test func `a word that is neither yes nor no is not stated, with its place`() throws {
    let columns = [
      "Accessible_Nouvelle_Caledonie", "Accessible_Polynesie_Francaise", "Validation_Partielle",
    ]
    let fiche = try #require(
      try SmallExport(
        SmallExport.fiche(Dictionary(uniqueKeysWithValues: columns.map { ($0, "peut-être") }))
      ).read())
    #expect(fiche.newCaledonia == nil && fiche.polynesia == nil && fiche.partial == nil)
    #expect(fiche.left.map(\.reason) == [.yesOrNo, .yesOrNo, .yesOrNo])
    #expect(fiche.left.map(\.column) == columns)
    #expect(fiche.left.map(\.value) == ["peut-être", "peut-être", "peut-être"])
  }

  @Test func `a text of another file that is too long is not stated`() throws {
    var small = SmallExport()
    let long = String(repeating: "a", count: 2001)
    small.set(
      "Blocs_De_Compétences", [SmallExport.blockColumns, ["RNCP90001", "RNCP90001BC01", long]])
    small.set(
      "Certificateurs",
      [
        ["Numero_Fiche", "Siret_Certificateur", "Nom_Certificateur"],
        ["RNCP90001", "12345678900011", long],
      ])
    small.set("Nsf", [["Numero_Fiche", "Nsf_Code"], ["RNCP90001", long]])
    let fiche = try #require(try small.read())
    #expect(fiche.blocks.map(\.title) == [nil])
    #expect(fiche.certifiers.isEmpty && fiche.nsf.isEmpty)
    #expect(fiche.left.map(\.reason) == [.tooLong, .tooLong, .nameless, .tooLong])
    #expect(fiche.left.map(\.value) == [nil, nil, "12345678900011", nil])
  }

  @Test(arguments: ["-", "–", ".", "…", "- -"])
  func `a label or a name that stands for none is not stated`(text: String) throws {
    var small = SmallExport(SmallExport.fiche(["Actif": text]))
    small.set(
      "Blocs_De_Compétences",
      [
        SmallExport.blockColumns, ["RNCP90001", "RNCP90001BC01", text], ["RNCP90001", text, text],
      ])
    small.set(
      "Certificateurs",
      [
        ["Numero_Fiche", "Siret_Certificateur", "Nom_Certificateur"],
        ["RNCP90001", "12345678900011", text],
      ])
    small.set("VoixdAccès", [["Numero_Fiche", "Si_Jury"], ["RNCP90001", text]])
    let fiche = try #require(try small.read())
    #expect(fiche.blocks.map(\.title) == [nil])
    #expect(fiche.certifiers.isEmpty && fiche.pathways.isEmpty && !fiche.hasUnreadPathways)
    #expect(fiche.isActive == nil)
    #expect(fiche.left.map(\.reason) == [.empty, .nameless, .empty])
  }

  @Test func `cells beyond the header are dropped if blank, and else leave out the row`() throws {
    var small = SmallExport(SmallExport.fiche + ["", " "])
    small.set("Rome", [["Numero_Fiche", "Codes_Rome_Code"], ["RNCP90001", "M1601", ""]])
    #expect(try small.read()?.left.isEmpty == true)
    #expect(try small.read()?.rome.map(\.text) == ["M1601"])
    small.set(
      "VoixdAccès",
      [
        ["Numero_Fiche", "Si_Jury"], ["RNCP90001", "Par expérience"],
        ["RNCP90001", "En contrat", "d’apprentissage"],
      ])
    small.set(
      "Ancienne_Nouvelle_Certification",
      [
        ["Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification"],
        ["RNCP90001", "RNCP80001", "", "x"],
      ])
    for (kind, column) in [("Certificateurs", "Siret_Certificateur"), ("Nsf", "Nsf_Code")] {
      small.set(
        kind,
        [["Numero_Fiche", column, "Nom_Certificateur"], ["RNCP90001", "332", "A", "B"]])
    }
    let fiche = try #require(try small.read())
    #expect(fiche.certifiers.isEmpty && fiche.nsf.isEmpty && fiche.predecessors.isEmpty)
    #expect(fiche.pathways == [.experience] && fiche.hasUnreadPathways)
    #expect(fiche.left.map(\.reason) == [.surplus, .surplus, .surplus, .surplus])
    #expect(fiche.left.map(\.line) == [2, 3, 2, 2])
    small.set("Blocs_De_Compétences", [SmallExport.blockColumns, ["RNCP90001", "x", "y", "z"]])
    #expect(
      try small.failure()
        == .tooManyCells(
          file: SmallExport.name("Blocs_De_Compétences"), line: 2, expected: 3))
  }

  @Test(arguments: ["00/00/0000", "-", "–", "0000-00-00", "00/00/0000 00:00", "__/__/____", "."])
  func `a cell that stands for none is not stated, with its place`(text: String) throws {
    let fiche = try #require(
      try SmallExport(SmallExport.fiche(["Date_Effet": text, "Date_Decision": text])).read())
    #expect(fiche.effectiveOn == nil && fiche.decisionOn == nil)
    #expect(fiche.left.map(\.reason) == [.placeholder, .placeholder])
    #expect(fiche.left.map(\.column) == ["Date_Effet", "Date_Decision"])
    #expect(fiche.left.map(\.line) == [2, 2])
    #expect(fiche.left.map(\.value) == [text, text])
  }

  @Test func `a day that cannot be read is the option's`() throws {
    let small = SmallExport(SmallExport.fiche(["Date_Fin_Enregistrement": "31/02/2025"]))
    var choices = OpenDataChoices()
    choices.expiresOn = try CalendarDate(2030, 1, 1)
    let export = try small.export()
    let fiche = try #require(
      try export.fiche("RNCP90001", given: choices.givenDays(entry: false)))
    #expect(fiche.left.map(\.reason) == [.given])
    let framework = try OpenDataFramework(
      fiche, choosing: choices, today: try CalendarDate(2026, 11, 1))
    #expect(framework.registration.expiresOn == choices.expiresOn)
    #expect(throws: OpenDataFailure.self) { try export.fiche("RNCP90001", given: [.effect]) }
  }

  @Test(arguments: [
    [["RNCP90001", "RNCP80001", "RNCP80001"]],
    [["RNCP90001", "RNCP80001", ""], ["RNCP80001", "RNCP90001", ""]],
    [
      ["RNCP90001", "RNCP80001", ""], ["RNCP80001", "RNCP70001", ""],
      ["RNCP70001", "RNCP90001", ""],
    ],
  ]) func `versions that follow each other in a circle are left out`(rows: [[String]]) throws {
    var small = SmallExport()
    let header = ["Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification"]
    small.set(
      "Ancienne_Nouvelle_Certification",
      [header] + rows + [["RNCP95001", "RNCP90001", ""], ["RNCP1", "RNCP2", "", "de trop"]])
    let fiche = try #require(try small.read())
    #expect(fiche.predecessors.isEmpty)
    #expect(fiche.successors.map(\.text) == ["RNCP95001"])
    #expect(fiche.left.map(\.reason).allSatisfy { $0 == .cycle })
    #expect(fiche.left.map(\.value).contains("RNCP80001"))
    #expect(fiche.left.map(\.line).contains(2))
  }

  @Test func `one of the RNCP since 2019 should have blocks`() throws {
    func should(_ changes: [String: String], hasBlocks: Bool = false) throws -> Bool? {
      var small = SmallExport(SmallExport.fiche(changes))
      if !hasBlocks { small.set("Blocs_De_Compétences", [SmallExport.blockColumns]) }
      return try small.read()?.shouldHaveBlocks
    }
    #expect(try should([:]) == true)
    #expect(try should([:], hasBlocks: true) == false)
    #expect(try should(["Actif": "INACTIVE"]) == true)
    let ended = ["Actif": "INACTIVE", "Date_Fin_Enregistrement": "31/12/2018"]
    #expect(try should(ended) == false)
    #expect(try should(["Actif": "", "Date_Fin_Enregistrement": ""]) == false)
  }
}
