public import AcquisLedger
public import Events
public import Projections

/// The answer to a person who asks what is held about them (GDPR, article 15), to be handed over.
public struct AccessDocument {
  let record: PersonalRecord
  let identity: PersonalText<Identity>
  /// The candidacies with a state on the day asked, in the order of their enrolment.
  let candidacies: [CandidacyState]
  let day: CalendarDate
  /// Who answers; nil where the certifier is not described.
  let certifier: CertifierDescribed?

  public init(
    _ record: PersonalRecord, identity: PersonalText<Identity>, candidacies: [CandidacyState],
    on day: CalendarDate, certifier: CertifierDescribed?
  ) {
    self.record = record
    self.identity = identity
    self.candidacies = candidacies
    self.day = day
    self.certifier = certifier
  }

  /// The document; it rests on every entry that it shows.
  public func document(in languages: Languages) -> Document {
    Document(
      title: Text("Données enregistrées sur une personne", "Data recorded about a person"),
      in: languages, grounds: .entries(record.entries.map(\.position))
    ) {
      if let certifier {
        HTML("p", class: "issuer") {
          HTML("span", class: "name", text: certifier.certifier.name.text)
        }
      }
      languages.html(
        "h1", Text("Données à caractère personnel enregistrées", "Personal data recorded"))
      languages.html(
        "p", class: "centred",
        Text(
          "Réponse à une demande d’accès (règlement général sur la protection des données, article 15), au \(day.text.french)",
          "Answer to a request for access (General Data Protection Regulation, article 15), on \(day.text.english)"
        ))
      who(languages)
      rights(languages)
      languages.html("h2", Text("Candidatures", "Candidacies"))
      if candidacies.isEmpty { languages.html("p", Text("Aucune.", "None.")) }
      for state in candidacies { candidacy(state, languages) }
      languages.html(
        "h2", Text("Tout ce qui a été enregistré", "Everything that was recorded"))
      entries(languages)
    }
  }

  private func who(_ languages: Languages) -> HTML {
    HTML("p", class: "holder") {
      switch identity {
      case .known(let identity):
        HTML(text: identity.firstNames.elements.map(\.text).joined(separator: " ") + " ")
        HTML("b", text: identity.birthName.text)
      case .erased: languages.html(Text("Identité effacée", "Identity erased"))
      case .none: languages.html(Text("Identité jamais enregistrée", "Identity never recorded"))
      case .hidden, .unreadable:
        languages.html(Text("Identité illisible", "Identity unreadable"))
      }
      HTML("br")
      HTML("span", class: "small", text: record.person.ids.map(\.text).joined(separator: ", "))
    }
  }

  /// What article 15 asks to be said beside the data.
  private func rights(_ languages: Languages) -> HTML {
    HTML.joined([
      languages.html("h2", Text("Pourquoi, pour qui, combien de temps", "Why, for whom, how long")),
      languages.html(
        "p",
        Text(
          "Ces données servent à délivrer la certification et à en tenir la preuve. Elles viennent de vous, de l’organisme de formation et du jury. Elles sont lues par les personnes habilitées du certificateur ; l’identité, la certification délivrée et sa date sont transmises à la Caisse des Dépôts (Code du travail, article L6113-8). Aucune décision n’est prise par la machine seule.",
          "These data serve to award the certification and to keep its proof. They come from you, the training body and the jury. They are read by the certifier’s authorised staff; the identity, the certification awarded and its day are sent to the Caisse des Dépôts (Code du travail, article L6113-8). No decision is made by the machine alone."
        )),
      languages.html(
        "p",
        Text(
          "Votre nom et les textes écrits à votre sujet sont scellés sous une clé qui n’appartient qu’à vous ; si elle est détruite, personne ne peut plus les lire. Les faits sans nom (décisions, jours, blocs) restent, parce que le registre prouve qu’il n’a pas été modifié. La durée de conservation est celle que fixe le certificateur.",
          "Your name and the texts written about you are sealed under a key of your own; once it is destroyed nobody can read them. The facts without a name (decisions, days, blocks) stay, because the ledger proves that it was not altered. How long they are kept is fixed by the certifier."
        )),
      languages.html(
        "p",
        Text(
          "Vous pouvez demander qu’une donnée fausse soit corrigée, que votre identité soit effacée, que son usage soit limité, ou vous y opposer ; et adresser une réclamation à la Commission nationale de l’informatique et des libertés (CNIL). Un document déjà remis ne peut pas être repris.",
          "You may ask that a wrong datum be corrected, your identity erased or its use restricted, or object to it; and complain to the Commission nationale de l’informatique et des libertés (CNIL). A document already given cannot be recalled."
        )),
    ])
  }

  private func candidacy(_ state: CandidacyState, _ languages: Languages) -> HTML {
    let (pathway, status) = (state.pathway.text, state.status.text)
    let held = state.blocks.filter(\.status.isHeld).map(\.code.text).joined(separator: ", ")
    return HTML("p") {
      languages.html(
        Text(
          "\(state.candidacy), pour \(state.certification), \(pathway.french) : \(status.french)",
          "\(state.candidacy), for \(state.certification), \(pathway.english): \(status.english)"))
      if !held.isEmpty {
        HTML("br")
        languages.html(Text("Blocs acquis : \(held)", "Blocks held: \(held)"))
      }
      for certificate in state.certificates {
        HTML("br")
        languages.html(
          Text("Document n° \(certificate.number.text)", "Document no. \(certificate.number.text)"))
      }
    }
  }

  private func entries(_ languages: Languages) -> HTML {
    HTML("table") {
      HTML("thead") {
        HTML("tr") {
          languages.html("th", Text("Entrée", "Entry"))
          languages.html("th", Text("Jour", "Day"))
          languages.html("th", Text("Ce qui est enregistré", "What is recorded"))
        }
      }
      HTML("tbody") {
        for entry in record.entries { row(entry, languages) }
      }
    }
  }

  private func row(_ entry: PersonalRecord.Entry, _ languages: Languages) -> HTML {
    let recorded = entry.recordedAt.dayInParis.text
    return HTML("tr") {
      HTML("td", class: "number", text: entry.position.description)
      HTML("td") {
        languages.html(entry.occurredOn.text)
        HTML("br")
        HTML("span", class: "small") {
          languages.html(
            Text(
              "enregistré le \(recorded.french) par \(entry.recordedBy)",
              "recorded on \(recorded.english) by \(entry.recordedBy)"))
        }
      }
      HTML("td") {
        HTML("b") { languages.html(entry.type.text) }
        if entry.isAnnulled {
          HTML(text: " ")
          languages.html(
            Text("(annulée : ne compte plus)", "(annulled: counts no more)"))
        }
        for line in lines(entry) {
          HTML("br")
          languages.html(line)
        }
      }
    }
  }

  /// Each field of an entry on a line of its own; an identity, a field a line.
  private func lines(_ entry: PersonalRecord.Entry) -> [Text] {
    guard case .object(let members) = entry.data else { return [] }
    var lines: [Text] = []
    for member in members {
      if member.name == "identity", case .object(let fields) = member.value {
        lines += fields.map { line($0.name, FieldLabels.value($0.value, of: $0.name)) }
      } else {
        lines.append(line(member.name, FieldLabels.value(member.value, of: member.name)))
      }
    }
    for path in entry.lost {
      let name = String(path.split(separator: ".").last ?? "")
      lines.append(line(name, Text("texte effacé", "text erased")))
    }
    switch entry.reason {
    case .known(let reason):
      lines.append(Text("motif de l’entrée : \(reason)", "reason of the entry: \(reason)"))
    case .erased:
      lines.append(
        Text("motif de l’entrée : texte effacé", "reason of the entry: text erased"))
    case .none, .hidden, .unreadable: break
    }
    return lines
  }

  private func line(_ name: String, _ value: Text) -> Text {
    let label = FieldLabels.label(name)
    return Text("\(label.french) : \(value.french)", "\(label.english): \(value.english)")
  }
}
