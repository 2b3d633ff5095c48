internal import AcquisLedger
public import Events
internal import Projections

extension JuryProceedings {
  /// The top of a page: the certifier, the title, the certification and the session.
  ///
  /// - Parameter isReport: whether the document reports a session, which is then said not to be held yet.
  func head(_ title: Text, isReport: Bool = true, in languages: Languages) -> HTML {
    HTML.joined([
      HTML("div", class: "issuer") {
        for certifier in framework?.certifiers?.elements ?? [] {
          HTML("div", class: "name", text: certifier.name.text)
          HTML("div", class: "small", text: "SIRET \(certifier.siret.text)")
        }
      },
      languages.html("h1", title),
      HTML("p", class: "centred") {
        HTML("strong", text: state.certification.text)
        if let framework { HTML(text: " \(framework.title.text)") }
      },
      HTML("p", class: "centred") { languages.html(session) },
      isReport || state.status != .convened ? end(in: languages) : .nothing,
    ])
  }

  /// The jury's id, the session's days, its mode and its place.
  private var session: Text {
    let (days, mode) = (state.session.phrase, state.mode.phrase)
    let place = state.place.map { ", \($0.text)" } ?? ""
    return Text(
      "Jury \(jury), session \(days.french), \(mode.french)\(place)",
      "Jury \(jury), session \(days.english), \(mode.english)\(place)")
  }

  /// In a box: that the jury was cancelled or annulled, or has not sat yet. Nothing otherwise.
  private func end(in languages: Languages) -> HTML {
    guard let sentence = endSentence else { return .nothing }
    return HTML("div", class: "warning") {
      HTML("strong") { languages.html(sentence) }
      if let grounds = endGrounds.value {
        HTML(text: " ")
        languages.html(Text("Motif : \(grounds)", "Grounds: \(grounds)"))
      }
    }
  }

  /// That the jury was cancelled or annulled, or has not sat yet; nil for a session that was held.
  public var endSentence: Text? {
    let day = endedOn.map { Text(" le \($0.text.french)", " on \($0.text.english)") }
    let on = day ?? Text("", "")
    switch state.status {
    case .held, .deliberated: return nil
    case .convened:
      return Text(
        "La session n’a pas encore été tenue : document préparatoire.",
        "The session has not been held yet: preparatory document.")
    case .cancelled:
      return Text(
        "Session décommandée\(on.french) : le jury n’a rien décidé.",
        "Jury cancelled\(on.english), before it sat: it decided nothing.")
    case .annulled:
      return Text(
        "Jury annulé\(on.french), après avoir siégé : ses décisions ne comptent plus.",
        "Jury annulled\(on.english), after it sat: its decisions no longer count.")
    }
  }

  /// The day that the document is about, and what was known.
  func foot(in languages: Languages) -> HTML {
    languages.html(
      "p", class: "note",
      Text(
        "Établi d’après le registre, au \(answer.on.text.french), à la position \(answer.known).",
        "Made from the ledger, as of \(answer.on.text.english), position \(answer.known)."))
  }
}
