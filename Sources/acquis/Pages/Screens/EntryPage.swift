internal import Access
internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import HTTP
internal import Projections

/// One entry of the log: what it states field by field, who recorded it and when, what annuls it, its proof.
struct EntryPage {
  let call: PageCall
  let position: Position

  init(_ call: PageCall) throws {
    self.call = call
    guard let number = Int64(call.path[0]), number > 0 else { throw PageProblem.notFound }
    position = Position(number)
  }

  func answer() throws -> PageAnswer {
    let question = call.question
    guard position <= question.known, let envelope = try question.log.event(at: position) else {
      throw Failure.unknown(
        Text(
          "aucune entrée à la position \(position), telle que connue ici",
          "no entry at position \(position), as known here"))
    }
    let event = envelope.event
    let timeless = TimelessFacts(
      try question.log.events(
        EventQuery(
          subjects: event.fact.subjects, types: [.eventAnnulled], through: question.known)))
    let isAnnulled = timeless.annulled.contains(event.id)
    let fields = try EntryFields(envelope, call)
    let details = try details(of: event.fact)
    let type = event.fact.type
    return .page(
      Page(
        Text(
          "\(type.text.capitalised.french), position \(position)",
          "\(type.text.capitalised.english), position \(position)")
      ) {
        if !details.isEmpty {
          HTML("div", class: isAnnulled ? "refusals" : "told") {
            for detail in details {
              HTML("p", class: detail.tone.style) {
                Sentences(call).linked(call.say(detail.text.capitalised))
              }
            }
          }
        }
        Sentences(call).list([
          (Text("jour", "day"), event.occurredOn.text, .plain),
          (
            Text("enregistrée", "recorded"),
            Text(
              "le \(envelope.recordedAt.inTable.french), par \(event.recordedBy)",
              "on \(envelope.recordedAt.inTable.english), by \(event.recordedBy)"), .plain
          ),
        ])
        subjects(event.fact)
        HTML("section") {
          call.html("h2", Text("Champs", "Fields"))
          fields.html
        }
        HTML("details") {
          call.html("summary", Text("Détails techniques", "Technical details"))
          Sentences(call).list([
            (Text("type", "type"), Text(verbatim: type.rawValue), .plain),
            (Text("identifiant", "id"), Text(verbatim: event.id.description), .plain),
          ])
        }
        actions(type, isAnnulled)
        HTML("p", class: "next") {
          if position > Position(1) {
            call.link(
              call.links.to(entry: Position(position.number - 1)),
              Text("Entrée précédente", "Previous entry"))
            HTML(text: " ")
          }
          if position < question.known {
            call.link(call.links.to(entry: position.next), Text("Entrée suivante", "Next entry"))
          }
        }
      })
  }

  /// What it changed, or what annuls it and why, as its subject's history says.
  private func details(of fact: Fact) throws -> [TimelineScreen.Detail] {
    let subjects = fact.subjects
    let subject =
      subjects.first { if case .candidacy = $0 { true } else { false } }
      ?? subjects.first { call.links.to($0) != nil }
    guard let subject,
      let row = try TimelineRows(of: subject, call.question, types: [fact.type, .eventAnnulled])
        .rows
        .first(where: { $0.entry.position == position })
    else { return [] }
    return try TimelineScreen(of: subject, call.question, call.texts, in: call.language)
      .details(of: row)
  }

  private func subjects(_ fact: Fact) -> HTML {
    HTML("ul", class: "inline") {
      for subject in fact.subjects {
        if let address = call.links.to(subject) {
          HTML("li") { call.link(address, subject.text) }
        }
      }
    }
  }

  private func actions(_ type: EventType, _ isAnnulled: Bool) -> HTML {
    let path = ["entries", position.description]
    return HTML("p", class: "actions") {
      if !isAnnulled, call.times.isNow, call.grant.may(.annul), type != .eventAnnulled {
        call.link(
          PageLinks.address(path + ["annul"], []), class: "button",
          Text("Annuler cette entrée", "Annul this entry"))
        HTML(text: " ")
      }
      if !isAnnulled, call.times.isNow, call.grant.may(.correct), FactForm.isTyped(type),
        Command.isCorrected(type)
      {
        call.link(
          PageLinks.address(path + ["correct"], []), class: "button",
          Text("Corriger", "Correct"))
        HTML(text: " ")
      }
      call.link(
        PageLinks.address(path + ["proof"], []),
        Text("Télécharger sa preuve", "Download its proof"))
    }
  }

  /// The proof that the entry is in the log, as `audit prove` writes it.
  func proof() throws -> PageAnswer {
    let done = call.run(.auditProve, [position.description], ["--json"])
    if let failure = done.failure { throw failure }
    return .file(
      Download(name: "entry-\(position).proof.json", Route.json, done.answer).response)
  }
}

/// The fields of an entry, texts about persons opened where they may be shown.
struct EntryFields {
  private let call: PageCall
  private let rows: [(label: Text, text: Text)]

  init(_ envelope: Envelope, _ call: PageCall) throws {
    self.call = call
    let stored = try call.question.log.read(at: envelope.position) { stored in
      unsafe try JSONValue(parsing: Array(stored.bytes))
    }
    var rows: [(Text, Text)] = []
    func add(_ path: [String], _ value: JSONValue) throws {
      let name = path.last { Int($0) == nil } ?? ""
      switch value {
      case .object(let members) where value["key"] != nil && members.count > 1:
        rows.append((FieldLabels.label(name), try Self.opened(path, envelope, call)))
      case .object(let members):
        for member in members { try add(path + [member.name], member.value) }
      case .list(let values) where values.contains(where: \.isObject):
        for (index, element) in values.enumerated() { try add(path + [String(index)], element) }
      case .list, .null, .boolean, .integer, .string:
        rows.append((FieldLabels.label(name), FieldLabels.value(value, of: name)))
      }
    }
    if let data = stored?["data"] { try add([], data) }
    if let reason = stored?["reason"] {
      rows.append(
        (
          FieldLabels.label("reason"),
          try reason.text.map { Text(verbatim: $0) } ?? Self.opened(["reason"], envelope, call)
        ))
    }
    if let waives = envelope.event.waives?.elements {
      rows.append(
        (
          Text("dérogation", "waived"),
          Text(verbatim: waives.map(\.description).joined(separator: ", "))
        ))
    }
    self.rows = rows
  }

  private static func opened(
    _ path: [String], _ envelope: Envelope, _ call: PageCall
  ) throws -> Text {
    if path == ["identity"] {
      return text(of: try call.texts.identity(at: envelope.position), PriorText.name)
    }
    let read = try call.texts.text(at: envelope.position, path.joined(separator: "."))
    return text(of: read) { $0 }
  }

  private static func text<Value>(
    of read: PersonalText<Value>, _ shown: (Value) -> String
  ) -> Text {
    switch read {
    case .known(let value): Text(verbatim: shown(value))
    case .none: Text("", "")
    case .hidden: Text("scellé", "sealed")
    case .erased: Text("effacé", "erased")
    case .unreadable: Text("illisible", "unreadable")
    }
  }

  var html: HTML {
    Sentences(call).list(rows.map { ($0.label, $0.text, .plain) })
  }
}

extension JSONValue {
  fileprivate var isObject: Bool { if case .object = self { true } else { false } }
}
