internal import AcquisLedger
internal import Documents
internal import Events
internal import Projections

/// A person on a screen: the identity where it is opened, the ids, and a line for each candidacy.
struct PersonScreen {
  private let person: PersonHistory
  private let day: CalendarDate
  private let identity: PersonalText<Identity>
  let candidacies: [StatusText]

  /// - Parameter answers: about the person's candidacies.
  /// - Throws: `LogFailure`, `VaultFailure`.
  init(
    _ person: PersonHistory, _ answers: [CandidacyAnswer], _ question: Question,
    _ texts: PersonalTexts
  ) throws {
    self.person = person
    day = question.on
    identity = try texts.identity(of: person.candidate)
    // The name stands once, at the head.
    let names = try PersonNames(PersonalTexts(of: question, opening: nil))
    candidacies = try answers.map { try StatusText($0, question, names) }
  }

  /// - Parameter width: the most characters of a line.
  func lines(in language: Language, width: Int) -> [StyledLine] {
    let number = candidacies.count
    let count =
      number == 0
      ? Text("aucune candidature", "no candidacy")
      : Text(
        "\(number) \(number < 2 ? "candidature" : "candidatures")",
        "\(number) \(number == 1 ? "candidacy" : "candidacies")")
    let name = identity.value.map { "\($0.shownName) (\(person.candidate))" }
    let label = name ?? person.candidate.text
    let head = Text(
      "\(label) au \(day.text.french) : \(count.french)",
      "\(label) on \(day.text.english): \(count.english)")
    return Wrapped.lines(head.text(in: language), width: width).map { StyledLine($0, .heading) }
      + rows.flatMap { heading, text in
        StyledLine.labelled(heading.text(in: language), text.text(in: language), width: width)
      }
      + candidacies.flatMap { lines(of: $0, in: language, width) }
  }

  /// The ids, and the identity where it is opened.
  var rows: [(heading: Text, text: Text)] {
    let ids = person.ids.map(\.text).joined(separator: ", ")
    var rows: [(heading: Text, text: Text)] = [
      (
        person.ids.count > 1 ? Text("identifiants", "ids") : Text("identifiant", "id"),
        Text(verbatim: ids)
      )
    ]
    switch identity {
    case .known(let identity):
      let names = identity.firstNames.elements.map(\.text).joined(separator: ", ")
      rows.append((Text("prénoms", "first names"), Text(verbatim: names)))
      if let birth = Holder(identity: identity).birth {
        rows.append((Text("naissance", "birth"), birth))
      }
    case .erased: rows.append((Text("identité", "identity"), Text("effacée", "erased")))
    case .unreadable:
      rows.append((Text("identité", "identity"), Text("illisible", "unreadable")))
    case .none, .hidden: break
    }
    return rows
  }

  /// The candidacy, its certification and status, and below it what is held and until when the rest may be.
  private func lines(
    of candidacy: StatusText, in language: Language, _ width: Int
  ) -> [StyledLine] {
    let state = candidacy.answer.state
    let (pathway, summary) = (state.pathway.text, candidacy.summary)
    let head = Text(
      "\(state.candidacy)  \(state.certification), \(pathway.french) : \(summary.french)",
      "\(state.candidacy)  \(state.certification), \(pathway.english): \(summary.english)")
    return Wrapped.lines(head.text(in: language), indent: 2, width: width).map { StyledLine($0) }
      + Self.details(of: state).flatMap { detail in
        Wrapped.lines(detail.text(in: language), indent: 6, width: width).map { StyledLine($0) }
      }
  }

  /// What is held, until when the rest may be, and what is to be reviewed.
  static func details(of state: CandidacyState) -> [Text] {
    var details: [Text] = []
    let held = state.blocks.filter(\.status.isHeld).map { $0.code.short(in: state.certification) }
    if !held.isEmpty {
      let codes = held.joined(separator: ", ")
      details.append(Text("blocs acquis : \(codes)", "blocks held: \(codes)"))
    }
    if let window = StatusText.window(of: state), state.status != .certified {
      details.append(Text("délai \(window.french)", "window \(window.english)"))
    }
    if !state.toReview.isEmpty {
      let rules = Set(state.toReview.map(\.rule)).sorted().map(\.description)
        .joined(separator: ", ")
      details.append(Text("À REVOIR : \(rules)", "TO REVIEW: \(rules)"))
    }
    return details
  }
}
