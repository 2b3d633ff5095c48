public import AcquisLedger
internal import Cryptography
public import Events

/// The kinds of letters of a jury.
public enum LetterKind: String, CaseIterable, Hashable, Sendable, TextConvertible {
  /// *Convocation*.
  case summons
  /// *Notification du résultat*.
  case result

  public var text: Text {
    switch self {
    case .summons: Text("convocation", "summons")
    case .result: Text("résultat", "result")
    }
  }

  public var title: Text {
    switch self {
    case .summons: Text("Convocation devant le jury", "Summons to the jury")
    case .result: Text("Notification du résultat", "Notification of the result")
    }
  }
}

/// A letter to one candidate. Of the identity it holds the name and the e-mail address.
public struct Letter: Sendable {
  public let candidacy: CandidacyID
  let kind: LetterKind
  let languages: Languages
  let page: HTML
  /// What it states, without names and texts.
  let statement: JSONValue

  /// The letter as a file of its own.
  ///
  /// - Throws: ``CryptographyFailure`` if the library has no SHA-256.
  public func document() throws -> Document {
    Document(
      title: Text(
        "\(kind.title.french), \(candidacy)", "\(kind.title.english), \(candidacy)"),
      in: languages, grounds: .tables(try [self].digest())
    ) { page }
  }
}

extension [Letter] {
  /// All the letters in one file, each on a page of its own.
  ///
  /// - Throws: ``CryptographyFailure`` if the library has no SHA-256.
  public func document(_ kind: LetterKind, of jury: JuryID, in languages: Languages) throws
    -> Document
  {
    Document(
      title: Text("\(kind.title.french), jury \(jury)", "\(kind.title.english), jury \(jury)"),
      in: languages, grounds: .tables(try digest())
    ) {
      for (index, letter) in enumerated() {
        HTML("section", class: index == 0 ? nil : "page") { letter.page }
      }
    }
  }

  /// The SHA-256 of the canonical JSON of what they state, without names and texts.
  fileprivate func digest() throws -> Digest {
    try SHA256().digest(of: JSONValue.list(map(\.statement)).canonicalBytes)
  }
}
