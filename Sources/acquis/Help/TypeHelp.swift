internal import AcquisLedger
internal import Events

/// `help TYPE`: what a type of fact is for, its fields, an example and what usually follows.
///
/// The fields with their forms are those of the table that reads them; the phrases are of ``TypeGuide``
/// and ``FieldMeaning``.
struct TypeHelp {
  let type: EventType

  init(_ type: EventType) { self.type = type }

  /// The title and the purpose, each field, an example and what follows; no line is wider than `width`.
  func lines(in language: Language, width: Int) -> [String] {
    let guide = type.guide
    func text(_ text: Text) -> String { text.text(in: language) }
    let title = Text(
      "\(type.rawValue) : \(type.text.french)", "\(type.rawValue): \(type.text.english)")
    var lines = [text(title)] + Wrapped.lines(text(guide.purpose), width: width) + [""]
    lines += FieldHelp(type, language).lines(width: width) + [""]
    if FieldHelp.seals(type.fields) {
      lines += Wrapped.lines(text(Self.sealing), width: width) + [""]
    }
    let call = guide.example.words(type, in: language)
    let example = ShellCall.lines(call, indent: 2, width: width)
    lines += [text(Text("Exemple :", "Example:"))] + example
    let end = next(guide)
    if !end.isEmpty { lines.append("") }
    return lines + end.flatMap { Wrapped.lines(text($0), width: width) }
  }

  private static let sealing = Text(
    "Scellé : seul qui a la clé maîtresse le lit, et l’effacement le rend illisible.",
    "Sealed: read only with the master key, and unreadable after an erasure.")

  /// The types that usually follow, with their titles, and the guide's remark.
  private func next(_ guide: TypeGuide) -> [Text] {
    let names = guide.next.map { type in
      Text("\(type.rawValue) (\(type.text.french))", "\(type.rawValue) (\(type.text.english))")
    }.joined(separator: ", ")
    let next = Text("Ensuite : \(names.french).", "Next: \(names.english).")
    return (guide.next.isEmpty ? [] : [next]) + (guide.note.map { [$0] } ?? [])
  }
}
