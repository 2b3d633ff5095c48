import AcquisLedger
import Events
import Projections
import Testing

@Suite struct WordListTests {
  @Test(arguments: [
    (Pathway.kind, "vae", "experience"), (Pathway.kind, "VAE", "experience"),
    (Pathway.kind, "Apprentissage", "apprenticeship"),
    (Pathway.kind, "formation-continue", "continuingTraining"),
    (Pathway.kind, "candidat libre", "individual"),
    (Pathway.kind, "continue", "continuingTraining"),
    (SessionMode.kind, "presentiel", "onSite"), (SessionMode.kind, "À DISTANCE", "remote"),
    (JuryRole.kind, "président", "president"), (JuryRole.kind, "présidente", "president"),
    (JuryRole.kind, "rh", "humanResources"), (JuryRole.kind, "opérationnel", "operations"),
    (Modality.kind, "étude de cas", "caseStudy"),
    (AssessmentOutcome.kind, "non acquis", "notAcquired"),
    (AssessmentOutcome.kind, "acquis", "acquired"), (DeclarationOutcome.kind, "rejeté", "rejected"),
    (SurveyMoment.kind, "6 mois", "sixMonths"), (Sex.kind, "f", "F"), (Sex.kind, "homme", "M"),
    (AppealOutcome.kind, "confirmée", "stands"), (Audience.kind, "demandeur d'emploi", "jobSeeker"),
  ])
  func `a word is read in French or English, in any spelling`(
    kind: String, text: String, value: String
  ) throws {
    let list = WordList(kind: kind, allowed: [])
    #expect(list.value(of: text) == value)
  }

  @Test func `every word that a list shows is read as itself`() throws {
    let fields = EventType.allCases.flatMap(\.columns).map(\.field.form)
    for case .word(let kind, let allowed) in fields {
      let list = WordList(kind: kind, allowed: allowed)
      #expect(list.entries.map(\.value) == allowed)
      for entry in list.entries {
        for text in [entry.value, entry.name.french, entry.name.english] {
          #expect(list.value(of: text) == entry.value, "\(kind): \(text)")
        }
      }
    }
  }

  @Test func `the states of candidacies are read as they are shown`() {
    let list = WordList(CandidacyStatus.allCases)
    for status in CandidacyStatus.allCases {
      #expect(list.value(of: status.text.french) == status.rawValue)
    }
    #expect(list.value(of: "certifiée") == "certified")
    #expect(list.value(of: "partielle") == "partiallyCertified")
    // Two names have this word.
    #expect(list.value(of: "certification") == nil)
  }

  @Test func `an unknown word lists the words, and the nearest`() {
    let failure = #expect(throws: TypedProblem.self) {
      try WordList(kind: Pathway.kind, allowed: []).value(of: "aprentisage", field: "pathway")
    }
    let text = failure?.text.french ?? ""
    #expect(text.contains("champ pathway") && text.contains("formation continue"))
    #expect(text.contains("vouliez-vous dire apprentissage"))
    #expect(failure?.text.english.contains("did you mean apprenticeship") == true)
  }

  @Test func `a type is read in any case and in French`() {
    #expect(WordList.types.value(of: "blockvalidated") == "BlockValidated")
    #expect(WordList.types.value(of: "Bloc validé par le jury") == "BlockValidated")
  }
}
