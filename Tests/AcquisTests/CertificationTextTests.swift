import AcquisLedger
import Catalogue
import Events
import Projections
import TestSupport
import Testing

@testable import acquis

/// What `certification` prints: the whole framework, wrapped.
struct CertificationTextTests {
  private static let codes = ["RNCP38052", "3474"]
  private static let languages: [Language] = [.french, .english]

  /// The answer about a certification of the catalogue, with supersessions recorded after it.
  private func answer(
    _ code: String, on day: String = "2026-11-26", _ facts: [Fact] = []
  ) throws -> CertificationAnswer {
    let (day, code) = (try CalendarDate(day), try CertificationCode(code))
    let others = try facts.enumerated().map { index, fact in
      Event(
        id: EventID(high: 1, low: UInt64(index)), occurredOn: try CalendarDate("2026-09-21"),
        recordedBy: try RecorderID("officer:1"), fact: fact)
    }
    let envelopes = (try BuiltInCatalogue.events() + others).enumerated().map {
      Envelope(position: Position(Int64($0 + 1)), recordedAt: .epoch, event: $1)
    }
    var state = LedgerState(TimelessFacts(envelopes))
    for envelope in envelopes where envelope.event.occurredOn <= day { state.apply(envelope) }
    let found = try #require(state.certification(code, on: day))
    let entry = envelopes[Int(found.position.number) - 1].event
    return try CertificationAnswer(
      on: day, known: Position(Int64(envelopes.count)), state: found, entry: entry,
      catalogue: BuiltInCatalogue.edition(of: found.registration),
      figures: CertificationFigures(
        of: code, years: state.statistics(of: code), juries: [], on: day))
  }

  /// The lines as one text with single spaces, whatever their breaks.
  private func text(_ answer: CertificationAnswer, _ language: Language) -> String {
    CertificationText.lines(answer, in: language, width: 80)
      .flatMap { $0.split(separator: " ") }.joined(separator: " ").withPlainSpaces
  }

  @Test(arguments: codes, languages) func `no line is wider than the terminal, and none is cut`(
    code: String, language: Language
  ) throws {
    let answer = try answer(code)
    for width in [80, 60] {
      let lines = CertificationText.lines(answer, in: language, width: width)
      #expect(lines.allSatisfy { $0.count <= width && !$0.contains("…") })
      #expect(lines.allSatisfy { ![":", ";", "»"].contains($0.drop { $0 == " " }.prefix(1)) })
      let words = lines.flatMap { $0.split(separator: " ") }
      let whole = CertificationText.lines(answer, in: language, width: .max)
      #expect(words == whole.flatMap { $0.split(separator: " ") })
    }
  }

  @Test(arguments: codes, languages)
  func `every competency, activity and text of a framework is shown`(
    code: String, language: Language
  ) throws {
    let answer = try answer(code)
    let shown = text(answer, language)
    let registration = answer.state.registration
    for block in registration.blocks.elements {
      #expect(shown.contains("\(block.code) \(block.title.text)"))
      for competency in block.competencies {
        #expect(shown.contains("\(competency.code) \(competency.label.text)"))
      }
      guard case .activities(let activities) = block.content else { continue }
      for activity in activities.elements {
        #expect(shown.contains("\(activity.code) \(activity.title.text)"))
      }
    }
    let codes = registration.codes
    let lists = [
      registration.targetActivities, registration.sites, registration.sectors, registration.jobs,
      registration.keywords, codes.nsf, codes.formacode, codes.rome, codes.naf,
    ]
    var texts: [FreeText] = lists.flatMap { $0?.elements ?? [] } + [registration.document]
    texts += (registration.aliases?.elements ?? []).map(\.title)
    texts += (registration.prerequisites?.elements ?? []).map(\.label)
    texts += (registration.training?.elements ?? []).compactMap(\.rhythm)
    texts += (registration.overseas?.elements ?? []).map(\.territory)
    texts += (registration.certifiers?.elements ?? []).map(\.name)
    for text in texts { #expect(shown.contains(text.text), "\(text.text)") }
    for pathway in Pathway.allCases { #expect(shown.contains(pathway.text.text(in: language))) }
    #expect(try shown.contains(#require(answer.entry.clearReason)))
  }

  @Test func `the facts of 3474 are told with what they rest on`() throws {
    let shown = text(try answer("3474"), .english)
    let parts: [String] = [
      "category: C", "registered in the Inventaire since 2012-07-06, without a stated end",
      "version of the document: 2018-03-27", "document printed on: 2019-04-25",
      "SIRET 78435388000023", "sustainable development: level 2",
      "39 days (273 h) in the centre, 2 of them for assessment",
      "62 days (434 h) in the centre, 2 of them for assessment; 5 weeks, 25 days, 175 h in a company; with a tutor",
      "selection (job seeker): an entry test and an interview with one person of the training body and one representative of a housing body",
      "one of these prerequisites is enough",
      "continuing training: open, by the fiche jury: president, human-resources representative, operational representative; by the certifier’s policy",
      "student status: closed, by the certifier’s policy",
      "experience (VAE): open only to complete a partial certification, by the fiche",
      "partial certification is possible", "time to complete: 5 years, by the fiche",
      "validity of a component: without limit, by the fiche",
      "every competency is assessed for the full certification",
      "about 20 certified in all, of no stated year", "forecast: 20 to 30 certified a year",
      "position 2; catalogue of edition 2026-2", "On 2026-11-26 0 candidacies, 0 open windows",
    ]
    for part in parts { #expect(shown.contains(part), "\(part)") }
  }

  @Test func `the facts of RNCP38052 are told with what they rest on`() throws {
    let shown = text(try answer("RNCP38052"), .french)
    let parts: [String] = [
      "(intitulé selon la politique du certificateur)", "niveau de qualification : 4",
      "n’habilite aucun autre organisme à former",
      "Nouvelle Calédonie : non indiqué", "prérequis conseillé : Niveau 3, conseillé [level3]",
      "apprentissage : ouverte, selon la fiche",
      "candidature individuelle : fermée, selon la fiche",
      "2018 : 7 certifiés, dont 0 par la VAE ; en emploi à six mois 100 %, dans le métier visé 100 %, à deux ans 100 %",
      "2019 : 15 certifiés, dont 0 par la VAE ; en emploi à six mois 100 %, dans le métier visé 93 %, à deux ans 80 %",
      "évaluation : étude de cas", "référentiel daté du 1er janvier 2017, position 1",
    ]
    for part in parts { #expect(shown.contains(part), "\(part)") }
  }

  @Test func `a registration is in force on its last day, and past the day after`() throws {
    let last = try answer("RNCP38052", on: "2026-09-20")
    #expect(text(last, .french).contains("(RNCP), échéance le 20 septembre 2026"))
    #expect(text(last, .english).contains("registered in the RNCP, until 2026-09-20 included"))
    let past = try answer("RNCP38052", on: "2026-09-21")
    #expect(
      text(past, .french).contains(
        "enregistrée au Répertoire national des certifications professionnelles (RNCP), échéance le 20 septembre 2026 (dépassée) : inscriptions closes, sauf pour compléter"
      ))
    #expect(
      text(past, .english).contains(
        "was registered in the RNCP until 2026-09-20: enrolment is closed, except to complete"))
  }

  @Test func `what succeeds a certification is told on its page and on the other's`() throws {
    let fact = Fact.certificationSuperseded(
      CertificationSuperseded(
        certification: try CertificationCode("3474"), by: try CertificationCode("RNCP38052"),
        correspondences: try NonEmpty([
          Correspondence(from: try BlockCode("3474D1"), to: try BlockCode("RNCP38052BC01"))
        ])))
    let older = try answer("3474", [fact])
    #expect(
      text(older, .english).contains(
        "superseded by RNCP38052 on 2026-09-21, position 3 3474D1 → RNCP38052BC01"))
    #expect(
      text(try answer("RNCP38052", [fact]), .french).contains(
        "remplace 3474 depuis le 21 septembre 2026, position 3 3474D1 → RNCP38052BC01"))
    #expect(
      text(try answer("3474", on: "2026-09-20", [fact]), .english).contains("superseded") == false)
    let told: JSONValue = [
      [
        "certification": "RNCP38052", "on": "2026-09-21", "position": 3,
        "correspondences": [["from": "3474D1", "to": "RNCP38052BC01"]],
      ]
    ]
    #expect(older.json["supersededBy"] == told && older.json["supersedes"] == [])
  }

  @Test(arguments: codes) func `the framework in JSON is the data as registered`(
    code: String
  ) throws {
    let answer = try answer(code)
    let data = try EncodedEvent(answer.entry).bytes(recordedAt: .epoch)
    #expect(try answer.json["framework"] == JSONValue(parsing: data)["data"])
    #expect(answer.json["catalogue"] == "2026-2")
    #expect(answer.json["occurredOn"] == .string(answer.entry.occurredOn.description))
    let pathways = try #require(answer.json["pathways"])
    let bases = (0..<6).map { pathways.value(at: ["\($0)", "juryBasis"]) }
    #expect(
      bases.compactMap(\.self).filter { $0 != .null }
        == Array(
          repeating: code == "3474" ? "policy" : "fiche", count: code == "3474" ? 3 : 4))
  }
}
