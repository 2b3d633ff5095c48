internal import Access
internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Projections

/// A candidacy's dossier: where it stands and on what evidence, its window as a picture, its documents, its history.
struct DossierPage {
  let call: PageCall
  let id: CandidacyID

  init(_ call: PageCall) throws {
    self.call = call
    guard let id = try? CandidacyID(call.path[0]) else { throw PageProblem.notFound }
    self.id = id
  }

  func answer() throws -> PageAnswer {
    let question = call.question
    guard let answer = try question.status(of: id) else {
      if try question.log.enrolment(of: id) == nil {
        throw try UnknownID.candidacy(id, in: question.log)
      }
      return .page(
        Page(Text("Candidature \(id)", "Candidacy \(id)")) {
          call.html(
            "p",
            Text(
              "Pas inscrite à cette date, ou pas encore connue.",
              "Not enrolled on that day, or not known yet."))
        })
    }
    let names = try PersonNames(call.texts)
    let text = try StatusText(answer, question, names)
    let (state, summary) = (answer.state, text.summary)
    let name = try names.name(of: state.candidate)
    let history = try TimelinePart(call: call, subject: .candidacy(id)).html()
    let titles = try blockTitles()
    let sentences = Sentences(call)
    let others = try others(of: state.candidate)
    let grounds = try grounds(of: state)
    return .page(
      Page(
        name.map { Text(verbatim: "\($0) (\(id))") } ?? Text("Candidature \(id)", "Candidacy \(id)")
      ) {
        call.html("p", class: "summary", summary.capitalised)
        HTML("p") {
          call.link(
            call.links.to(["candidates", state.candidate.text]), name ?? state.candidate.text)
          HTML(text: ", ")
          call.link(
            call.links.to(["certifications", state.certification.text]), state.certification.text)
          HTML(text: ", ")
          call.html("span", state.pathway.text)
        }
        if StatusText.window(of: state) != nil {
          WindowPicture(window: state.window, on: answer.on, language: call.language).html
        }
        sentences.list(text.rows.filter { $0.heading.english != "candidate" })
        others
        blocks(text, titles, grounds)
        documents(state)
        actions(state)
        history
        sentences.list([text.origins])
      })
  }

  private func blockTitles() throws -> [BlockCode: String] {
    let blocks = try call.question.framework(of: id)?.registration.blocks.elements ?? []
    return Dictionary(blocks.map { ($0.code, $0.title.text) }) { first, _ in first }
  }

  /// The person's other candidacies, each with its state: a window that lapsed here may go on there.
  private func others(of candidate: CandidateID) throws -> HTML {
    let ids = try call.question.person(candidate)?.candidacies.filter { $0 != id } ?? []
    let names = try PersonNames(PersonalTexts(of: call.question, opening: nil))
    let others = try ids.compactMap { id in
      try call.question.status(of: id).map { try StatusText($0, call.question, names) }
    }
    if others.isEmpty { return .nothing }
    return HTML("section") {
      call.html(
        "h2", Text("Autres candidatures de la personne", "The person’s other candidacies"))
      HTML("ul", class: "sentences") {
        for other in others {
          HTML("li") {
            call.link(
              call.links.to(["candidacies", other.state.candidacy.text]),
              other.state.candidacy.text)
            HTML(text: " \(other.state.certification) ")
            call.html("span", other.summary)
            if let window = StatusText.window(of: other.state), other.state.window.status == .open {
              call.html(
                "span", Text(" ; délai \(window.french)", "; window \(window.english)"))
            }
          }
        }
      }
    }
  }

  /// Why each block that is refused was.
  private func grounds(of state: CandidacyState) throws -> [BlockCode: String] {
    var grounds: [BlockCode: String] = [:]
    for block in state.blocks where block.status == .refused {
      guard let position = block.position else { continue }
      grounds[block.code] = try call.texts.text(at: position, "grounds").value
    }
    return grounds
  }

  private func blocks(
    _ text: StatusText, _ titles: [BlockCode: String], _ grounds: [BlockCode: String]
  ) -> HTML {
    let (state, sentences) = (text.state, Sentences(call))
    return HTML("section") {
      call.html("h2", Text("Blocs", "Blocks"))
      HTML("table", class: "blocks") {
        HTML("tbody") {
          for block in state.blocks {
            HTML("tr") {
              HTML("th", ["scope": "row"]) {
                HTML("span", class: "code", text: block.code.short(in: state.certification))
                if let title = titles[block.code] { HTML("span", class: "title", text: title) }
              }
              HTML("td", class: block.status.tone.style) {
                sentences.linked(call.say(text.text(of: block).capitalised))
                if let reason = grounds[block.code] {
                  call.html("p", Text("motif : « \(reason) »", "grounds: “\(reason)”").capitalised)
                }
              }
            }
          }
        }
      }
    }
  }

  private func documents(_ state: CandidacyState) -> HTML {
    guard call.grant.may(.attest) else { return .nothing }
    let isHeld = state.blocks.contains(where: \.status.isHeld)
    var papers: [(Text, String)] = []
    if isHeld { papers.append((Text("Attestation", "Attestation"), "attestation")) }
    if state.certificate != nil {
      papers.append((Text("Certificat", "Certificate"), "certificate"))
    }
    if papers.isEmpty { return .nothing }
    return HTML("section") {
      call.html("h2", Text("Documents", "Documents"))
      HTML("ul") {
        for (name, path) in papers {
          HTML("li") { DocumentLinks(call).html(name, ["candidacies", id.text, path]) }
        }
      }
    }
  }

  /// Nothing is recorded from a page of the past.
  private var mayRecord: Bool { call.grant.may(.record) && call.times.isNow }

  /// What is usually recorded next about a candidacy in this state.
  private func actions(_ state: CandidacyState) -> HTML {
    var types: [EventType] = []
    if mayRecord {
      switch state.status {
      case .enrolled, .inPreparation, .admissible:
        types = [.candidateSummoned, .trainingStarted, .trainingCompleted, .candidacyWithdrawn]
        if state.pathway == .experience {
          types.insert(contentsOf: [.dossierSubmitted, .admissibilityDecided], at: 0)
        }
      case .awaitingJury: types = [.candidateAbsent, .summonsWithdrawn]
      case .partiallyCertified, .lapsed, .refused:
        types = [.candidateSummoned, .partialCertificateIssued, .resultNotified]
      case .awardPending: types = [.certificationAwarded]
      case .certified:
        types =
          state.certificate == nil
          ? [.certificateIssued] : [.resultNotified, .awardDeclared, .insertionSurveyAnswered]
      case .continued, .withdrawn, .inadmissible, .revoked: types = []
      }
    }
    return HTML("p", class: "actions") {
      for type in types {
        call.link(
          call.links.to(["record", type.rawValue], ["candidacy": id.text]), class: "button",
          type.action)
        HTML(text: " ")
      }
      if mayRecord {
        call.link(
          call.links.to("record", ["candidacy": id.text]),
          Text("Un autre fait", "Another fact"))
      }
    }
  }
}
