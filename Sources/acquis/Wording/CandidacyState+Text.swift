internal import AcquisLedger
internal import Events
internal import Projections

extension CandidacyState {
  /// The status in words, and whether it follows from silence.
  var statusText: Text {
    let text = status.text
    return tacit
      ? Text(
        "\(text.french) (décision tacite, faute de réponse dans les deux mois)",
        "\(text.english) (tacit, for want of an answer within two months)")
      : text
  }

  /// What is said of the person's death; nil where none is recorded.
  var deathText: Text? {
    guard let day = deceasedOn?.text else { return nil }
    return Text("personne décédée le \(day.french)", "person deceased on \(day.english)")
  }
}
