internal import AcquisLedger
internal import Events
internal import Projections

extension CandidacyState {
  /// The status in words: a withdrawal told from a transfer, and whether it follows from silence.
  var statusText: Text {
    if status == .withdrawn {
      return isTransferred
        ? Text("transfert vers un autre organisme", "transferred to another body")
        : Text("abandon", "withdrawn")
    }
    let text = status.text
    return tacit
      ? Text(
        "\(text.french) (décision tacite, faute de réponse dans les deux mois)",
        "\(text.english) (tacit, for want of an answer within two months)")
      : text
  }

  /// A certificate's sentence; that of an award revoked says that it fell with it.
  func sentence(of certificate: CertificateState) -> Text {
    let sentence = certificate.sentence
    guard status == .revoked, certificate.blocks == nil, certificate.replacedBy == nil else {
      return sentence
    }
    return Text(
      "\(sentence.french), sans valeur depuis la révocation",
      "\(sentence.english), void since the revocation")
  }

  /// What is said of the person's death; nil where none is recorded.
  var deathText: Text? {
    guard let day = deceasedOn?.text else { return nil }
    return Text("personne décédée le \(day.french)", "person deceased on \(day.english)")
  }
}
