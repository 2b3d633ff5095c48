import Events
import Testing

/// R11: a competency is assessed by a modality of its block; not applied to VAE.
@Suite struct R11Tests {
  private func history(by pathway: Pathway = .continuingTraining) throws -> RuleHistory {
    var history = try RuleHistory()
    try history.add(.enrolled(by: pathway), on: "2018-01-08")
    return history
  }

  private let breach = Breach(
    (
      "T1-B1-C02, du bloc T1-B1, ne s’évalue pas par la modalité « mise en situation professionnelle »",
      "T1-B1-C02, of block T1-B1, is not assessed by workplace simulation"
    ),
    remedy: (
      "étude de cas (modality=caseStudy), entretien (modality=interview)",
      "case study (modality=caseStudy), interview (modality=interview)"
    ))

  @Test func `R11 judges assessments, by the modalities of the fiche`() throws {
    try expect(
      11, judges: [.competencyAssessed],
      source: ("fiche, modalités d’évaluation", "fiche, modalities of assessment"))
  }

  @Test func `an assessment by another modality than the block's is refused`() throws {
    let history = try history()
    #expect(
      try history.breach(of: 11, by: .assessed("T1-B1-C02", by: .simulation), on: "2018-03-01")
        == breach)
    #expect(
      try history.breach(of: 11, by: .assessed("T1-B1-C02", by: .file), on: "2018-03-01")?.message
        == Text(
          "T1-B1-C02, du bloc T1-B1, ne s’évalue pas par la modalité « dossier »",
          "T1-B1-C02, of block T1-B1, is not assessed by written file"))
  }

  @Test func `an assessment by any modality of the block is accepted`() throws {
    let history = try history()
    for modality in [Modality.caseStudy, .interview] {
      #expect(
        try history.breach(of: 11, by: .assessed("T1-B1-C02", by: modality), on: "2018-03-01")
          == nil)
    }
  }

  @Test func `a block without modalities is assessed by any, and each competency is judged`() throws
  {
    let history = try history()
    #expect(
      try history.breach(of: 11, by: .assessed("T1-B2-C01", by: .simulation), on: "2018-03-01")
        == nil)
    #expect(
      try history.breach(
        of: 11, by: .assessed("T1-B2-C01", "T1-B1-C02", by: .simulation), on: "2018-03-01")
        == breach)
  }

  @Test func `a VAE candidacy is assessed by its own modalities`() throws {
    let history = try history(by: .experience)
    #expect(
      try history.breach(of: 11, by: .assessed("T1-B1-C02", by: .file), on: "2018-03-01") == nil)
  }

  @Test func `R11 can be waived`() throws {
    #expect(
      try history().waiver(of: 11, by: .assessed("T1-B1-C02", by: .simulation), on: "2018-03-01")
        == .recorded)
  }
}
