internal import AcquisLedger
public import Events
public import Projections

// The words of a jury's documents.

extension SessionMode {
  /// `en présentiel`, `on site`.
  public var phrase: Text {
    switch self {
    case .onSite: Text("en présentiel", "on site")
    case .remote: Text("à distance", "remote")
    case .mixed: Text("en présentiel et à distance", "on site and remote")
    case .written: Text("sur dossier, sans réunion", "on written papers, without a meeting")
    }
  }
}

extension SessionDays {
  /// `18 juin 2026`, `du 18 juin 2026 au 19 juin 2026`.
  var days: Text { first == last ? first.text : phrase.capitalised }

  /// `du 18 juin 2026`, `du 18 juin 2026 au 19 juin 2026`.
  public var phrase: Text {
    first == last
      ? Text("du \(first.text.french)", "of \(first.text.english)")
      : Text(
        "du \(first.text.french) au \(last.text.french)",
        "from \(first.text.english) to \(last.text.english)")
  }
}

extension BlockCode {
  /// The code without its certification's: `BC01` of `RNCP38052BC01`.
  public func short(in certification: CertificationCode) -> String {
    guard text.hasPrefix(certification.text), text != certification.text else { return text }
    return String(text.dropFirst(certification.text.count))
  }
}

extension Text {
  /// A text that differs from this one in its first letter only, which is upper case.
  public var capitalised: Text {
    func upper(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return Text(upper(french), upper(english))
  }
}
