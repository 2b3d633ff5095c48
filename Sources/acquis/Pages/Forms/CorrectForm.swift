internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import HTTP

/// The form that corrects an entry: its own fields, texts about persons opened, to be changed.
struct CorrectForm {
  private let form: FactForm
  private let entry: UnsealedEntry
  private let call: PageCall

  init(_ call: PageCall) throws {
    self.call = call
    let log = try call.ledger.log()
    guard let number = Int64(call.path[0]), number > 0 else { throw PageProblem.notFound }
    let name = try EntryName(call.path[0], in: log)
    guard try call.showsNames || !UnsealedEntry.hasTexts(name.id, in: log) else {
      throw PageProblem(
        status: 409, Text("Les noms sont masqués", "The names are hidden"),
        Text(
          "cette entrée porte des textes sur une personne : montrez les noms pour la corriger",
          "this entry has texts about a person: show the names to correct it"))
    }
    guard let entry = try name.unsealedEntry(in: log, call.ledger) else {
      throw PageProblem.notFound
    }
    guard Command.isCorrected(entry.type), FactForm.isTyped(entry.type) else {
      throw Failure.usage(
        Text(
          "une entrée de ce type ne se corrige pas ; annulez-la",
          "an entry of this type is not corrected; annul it"))
    }
    guard !entry.hasListLonger(than: FormValues.mostRows) else {
      throw Failure.usage(
        Text(
          "cette entrée a une liste trop longue pour une page ; corrigez-la par la commande",
          "this entry has a list too long for a page; correct it by the command"))
    }
    self.entry = entry
    form = try FactForm(call, entry.type, correcting: Position(number))
  }

  func ask() throws -> PageAnswer {
    let items = ShownFields(entry).items + [("occurredOn", call.say(entry.occurredOn.inTable))]
    let query = items.map { name, value in
      PercentEncoding.queryValue(name) + "=" + PercentEncoding.queryValue(value)
    }.joined(separator: "&")
    return try form.ask(FormValues(QueryItems(query)))
  }

  func send() throws -> PageAnswer { try form.send() }
}

/// The fields of an entry as its form shows them.
private struct ShownFields {
  private(set) var items: [(String, String)] = []

  init(_ entry: UnsealedEntry) {
    for column in entry.type.columns {
      var value: JSONValue? = entry.data
      for step in column.path { value = value?[step] }
      guard let value, value != .null else { continue }
      add(column.name, value, column.field.form)
    }
  }

  private mutating func add(_ name: String, _ value: JSONValue, _ form: FieldForm) {
    guard case .list(let elements) = value, case .list(let element) = form else {
      return items.append((name, value.text ?? value.description))
    }
    switch element.clear {
    case .object:
      for (index, element) in elements.enumerated() {
        guard case .object(let members) = element else { continue }
        for member in members {
          let text = member.value.text ?? member.value.description
          items.append((FormValues.cell(name, index + 1, member.name), text))
        }
      }
    // A box for each.
    case .word: items += elements.map { (name, $0.text ?? $0.description) }
    default: items.append((name, form.text(of: value)))
    }
  }
}

extension UnsealedEntry {
  fileprivate func hasListLonger(than most: Int) -> Bool {
    type.columns.contains { column in
      var value: JSONValue? = data
      for step in column.path { value = value?[step] }
      if case .list(let elements)? = value { return elements.count > most }
      return false
    }
  }
}
