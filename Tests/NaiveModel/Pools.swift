internal import Catalogue
internal import Events

/// The few ids and the frameworks that commands are made of.
struct Pools {
  let builtIn: [Event]
  /// The two built-in certifications, then a successor of the first, registered during the history.
  let frameworks: [CertificationRegistered]
  /// The framework of most enrolments.
  let main: CertificationRegistered
  let candidates: [CandidateID]
  let candidacies: [CandidacyID]
  let juries: [JuryID]
  let members: [JuryMember]
  let numbers: [CertificateNumber]
  let flows: [FlowID]
  let recorder: RecorderID
  let text: FreeText
  let sealed: Sealed

  init(main: Int) throws {
    builtIn = try BuiltInCatalogue.events()
    let registered = builtIn.compactMap { event in
      if case .certificationRegistered(let data) = event.fact { data } else { nil }
    }
    frameworks = registered + [try Self.successor()]
    self.main = frameworks[main % 2]
    candidates = try (1...3).map { try CandidateID("P\($0)") }
    candidacies = try (1...5).map { try CandidacyID("D\($0)") }
    juries = try (1...4).map { try JuryID("J\($0)") }
    text = try FreeText("x")
    sealed = try Sealed(
      key: try KeyID("k"), nonce: "AAAAAAAAAAAAAAAA", text: "AAAAAAAAAAAAAAAAAAAAAAAA")
    let name = sealed
    members = try [
      JuryRole.president, .humanResources, .operations, .other, .president, .operations,
    ].enumerated().map { index, role in
      JuryMember(member: try MemberID("M\(index + 1)"), role: role, name: name)
    }
    numbers = try (1...12).map { try CertificateNumber("N\($0)") }
    flows = try (1...2).map { try FlowID("F\($0)") }
    recorder = try RecorderID("officer:1")
  }

  /// A text, sealed where it concerns one person.
  func words(about fact: Fact) -> RecordedText {
    fact.person == nil ? .clear(text) : .sealed(sealed)
  }

  static let successorCode = "RNCP38052B"

  /// Three blocks of two competencies, valid two years, to complete within one.
  static func successor() throws -> CertificationRegistered {
    let modalities: [NonEmpty<Modality>?] = [
      nil, try NonEmpty([.file]), try NonEmpty([.simulation, .interview]),
    ]
    let blocks = try (1...3).map { number in
      let code = "\(successorCode)C0\(number)"
      let competencies = try (1...2).map { order in
        Competency(code: try CompetencyCode("\(code)-C0\(order)"), label: try FreeText("x"))
      }
      return Block(
        code: try BlockCode(code), title: try FreeText("x"), modalities: modalities[number - 1],
        content: .competencies(try NonEmpty(competencies)))
    }
    let jury = try NonEmpty([JuryRole.president, .operations])
    return CertificationRegistered(
      certification: try CertificationCode(successorCode), register: .rncp,
      title: try FreeText("x"), expiresOn: try CalendarDate(2024, 2, 29),
      lastDeliveryOn: try CalendarDate(2025, 2, 28),
      certificationValidity: TimeLimit(years: nil, basis: .policy), codes: NomenclatureCodes(),
      blocks: try NonEmpty(blocks),
      pathways: try NonEmpty([
        PathwayRule(pathway: .continuingTraining, open: true, jury: jury, basis: .fiche),
        PathwayRule(pathway: .experience, open: true, jury: jury, basis: .fiche),
        PathwayRule(
          pathway: .individual, open: true, completionOnly: true, jury: jury, basis: .policy),
        PathwayRule(pathway: .student, open: false, basis: .fiche),
      ]),
      prerequisites: try NonEmpty([
        Prerequisite(code: try PrerequisiteCode("level3"), label: try FreeText("x"))
      ]),
      partialCertification: true, everyCompetencyAssessed: false,
      blockValidity: TimeLimit(years: try Count(2), basis: .policy),
      completionWindow: TimeLimit(years: try Count(1), basis: .fiche),
      document: try FreeText("x"))
  }

  /// Each block of the first certification with the block of the successor it counts for.
  func correspondences() throws -> NonEmpty<Correspondence> {
    let from = frameworks[0].blocks.elements
    let to = frameworks[2].blocks.elements
    return try NonEmpty(
      from.indices.map { Correspondence(from: from[$0].code, to: to[min($0, 2)].code) })
  }
}
