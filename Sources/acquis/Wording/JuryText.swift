internal import AcquisLedger
internal import Documents
internal import Events
internal import Projections

/// A jury on a screen: the session, who sat, and a row for each candidate with a column for each block.
struct JuryText {
  let proceedings: JuryProceedings
  let language: Language
  let width: Int
  /// The minutes say the same of a seat and of a candidate.
  let minutes: MinutesDocument

  private var state: JuryState { proceedings.state }

  /// - Parameter width: the most characters of a line.
  init(_ proceedings: JuryProceedings, in language: Language, width: Int) {
    self.proceedings = proceedings
    self.language = language
    self.width = width
    minutes = MinutesDocument(proceedings, in: Languages(language))
  }

  var lines: [StyledLine] {
    let (day, status) = (proceedings.answer.on.text, state.status.text)
    let head = Text(
      "Jury \(state.jury) au \(day.french) : \(status.french)",
      "Jury \(state.jury) on \(day.english): \(status.english)")
    return Wrapped.lines(head.text(in: language), width: width).map { StyledLine($0, .heading) }
      + rows.flatMap(lines)
      + proceedings.certifications.flatMap { grid(of: $0) }
  }

  /// A word, what is said under it and its colour.
  typealias Row = (heading: Text, text: Text, tone: Tone)

  /// The session, who sat, what is missing and the minutes.
  var rows: [Row] { session + composition + gaps + papers }

  func lines(of row: Row) -> [StyledLine] {
    StyledLine.labelled(
      row.heading.text(in: language).padded(13), row.text.text(in: language), row.tone,
      width: width)
  }

  // MARK: Session

  private var session: [Row] {
    let title = proceedings.framework.map { " \($0.title.text)" } ?? ""
    let isOneDay = state.session.first == state.session.last
    let days = isOneDay ? state.session.first.text : state.session.phrase
    let mode = state.mode.phrase
    let place = state.place.map { ", \($0.text)" } ?? ""
    var lines =
      row(
        Text("certification", "certification"), Text(verbatim: "\(state.certification)\(title)"))
      + row(
        Text("session", "session"),
        Text(
          "\(days.french), \(mode.french)\(place)", "\(days.english), \(mode.english)\(place)"))
    if state.convenedFor != state.session.first {
      let first = state.convenedFor.text
      lines += row(
        Text("report", "moved"),
        Text("d’abord prévue le \(first.french)", "first planned for \(first.english)"))
    }
    if let end = proceedings.endSentence {
      lines += row(
        Text("état", "state"), end.quoting(proceedings.endGrounds.value),
        state.status == .convened ? .warning : .bad)
    }
    return lines
  }

  private var papers: [Row] {
    if state.minutes.isEmpty {
      guard state.status == .held else { return [] }
      return row(
        Text("procès-verbal", "minutes"), Text("pas encore délibéré", "not deliberated yet"),
        .warning)
    }
    return state.minutes.flatMap { minutes in
      let (reference, day) = (minutes.reference.text, minutes.signedOn.text)
      return row(
        Text("procès-verbal", "minutes"),
        Text(
          "\(reference), délibéré le \(day.french)", "\(reference), deliberated on \(day.english)"))
    }
  }

  private func row(_ heading: Text, _ text: Text, _ tone: Tone = .plain) -> [Row] {
    [(heading, text, tone)]
  }

  // MARK: Members

  private var composition: [Row] {
    guard state.isCompositionKnown else {
      let present = state.sittings.map { sitting -> Text in
        let ids = (sitting.members ?? []).map(\.text).joined(separator: ", ")
        let day = sitting.heldOn.text
        return ids.isEmpty
          ? Text("", "")
          : Text(
            " ; ont siégé le \(day.french) : \(ids)", "; sat on \(day.english): \(ids)")
      }.joined(separator: "")
      return row(
        Text("membres", "members"),
        Text(
          "composition inconnue\(present.french)", "composition unknown\(present.english)"),
        .warning)
    }
    let seats = proceedings.seats
    return seats.enumerated().flatMap { index, seat in
      row(index == 0 ? Text("membres", "members") : Text("", ""), sentence(on: seat))
    }
  }

  /// `Claire Martin (M1), président, AFPOLS, a siégé ; récusation pour …`.
  private func sentence(on seat: JurySeat) -> Text {
    let name = proceedings.name(of: seat.member)
    let label = name == seat.member.text ? name : "\(name) (\(seat.member))"
    let body = seat.organisation.map { ", \($0.text)" } ?? ""
    let role = seat.role.text
    let presence = state.sittings.map { self.presence(of: seat, at: $0) }.joined(separator: "")
    let notes = minutes.notes(on: seat).reduce(Text("", "")) {
      Text("\($0.french) ; \($1.french)", "\($0.english); \($1.english)")
    }
    let left =
      seat.until == nil ? Text("", "") : Text(", n’est plus membre", ", no longer a member")
    return Text(
      "\(label), \(role.french)\(body)\(left.french)\(presence.french)\(notes.french)",
      "\(label), \(role.english)\(body)\(left.english)\(presence.english)\(notes.english)")
  }

  /// The day is said where there are several.
  private func presence(of seat: JurySeat, at sitting: JuryPresence) -> Text {
    guard seat.isHeld(on: sitting.heldOn) else { return Text("", "") }
    let isPresent = sitting.members?.contains(seat.member) == true
    let word = isPresent ? Text("a siégé", "sat") : Text("n’a pas siégé", "did not sit")
    let day = sitting.heldOn.inTable
    return state.sittings.count == 1
      ? Text(", \(word.french)", ", \(word.english)")
      : Text(", \(word.french) le \(day.french)", ", \(word.english) on \(day.english)")
  }

  private var gaps: [Row] {
    minutes.missingRoles.flatMap { row(Text("MANQUE", "MISSING"), $0, .bad) }
  }
}
