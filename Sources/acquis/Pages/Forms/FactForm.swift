internal import Access
internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import HTTP
internal import Projections
internal import Rules

/// The form of a fact of any type: its fields as the command line has them, tried against the rules, then
/// recorded; or the same fields of an entry that is corrected.
struct FactForm {
  let call: PageCall
  let type: EventType
  /// The entry that is corrected; nil for a new fact.
  var corrected: Position?
  private let fields: [FormField]

  /// Whether a type is filled in field by field.
  static func isTyped(_ type: EventType) -> Bool {
    ![
      .certificationRegistered, .eventAnnulled, .candidateIdentityErased, .juryMemberIdentityErased,
    ].contains(type)
  }

  init(_ call: PageCall, _ type: EventType, correcting corrected: Position? = nil) throws {
    self.call = call
    self.type = type
    self.corrected = corrected
    let certifications = try Self.certifications(call)
    var columns = type.columns
    if type == .competencyAssessed, corrected == nil { columns.removeAll { $0.name == "results" } }
    var fields = FormField.ordered(
      columns.map { FormField($0, of: type, certifications: certifications) })
    if type == .competencyAssessed, corrected == nil { fields += FormField.grid }
    self.fields = fields
  }

  /// The fields' labels, by name; of a row's cell with the number of the row.
  private var labels: [String: Text] {
    var labels = ["occurredOn": FormParts.day(true).label, "reason": FormParts.reason]
    for field in fields {
      labels[field.name] = field.label
      guard case .rows(let columns) = field.control else { continue }
      for row in 1...FormValues.mostRows {
        for column in columns {
          let label = column.label
          labels[FormValues.cell(field.name, row, column.name)] = Text(
            "\(label.french) \(row)", "\(label.english) \(row)")
        }
      }
    }
    return labels
  }

  private static func certifications(
    _ call: PageCall
  ) throws -> [(value: String, text: Text)] {
    let lists = try call.question.lists {
      try $0.replay(showingIn: Output(keptIn: call.language))
    }.certifications()
    return lists.frameworks.map { framework in
      (
        framework.certification.text,
        Self.title(of: framework, lists, on: Ledger.today)
      )
    }
  }

  /// The code and the title, and that nobody may be enrolled any more where that is so.
  private static func title(
    of framework: CertificationRegistered, _ state: LedgerState, on day: CalendarDate
  ) -> Text {
    let title = "\(framework.certification) \(framework.title.text)"
    let status = state.certification(framework.certification, on: day)?.registrationDates?
      .status(on: day)
    return switch status {
    case .ended: Text("\(title) (échue)", "\(title) (ended)")
    case .suspended: Text("\(title) (suspendue)", "\(title) (suspended)")
    case .open, nil: Text(verbatim: title)
    }
  }

  // MARK: Pages

  /// The form, with what the address says of its fields.
  func ask() throws -> PageAnswer {
    .page(try page(FormValues(call.query), FormProblems()))
  }

  /// The form that was sent: tried, or recorded.
  func send() throws -> PageAnswer {
    var values = FormValues(call.form)
    var problems = FormProblems()
    let day = values["occurredOn"]
    if !day.isEmpty, (try? CalendarDate(typed: day, today: Ledger.today)) == nil {
      problems.add(field: "occurredOn", CalendarDate.typedForms)
    }
    let words = try named(&values, &problems)
    check(values, &problems)
    if corrected == nil { try check(words, values, &problems) }
    guard problems.isEmpty else { return .page(try page(values, problems, status: 422)) }
    let isTrial = values["act"] != "record"
    let done = try call.record(isTrial: isTrial) { run(words, values, isTrial: isTrial) }
    return try FormOutcome(call, done, isTrial: isTrial).answer(
      fallback: corrected.map { ["entries", $0.description] } ?? ["record", type.rawValue]
    ) { failed, told in
      var problems = problems
      failed.add(to: &problems, named: { named($0, values) }) { fieldConcerned(by: $0) }
      return try page(
        values, problems, status: failed.isRefused ? 422 : 200, told: told,
        isUnconfirmed: done.isUnconfirmed,
        hasHomonym: failed.isOfPerson && type == .candidateRegistered)
    }
  }

  /// Puts ids in place of the names of persons, where one person has the name.
  ///
  /// - Returns: the words of the form.
  private func named(
    _ values: inout FormValues, _ problems: inout FormProblems
  ) throws -> [String] {
    let persons = TypedPersons(call)
    for name in ["candidate", "candidacy", "into", "completes"]
    where fields.contains(where: { $0.name == name }) {
      switch try persons.ids(
        of: values[name], isCandidacy: name == "candidacy" || name == "completes")
      {
      case .asTyped: continue
      case .ids(let ids): values.set(name, ids)
      case .problem(let text): problems.add(field: name, text)
      }
    }
    return values.words(fields)
  }

  /// Finds what is not filled in and must be.
  private func check(_ values: FormValues, _ problems: inout FormProblems) {
    for field in fields where field.isRequired {
      let isEmpty =
        switch field.control {
        case .line, .paragraph, .choice: values[field.name].isEmpty
        case .choices: values.all(field.name).isEmpty
        case .rows(let columns): values.filledRows(field.name, columns).isEmpty
        }
      if isEmpty { problems.add(field: field.name, Text("à remplir", "fill this in")) }
    }
    if corrected != nil, values["reason"].isEmpty {
      problems.add(field: "reason", Text("à remplir", "fill this in"))
    }
  }

  /// Finds what is wrong with the words, each with its field.
  private func check(
    _ words: [String], _ values: FormValues, _ problems: inout FormProblems
  ) throws {
    do {
      _ = try TypedFacts(
        words, of: type, names: RecordedNames(in: call.question.log), today: Ledger.today)
    } catch let wrong as TypedProblems {
      for problem in wrong.problems {
        let field = problem.field.map { named($0, values) }
        // What is not filled in is told already.
        if let field, !problems.of(field).isEmpty { continue }
        problems.add(field: field, problem.reason)
      }
    }
  }

  /// The name in the form of a field as the reader of words names it: its rows count from 0, without the empty
  /// ones.
  private func named(_ field: String, _ values: FormValues) -> String {
    let parts = field.replacing("[", with: ".").replacing("]", with: "")
      .split(separator: ".").map(String.init)
    for field in fields {
      guard case .rows(let columns) = field.control, parts.first == field.name, parts.count > 1,
        let index = Int(parts[1])
      else { continue }
      let rows = values.filledRows(field.name, columns)
      let row = rows.indices.contains(index) ? rows[index] : index + 1
      let key = parts.count > 2 ? parts[2] : columns[0].name
      return FormValues.cell(field.name, row, key)
    }
    return parts.joined(separator: ".")
  }

  private func run(_ words: [String], _ values: FormValues, isTrial: Bool) -> ServedCall {
    var options = call.recording
    let day = values["occurredOn"]
    if !day.isEmpty, !before.contains("occurredOn=\(day)") { options.append("--on=\(day)") }
    if isTrial { options.append("--dry-run") }
    if call.grant.may(.waive), !values["waive"].isEmpty {
      options += values["waive"].split { ", ;".contains($0) }.map { "--waive=\($0)" }
    }
    if !values["reason"].isEmpty { options.append("--reason=\(values["reason"])") }
    if values["distinct"] == "yes" { options.append("--distinct") }
    guard let corrected else { return call.run(.record, [type.rawValue] + words, options) }
    if values["yes"] == "yes" { options.append("--yes") }
    return call.run(.correct, [corrected.description] + changed(words, values), options)
  }

  /// The words that the form had when it was opened.
  private var before: Set<String> {
    Set(call.form.values(named: "before").map { $0.replacing("\r\n", with: "\n") })
  }

  /// The form of an entry's own fields, as they are.
  func ask(_ shown: FormValues) throws -> PageAnswer {
    let words = shown.words(fields) + ["occurredOn=\(shown["occurredOn"])"]
    return .page(try page(shown, FormProblems(), before: words))
  }

  /// Of an entry's fields, those that are not as the page showed them.
  private func changed(_ words: [String], _ values: FormValues) -> [String] {
    let before = before
    let now = Set(
      words.compactMap { $0.split(separator: "=", maxSplits: 1).first.map(String.init) })
    // A field that was emptied is left out of the right entry.
    let emptied = before.compactMap { word -> String? in
      let name = word.split(separator: "=", maxSplits: 1).first.map(String.init) ?? word
      if name == "occurredOn" { return nil }
      return now.contains(name) ? nil : "\(name)="
    }
    return words.filter { !before.contains($0) } + emptied.sorted()
  }

  /// The field that a rule is usually about: the first of these that the form has.
  private func fieldConcerned(by rule: RuleID) -> String? {
    let names = Set(fields.map(\.name))
    return (RuleFields.byRule[rule.description] ?? []).first { names.contains($0) }
      ?? RuleFields.usual.first { names.contains($0) }
  }

  // MARK: The page

  func page(
    _ values: FormValues, _ problems: FormProblems, status: Int = 200, told: [Text] = [],
    isUnconfirmed: Bool = false, hasHomonym: Bool = false, before: [String] = []
  ) throws -> Page {
    let kept = before.isEmpty ? call.form.values(named: "before") : before
    let html = FieldHTML(call: call, values: values, problems: problems)
    let lists = try Suggestions(call).html(for: fields)
    let title =
      corrected.map {
        Text(
          "Corriger la position \($0) : \(type.text.french)",
          "Correct position \($0): \(type.text.english)")
      } ?? type.action
    return Page(title, status: status, hasTimes: false) {
      call.html("p", type.guide.purpose)
      if corrected != nil {
        call.html(
          "p", class: "hint",
          Text(
            "L’entrée fautive reste lisible : elle est annulée, et la bonne est enregistrée, liées, en une fois.",
            "The wrong entry can still be read: it is annulled and the right one recorded, linked, at once."
          ))
      }
      problems.summary(call, labels: labels)
      FormParts(call).told(told)
      HTML("form", class: "fact", ["method": "post", "action": call.request.path]) {
        SessionFields.key(call.visitor.session)
        for word in kept { HTML("input", ["type": "hidden", "name": "before", "value": word]) }
        lists
        html.html(FormParts.day(corrected == nil))
        for field in fields { html.html(field) }
        FormParts(call).further(
          html, needsReason: corrected != nil, isUnconfirmed: isUnconfirmed,
          hasHomonym: hasHomonym)
        FormParts(call).buttons
      }
    }
  }
}

extension FormField {
  /// The grid of a block, in place of an outcome for each competency.
  fileprivate static let grid = [
    FormField(
      name: "block", Text("Le bloc évalué", "The block assessed"),
      hint: Text("comme BC01", "as BC01"), isRequired: true),
    FormField(
      name: "except",
      Text("Ses compétences non acquises", "Its competencies not acquired"),
      hint: Text(
        "séparées par des virgules ; vide : toutes acquises",
        "with commas; left out: all acquired")),
  ]
}
