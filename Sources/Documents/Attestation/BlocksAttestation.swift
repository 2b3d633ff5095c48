internal import AcquisLedger
internal import Events
internal import Projections

/// The attestation of the blocks held: it says first that it is not the certification.
struct BlocksAttestation {
  let facts: AttestationFacts
  let languages: Languages

  private var words: PartWords { facts.certification.partWords }
  private var noun: Text { facts.certification.noun }
  private var held: String { words.isFeminine ? "acquise" : "acquis" }

  var body: HTML {
    HTML.joined([head, opening, table, remaining, papers, closing])
  }

  private var head: HTML {
    HTML.joined([
      facts.issuer.head,
      languages.html("h1", words.attestation.uppercased),
      languages.html("p", class: "centred strong", notTheWhole),
      facts.warningFrame(in: languages),
    ])
  }

  private var notTheWhole: Text {
    if facts.status == .certified {
      return Text(
        "Ce document ne remplace pas le certificat : il détaille ce que la certification réunit.",
        "This document does not replace the certificate: it details what the certification is made of."
      )
    }
    return Text(
      "Ce document n’est pas la \(noun.french) complète et ne la remplace pas.",
      "This document is not the whole \(noun.english) and does not replace it.")
  }

  private var opening: HTML {
    let count = facts.held.count
    let these =
      count == 1
      ? Text(
        "\(words.isFeminine ? "la composante suivante" : "le bloc de compétences suivant")",
        "the following \(words.one.english)")
      : Text(
        "\(words.isFeminine ? "les composantes suivantes" : "les blocs de compétences suivants")",
        "the following \(words.many.english)")
    return HTML.joined([
      facts.holderPart(in: languages),
      languages.html(
        "p",
        Text(
          "a acquis \(these.french) de la \(noun.french) désignée ci-dessous"
            + " (\(count) sur \(count + facts.missing.count)) :",
          "holds \(these.english) of the \(noun.english) named below"
            + " (\(count) of \(count + facts.missing.count)):")),
    ])
  }

  private var table: HTML {
    let isLimited = facts.held.contains { $0.lastDay != nil }
    return HTML("table", class: "parts") {
      HTML("thead") {
        HTML("tr") {
          languages.html("th", Text("Code", "Code"))
          languages.html("th", Text("Intitulé", "Title"))
          languages.html("th", Text("Décision du jury", "Jury’s decision"))
          languages.html("th", Text("Provenance", "Where it comes from"))
          if isLimited { languages.html("th", Text("Valable jusqu’au", "Valid until")) }
        }
      }
      HTML("tbody") {
        for part in facts.held {
          HTML("tr") {
            HTML("td", class: "code", text: part.block.code.text)
            HTML("td", text: part.block.title.text)
            languages.html("td", class: "day", part.decisionDay)
            languages.html("td", part.provenance)
            if isLimited {
              languages.html(
                "td", class: "day", part.lastDay?.inWords ?? Text("sans limite", "without limit"))
            }
          }
        }
      }
    }
  }

  // MARK: What is missing, how long it counts

  private var remaining: HTML {
    let (missing, window) = (missingSentence, facts.window.sentence)
    return HTML.joined([
      HTML("h2") { languages.html(Text("Portée", "What it is worth")) },
      languages.html("p", validity),
      missing.map { languages.html("p", $0) } ?? .nothing,
      facts.missing.isEmpty ? .nothing : window.map { languages.html("p", $0) } ?? .nothing,
      facts.status.parting.map { languages.html("p", $0) } ?? .nothing,
    ])
  }

  private var validity: Text {
    let isOne = facts.held.count == 1
    if facts.held.contains(where: { $0.lastDay != nil }) {
      return Text(
        "La durée de validité est indiquée sur chaque ligne ci-dessus ; le dernier jour est compris.",
        "How long each is valid is stated above, the last day included.")
    }
    let subject = words.isFeminine ? "composante" : "bloc"
    return isOne
      ? Text(
        "\(words.isFeminine ? "Cette" : "Ce") \(subject) est \(held) sans limite de durée.",
        "It is held without limit of time.")
      : Text(
        "Ces \(subject)s sont \(words.isFeminine ? "acquises" : "acquis") sans limite de durée.",
        "They are held without limit of time.")
  }

  private var missingSentence: Text? {
    if facts.missing.isEmpty {
      return facts.status == .certified
        ? nil
        : Text(
          "Tous les éléments sont acquis ; la certification elle-même n’a pas encore été délivrée.",
          "Every part is held; the certification itself has not been awarded yet.")
    }
    let list = facts.missing.map { "\($0.code) (\($0.title.text))" }.joined(separator: " ; ")
    let verb = facts.missing.count == 1 ? "Reste" : "Restent"
    return Text("\(verb) à acquérir : \(list).", "Still to be acquired: \(list).")
  }

  // MARK: Numbers, the certification, the signature

  private var papers: HTML {
    HTML.joined(
      facts.partialCertificates.map { languages.html("p", $0.partialSentence) }
        + facts.changes.map { languages.html("p", class: "change", $0) })
  }

  private var closing: HTML {
    let successor = facts.certification.successor.map { code in
      languages.html(
        "p",
        Text(
          "Certification remplacée par \(code) ; les correspondances déclarées indiquent ce qui y est repris.",
          "Certification succeeded by \(code); the correspondences declared say what comes over to it."
        ))
    }
    return HTML.joined([
      HTML("h2") {
        languages.html(noun.capitalised)
      },
      facts.certification.table(on: facts.on, in: languages),
      successor ?? .nothing,
      facts.footing(in: languages),
      facts.issuer.signature(on: facts.on, in: languages),
    ])
  }
}

extension HeldPart {
  /// The day of the jury's decision: of a block recognised, the first validation's, or its document's.
  var decisionDay: Text {
    guard let source else { return since.inWords }
    return source.on?.inWords ?? Text("non précisée", "not stated")
  }

  /// Which jury decided, or what the recognition rests on.
  var provenance: Text {
    guard let source else {
      return jury.map { Text("jury \($0)", "jury \($0)") }
        ?? Text("décision d’un jury", "decision of a jury")
    }
    return source.provenance(recognisedOn: since)
  }
}

extension BlockSource {
  fileprivate func provenance(recognisedOn day: CalendarDate) -> Text {
    var parts: [Text] = [kind]
    if let block {
      let place = certification.map { "\(block) (\($0))" } ?? block.text
      parts.append(Text(verbatim: place))
    }
    if let document { parts.append(Text("« \(document.text) »", "“\(document.text)”")) }
    if let authority {
      parts.append(Text("accordée par \(authority.text)", "granted by \(authority.text)"))
    }
    if let jury { parts.append(Text("jury \(jury)", "jury \(jury)")) }
    let stated = parts.joined(separator: ", ")
    return Text(
      "\(stated.french) ; compte ici depuis le \(day.text.french)",
      "\(stated.english); counts here since \(day.words)")
  }

  private var kind: Text {
    switch basis {
    case .permanent: Text("validation antérieure", "earlier validation")
    case .correspondence:
      Text("reconnu par correspondance", "recognised by correspondence")
    case .document: Text("reconnu sur document", "recognised on a document")
    case .equivalence: Text("équivalence", "equivalence")
    }
  }
}

extension IssuedNumber {
  /// `Certificat partiel AP-2020-007 du 1er juillet 2020, pour …`.
  fileprivate var partialSentence: Text {
    let list = (blocks ?? []).map(\.text).joined(separator: ", ")
    let replaced = replaces.map { Text(", remplace \($0)", ", replaces \($0)") }
    return Text(
      "Certificat partiel n° \(number) du \(issuedOn.text.french), pour \(list)"
        + "\(replaced?.french ?? "").",
      "Partial certificate no. \(number) of \(issuedOn.words), for \(list)"
        + "\(replaced?.english ?? "").")
  }
}
