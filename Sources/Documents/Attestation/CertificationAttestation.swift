internal import AcquisLedger
internal import Events

/// The attestation of a certification awarded; the certificate is another document.
struct CertificationAttestation {
  let facts: AttestationFacts
  let languages: Languages

  var body: HTML {
    HTML.joined([
      facts.issuer.head,
      languages.html("h1", Text("ATTESTATION DE CERTIFICATION", "ATTESTATION OF CERTIFICATION")),
      facts.warningFrame(in: languages),
      facts.holderPart(in: languages),
      languages.html(
        "p", class: "centred",
        Text(
          "a obtenu la \(facts.certification.noun.french)",
          "holds the \(facts.certification.noun.english)")),
      HTML("p", class: "title", text: facts.certification.title.text),
      awarded,
      facts.certification.table(on: facts.on, in: languages),
      parts,
      facts.awardValidity.map { languages.html("p", $0) } ?? .nothing,
      number,
      facts.footing(in: languages),
      facts.issuer.signature(on: facts.on, in: languages),
    ])
  }

  private var awarded: HTML {
    guard let day = facts.awardedOn else { return .nothing }
    return languages.html(
      "p", class: "centred",
      Text("délivrée le \(day.text.french)", "awarded on \(day.words)"))
  }

  /// What it is made of: codes, titles and days alone.
  private var parts: HTML {
    let words = facts.certification.partWords
    return HTML("table", class: "parts") {
      HTML("thead") {
        HTML("tr") {
          languages.html("th", Text("Code", "Code"))
          languages.html("th", words.one.capitalised)
          languages.html("th", Text("Décision du jury", "Jury’s decision"))
        }
      }
      HTML("tbody") {
        for part in facts.held {
          HTML("tr") {
            HTML("td", class: "code", text: part.block.code.text)
            HTML("td", text: part.block.title.text)
            languages.html("td", class: "day", part.decisionDay)
          }
        }
      }
    }
  }

  private var number: HTML {
    guard let issued = facts.certificate else {
      return languages.html(
        "p",
        Text(
          "Le certificat n’est pas encore émis.", "The certificate is not issued yet."))
    }
    return languages.html(
      "p",
      Text(
        "Certificat n° \(issued.number) du \(issued.issuedOn.text.french).",
        "Certificate no. \(issued.number) of \(issued.issuedOn.words)."))
  }
}
