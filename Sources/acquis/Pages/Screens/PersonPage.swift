internal import Access
internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Projections

/// A person: who it is where names are shown, each candidacy, and what counts of it for a certification.
struct PersonPage {
  let call: PageCall
  let id: CandidateID

  init(_ call: PageCall) throws {
    self.call = call
    guard let id = try? CandidateID(call.path[0]) else { throw PageProblem.notFound }
    self.id = id
  }

  func answer() throws -> PageAnswer {
    let question = call.question
    guard let person = try question.person(id) else {
      let last = try question.log.head().last
      if try PersonHistory(of: id, known: last, in: question.log) == nil {
        throw try UnknownID.candidate(id, in: question.log)
      }
      return .page(
        Page(Text("Personne \(id)", "Person \(id)")) {
          call.html(
            "p", Text("Pas encore connue à cette position.", "Not known yet at this position."))
        })
    }
    let answers = try person.candidacies.compactMap { try question.status(of: $0) }
    let screen = try PersonScreen(person, answers, question, call.texts)
    let name = try PersonNames(call.texts).name(of: person.candidate)
    let history = try TimelinePart(call: call, subject: .candidate(id)).html()
    let birthName =
      try call.texts.identity(of: person.candidate).value.map { identity in
        [
          (
            Text("nom de naissance", "birth name"), Text(verbatim: identity.birthName.text),
            Tone.plain
          )
        ]
      } ?? []
    let title = name.map { Text(verbatim: "\($0) (\(person.candidate))") }
    return .page(
      Page(title ?? Text("Personne \(person.candidate)", "Person \(person.candidate)")) {
        Sentences(call).list(birthName + screen.rows.map { ($0.heading, $0.text, .plain) })
        HTML("section") {
          call.html("h2", Text("Candidatures", "Candidacies"))
          if screen.candidacies.isEmpty {
            call.html("p", class: "empty", Text("Aucune candidature.", "No candidacy."))
          }
          for candidacy in screen.candidacies { html(candidacy) }
        }
        actions(person)
        history
      })
  }

  private func html(_ candidacy: StatusText) -> HTML {
    let state = candidacy.state
    return HTML("article", class: "candidacy") {
      HTML("h3") {
        call.link(call.links.to(["candidacies", state.candidacy.text]), state.candidacy.text)
        HTML(text: " ")
        call.html(
          "span",
          Text(
            "\(state.certification), \(state.pathway.text.french)",
            "\(state.certification), \(state.pathway.text.english)"))
      }
      call.html("p", class: state.status.tone.style, candidacy.summary.capitalised)
      for detail in PersonScreen.details(of: state) {
        HTML("p") { Sentences(call).linked(call.say(detail.capitalised)) }
      }
      if StatusText.window(of: state) != nil, state.status != .certified {
        WindowPicture(window: state.window, on: call.question.on, language: call.language).html
      }
    }
  }

  private func actions(_ person: PersonHistory) -> HTML {
    HTML("section") {
      call.html("h2", Text("Et ensuite", "What next"))
      HTML("p", class: "actions") {
        call.link(
          call.links.to(["candidates", id.text, "prior"]), class: "button",
          Text("Validations antérieures", "Prior validations"))
        if call.grant.may(.record), call.times.isNow {
          HTML(text: " ")
          call.link(
            call.links.to(
              ["record", EventType.candidateEnrolled.rawValue], ["candidate": id.text]),
            class: "button", EventType.candidateEnrolled.action)
        }
      }
      if call.grant.may(.attest) {
        HTML("p") {
          DocumentLinks(call).html(
            Text("Tout ce qui est enregistré sur la personne", "Everything held about the person"),
            ["candidates", id.text, "file"])
        }
      }
    }
  }
}
