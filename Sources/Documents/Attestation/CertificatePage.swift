internal import AcquisLedger
internal import Events

/// The certificate (*parchemin*) of a number issued, with what France compétences asks of one. It never
/// tells the pathway.
struct CertificatePage {
  let facts: AttestationFacts
  let number: IssuedNumber
  let languages: Languages

  var body: HTML {
    HTML.joined([
      facts.warningFrame(in: languages),
      HTML("div", class: "parchment") {
        facts.issuer.head
        languages.html("h1", title)
        languages.html(
          "p", class: "centred",
          Text("Le certificateur certifie que", "The certifying body certifies that"))
        facts.holderName(in: languages)
        languages.html(
          "p", class: "centred",
          Text(
            "a obtenu la \(facts.certification.noun.french)",
            "holds the \(facts.certification.noun.english)"))
        HTML("p", class: "title", text: facts.certification.title.text)
        languages.html("p", class: "centred", facts.certification.registration)
        level
        codes
        awarded
        languages.html("p", class: "centred", numbered)
        facts.issuer.signature(on: number.issuedOn, in: languages)
      },
    ])
  }

  /// The name of the document in the framework, in capitals.
  private var title: Text {
    let name = facts.certification.document.text
    return Text(name.isEmpty ? "certificat" : name, "certificate").uppercased
  }

  private var level: HTML {
    guard let sentence = facts.certification.levelSentence else { return .nothing }
    return languages.html("p", class: "centred", sentence)
  }

  private var codes: HTML {
    let codes = facts.certification.nsf.map(\.text).joined(separator: ", ")
    if codes.isEmpty { return .nothing }
    return languages.html(
      "p", class: "centred", Text("codes NSF : \(codes)", "NSF codes: \(codes)"))
  }

  private var awarded: HTML {
    guard let day = facts.awardedOn, let validity = facts.awardValidity else { return .nothing }
    return languages.html(
      "p", class: "centred",
      Text(
        "délivrée le \(day.text.french). \(validity.french)",
        "awarded on \(day.words). \(validity.english)"))
  }

  private var numbered: Text {
    var parts = [
      Text(
        "Certificat n° \(number.number) du \(number.issuedOn.text.french)",
        "Certificate no. \(number.number) of \(number.issuedOn.words)")
    ]
    if let replaced = number.replaces {
      parts.append(Text("remplace le n° \(replaced)", "replaces no. \(replaced)"))
    }
    if let day = number.duplicatedOn {
      parts.append(
        Text("duplicata remis le \(day.text.french)", "second copy given on \(day.words)"))
    }
    return parts.joined(separator: ", ")
  }
}
