internal import Events

extension Text {
  /// A name with the field that states it: `étude de cas (modality=caseStudy)`.
  func stated(by field: String, _ word: some ClosedWord) -> Text {
    Text("\(french) (\(field)=\(word.rawValue))", "\(english) (\(field)=\(word.rawValue))")
  }
}
