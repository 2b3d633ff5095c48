internal import AcquisLedger
internal import Events
internal import Projections

/// A list of closed words with their explanations, as the help shows it.
struct ClosedList: Sendable {
  struct Word: Sendable {
    /// What is recorded, or printed in JSON.
    let value: String
    /// The word as it is typed or shown; in French a word of the language.
    let shown: Text
    /// Nil if the word says it all.
    let explanation: Text?

    /// The explanation, in French with the word that is recorded: `contrat d’apprentissage
    /// (apprenticeship)`.
    func explanation(in language: Language) -> String {
      let text = explanation?.text(in: language) ?? ""
      guard language == .french, shown.french.lowercased() != value.lowercased() else {
        return text
      }
      return text.isEmpty ? "(\(value))" : "\(text) (\(value))"
    }
  }

  let title: Text
  let words: [Word]

  init(_ title: Text, _ words: [Word]) {
    self.title = title
    self.words = words
  }

  private init<List: ExplainedWord>(_ list: List.Type) {
    title = list.title
    words = list.allCases.map {
      Word(value: $0.rawValue, shown: $0.typed, explanation: $0.explanation)
    }
  }

  /// The lists of the events' fields, by the name of their kind.
  static let byKind: [String: ClosedList] = [
    Pathway.kind: ClosedList(Pathway.self), JuryRole.kind: ClosedList(JuryRole.self),
    SessionMode.kind: ClosedList(SessionMode.self), Modality.kind: ClosedList(Modality.self),
    Audience.kind: ClosedList(Audience.self), Sex.kind: ClosedList(Sex.self),
    TrainingSite.kind: ClosedList(TrainingSite.self),
    DossierKind.kind: ClosedList(DossierKind.self),
    AssessmentOutcome.kind: ClosedList(AssessmentOutcome.self),
    AppealOutcome.kind: ClosedList(AppealOutcome.self),
    DeclarationOutcome.kind: ClosedList(DeclarationOutcome.self),
    SurveyMoment.kind: ClosedList(SurveyMoment.self),
    InterviewingBody.kind: ClosedList(InterviewingBody.self),
    RecognitionBasis.kind: ClosedList(RecognitionBasis.self),
    Basis.kind: ClosedList(Basis.self), CompletionRoute.kind: ClosedList(CompletionRoute.self),
    Register.kind: ClosedList(Register.self),
  ]

  /// Those lists in the order of the vocabulary.
  static let ofFields: [ClosedList] = [
    Pathway.kind, Audience.kind, DossierKind.kind, InterviewingBody.kind, TrainingSite.kind,
    Modality.kind, AssessmentOutcome.kind, RecognitionBasis.kind, SessionMode.kind, JuryRole.kind,
    AppealOutcome.kind, DeclarationOutcome.kind, SurveyMoment.kind, Register.kind, Basis.kind,
    CompletionRoute.kind, Sex.kind,
  ].compactMap { byKind[$0] }

  /// A word of the list as it is typed in a language; the word itself if it is not in the list.
  func typed(_ value: String, in language: Language) -> String {
    words.first { $0.value == value }?.shown.text(in: language) ?? value
  }
}

extension FieldForm {
  /// The closed words of a field, or of the elements of a list; nil for a field of another form.
  var closedList: ClosedList? {
    switch clear {
    case .word(let kind, let allowed):
      ClosedList.byKind[kind]
        ?? ClosedList(
          Text(verbatim: kind),
          allowed.map { ClosedList.Word(value: $0, shown: Text(verbatim: $0), explanation: nil) })
    case .list(let element): element.closedList
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .certificateNumber,
      .characters, .wholeNumber, .boolean, .text, .recordedText, .sealed, .object:
      nil
    }
  }
}
