internal import AcquisLedger
internal import Events

// What the three papers have in common.

extension AttestationFacts {
  /// Who is named, between the certifier's words and what is attested.
  func holderPart(in languages: Languages) -> HTML {
    HTML.joined([
      languages.html(
        "p", class: "centred",
        Text("Le certificateur atteste que", "The certifying body attests that")),
      holderName(in: languages),
    ])
  }

  /// The holder's name, and birth where it is known.
  func holderName(in languages: Languages) -> HTML {
    let holder = Holder(identity: holder)
    return HTML("div", class: "holder") {
      languages.html("div", class: "fullname", holder.name(in: languages))
      if let birth = holder.birth { languages.html("div", class: "birth", birth) }
    }
  }

  /// The warnings in a frame; nothing without any.
  func warningFrame(in languages: Languages) -> HTML {
    var sentences = warnings
    if isAsOf {
      sentences.append(
        Text(
          "Situation au \(on.text.french), d’après l’état du registre à la position \(known) :"
            + " ce qui a suivi n’y figure pas.",
          "As of \(on.words), by what the ledger knew at position \(known): what followed is not in it."
        ))
    }
    if sentences.isEmpty { return .nothing }
    return HTML("div", class: "warning") {
      for sentence in sentences { languages.html("p", sentence) }
    }
  }

  /// The day and the state of the ledger that the document speaks of.
  func footing(in languages: Languages) -> HTML {
    languages.html(
      "p", class: "note",
      Text(
        "Candidature \(candidacy), au \(on.text.french) ; état du registre : position \(known).",
        "Candidacy \(candidacy), on \(on.words); state of the ledger: position \(known)."))
  }

  /// Until when the award is valid; nil without an award.
  var awardValidity: Text? {
    guard let awardedOn else { return nil }
    guard let years = certification.validYears?.value else {
      return Text(
        "La certification est acquise sans limite de durée.",
        "The certification is held without limit of time.")
    }
    let lastDay = awardedOn.adding(years: years)
    return Text(
      "La certification est valable jusqu’au \(lastDay.text.french) inclus.",
      "The certification is valid until \(lastDay.words), included.")
  }
}

extension Text {
  /// In capitals, as a document's title is.
  var uppercased: Text { Text(french.uppercased(), english.uppercased()) }
}
