import Catalogue
import Events
import Testing

/// What the export says badly, twice or not at all.
@Suite struct `Doubtful open data` {
  @Test func `every bad cell of the fiche is reported, not only the first`() throws {
    let small = SmallExport(
      SmallExport.fiche([
        "Intitule": " ", "Validation_Partielle": "peut-être", "Date_Decision": "31/02/2025",
        "Date_Fin_Enregistrement": "bientôt",
      ]))
    guard case .cells(let cells) = try small.failure() else {
      Issue.record("no cell")
      return
    }
    #expect(
      cells.map(\.column)
        == ["Intitule", "Validation_Partielle", "Date_Decision", "Date_Fin_Enregistrement"])
    #expect(cells.map(\.expected) == [.text, .yesOrNo, .day, .day])
    #expect(cells.map(\.option) == [nil, nil, nil, "--expires-on"])
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
