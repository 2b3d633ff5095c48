internal import AcquisLedger
internal import Events

/// The fields of a type as people read them: what each is, its form, whether it is required and sealed.
///
/// A field of an object has its whole path, as it is typed; the fields within each element of a list are
/// indented below it.
struct FieldHelp {
  private let type: EventType
  private let language: Language

  init(_ type: EventType, _ language: Language) {
    self.type = type
    self.language = language
  }

  /// A line of the table: a field at its place.
  private struct Row {
    let name: String
    let presence: Text
    let text: Text
    var words: ClosedList?
  }

  /// Whether any field is sealed, at any depth.
  static func seals(_ fields: [Field]) -> Bool {
    fields.contains { $0.form.sealing != nil || seals($0.form.parts) }
  }

  func lines(width: Int) -> [String] {
    let rows = rows(type.fields, Place())
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    let presences = rows.map { $0.presence.text(in: language).count }.max() ?? 0
    let names = rows.map(\.name.count).filter { $0 <= HelpTable.widestName }.max() ?? 0
    let start = names + presences + 6
    let margin = String(repeating: " ", count: start)
    var lines: [String] = []
    for row in rows {
      let wrapped = Wrapped.lines(row.text.text(in: language), width: width - start)
      let isBeside = row.name.count <= names
      if !isBeside { lines.append("  " + row.name) }
      let name = padded("  " + (isBeside ? row.name : ""), names + 4)
      let presence = padded(row.presence.text(in: language), presences + 2)
      lines.append(name + presence + (wrapped.first ?? ""))
      lines += wrapped.dropFirst().map { margin + $0.dropFirst(2) }
      lines += words(row.words, start, width)
    }
    return lines
  }

  /// A line for each closed word.
  private func words(_ list: ClosedList?, _ start: Int, _ width: Int) -> [String] {
    guard let list else { return [] }
    return list.words.flatMap { word in
      let colon = Text(" : ", ": ").text(in: language)
      let explanation = word.explanation(in: language)
      let text = word.shown.text(in: language) + (explanation.isEmpty ? "" : colon + explanation)
      return Wrapped.lines(text, indent: start + 2, width: width)
    }
  }

  // MARK: Rows

  /// Where fields stand: the keys above them, the name typed for those, and whether all are required.
  private struct Place {
    var path: [String] = []
    var shown: [String] = []
    var depth = 0
    /// The optional object that the fields belong to.
    var optional: String?
    var isSealed = false
  }

  private func rows(_ fields: [Field], _ place: Place) -> [Row] {
    // Those that must be given first.
    let ordered = fields.filter(\.isRequired) + fields.filter { !$0.isRequired }
    return ordered.flatMap { field in
      let path = place.path + [field.key]
      let shown = place.shown + [field.key]
      let name = String(repeating: "  ", count: place.depth) + shown.joined(separator: ".")
      let text = text(of: field, at: path, place)
      var below = Place(
        path: path, shown: shown, depth: place.depth, optional: place.optional,
        isSealed: place.isSealed || field.isSealed)
      if case .list = field.form.clear {
        (below.shown, below.depth, below.optional) = ([], place.depth + 1, nil)
      } else if !field.isRequired {
        below.optional = shown.joined(separator: ".")
      }
      let row = Row(
        name: name, presence: presence(of: field, in: place), text: text,
        words: field.form.closedList)
      return [row] + rows(field.form.parts, below)
    }
  }

  private func presence(of field: Field, in place: Place) -> Text {
    switch field.presence {
    case .required, .nullable, .requiredUnlessErased, .requiredUnlessImported:
      place.optional == nil
        ? Text("obligatoire", "required") : Text("facultatif", "optional")
    case .optional: Text("facultatif", "optional")
    case .alternative: Text("l’un des 2", "one of 2")
    }
  }

  /// The phrase, the form, and what else is to be known.
  private func text(of field: Field, at path: [String], _ place: Place) -> Text {
    let key = path.joined(separator: ".")
    var parts = [FieldMeaning.text(of: key, in: type) ?? field.form.hint ?? Text(verbatim: key)]
    let (hint, isLast) = (field.form.hint, field.form.isFollowed)
    if let hint, !isLast { parts.append(hint) }
    if case .alternative(let other) = field.presence {
      let sibling = (place.shown + [other]).joined(separator: ".")
      parts.append(Text("l’un des deux, ou \(sibling)", "one of the two, or \(sibling)"))
    }
    if field.isRequired, let optional = place.optional {
      parts.append(
        Text(
          "obligatoire si \(optional) est donné", "required where \(optional) is given"))
    }
    if NextID.isNext(key, in: type) {
      parts.append(Text("laissé vide : le suivant", "left out: the next one"))
    }
    if type == .eventAnnulled, key == "subjects" {
      parts.append(Text("laissés vides : remplis d’office", "left out: filled in"))
    }
    if field.presence == .requiredUnlessErased {
      parts.append(Text("sauf après l’effacement", "except after the erasure"))
    }
    if field.presence == .requiredUnlessImported {
      parts.append(Text("sauf à l’import", "except on import"))
    }
    if let sealing = field.form.sealing ?? (place.isSealed ? Text("scellé", "sealed") : nil) {
      parts.append(sealing)
    }
    if type.clearFields.contains(key) {
      parts.append(
        Text(
          "nomme un organisme ou un document, jamais une personne : en clair pour toujours",
          "names a body or a document, never a person: in clear for ever"))
    }
    if let hint, isLast { parts.append(hint) }
    return Text(
      parts.map(\.french).joined(separator: " ; "), parts.map(\.english).joined(separator: "; "))
  }
}

/// The fields that are chosen by the program where they are left out.
enum NextID {
  /// Whether a field left out is the next id or number of its kind.
  static func isNext(_ path: String, in type: EventType) -> Bool {
    fields[type] == path
  }

  private static let fields: [EventType: String] = [
    .candidateRegistered: "candidate", .candidateEnrolled: "candidacy", .juryConvened: "jury",
    .certificateIssued: "number", .certificateReissued: "number",
    .partialCertificateIssued: "number",
  ]
}
