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
    guard let entry = try name.unsealedEntry(in: log, call.ledger) else {
      throw PageProblem.notFound
    }
    guard Command.isCorrected(entry.type), FactForm.isTyped(entry.type) else {
      throw Failure.usage(
        Text(
          "une entrée de ce type ne se corrige pas ; annulez-la",
          "an entry of this type is not corrected; annul it"))
    }
    self.entry = entry
    form = try FactForm(call, entry.type, correcting: Position(number))
  }

  func ask() throws -> PageAnswer {
    let shown = ShownFields(entry)
    let items = shown.items + [("occurredOn", call.say(entry.occurredOn.inTable))]
    let query = items.map { name, value in
      PercentEncoding.queryValue(name) + "=" + PercentEncoding.queryValue(value)
    }.joined(separator: "&")
    return .page(
      try form.page(FormValues(QueryItems(query)), FormProblems(), before: shown.words))
  }

  func send() throws -> PageAnswer { try form.send() }
}

/// The fields of an entry as its form shows them, and the words that they stand for while they are not changed.
private struct ShownFields {
  private(set) var items: [(String, String)] = []
  private(set) var words: [String] = []

  init(_ entry: UnsealedEntry) {
    for column in entry.type.columns {
      var value: JSONValue? = entry.data
      for step in column.path { value = value?[step] }
      guard let value, value != .null else { continue }
      add(column.name, value)
    }
  }

  private mutating func add(_ name: String, _ value: JSONValue) {
    guard case .list(let elements) = value else { return add(name, text: Self.text(of: value)) }
    var isOfObjects = false
    for (index, element) in elements.enumerated() {
      guard case .object(let members) = element else { continue }
      isOfObjects = true
      for member in members {
        items.append((FormValues.cell(name, index + 1, member.name), Self.text(of: member.value)))
      }
    }
    if isOfObjects {
      words.append("\(name)=\(value.description)")
    } else {
      add(name, text: elements.map(Self.text).joined(separator: ","))
    }
  }

  private mutating func add(_ name: String, text: String) {
    items.append((name, text))
    words.append("\(name)=\(text)")
  }

  private static func text(of value: JSONValue) -> String { value.text ?? value.description }
}
