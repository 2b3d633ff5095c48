import Events

/// A small certification, `T1` unless named: `T1-B1` with two competencies, assessed by case study, and
/// `T1-B2` with one, assessed in any way.
extension Fact {
  static func framework(
    _ code: String = "T1", isEveryCompetencyAssessed: Bool = false, validity years: Int? = nil,
    window: Int? = 5, expiresOn: String? = nil, lastDeliveryOn: String? = nil,
    prerequisites: [Prerequisite] = [], selection: Selection? = nil,
    training: [TrainingProgramme] = [], register: Register = .rs
  ) throws -> Fact {
    let roles = try NonEmpty([JuryRole.president, .humanResources, .operations])
    let pathways = try NonEmpty([
      PathwayRule(pathway: .continuingTraining, open: true, jury: roles, basis: .fiche),
      PathwayRule(pathway: .experience, open: true, jury: roles, basis: .fiche),
      PathwayRule(
        pathway: .individual, open: true, completionOnly: true, jury: roles, basis: .fiche),
      PathwayRule(pathway: .student, open: false, basis: .fiche),
    ])
    return .certificationRegistered(
      CertificationRegistered(
        certification: try CertificationCode(code), register: register,
        title: try FreeText("Titre"),
        expiresOn: try expiresOn.map { try CalendarDate($0) },
        lastDeliveryOn: try lastDeliveryOn.map { try CalendarDate($0) },
        certificationValidity: TimeLimit(years: nil, basis: .policy), codes: NomenclatureCodes(),
        blocks: try NonEmpty([
          try block("\(code)-B1", competencies: 2, [.caseStudy, .interview]),
          try block("\(code)-B2", competencies: 1, []),
        ]), pathways: pathways, prerequisites: try? NonEmpty(prerequisites), selection: selection,
        training: try? NonEmpty(training), partialCertification: true,
        everyCompetencyAssessed: isEveryCompetencyAssessed,
        blockValidity: TimeLimit(years: try years.map { try Count($0) }, basis: .fiche),
        completionWindow: TimeLimit(years: try window.map { try Count($0) }, basis: .fiche),
        document: try FreeText("certificat")))
  }

  private static func block(
    _ code: String, competencies count: Int, _ modalities: [Modality]
  ) throws -> Block {
    let competencies = try (1...count).map { number in
      Competency(
        code: try CompetencyCode("\(code)-C0\(number)"), label: try FreeText("Compétence"))
    }
    return Block(
      code: try BlockCode(code), title: try FreeText("Bloc"),
      modalities: try? NonEmpty(modalities), content: .competencies(try NonEmpty(competencies)))
  }

  /// Correspondences as pairs: `["T1-B1": "T2-B1"]`.
  static func superseded(
    _ code: String = "T1", by other: String = "T2", _ pairs: [String: String] = [:]
  ) throws -> Fact {
    let pairs = try pairs.map { from, to in
      Correspondence(from: try BlockCode(from), to: try BlockCode(to))
    }
    return .certificationSuperseded(
      CertificationSuperseded(
        certification: try CertificationCode(code), by: try CertificationCode(other),
        correspondences: try? NonEmpty(pairs)))
  }

  /// `T2` succeeds `T1`.
  static func superseded(_ pairs: [String: String]) throws -> Fact {
    try superseded("T1", by: "T2", pairs)
  }

  static func juryPolicy(
    _ roles: [JuryRole], from day: String, for pathway: Pathway? = nil
  ) throws -> Fact {
    .juryPolicyChanged(
      JuryPolicyChanged(
        certification: try CertificationCode("T1"), pathway: pathway, roles: try NonEmpty(roles),
        effectiveOn: try CalendarDate(day), basis: .policy))
  }

  static func windowPolicy(_ years: Int?, from day: String) throws -> Fact {
    .completionWindowPolicyChanged(
      CompletionWindowPolicyChanged(
        certification: try CertificationCode("T1"), years: try years.map { try Count($0) },
        effectiveOn: try CalendarDate(day), basis: .policy))
  }

  static func validityPolicy(_ years: Int?, from day: String) throws -> Fact {
    .blockValidityPolicyChanged(
      BlockValidityPolicyChanged(
        certification: try CertificationCode("T1"), years: try years.map { try Count($0) },
        effectiveOn: try CalendarDate(day), basis: .policy))
  }

  static func renewed(until day: String, lastDeliveryOn: String? = nil) throws -> Fact {
    .registrationRenewed(
      RegistrationRenewed(
        certification: try CertificationCode("T1"), expiresOn: try CalendarDate(day),
        lastDeliveryOn: try lastDeliveryOn.map { try CalendarDate($0) }))
  }

  static func merged(_ candidate: String, into other: String) throws -> Fact {
    .candidateMerged(
      CandidateMerged(candidate: try CandidateID(candidate), into: try CandidateID(other)))
  }

  static func annulled(_ id: EventID, of subject: Subject? = nil) throws -> Fact {
    .eventAnnulled(
      EventAnnulled(
        event: id, entrySubjects: try NonEmpty([subject ?? .candidacy(try CandidacyID("D1"))]),
        grounds: .clear(try FreeText("saisie fausse"))))
  }
}
