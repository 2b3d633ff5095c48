/// The closed words of the vocabulary, spelt as their raw values.
extension ClosedWord where Self: CanonicalText {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.token { (bytes) throws(InvalidValue) in
      // A word that is no UTF-8 becomes one that is no word either.
      try Self(String(decoding: bytes, as: UTF8.self))
    }
  }

  public var canonicalText: String { rawValue }
}

extension Pathway: CanonicalValue, CanonicalText {}
extension Basis: CanonicalValue, CanonicalText {}
extension ClockMark: CanonicalValue, CanonicalText {}
extension Register: CanonicalValue, CanonicalText {}
extension JuryRole: CanonicalValue, CanonicalText {}
extension Modality: CanonicalValue, CanonicalText {}
extension Audience: CanonicalValue, CanonicalText {}
extension CompletionRoute: CanonicalValue, CanonicalText {}
extension InterviewingBody: CanonicalValue, CanonicalText {}
extension DossierKind: CanonicalValue, CanonicalText {}
extension TrainingSite: CanonicalValue, CanonicalText {}
extension AssessmentOutcome: CanonicalValue, CanonicalText {}
extension RecognitionBasis: CanonicalValue, CanonicalText {}
extension DeclarationOutcome: CanonicalValue, CanonicalText {}
extension SurveyMoment: CanonicalValue, CanonicalText {}
extension SessionMode: CanonicalValue, CanonicalText {}
extension AppealOutcome: CanonicalValue, CanonicalText {}
extension Sex: CanonicalValue, CanonicalText {}
