internal import Access
internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import HTTP
internal import Projections

/// What a person's prior validations count for: for one certification block by block with the evidence, and a
/// button that records what counts; or for all, a line each.
struct PriorPage {
  let call: PageCall
  let id: CandidateID

  init(_ call: PageCall) throws {
    self.call = call
    guard let id = try? CandidateID(call.path[0]) else { throw PageProblem.notFound }
    self.id = id
  }

  private var code: String? {
    let text = call.query["for"].map { FormValues.trimmed($0) }
    return text?.isEmpty == false ? text : nil
  }

  func answer() throws -> PageAnswer { .page(try page(FormProblems())) }

  /// Records the enrolment and the recognitions, or tries them.
  func send() throws -> PageAnswer {
    let values = FormValues(call.form)
    let isTrial = values["act"] != "record"
    var options = call.recording + ["--record", "--for=\(code ?? "")"]
    if !values["pathway"].isEmpty { options.append("--pathway=\(values["pathway"])") }
    if let on = call.times.on { options.append("--on=\(on)") }
    if isTrial { options.append("--dry-run") }
    let done = try call.record(isTrial: isTrial) { call.run(.prior, [id.text], options) }
    return try FormOutcome(call, done, isTrial: isTrial).answer(
      fallback: ["candidates", id.text]
    ) { failed, told in
      var problems = FormProblems()
      failed.add(to: &problems) { _ in nil }
      return try page(problems, status: failed.isRefused ? 422 : 200, told: told)
    }
  }

  private func page(
    _ problems: FormProblems, status: Int = 200, told: [Text] = []
  ) throws -> Page {
    let question = call.question
    var aimed: CertificationCode?
    var codeProblem: Text?
    if let code {
      do {
        let invocation = try Invocation(.prior, [id.text][...], Output(keptIn: call.language))
        aimed = try invocation.certification("--for", code, in: question.log)
      } catch let failure as Failure { codeProblem = failure.text.withoutOption }
    }
    guard let answer = try question.prior(of: id, for: aimed) else {
      let last = try question.log.head().last
      if try PersonHistory(of: id, known: last, in: question.log) == nil {
        throw try UnknownID.candidate(id, in: question.log)
      }
      throw Failure.unknown(
        Text(
          "pas encore dans le registre à cette position", "not in the ledger yet at this position"))
    }
    let text = PriorText(answer: answer, texts: call.texts, language: call.language, width: 80)
    let name = try PersonNames(call.texts).label(answer.candidate)
    let choice = try choice(aimed, codeProblem)
    let blocks = try answer.validations.map { try html($0, text) } ?? summaries(answer, text)
    return Page(
      Text("Validations antérieures : \(name)", "Prior validations: \(name)"),
      status: codeProblem == nil ? status : 400
    ) {
      HTML("p") { call.link(call.links.to(["candidates", answer.candidate.text]), name) }
      choice
      problems.summary(call)
      FormParts(call).told(told)
      blocks
    }
  }

  /// The certification aimed at.
  private func choice(_ aimed: CertificationCode?, _ problem: Text?) throws -> HTML {
    let lists = try call.question.lists { try $0.replay(showingIn: Output(keptIn: call.language)) }
    let known = try lists.certifications().frameworks
    return HTML("form", class: "filters", ["method": "get", "action": call.request.path]) {
      HTML("input", ["type": "hidden", "name": "on", "value": call.times.on?.description])
      HTML("input", ["type": "hidden", "name": "known", "value": call.times.known?.description])
      HTML("div", class: "field") {
        call.html("label", ["for": "for"], Text("Certification visée", "Certification aimed at"))
        HTML("select", ["name": "for", "id": "for"]) {
          call.html("option", ["value": ""], Text("toutes", "all"))
          for framework in known {
            HTML(
              "option",
              [
                "value": framework.certification.text,
                "selected": framework.certification == aimed ? "selected" : nil,
              ], text: "\(framework.certification) \(framework.title.text)")
          }
        }
        if let problem { call.html("p", class: "problem", problem) }
      }
      HTML("div", class: "buttons") { call.html("button", Text("Voir", "Show")) }
    }
  }

  private func summaries(_ answer: PriorAnswer, _ text: PriorText) -> HTML {
    guard case .all(let summaries, let held) = answer.scope else { return .nothing }
    return HTML.joined([
      HTML("ul", class: "sentences") {
        for summary in summaries {
          HTML("li", class: summary.counting > 0 ? "good" : nil) {
            call.link(
              call.links.to(
                ["candidates", id.text, "prior"], ["for": summary.certification.text]),
              text.text(of: summary))
          }
        }
      },
      HTML("section") {
        call.html("h2", Text("Acquis", "Held"))
        if held.isEmpty { call.html("p", class: "empty", Text("Aucun bloc.", "No block.")) }
        HTML("ul", class: "sentences") {
          for block in held {
            HTML("li") { Sentences(call).linked(call.say(text.text(of: block).capitalised)) }
          }
        }
      },
    ])
  }

  // MARK: One certification

  private func html(_ validations: PriorValidations, _ text: PriorText) throws -> HTML {
    let count = PriorText.count(validations.counting, of: validations.blocks.count)
    let rows = try validations.blocks.map { try row($0, text) }
    let context = text.rows(validations).flatMap { heading, sentences in
      sentences.enumerated().map { index, sentence -> Sentences.Row in
        (index == 0 ? heading : Text("", ""), sentence, .plain)
      }
    }
    return HTML.joined([
      call.html("p", class: "summary", count.capitalised),
      HTML("table", class: "blocks") {
        HTML("thead") {
          HTML("tr") {
            call.html("th", ["scope": "col"], Text("bloc visé", "block aimed at"))
            call.html("th", ["scope": "col"], Text("compte", "counts"))
            call.html("th", ["scope": "col"], Text("sur quelle preuve", "on what evidence"))
          }
        }
        HTML("tbody") { HTML.joined(rows) }
      },
      recording(validations),
      Sentences(call).list(context),
    ])
  }

  private func row(_ block: PriorValidation, _ text: PriorText) throws -> HTML {
    let sentences = try text.sentences(on: block)
    let tone: Tone = block.counts ? block.contested ? .warning : .good : .plain
    return HTML("tr") {
      HTML("th", ["scope": "row"]) {
        HTML("span", class: "code", text: block.block.text)
        HTML("span", class: "title", text: block.title.text)
      }
      call.html("td", class: tone.style, PriorText.mark(of: block))
      HTML("td") {
        for sentence in sentences {
          HTML("p") { Sentences(call).linked(call.say(sentence.capitalised)) }
        }
      }
    }
  }

  /// The button that records what counts, where there is something to record.
  private func recording(_ validations: PriorValidations) -> HTML {
    let plan = validations.context.plan
    guard call.grant.may(.recognise), !plan.isEmpty else { return .nothing }
    if call.times.known != nil {
      return call.html(
        "p", class: "hint",
        Text(
          "Pour enregistrer, revenez à tout ce qui est connu.",
          "To record, go back to everything that is known."))
    }
    let action = PageLinks.address(
      ["candidates", id.text, "prior"],
      [("for", validations.certification.text), ("on", call.times.on?.description)])
    let html = FieldHTML(call: call, values: FormValues(call.form), problems: FormProblems())
    let pathways = Pathway.allCases.map { ($0.rawValue, $0.text) }
    return HTML("form", class: "fact", ["method": "post", "action": action]) {
      SessionFields.key(call.visitor.session)
      call.html("h2", Text("Enregistrer ce qui compte", "Record what counts"))
      if plan.enrolment != nil {
        html.html(
          FormField(
            name: "pathway", Text("Voie de l’inscription", "Pathway of the enrolment"),
            hint: Text(
              "vide : la VAE si elle est ouverte", "empty: VAE where it is open"),
            .choice(pathways)))
      }
      FormParts(call).buttons
    }
  }
}
