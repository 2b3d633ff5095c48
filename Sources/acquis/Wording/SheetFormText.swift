internal import AcquisLedger
internal import Events
internal import SheetImport
internal import Sheets

extension SheetFile.Form {
  /// `Windows-1252, « ; »`.
  var text: Text {
    switch self {
    case .workbook: return Text("classeur .xlsx", ".xlsx workbook")
    case .text(let form):
      let encoding = form.encoding.text
      let separator =
        switch form.separator {
        case nil: Text("une seule colonne", "one column")
        case "\t": Text("tabulations", "tabs")
        case let character?: Text("« \(character) »", "“\(character)”")
        }
      return Text(
        "\(encoding.french), \(separator.french)", "\(encoding.english), \(separator.english)")
    }
  }
}

extension TextForm.Encoding {
  var text: Text {
    switch self {
    case .utf8: Text(verbatim: "UTF-8")
    case .utf8WithMark: Text("UTF-8 avec sa marque", "UTF-8 with its mark")
    case .utf16LittleEndian, .utf16BigEndian: Text(verbatim: "UTF-16")
    case .windows1252: Text(verbatim: "Windows-1252")
    }
  }
}

extension EventType {
  /// An entry of this type that is corrected.
  var corrected: CountedNoun {
    let kind = Self.correctedKinds[self]
    return kind
      ?? CountedNoun(
        Text("entrée corrigée", "entry corrected"), Text("entrées corrigées", "entries corrected"))
  }

  private static let correctedKinds: [EventType: CountedNoun] = {
    let decision = CountedNoun(
      Text("décision corrigée", "decision corrected"),
      Text("décisions corrigées", "decisions corrected"))
    let identity = CountedNoun(
      Text("identité corrigée", "identity corrected"),
      Text("identités corrigées", "identities corrected"))
    return [
      .blockValidated: decision, .blockRefused: decision, .candidateAbsent: decision,
      .candidateRegistered: identity, .candidateIdentityCorrected: identity,
      .candidateEnrolled: CountedNoun(
        Text("inscription corrigée", "enrolment corrected"),
        Text("inscriptions corrigées", "enrolments corrected")),
      .certificationAwarded: CountedNoun(
        Text("délivrance corrigée", "award corrected"),
        Text("délivrances corrigées", "awards corrected")),
      .certificateIssued: CountedNoun(
        Text("certificat corrigé", "certificate corrected"),
        Text("certificats corrigés", "certificates corrected")),
    ]
  }()
}

extension BlockCode {
  /// `BC02` of `RNCP38052BC02`.
  var short: String {
    guard let start = text.ranges(of: "BC").last?.lowerBound else { return text }
    return String(text[start...])
  }
}
