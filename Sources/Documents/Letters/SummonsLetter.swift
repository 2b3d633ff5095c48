internal import AcquisLedger
internal import Events
internal import Projections

extension LetterContent {
  /// The summons: days, place, mode, and what to bring.
  var summons: Letter {
    let register = proceedings.state
    return Letter(
      candidacy: candidate.candidacy, kind: .summons, languages: languages,
      page: page(
        .summons,
        HTML.joined([
          languages.html("p", invitation),
          HTML("table") {
            HTML("tbody") {
              row(Text("Session", "Session"), register.session.days)
              row(Text("Forme", "Form"), register.mode.phrase.capitalised)
              if let place = register.place {
                row(Text("Lieu", "Place"), Text(verbatim: place.text))
              }
              if !missing.isEmpty {
                row(Text("Blocs à acquérir", "Blocks to acquire"), Text(verbatim: missing))
              }
            }
          },
          details,
          languages.html(
            "p",
            Text(
              "Si vous ne pouvez pas vous présenter, merci d’en informer le certificateur sans attendre, avec "
                + "le motif : une absence non excusée est portée au procès-verbal.",
              "If you cannot attend, please inform the certifier without delay, with the reason: an absence "
                + "that is not excused is stated in the minutes.")),
        ])),
      statement: statement(
        .summons,
        [
          JSONMember("sessionOn", .string(register.session.first.description)),
          JSONMember("sessionTo", .string(register.session.last.description)),
          JSONMember("mode", .string(register.mode.rawValue)),
          JSONMember("place", register.place.map { .string($0.text) } ?? .null),
          JSONMember(
            "position",
            candidate.register.summoned.map { .integer(Int($0.number)) } ?? .null),
        ]))
  }

  private func row(_ head: Text, _ text: Text) -> HTML {
    HTML("tr") {
      languages.html("th", head)
      HTML("td") { languages.html(text) }
    }
  }

  private var missing: String {
    state.blocks.filter { !$0.status.isHeld }.map { $0.code.short(in: state.certification) }
      .joined(separator: ", ")
  }

  private var invitation: Text {
    proceedings.state.mode == .written
      ? Text(
        "Votre dossier sera examiné par le jury de la certification, dont la session est indiquée ci-après.",
        "Your file will be examined by the jury of the certification at the session stated below.")
      : Text(
        "Nous vous prions de vous présenter devant le jury de la certification, aux jour et lieu indiqués "
          + "ci-après.",
        "You are asked to appear before the jury of the certification on the day and at the place stated "
          + "below.")
  }

  /// What to bring, how a remote session is joined, and when one's turn comes.
  @HTMLBuilder private var details: HTML {
    let (mode, session) = (proceedings.state.mode, proceedings.state.session)
    if session.first < session.last, mode != .written {
      languages.html(
        "p",
        Text(
          "La session se tient sur plusieurs jours : votre jour et votre heure de passage vous sont précisés "
            + "par le certificateur.",
          "The session is held over several days: the certifier lets you know your day and hour."))
    }
    if mode == .remote || mode == .mixed {
      languages.html(
        "p",
        Text(
          "Les modalités de connexion vous sont communiquées par le certificateur.",
          "The certifier lets you know how to connect."))
    }
    if mode != .written {
      languages.html(
        "p",
        Text(
          "Munissez-vous de la présente convocation, d’une pièce d’identité en cours de validité et, le cas "
            + "échéant, d’un exemplaire du dossier remis au jury.",
          "Bring this letter, a valid identity document and, where there is one, a copy of the file handed "
            + "to the jury."))
    }
  }
}
