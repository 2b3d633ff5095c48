internal import Access
internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Projections

/// A jury: its session, who sat, and the grid of its candidates with each verdict, reason and recommendation.
struct JuryPage {
  let call: PageCall
  let id: JuryID

  init(_ call: PageCall) throws {
    self.call = call
    guard let id = try? JuryID(call.path[0]) else { throw PageProblem.notFound }
    self.id = id
  }

  func answer() throws -> PageAnswer {
    let question = call.question
    try UnknownID.check(.jury(id), in: question.log)
    guard let proceedings = try JuryProceedings(of: id, question, opening: call.texts) else {
      return .page(
        Page(Text("Jury \(id)", "Jury \(id)")) {
          call.html(
            "p",
            Text(
              "Pas constitué à cette date, ou pas encore connu.",
              "Not convened on that day, or not known yet."))
        })
    }
    let text = JuryText(proceedings, in: call.language, width: 80)
    let history = try TimelinePart(call: call, subject: .jury(id)).html()
    let state = proceedings.state
    return .page(
      Page(Text("Jury \(id)", "Jury \(id)")) {
        call.html("p", class: "summary", state.status.text.capitalised)
        actions(state)
        Sentences(call).list(text.rows)
        for certification in proceedings.certifications { grid(text, certification) }
        documents(state)
        history
      })
  }

  // MARK: The candidates

  private func grid(_ text: JuryText, _ certification: CertificationCode) -> HTML {
    let candidates = text.proceedings.candidates.filter {
      text.proceedings.certification(of: $0) == certification
    }
    if candidates.isEmpty {
      guard text.proceedings.candidates.isEmpty else { return .nothing }
      return call.html(
        "p", class: "empty", Text("Aucun candidat convoqué.", "No candidate summoned."))
    }
    let blocks = text.minutes.blocks(of: certification, candidates)
    return HTML("section") {
      HTML("h2") {
        call.html("span", Text("Candidats", "Candidates"))
        HTML(text: " ")
        call.link(call.links.to(["certifications", certification.text]), certification.text)
      }
      HTML(
        "div", class: "scroll",
        [
          "tabindex": "0", "role": "region",
          "aria-label": call.say(Text("Candidats", "Candidates")) + " \(certification)",
        ]
      ) {
        HTML("table") {
          HTML("thead") {
            HTML("tr") {
              call.html("th", ["scope": "col"], Text("candidat", "candidate"))
              for block in blocks {
                HTML("th", class: "mark", ["scope": "col"], text: block.short(in: certification))
              }
              call.html("th", ["scope": "col"], Text("décision", "decision"))
              call.html("th", ["scope": "col"], Text("observations", "observations"))
            }
          }
          HTML("tbody") {
            for candidate in candidates { row(text, candidate, blocks) }
          }
        }
      }
      call.html("p", class: "hint", JuryText.legend)
    }
  }

  private func row(
    _ text: JuryText, _ candidate: JuryCandidate, _ blocks: [BlockCode]
  ) -> HTML {
    let id = candidate.candidacy.text
    let notes =
      text.minutes.observations(on: candidate).map { call.say($0) }
      + text.minutes.longTexts(of: candidate).map { heading, long in
        call.say(Text("\(heading.french) : \(long)", "\(heading.english): \(long)"))
      }
    return HTML("tr") {
      HTML("th", ["scope": "row"]) {
        call.link(
          call.links.to(["candidacies", id]),
          candidate.listedName.map { "\($0) (\(id))" } ?? id)
      }
      for block in blocks {
        HTML(
          "td",
          class: ["mark", text.tone(of: candidate, block).style].compactMap(\.self)
            .joined(separator: " "), text: text.mark(of: candidate, block))
      }
      HTML(
        "td", class: text.tone(of: candidate).style,
        text: call.say(text.decision(on: candidate)))
      HTML("td") { for note in notes { HTML("p", text: note) } }
    }
  }

  // MARK: What is done

  private func actions(_ state: JuryState) -> HTML {
    guard call.grant.may(.record), call.times.isNow else { return .nothing }
    let isOpen = state.status != .cancelled && state.status != .annulled
    var types: [EventType] = []
    if isOpen { types += [.candidateSummoned, .juryMemberReplaced, .juryMemberRecused] }
    if state.status == .convened { types += [.juryRescheduled, .juryCancelled] }
    if state.status == .held { types.append(.juryDeliberated) }
    return HTML("p", class: "actions") {
      if isOpen, !state.candidacies.isEmpty {
        call.link(
          PageLinks.address(["juries", id.text, "session"], []), class: "button main",
          Text("Saisir la séance", "Enter the session"))
        HTML(text: " ")
      }
      for type in types {
        call.link(
          call.links.to(["record", type.rawValue], ["jury": id.text]), class: "button",
          type.action)
        HTML(text: " ")
      }
    }
  }

  private func documents(_ state: JuryState) -> HTML {
    guard call.grant.may(.attest), !state.candidacies.isEmpty else { return .nothing }
    let links = DocumentLinks(call)
    let path = ["juries", id.text]
    return HTML("section") {
      call.html("h2", Text("Documents", "Documents"))
      HTML("ul") {
        HTML("li") {
          links.html(
            Text("Feuille d’émargement", "Attendance sheet"), path + ["minutes"], ["blank": "true"])
        }
        HTML("li") {
          links.html(Text("Convocations", "Summonses"), path + ["letters"], ["kind": "summons"])
        }
        if state.status == .held || state.status == .deliberated {
          HTML("li") { links.html(Text("Procès-verbal", "Minutes"), path + ["minutes"]) }
          HTML("li") {
            links.html(
              Text("Notifications de résultat", "Notifications of results"), path + ["letters"],
              ["kind": "result"])
          }
        }
      }
    }
  }
}
