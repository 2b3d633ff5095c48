import Catalogue
import Events
import Testing

/// Which blocks of two versions are proposed as one, by their titles.
@Suite struct `A succession proposed by titles` {
  private func framework(_ code: String, _ titles: [String]) throws -> CertificationRegistered {
    var small = SmallExport(SmallExport.fiche(["Numero_Fiche": code]))
    small.set(
      "Blocs_De_Compétences",
      [["Numero_Fiche", "Bloc_Competences_Code", "Bloc_Competences_Libelle"]]
        + titles.enumerated().map { [code, "\(code)BC0\($0 + 1)", $1] })
    return try #require(try small.framework(number: code)).registration
  }

  private func proposal(_ old: [String], _ new: [String]) throws -> SuccessionProposal {
    SuccessionProposal(
      from: try framework("RNCP90001", old), to: try framework("RNCP95001", new))
  }

  private func shown(_ pairs: [Correspondence]) -> [String] {
    pairs.map { "\($0.from.text.suffix(1))-\($0.to.text.suffix(1))" }
  }

  @Test(arguments: [
    ("Accueillir le public", "ACCUEILLIR LE PUBLIC"),
    ("Gérer l’agence", "Gerer l'agence."), ("UP1 : Vérifier", "Vérifier"),
    ("Bloc 2 - Vérifier", "Bloc n° 3 : vérifier"),
    ("Bloc de compétences 1 – Vérifier", "1. Vérifier"),
    ("Bloc 1 Vérifier une installation", "Vérifier une installation"),
    ("Bloc de compétences N° 7 fiche RNCP N° 12508 - PSE", "PSE"),
    ("Bloc 1 fiche RNCP12508 : Vérifier", "Bloc 2 RS 7 - Vérifier"),
    ("RNCP38052BC01 - Vérifier", "A. Vérifier"), ("III – Vérifier", "(Vérifier)"),
  ]) func `titles are equal but for case, accents, punctuation and numbering`(
    old: String, new: String
  ) throws {
    let proposal = try proposal([old], [new])
    #expect(shown(proposal.correspondences) == ["1-1"])
    #expect(proposal.near.isEmpty && proposal.unmatchedFrom.isEmpty && proposal.unmatchedTo.isEmpty)
  }

  @Test(arguments: [
    ("Co-animer une équipe", "Animer une équipe"), ("E-commerce", "Commerce"),
    ("Conduire 2 engins", "Conduire 3 engins"), ("Management : vendre", "Vendre"),
    ("2 engins de chantier", "3 engins de chantier"), ("Fiche RNCP - Lire", "Lire"),
  ]) func `what is part of the title is no numbering`(old: String, new: String) throws {
    #expect(try proposal([old], [new]).correspondences.isEmpty)
  }

  @Test func `near titles are to be checked and never proposed`() throws {
    let proposal = try proposal(
      ["Accueillir le public", "Traiter les doléances administratives"],
      ["Accueillir le public", "Traiter des doléances administratives et techniques", "Vendre"])
    #expect(shown(proposal.correspondences) == ["1-1"])
    #expect(shown(proposal.near) == ["2-2"])
    #expect(proposal.unmatchedFrom.map(\.code.text) == ["RNCP90001BC02"])
    #expect(proposal.unmatchedTo.map(\.code.text) == ["RNCP95001BC02", "RNCP95001BC03"])
    #expect(proposal.event.correspondences?.elements.count == 1)
  }

  @Test func `a title that two blocks have is to be checked`() throws {
    let proposal = try proposal(["Accueillir", "Accueillir"], ["Accueillir"])
    #expect(proposal.correspondences.isEmpty)
    #expect(shown(proposal.near) == ["1-1", "2-1"])
  }

  @Test func `blocks without a label correspond to nothing`() throws {
    let proposal = try proposal([""], [""])
    #expect(proposal.correspondences.isEmpty && proposal.near.isEmpty)
    #expect(proposal.event.correspondences == nil)
  }
}
