import Catalogue
import Events
import Testing

/// The framework that the open data give.
@Suite struct `A framework from the open data` {
  private func choices(_ change: (inout OpenDataChoices) throws -> Void) rethrows -> OpenDataChoices
  {
    var choices = OpenDataChoices()
    try change(&choices)
    return choices
  }

  private func fields(_ framework: OpenDataFramework?) -> [String] {
    framework?.notStated.map(\.field) ?? []
  }

  @Test func `has what the data state, by the fiche`() throws {
    let data = try #require(try SmallExport().framework()).registration
    #expect(data.certification.text == "RNCP90001")
    #expect(data.level?.value == 4)
    #expect(data.registeredOn?.description == "2020-01-05")
    #expect(data.registrationDecisionOn?.description == "2020-01-03")
    #expect(data.expiresOn?.description == "2030-01-04")
    #expect(data.editionOn?.description == "2026-10-01")
    #expect(data.overseas?.elements.map(\.included) == [true, false])
    #expect(data.overseas?.elements.map(\.stated) == [true, true])
    #expect(data.partialCertification)
    let rules = data.pathways.elements
    #expect(Set(rules.filter(\.open).map(\.pathway)) == [.experience, .apprenticeship])
    #expect(rules.allSatisfy { $0.basis == .fiche })
    #expect(
      rules.allSatisfy { ($0.juryBasis == .policy) == $0.open && ($0.jury != nil) == $0.open })
  }

  @Test func `lists what they do not state, with the option`() throws {
    let framework = try #require(try SmallExport().framework())
    #expect(
      fields(framework) == [
        "lastDeliveryOn", "competencies", "jury", "everyCompetencyAssessed", "blockValidity",
        "completionWindow", "certificationValidity", "document",
      ])
    #expect(framework.notStated.first?.option == "--last-delivery")
    #expect(framework.registration.completionWindow == TimeLimit(years: nil, basis: .policy))
  }

  @Test func `has one competency a block, which says that it is not in the data`() throws {
    let blocks = try #require(try SmallExport().framework()).registration.blocks.elements
    #expect(
      blocks.flatMap(\.competencies).map(\.code.text)
        == ["RNCP90001BC01-C01", "RNCP90001BC02-C01"])
  }

  @Test func `a publication day is never taken for the decision's`() throws {
    let small = SmallExport(SmallExport.fiche(["Date_Decision": "", "Date_Effet": ""]))
    let framework = try #require(try small.framework())
    #expect(framework.registration.registrationDecisionOn == nil)
    #expect(framework.registration.registeredOn == nil)
    #expect(fields(framework).contains("registrationDecisionOn"))
    let fiche = try #require(try small.read())
    #expect(fiche.day(until: try CalendarDate(2026, 1, 1))?.description == "2020-01-02")
    #expect(fiche.day(until: try CalendarDate(2019, 1, 1)) == nil)
  }

  @Test func `a certification without blocks has one part under a code that is not official`()
    throws
  {
    var small = SmallExport()
    small.set("Blocs_De_Compétences", [SmallExport.blockColumns])
    let framework = try #require(try small.framework())
    #expect(framework.hasNoBlocks && !framework.arePartsGiven)
    #expect(framework.unknownBlocks == nil)
    let block = try #require(framework.registration.blocks.elements.first)
    #expect(block.code.text == "RNCP90001-TOUT")
    #expect(block.title.text == "Essai de l’accueil")
    #expect(fields(framework).contains("blocks"))
  }

  @Test func `blocks of which nothing is known are not a certification without blocks`() throws {
    var small = SmallExport()
    small.set(
      "Blocs_De_Compétences",
      [SmallExport.blockColumns, ["RNCP90001", "n importe quoi", "Accueillir"]])
    #expect(try small.framework()?.unknownBlocks == .noneRead)
    small.files = small.files.filter { !$0.key.contains("Blocs") }
    #expect(try small.framework()?.unknownBlocks == .noFile)
    let given = try choices {
      $0.parts = [OpenDataChoices.Part(code: "BC01", title: try FreeText("Accueillir"))]
    }
    #expect(try small.framework(given)?.unknownBlocks == nil)
    #expect(try small.framework(given)?.arePartsGiven == true)
    #expect(
      try small.framework(given)?.registration.blocks.elements.map(\.code.text)
        == ["RNCP90001BC01"])
    #expect(try SmallExport().framework()?.unknownBlocks == nil)
  }

  @Test func `rows of blocks that cannot be read are given one by one, or refused`() throws {
    var small = SmallExport()
    let rows = [
      ["RNCP90001", "RNCP90001BC01", "Accueillir"], ["RNCP90001", "BC/2", "Orienter"],
      ["RNCP90001", "RNCP99BC02", "D’aucune fiche"], ["RNCP90001", "BC/2", "Orienter"],
    ]
    small.set("Blocs_De_Compétences", [SmallExport.blockColumns] + rows)
    func given(_ codes: String...) throws -> OpenDataFramework? {
      try small.framework(
        choices {
          $0.parts = try codes.map {
            OpenDataChoices.Part(code: $0, title: try FreeText("Essai \($0)"))
          }
        })
    }
    #expect(try given()?.unknownBlocks == .someUnread)
    #expect(try given("BC02")?.unknownBlocks == .someUnread)
    let whole = try #require(try given("BC03", "RNCP90001BC02"))
    #expect(whole.unknownBlocks == nil && !whole.hasNoBlocks)
    #expect(
      whole.registration.blocks.elements.map(\.code.text)
        == ["RNCP90001BC01", "RNCP90001BC02", "RNCP90001BC03"])
    #expect(
      whole.notStated.first { $0.field == "blocks" }?.value
        == ["RNCP90001BC02", "RNCP90001BC03"])
    #expect(throws: OpenDataContradiction.code("RNCP900012BC01")) { try given("RNCP900012BC01") }
    small.set("Blocs_De_Compétences", [SmallExport.blockColumns] + rows.dropFirst())
    #expect(try given("BC01")?.unknownBlocks == .someUnread)
  }

  @Test func `a block of another fiche of the export is left out, or added if it is given`() throws
  {
    var small = SmallExport()
    small.set(
      "Standard",
      [SmallExport.columns, SmallExport.fiche, SmallExport.fiche(["Numero_Fiche": "RNCP95001"])])
    small.set(
      "Blocs_De_Compétences",
      [
        SmallExport.blockColumns, ["RNCP90001", "RNCP90001BC01", "Accueillir"],
        ["RNCP90001", "RNCP95001BC02", "Orienter"],
      ])
    let framework = try #require(try small.framework())
    #expect(framework.unknownBlocks == nil)
    #expect(framework.registration.blocks.elements.map(\.code.text) == ["RNCP90001BC01"])
    let more = try small.framework(
      choices { $0.parts = [OpenDataChoices.Part(code: "BC02", title: try FreeText("x"))] })
    #expect(more?.registration.blocks.elements.count == 2)
  }

  @Test func `where a pathway is not understood, none is closed by the fiche`() throws {
    var small = SmallExport()
    small.set(
      "VoixdAccès",
      [
        ["Numero_Fiche", "Si_Jury"], ["RNCP90001", "Par expérience"], ["RNCP90001", "Par décret"],
      ])
    let framework = try #require(try small.framework())
    let rules = framework.registration.pathways.elements
    #expect(rules.filter(\.open).map(\.pathway) == [.experience])
    #expect(rules.allSatisfy { $0.basis == ($0.open ? .fiche : .policy) })
    let gap = framework.notStated.first { $0.field == "pathways" }
    #expect(gap?.option == "--pathways" && gap?.value == ["experience"])
    let given = try small.framework(choices { $0.pathways = [.experience, .student] })
    let open = try #require(given).registration.pathways.elements.filter(\.open)
    #expect(Set(open.map(\.pathway)) == [.experience, .student])
    #expect(open.allSatisfy { $0.basis == ($0.pathway == .experience ? .fiche : .policy) })
    #expect(open.allSatisfy { $0.juryBasis == ($0.pathway == .experience ? .policy : nil) })
    #expect(throws: OpenDataContradiction.stated(option: "--pathways")) {
      try small.framework(choices { $0.pathways = [.student] })
    }
  }

  @Test func `an export dated of a day to come gives no day of its edition`() throws {
    let fiche = try #require(try SmallExport().read())
    func edition(on today: CalendarDate) throws -> CalendarDate? {
      try OpenDataFramework(fiche, choosing: OpenDataChoices(), today: today)
        .registration.editionOn
    }
    #expect(try edition(on: try CalendarDate(2026, 9, 30)) == nil)
    #expect(try edition(on: try CalendarDate(2026, 10, 1)) == fiche.editionOn)
  }

  @Test func `parts of a certification without blocks may be given`() throws {
    var small = SmallExport()
    small.files = small.files.filter { !$0.key.contains("Blocs") }
    let given = try choices {
      $0.parts = [
        OpenDataChoices.Part(code: "p1", title: try FreeText("Un")),
        OpenDataChoices.Part(code: "RNCP90001-P2", title: try FreeText("Deux")),
      ]
    }
    let blocks = try #require(try small.framework(given)).registration.blocks.elements
    #expect(blocks.map(\.code.text) == ["RNCP90001-P1", "RNCP90001-P2"])
    #expect(blocks.map(\.title.text) == ["Un", "Deux"])
  }

  @Test func `a block without a label has a title that says so, or the one given`() throws {
    var small = SmallExport()
    small.set(
      "Blocs_De_Compétences",
      [
        ["Numero_Fiche", "Bloc_Competences_Code", "Bloc_Competences_Libelle"],
        ["RNCP90001", "RNCP90001BC01", ""],
      ])
    let framework = try #require(try small.framework())
    #expect(framework.untitled.map(\.text) == ["RNCP90001BC01"])
    #expect(
      framework.registration.blocks.elements.map(\.title.text)
        == ["RNCP90001BC01 (intitulé non publié)"])
    let given = try choices {
      $0.parts = [OpenDataChoices.Part(code: "BC01", title: try FreeText("Accueillir"))]
    }
    let titled = try #require(try small.framework(given))
    #expect(titled.registration.blocks.elements.map(\.title.text) == ["Accueillir"])
    #expect(titled.untitled.isEmpty)
  }

  @Test func `without a pathway all are open by policy, or those chosen`() throws {
    var small = SmallExport()
    small.files = small.files.filter { !$0.key.contains("Voix") }
    let all = try #require(try small.framework()).registration.pathways.elements
    #expect(all.allSatisfy { $0.open && $0.basis == .policy && $0.juryBasis == nil })
    let one = try #require(try small.framework(choices { $0.pathways = [.experience] }))
    #expect(one.registration.pathways.elements.filter(\.open).map(\.pathway) == [.experience])
  }

  @Test func `partial certification that is not stated follows from several blocks of the RNCP`()
    throws
  {
    var small = SmallExport(SmallExport.fiche(["Validation_Partielle": ""]))
    let framework = try #require(try small.framework())
    #expect(framework.registration.partialCertification)
    #expect(fields(framework).contains("partialCertification"))
    small.files = small.files.filter { !$0.key.contains("Blocs") }
    #expect(try small.framework()?.registration.partialCertification == false)
  }

  @Test func `a file that is missing leaves what it states not stated`() throws {
    var small = SmallExport()
    small.files = small.files.filter { $0.key == SmallExport.standard }
    let all = fields(try small.framework())
    for field in [
      "certifiers", "blocks", "pathways", "codes.nsf", "codes.formacode", "codes.rome",
      "supersessions",
    ] {
      #expect(all.contains(field), "\(field)")
    }
  }

  @Test func `an option that contradicts the data is refused, one that repeats them is not`() throws
  {
    let small = SmallExport()
    #expect(throws: OpenDataContradiction.stated(option: "--level")) {
      try small.framework(choices { $0.level = try Count(5) })
    }
    #expect(throws: OpenDataContradiction.stated(option: "--pathways")) {
      try small.framework(choices { $0.pathways = [.student] })
    }
    #expect(throws: OpenDataContradiction.stated(option: "--registered-on")) {
      try small.framework(choices { $0.registeredOn = try CalendarDate(2021, 1, 1) })
    }
    #expect(throws: OpenDataContradiction.noSuchBlock("BC09")) {
      try small.framework(
        choices { $0.parts = [OpenDataChoices.Part(code: "BC09", title: try FreeText("x"))] })
    }
    #expect(throws: OpenDataContradiction.self) {
      try small.framework(
        choices { $0.parts = [OpenDataChoices.Part(code: "BC01", title: try FreeText("x"))] })
    }
    #expect(try small.framework(choices { $0.level = try Count(4) }) != nil)
  }

  @Test func `a certifier that is given comes after those of the data`() throws {
    let given = try choices {
      $0.certifiers = [
        Certifier(name: try FreeText("AUTRE EXEMPLE"), siret: try SIRET("98765432100019"))
      ]
    }
    let names = try #require(try SmallExport().framework(given)).registration.certifiers?.elements
    #expect(names?.map(\.name.text) == ["ORGANISME EXEMPLE", "AUTRE EXEMPLE"])
  }
}
