import Documents
import Events

@testable import Documents
@testable import Projections

/// What a paper states, in a sample that a test changes.
enum SamplePaper {
  static func facts(_ paper: AttestationFacts.Paper = .blocks) throws -> AttestationFacts {
    AttestationFacts(
      paper: paper, candidacy: try CandidacyID("D-1"), status: .partiallyCertified,
      holder: try holder(), issuer: try issuer(), certification: try title(),
      held: [try part(1)], missing: [try named(2)], window: try window(), awardedOn: nil,
      certificate: nil, partialCertificates: [], changes: [], warnings: [],
      on: try CalendarDate(2026, 11, 25), known: Position(42), isAsOf: false,
      positions: [Position(4), Position(9)])
  }

  static func certificate() throws -> AttestationFacts {
    let number = IssuedNumber(
      number: try CertificateNumber("AF-1"), issuedOn: try CalendarDate(2020, 7, 1), blocks: nil,
      replaces: nil, duplicatedOn: nil)
    var facts = try facts(.certificate(number))
    facts.status = .certified
    facts.awardedOn = try CalendarDate(2020, 6, 18)
    facts.certificate = number
    return facts
  }

  static func holder(
    birthDate: String? = "1981-04-09", usageName: String? = nil, sex: Sex? = .female,
    place: BirthPlace? = nil
  ) throws -> Identity {
    Identity(
      birthName: try FreeText("Lefèvre"), usageName: try usageName.map { try FreeText($0) },
      firstNames: try NonEmpty([FreeText("Sandrine")]),
      birthDate: try birthDate.map { try BirthDate($0) }, sex: sex, birthPlace: place)
  }

  static func issuer() throws -> Issuer {
    Issuer(
      name: try FreeText("A F P O L S"), siret: try SIRET("78435388000023"),
      place: try FreeText("Paris"), signatoryName: "Claire Signataire",
      signatoryTitle: try FreeText("Directrice"))
  }

  static func title(
    _ code: String = "RNCP38052", _ register: Register = .rncp, level: Int? = 4,
    decisionOn: CalendarDate? = nil
  ) throws -> RegisteredTitle {
    RegisteredTitle(
      code: try CertificationCode(code), register: register, title: try FreeText("Titre"),
      level: try level.map { try Count($0) }, nsf: [try FreeText("332")], decisionOn: decisionOn,
      expiresOn: nil, successor: nil, document: try FreeText("certificat de compétences"),
      validYears: nil)
  }

  static func named(_ number: Int, _ title: String = "Intitulé") throws -> NamedBlock {
    NamedBlock(code: try BlockCode("RNCP38052BC0\(number)"), title: try FreeText(title))
  }

  static func part(
    _ number: Int, title: String = "Intitulé", source: BlockSource? = nil,
    lastDay: CalendarDate? = nil
  ) throws -> HeldPart {
    HeldPart(
      block: try named(number, title), status: source == nil ? .validated : .recognised,
      since: try CalendarDate(2020, 6, 18), jury: source == nil ? try JuryID("J-1") : nil,
      source: source, lastDay: lastDay)
  }

  static func window(
    _ status: CompletionWindow.Status = .open, lastDay: CalendarDate? = nil, extended: Bool = false
  ) throws -> CompletionWindow {
    CompletionWindow(
      status: status, opensOn: try CalendarDate(2020, 6, 18), lastDay: lastDay, daysLeft: nil,
      extended: extended, completedOn: nil, basis: .policy)
  }
}
