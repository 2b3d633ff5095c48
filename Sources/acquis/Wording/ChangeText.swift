internal import AcquisLedger
internal import Events
internal import Projections

/// One change in words: what it is of, before and after.
enum ChangeText {
  /// - Parameter candidacy: both states of a candidacy; nil for another subject.
  static func text(_ change: StateChange, _ candidacy: ChangedCandidacy? = nil) -> Text {
    switch change.field {
    case .existence:
      return change.after == .null
        ? Text("n’est plus connu", "is no longer known") : Text("est connu", "is known")
    case .block(let code):
      return arrow(
        Text(verbatim: code.text), block(code, candidacy?.before), block(code, candidacy?.after))
    case .candidacy(let id):
      return arrow(
        Text(verbatim: id.text), outcome(change.before), outcome(change.after))
    case .statistics(let year):
      return arrow(
        Text("statistiques \(year), certifiés", "statistics \(year), certified"),
        value(change.before["certified"] ?? .null), value(change.after["certified"] ?? .null))
    case .finding: return finding(change)
    case .member(let name): return member(name, change, candidacy)
    }
  }

  /// A finding that came (+), went (−) or says something else (=).
  static func finding(_ change: StateChange) -> Text {
    guard case .finding(let rule, let position) = change.field else { return Text("", "") }
    let sign = change.before == .null ? "+" : change.after == .null ? "−" : "="
    let id = change.subject.description.split(separator: ":", maxSplits: 1).last ?? ""
    return Text(
      "\(sign) \(rule), position \(position), \(id)", "\(sign) \(rule), position \(position), \(id)"
    )
  }

  /// The entries that made a change: `annulé en 72`, `corrigé en 70, 71`, `entrée 76`.
  static func because(_ change: StateChange, _ causes: [Position: ChangeCause]) -> Text {
    let shown = change.because.prefix(8).map(\.description).joined(separator: ", ")
    let places = change.because.count > 8 ? shown + "…" : shown
    let known = change.because.compactMap { causes[$0] }
    let annulments = known.filter(\.isAnnulment)
    if annulments.contains(where: { $0.correction.map(change.because.contains) == true }) {
      return Text("corrigé en \(places)", "corrected at \(places)")
    }
    if !annulments.isEmpty, annulments.count == known.count {
      return Text("annulé en \(places)", "annulled at \(places)")
    }
    return change.because.count == 1
      ? Text("entrée \(places)", "entry \(places)") : Text("entrées \(places)", "entries \(places)")
  }

  private static func arrow(_ label: Text, _ before: Text, _ after: Text) -> Text {
    before == after
      ? Text(
        "\(label.french)  \(after.french), autrement",
        "\(label.english)  \(after.english), otherwise"
      )
      : Text(
        "\(label.french)  \(before.french) → \(after.french)",
        "\(label.english)  \(before.english) → \(after.english)")
  }

  private static func block(_ code: BlockCode, _ state: CandidacyState?) -> Text {
    guard let block = state?.blocks.first(where: { $0.code == code }) else {
      return BlockStatus.missing.text
    }
    var text = block.status.text
    if let since = block.since?.text {
      text = Text("\(text.french) le \(since.french)", "\(text.english) on \(since.english)")
    }
    return block.position.map {
      Text("\(text.french) (\($0))", "\(text.english) (\($0))")
    } ?? text
  }

  /// What a jury's register says of a candidacy.
  private static func outcome(_ value: JSONValue) -> Text {
    value["outcome"]?.text.flatMap { JuryCandidacy.Outcome(rawValue: $0)?.text }
      ?? Text("aucune", "none")
  }

  private static func member(
    _ name: String, _ change: StateChange, _ candidacy: ChangedCandidacy?
  ) -> Text {
    let label = label(name)
    switch name {
    case "window":
      return arrow(label, window(candidacy?.before), window(candidacy?.after))
    case "declaration":
      let none = Text("aucune", "none")
      return arrow(
        label, candidacy?.before?.declaration?.text ?? none,
        candidacy?.after?.declaration?.text ?? none)
    case "certificate":
      let none = Text("aucun", "none")
      return arrow(
        label, change.before["number"]?.text.map { Text(verbatim: $0) } ?? none,
        change.after["number"]?.text.map { Text(verbatim: $0) } ?? none)
    case "toReview":
      let items = candidacy?.after?.toReview ?? []
      return items.isEmpty
        ? Text("plus rien à revoir", "nothing to review any more")
        : items.map { Text("à revoir : \($0.message.french)", "to review: \($0.message.english)") }
          .joined(separator: "; ")
    case "status":
      return arrow(label, status(change.before), status(change.after))
    case "pathway":
      return arrow(label, pathway(change.before), pathway(change.after))
    case "identity":
      return change.before == .null
        ? Text("identité enregistrée", "identity recorded")
        : Text("identité corrigée", "identity corrected")
    case "mergedInto":
      return arrow(label, value(change.before), value(change.after))
    default:
      let isPlain = isScalar(change.before) && isScalar(change.after)
      return isPlain
        ? arrow(label, value(change.before), value(change.after))
        : Text("\(label.french)  modifié", "\(label.english)  changed")
    }
  }

  private static func window(_ state: CandidacyState?) -> Text {
    guard let window = state?.window, window.status != .none else {
      return Text("aucun", "none")
    }
    guard window.status != .completed, let last = window.lastDay?.text else {
      return window.status.text
    }
    let status = window.status.text
    return Text(
      "\(status.french) jusqu’au \(last.french)", "\(status.english) until \(last.english)")
  }

  private static func status(_ value: JSONValue) -> Text {
    value.text.flatMap { CandidacyStatus(rawValue: $0)?.text ?? JuryStatus(rawValue: $0)?.text }
      ?? self.value(value)
  }

  private static func pathway(_ value: JSONValue) -> Text {
    value.text.flatMap { Pathway(rawValue: $0)?.text } ?? self.value(value)
  }

  private static func isScalar(_ value: JSONValue) -> Bool {
    switch value {
    case .null, .boolean, .integer, .string: true
    case .list, .object: false
    }
  }

  private static func value(_ value: JSONValue) -> Text {
    switch value {
    case .null: Text("rien", "none")
    case .boolean(let isTrue): isTrue ? Text("oui", "yes") : Text("non", "no")
    case .integer(let number): Text(verbatim: "\(number)")
    case .string(let text): (try? CalendarDate(text))?.text ?? Text(verbatim: text)
    case .list, .object: Text("modifié", "changed")
    }
  }
}
