internal import Access
internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import HTTP
internal import Projections

/// A jury's afternoon in one screen: who came, what was decided on each block, why, and what is recommended;
/// tried against the rules before it is sent, all or none.
struct SessionForm {
  let call: PageCall
  let id: JuryID
  private let grid: SessionGrid
  /// The position that the page was made at.
  private let known: Position
  private let members: [JurySeat]
  private let memberNames: [MemberID: String]

  init(_ call: PageCall) throws {
    self.call = call
    guard let id = try? JuryID(call.path[0]) else { throw PageProblem.notFound }
    self.id = id
    let log = try call.ledger.log()
    let last = try log.head().last
    let shown = call.form["known"].flatMap { Int64($0) }.map { Position($0) }
    known = shown.map { min(max($0, .zero), last) } ?? last
    let question = Question(log: log, on: Ledger.today, known: known)
    try UnknownID.check(.jury(id), in: log)
    let texts = PersonalTexts(
      of: question, opening: call.ledger.hasVault ? try call.ledger.vault(.toRead) : nil)
    guard let record = try question.sessionRecord(of: id, opening: texts) else {
      throw Failure.unknown(
        Text("le jury \(id) n’est pas constitué", "jury \(id) is not convened"))
    }
    grid = SessionGrid(
      record, names: call.showsNames ? try texts.listedNames(of: record.expected) : [:])
    members = try question.register(of: id)?.state.members ?? []
    memberNames = call.showsNames ? try texts.names(of: members) : [:]
  }

  private var record: SessionRecord { grid.record }

  func ask() throws -> PageAnswer {
    .page(page(nil, FormProblems()))
  }

  func send() throws -> PageAnswer {
    let values = FormValues(call.form)
    var problems = FormProblems()
    let day = values["day"]
    if !day.isEmpty, (try? CalendarDate(typed: day, today: Ledger.today)) == nil {
      problems.add(field: "day", CalendarDate.typedForms)
      return .page(page(values, problems, status: 422))
    }
    let sent = Set(call.form.items.map(\.name))
    let head: SheetHead
    do throws(SheetProblem) {
      // A text that is not shown stays as it is, unless another is typed.
      head = try grid.filled(by: values) { field in
        sent.contains(field)
          && (call.showsNames || !SessionGrid.isText(field) || !values[field].isEmpty)
      }
    } catch { throw Failure.input(error.text) }
    let isTrial = values["act"] != "record"
    let options = options(values, isTrial: isTrial)
    let done = try call.record(isTrial: isTrial) {
      ServedCall(ServedLedger(ledger: call.ledger), in: call.language) { output in
        var invocation = try Invocation(.record, ArraySlice(options), output)
        invocation.served = ServedLedger(ledger: call.ledger)
        let name = call.say(Text("grille", "grid"))
        try RecordSheet.record(head, isLossy: false, from: name, invocation)
      }
    }
    return try FormOutcome(call, done, isTrial: isTrial).answer(
      to: ["juries", id.text], fallback: ["juries", id.text]
    ) { failed, told in
      for cell in done.cells {
        problems.add(field: cell.place.flatMap { grid.field(at: $0) }, cell.text)
      }
      if done.isUnconfirmed {
        problems.add(
          field: nil,
          Text(
            "le registre a changé depuis que cette page a été ouverte : cochez la case au bas de la grille pour enregistrer quand même",
            "the ledger has changed since this page was opened: tick the box below the grid to record it anyway"
          ))
      }
      if problems.isEmpty { failed.add(to: &problems) { _ in nil } }
      return page(
        values, problems, status: failed.isRefused ? 422 : 200, told: told,
        isUnconfirmed: done.isUnconfirmed)
    }
  }

  private func options(_ values: FormValues, isTrial: Bool) -> [String] {
    var options = call.recording
    if !values["day"].isEmpty { options.append("--on=\(values["day"])") }
    if !values["minutes"].isEmpty { options.append("--minutes=\(values["minutes"])") }
    if !values["reason"].isEmpty { options.append("--reason=\(values["reason"])") }
    if isTrial { options.append("--dry-run") }
    if values["yes"] == "yes" { options.append("--yes") }
    let present = values.all("present")
    let day = try? CalendarDate(typed: values["day"], today: Ledger.today)
    let isUsualDay = values["day"].isEmpty || day == record.usualDay
    // What the command takes by itself is that of the usual day.
    if values["asksPresent"] == "yes",
      !isUsualDay || Set(present) != Set(usuallyPresent.map(\.text))
    {
      options.append("--present=\(present.joined(separator: ","))")
    }
    return options
  }

  /// The members present unless someone says otherwise: those of the recorded sitting, else all.
  private var usuallyPresent: [MemberID] {
    let sitting = record.usualDay.flatMap { record.sitting(by: $0) }
    return sitting?.members ?? record.members
  }

  // MARK: The page

  private func page(
    _ values: FormValues?, _ problems: FormProblems, status: Int = 200, told: [Text] = [],
    isUnconfirmed: Bool = false
  ) -> Page {
    let (parts, rows) = (FormParts(call), grid.rows)
    return Page(
      Text("Séance du jury \(id)", "Session of jury \(id)"), status: status, hasTimes: false
    ) {
      call.html(
        "p",
        Text(
          "Une case vide est une décision qui n’est pas prise. Tout est enregistré, ou rien ; la certification est délivrée à qui a tous les blocs.",
          "An empty cell is a decision that is not taken. All is recorded, or nothing; the certification is awarded to whoever holds every block."
        ))
      deliberated
      problems.summary(call, labels: grid.labels)
      parts.told(told)
      HTML("form", class: "session", ["method": "post", "action": call.request.target]) {
        SessionFields.key(call.visitor.session)
        HTML("input", ["type": "hidden", "name": "known", "value": known.description])
        sitting(values, problems)
        if record.expected.isEmpty {
          call.html(
            "p", class: "empty", Text("Aucun candidat convoqué.", "No candidate summoned."))
        } else {
          choice(ofPartsOf: rows.count)
          SessionGridHTML(
            call: call, grid: grid, values: values, problems: problems,
            rows: rows.dropFirst(part * Self.length).prefix(Self.length)
          ).html
        }
        if isUnconfirmed {
          parts.checkbox(
            "yes",
            FieldHTML(call: call, values: values ?? FormValues(call.query), problems: problems),
            Text(
              "Enregistrer quand même ce qui a changé entre-temps",
              "Record it, although the ledger has changed meanwhile"))
        }
        parts.buttons
      }
    }
  }

  /// The most candidates of a page: more would make it heavy.
  private static let length = 30

  /// Which part of the candidates the page has, from 0.
  private var part: Int {
    let last = max(0, (grid.rows.count - 1) / Self.length)
    return call.query["part"].flatMap { Int($0) }.map { min(max($0 - 1, 0), last) } ?? 0
  }

  /// The other parts of a long list: each is recorded by itself, and the minutes with the last one.
  private func choice(ofPartsOf count: Int) -> HTML {
    if count <= Self.length { return .nothing }
    return HTML("p") {
      call.html(
        "span",
        Text(
          "Chaque partie s’enregistre pour elle-même, le procès-verbal avec la dernière. Candidats : ",
          "Each part is recorded by itself, the minutes with the last one. Candidates: "))
      for number in 0...((count - 1) / Self.length) {
        let last = min(count, (number + 1) * Self.length)
        let range = "\(number * Self.length + 1)–\(last)"
        if number == part {
          HTML("strong", text: range)
        } else {
          call.link(
            PageLinks.address(["juries", id.text, "session"], [("part", "\(number + 1)")]), range)
        }
        HTML(text: " ")
      }
    }
  }

  /// That the jury has deliberated: what it decided is corrected here, and is not decided again.
  private var deliberated: HTML {
    guard !record.minutes.isEmpty else { return .nothing }
    let minutes = record.minutes.joined(separator: ", ")
    return call.html(
      "p", class: "past-state",
      Text(
        "Ce jury a délibéré (\(minutes)) : une case changée corrige la décision enregistrée, une case vidée n’y change rien.",
        "This jury has deliberated (\(minutes)): a cell that is changed corrects the decision recorded, one that is emptied changes nothing."
      ))
  }

  private func sitting(_ values: FormValues?, _ problems: FormProblems) -> HTML {
    let filled = FieldHTML(
      call: call, values: values ?? FormValues(call.query), problems: problems)
    let usual = record.usualDay?.inTable.text(in: call.language) ?? ""
    let present = values?.all("present") ?? usuallyPresent.map(\.text)
    return HTML("div", class: "sitting") {
      HTML("div", class: "field") {
        call.html("label", ["for": "f-day"], Text("Jour de la séance", "Day of the session"))
        HTML(
          "input",
          [
            "type": "text", "name": "day", "id": "f-day", "autocomplete": "off",
            "value": values.map { $0["day"] } ?? usual,
            "aria-describedby": problems.of("day").isEmpty ? nil : "f-day-problem",
          ])
        problems.beside("day", call)
      }
      filled.html(
        FormField(
          name: "minutes", Text("Procès-verbal", "Minutes"),
          hint: Text(
            "sa référence, s’il est signé", "their reference, where they are signed")))
      if record.isCompositionKnown, !members.isEmpty {
        HTML("fieldset") {
          call.html("legend", Text("Membres présents", "Members present"))
          HTML("input", ["type": "hidden", "name": "asksPresent", "value": "yes"])
          for seat in members { member(seat, present) }
        }
      }
    }
  }

  private func member(_ seat: JurySeat, _ present: [String]) -> HTML {
    let (id, role) = (seat.member.text, call.say(seat.role.text))
    return HTML("label", class: "choice") {
      HTML(
        "input",
        [
          "type": "checkbox", "name": "present", "value": id,
          "checked": present.contains(id) ? "checked" : nil,
        ])
      HTML(text: " \(memberNames[seat.member].map { "\($0) (\(id))" } ?? id), \(role)")
    }
  }
}
