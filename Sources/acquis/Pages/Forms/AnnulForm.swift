internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import HTTP

/// The form that annuls an entry: nothing is undone or taken away, the entry stays readable and no longer counts.
struct AnnulForm {
  let call: PageCall
  let position: Position

  init(_ call: PageCall) throws {
    self.call = call
    guard let number = Int64(call.path[0]), number > 0 else { throw PageProblem.notFound }
    position = Position(number)
  }

  func ask() throws -> PageAnswer { .page(try page(FormValues(call.query), FormProblems())) }

  func send() throws -> PageAnswer {
    let values = FormValues(call.form)
    var problems = FormProblems()
    if values["reason"].isEmpty {
      problems.add(
        field: "reason", Text("un motif est attendu", "a reason is expected"))
      return .page(try page(values, problems, status: 422))
    }
    let isTrial = values["act"] != "record"
    var options = call.recording + ["--reason=\(values["reason"])"]
    if isTrial { options.append("--dry-run") }
    if values["yes"] == "yes" { options.append("--yes") }
    let done = try call.record(isTrial: isTrial) {
      call.run(.annul, [position.description], options)
    }
    return try FormOutcome(call, done, isTrial: isTrial).answer(
      fallback: ["entries", position.description]
    ) { failed, told in
      failed.add(to: &problems) { _ in nil }
      return try page(
        values, problems, status: failed.isRefused ? 422 : 200, told: told,
        isUnconfirmed: done.isUnconfirmed)
    }
  }

  private func page(
    _ values: FormValues, _ problems: FormProblems, status: Int = 200, told: [Text] = [],
    isUnconfirmed: Bool = false
  ) throws -> Page {
    guard let envelope = try call.ledger.log().event(at: position) else {
      throw Failure.unknown(
        Text("aucune entrée à la position \(position)", "no entry at position \(position)"))
    }
    let type = envelope.event.fact.type.text
    let html = FieldHTML(call: call, values: values, problems: problems)
    return Page(
      Text(
        "Annuler la position \(position) : \(type.french)",
        "Annul position \(position): \(type.english)"), status: status, hasTimes: false
    ) {
      call.html(
        "p",
        Text(
          "L’entrée ne disparaît pas : elle reste lisible, avec le motif, et ne compte plus. Ce qui était su avant aujourd’hui reste su.",
          "The entry does not disappear: it can still be read, with the reason, and no longer counts. What was known before today stays known."
        ))
      problems.summary(call)
      FormParts(call).told(told)
      HTML("form", class: "fact", ["method": "post", "action": call.request.path]) {
        SessionFields.key(call.visitor.session)
        FormParts(call).further(
          html, needsReason: true, isUnconfirmed: isUnconfirmed, hasHomonym: false)
        FormParts(call).buttons
      }
    }
  }
}
