internal import AcquisLedger
public import Events

/// A certification as a document names it: its exact title, its register and number, the decision that
/// registered it, its level and its codes.
public struct RegisteredTitle: Hashable, Sendable {
  public var code: CertificationCode
  public var register: Register
  public var title: FreeText
  /// Of the French national framework, 1 to 8.
  public var level: Count?
  /// *Nomenclature des spécialités de formation*.
  public var nsf: [FreeText]
  /// The day of the state's decision; nil if it is not known.
  public var decisionOn: CalendarDate?
  /// The last day of the registration; nil: no end stated.
  public var expiresOn: CalendarDate?
  /// The certification that succeeds it; nil if none does.
  public var successor: CertificationCode?
  /// What is issued: *certificat*, *certificat de compétences*.
  public var document: FreeText
  /// How long an award is valid, in calendar years; nil: without limit.
  public var validYears: Count?

  /// The day from which France compétences registers certifications.
  private static let franceCompetences = CalendarDate.first(of: 2019)

  /// The number in the register: `38052`.
  var number: String {
    let prefix = register == .inventaire ? "" : register.rawValue
    return code.text.hasPrefix(prefix) ? String(code.text.dropFirst(prefix.count)) : code.text
  }

  /// What it is called: only those of the RNCP are professional certifications.
  var noun: Text {
    switch register {
    case .rncp: Text("certification professionnelle", "professional certification")
    case .rs, .inventaire: Text("certification", "certification")
    }
  }

  /// Where, under which number and by which decision it is registered.
  var registration: Text {
    let place =
      switch register {
      case .rncp:
        Text(
          "enregistrée au répertoire national des certifications professionnelles (RNCP)",
          "registered in the French national register of professional certifications (RNCP)")
      case .rs:
        Text(
          "enregistrée au répertoire spécifique (RS)",
          "registered in the French specific register (RS)")
      case .inventaire:
        Text(
          "recensée à l’Inventaire, devenu répertoire spécifique",
          "listed in the French Inventaire, today’s specific register")
      }
    let numbered = Text(
      "\(place.french) sous le numéro \(number)", "\(place.english) under number \(number)")
    guard let day = decisionOn else { return numbered }
    let authority =
      day < Self.franceCompetences
      ? Text("par décision du", "by decision of")
      : Text(
        "par décision du directeur général de France compétences du",
        "by decision of the director general of France compétences of")
    return Text(
      "\(numbered.french) \(authority.french) \(day.text.french)",
      "\(numbered.english) \(authority.english) \(day.words)")
  }

  /// The level in the national framework and, from 3 to 8, in the European one, whose numbers are the same.
  var levelSentence: Text? {
    guard let level = level?.value else { return nil }
    guard 3...8 ~= level else { return Text("niveau \(level)", "level \(level)") }
    return Text(
      "niveau \(level) du cadre national des certifications professionnelles ; cadre européen des"
        + " certifications (CEC) : niveau \(level)",
      "level \(level) of the French national framework of professional certifications; European"
        + " Qualifications Framework (EQF): level \(level)")
  }

  /// What a part of it is called.
  var partWords: PartWords {
    switch register {
    case .rncp: .block
    case .rs, .inventaire: .component
    }
  }

  /// A table of what identifies the certification.
  ///
  /// - Parameter day: the day of the document.
  func table(on day: CalendarDate, in languages: Languages) -> HTML {
    HTML("table", class: "facts") {
      HTML("tbody") {
        row(Text("Intitulé exact", "Exact title"), Text(verbatim: title.text), languages)
        row(Text("Enregistrement", "Registration"), registration, languages)
        if let expiresOn {
          row(
            Text("Échéance", "Registration ends"),
            expiresOn < day
              ? Text(
                "\(expiresOn.text.french) (dépassée)", "\(expiresOn.words) (past)")
              : expiresOn.inWords, languages)
        }
        if let levelSentence { row(Text("Niveau", "Level"), levelSentence, languages) }
        if !nsf.isEmpty {
          row(
            Text("Codes NSF", "NSF codes"),
            Text(verbatim: nsf.map(\.text).joined(separator: ", ")), languages)
        }
      }
    }
  }

  private func row(_ name: Text, _ value: Text, _ languages: Languages) -> HTML {
    HTML("tr") {
      languages.html("th", name)
      languages.html("td", value)
    }
  }
}

/// What a part of a certification is called: a block of the RNCP, a component of the other registers.
struct PartWords {
  let one: Text
  let many: Text
  /// The title of the attestation of parts.
  let attestation: Text

  static let block = PartWords(
    one: Text("bloc de compétences", "block of competencies"),
    many: Text("blocs de compétences", "blocks of competencies"),
    attestation: Text(
      "Attestation de blocs de compétences", "Attestation of blocks of competencies"))
  static let component = PartWords(
    one: Text("composante", "component"), many: Text("composantes", "components"),
    attestation: Text("Attestation de composantes", "Attestation of components"))

  var isFeminine: Bool { one.french == "composante" }
}

extension CalendarDate {
  /// The first day of a year from 1 on.
  fileprivate static func first(of year: Int) -> CalendarDate {
    CalendarDate.first.adding(years: year - 1)
  }
}
