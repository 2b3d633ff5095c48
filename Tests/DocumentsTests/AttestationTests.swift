import Documents
import Events
import TestSupport
import Testing

@testable import Documents
@testable import Projections

/// What the three papers say, and what they never say.
@Suite struct AttestationTests {
  private func source(
    _ facts: AttestationFacts, _ languages: Languages = Languages(.french)
  ) -> String {
    facts.document(in: languages).html().withPlainSpaces
  }

  @Test func `the same facts make the same document, which rests on their entries`() throws {
    let facts = try SamplePaper.facts()
    #expect(source(facts) == source(facts))
    #expect(
      facts.document(in: Languages(.french)).grounds == .entries([Position(4), Position(9)]))
  }

  @Test func `an attestation of blocks says first that it is not the certification`() throws {
    let source = source(try SamplePaper.facts())
    let heading = try #require(source.firstRange(of: "ATTESTATION DE BLOCS DE COMPÉTENCES"))
    let not = try #require(source.firstRange(of: "n’est pas la certification"))
    let table = try #require(source.firstRange(of: "<table"))
    #expect(heading.lowerBound < not.lowerBound && not.lowerBound < table.lowerBound)
    #expect(!source.contains("parchment\""))
  }

  @Test func `a part of the other registers is a component, and is feminine`() throws {
    var facts = try SamplePaper.facts()
    facts.certification = try SamplePaper.title("3474", .inventaire, level: nil)
    #expect(source(facts).contains("Cette composante est acquise sans limite de durée."))
    facts.held.append(try SamplePaper.part(2))
    #expect(source(facts).contains("Ces composantes sont acquises sans limite de durée."))
    #expect(!source(facts).contains("bloc de") && !source(facts).contains("blocs"))
    #expect(!source(facts).contains("niveau"))
  }

  @Test func `a limited validity is said for each block`() throws {
    var facts = try SamplePaper.facts()
    facts.held = [
      try SamplePaper.part(1, lastDay: try CalendarDate(2025, 6, 18)), try SamplePaper.part(2),
    ]
    let source = source(facts)
    #expect(source.contains("Valable jusqu’au"))
    #expect(source.contains("18 juin 2025"))
    #expect(source.contains("sans limite</td>"))
    #expect(!source.contains("sans limite de durée"))
  }

  @Test func `where a block recognised comes from is said, with what it rests on`() throws {
    let source = BlockSource(
      basis: .equivalence, candidacy: nil, certification: nil, block: nil, jury: nil, on: nil,
      document: try FreeText("Arrêté <1>"), authority: try FreeText("Ministère & Cie"))
    var facts = try SamplePaper.facts()
    facts.held = [try SamplePaper.part(1, source: source)]
    let page = self.source(facts)
    #expect(
      page.contains("équivalence, « Arrêté &lt;1&gt; », accordée par Ministère &amp; Cie"))
    #expect(page.contains("non précisée"))
  }

  @Test func `a window that lapsed takes nothing away`() throws {
    let lastDay = try CalendarDate(2025, 6, 18)
    let lapsed = try SamplePaper.window(.lapsed, lastDay: lastDay)
    #expect(
      lapsed.sentence?.french
        == "Le délai pour compléter a pris fin le 18 juin 2025 ; ce qui est acquis le reste.")
    let extended = try SamplePaper.window(.open, lastDay: lastDay, extended: true)
    #expect(
      extended.sentence?.english
        == "What is missing may be acquired until 18 June 2025, included, extension included.")
    #expect(try SamplePaper.window(.open).sentence?.french.contains("Aucun délai") == true)
    #expect(try SamplePaper.window(.completed).sentence == nil)
  }

  @Test(arguments: CandidacyStatus.allCases)
  func `no paper says the pathway or shows a picture`(status: CandidacyStatus) throws {
    for var facts in [
      try SamplePaper.facts(), try SamplePaper.facts(.certification),
      try SamplePaper.certificate(),
    ] {
      facts.status = status
      let source = source(facts, Languages(.french, and: .english))
      for pathway in ["VAE", "apprenti", "formation continue", "expérience", "experience"] {
        #expect(!source.contains(pathway))
      }
      for outside in ["<img", "<script", "http", "url(", "src="] {
        #expect(!source.contains(outside))
      }
    }
  }

  @Test func `what is passed over, open or lost since is said in the document`() throws {
    var facts = try SamplePaper.facts()
    facts.warnings = [Text("Un recours est en cours.", "An appeal is pending.")]
    facts.changes = [Text("Depuis l’émission, rien.", "Since then, nothing.")]
    facts.isAsOf = true
    let source = source(facts)
    let warning = try #require(source.firstRange(of: "class=\"warning\""))
    let table = try #require(source.firstRange(of: "<table"))
    #expect(warning.lowerBound < table.lowerBound)
    for said in [
      "Un recours est en cours.", "Depuis l’émission, rien.",
      "Situation au 25 novembre 2026, d’après l’état du registre à la position 42",
    ] { #expect(source.contains(said)) }
  }

  @Test func `a certificate is signed on the day of its number`() throws {
    let source = source(try SamplePaper.certificate())
    #expect(source.contains("CERTIFICAT DE COMPÉTENCES"))
    #expect(source.contains("Fait à Paris, le 1er juillet 2020"))
    #expect(!source.contains("25 novembre 2026"))
  }
}
