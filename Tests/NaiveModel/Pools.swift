internal import Catalogue
internal import Events

/// The few ids and the frameworks that commands are made of.
struct Pools {
  let builtIn: [Event]
  /// The two built-in certifications, then a successor of the first and a successor of that one,
  /// registered during the history.
  let frameworks: [CertificationRegistered]
  /// The framework of most enrolments.
  let main: CertificationRegistered
  let candidates: [CandidateID]
  let candidacies: [CandidacyID]
  let juries: [JuryID]
  let members: [JuryMember]
  /// Some differ in case only.
  let numbers: [CertificateNumber]
  let flows: [FlowID]
  let recorder: RecorderID
  let text: FreeText
  let sealed: Sealed
  let siret: SIRET

  init(main: Int) throws {
    builtIn = try BuiltInCatalogue.events()
    let registered = builtIn.compactMap { event in
      if case .certificationRegistered(let data) = event.fact { data } else { nil }
    }
    frameworks = registered + [try Self.successor(), try Self.latest()]
    self.main = frameworks[main % 2]
    candidates = try (1...3).map { try CandidateID("P\($0)") }
    candidacies = try (1...5).map { try CandidacyID("D\($0)") }
    juries = try (1...5).map { try JuryID("J\($0)") }
    text = try FreeText("x")
    sealed = try Sealed(
      key: try KeyID("k"), nonce: "AAAAAAAAAAAAAAAA", text: "AAAAAAAAAAAAAAAAAAAAAAAA")
    let name = sealed
    members = try [
      JuryRole.president, .humanResources, .operations, .other, .president, .operations,
    ].enumerated().map { index, role in
      JuryMember(member: try MemberID("M\(index + 1)"), role: role, name: name)
    }
    numbers =
      try ["N1/ä", "n1/Ä", "N° 2", "n° 2"].map { try CertificateNumber($0) }
      + (3...12).map { try CertificateNumber("N\($0)") }
    flows = try (1...2).map { try FlowID("F\($0)") }
    recorder = try RecorderID("officer:1")
    siret = try SIRET("78435388000023")
  }

  /// A text, sealed where it concerns one person.
  func words(about fact: Fact) -> RecordedText {
    fact.person == nil ? .clear(text) : .sealed(sealed)
  }

  static let successorCode = "RNCP38052B"
  static let latestCode = "RNCP38052D"

  /// Three blocks of two competencies, valid two years, to complete within one.
  static func successor() throws -> CertificationRegistered {
    try framework(
      successorCode, blocks: 3, expiresOn: try CalendarDate(2024, 2, 29),
      lastDeliveryOn: try CalendarDate(2025, 2, 28),
      blockValidity: TimeLimit(years: try Count(2), basis: .policy),
      completionWindow: TimeLimit(years: try Count(1), basis: .fiche))
  }

  /// Two blocks of two competencies, valid without limit, to complete within three years.
  static func latest() throws -> CertificationRegistered {
    try framework(
      latestCode, blocks: 2, expiresOn: nil, lastDeliveryOn: nil,
      blockValidity: TimeLimit(years: nil, basis: .fiche),
      completionWindow: TimeLimit(years: try Count(3), basis: .policy))
  }

  private static func framework(
    _ certification: String, blocks count: Int, expiresOn: CalendarDate?,
    lastDeliveryOn: CalendarDate?, blockValidity: TimeLimit, completionWindow: TimeLimit
  ) throws -> CertificationRegistered {
    let modalities: [NonEmpty<Modality>?] = [
      nil, try NonEmpty([.file]), try NonEmpty([.simulation, .interview]),
    ]
    let blocks = try (1...count).map { number in
      let code = "\(certification)C0\(number)"
      let competencies = try (1...2).map { order in
        Competency(code: try CompetencyCode("\(code)-C0\(order)"), label: try FreeText("x"))
      }
      return Block(
        code: try BlockCode(code), title: try FreeText("x"), modalities: modalities[number - 1],
        content: .competencies(try NonEmpty(competencies)))
    }
    let jury = try NonEmpty([JuryRole.president, .operations])
    return CertificationRegistered(
      certification: try CertificationCode(certification), register: .rncp,
      title: try FreeText("x"), expiresOn: expiresOn, lastDeliveryOn: lastDeliveryOn,
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
      partialCertification: true, everyCompetencyAssessed: false, blockValidity: blockValidity,
      completionWindow: completionWindow, document: try FreeText("x"))
  }

  /// Blocks of a certification with the blocks of another that they count for.
  ///
  /// - Parameter leavesOne: whether the last block has none and stays behind.
  func correspondences(
    from: CertificationRegistered, to: CertificationRegistered, leavesOne: Bool
  ) throws -> NonEmpty<Correspondence> {
    let (from, to) = (from.blocks.elements, to.blocks.elements)
    return try NonEmpty(
      from.indices.dropLast(leavesOne ? 1 : 0).map {
        Correspondence(from: from[$0].code, to: to[min($0, to.count - 1)].code)
      })
  }
}
