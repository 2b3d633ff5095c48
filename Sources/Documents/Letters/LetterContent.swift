internal import AcquisLedger
internal import Events
internal import Projections

/// What a letter to one candidate is made from.
struct LetterContent {
  let proceedings: JuryProceedings
  let candidate: JuryCandidate
  let identity: Identity
  let state: CandidacyState
  /// The framework of the candidacy's certification.
  let framework: CertificationRegistered?
  let sender: LetterSender
  let languages: Languages

  /// `RNCP38052, « Chargé d’accueil »`.
  var certification: Text {
    let code = state.certification.text
    guard let title = framework?.title.text else { return Text(verbatim: code) }
    return Text("« \(title) » (\(code))", "“\(title)” (\(code))")
  }

  /// The title of a block; empty for one that the framework does not have.
  func title(of block: BlockCode) -> String {
    framework?.blocks.elements.first { $0.code == block }?.title.text ?? ""
  }

  /// A whole page around the letter's own text.
  ///
  /// - Parameter after: what follows the signature.
  func page(_ kind: LetterKind, _ text: HTML, after: HTML = .nothing) -> HTML {
    let (place, day) = (sender.description.place.text, proceedings.answer.on.text)
    return HTML.joined([
      sender.letterhead,
      HTML("div", class: "addressee") {
        HTML("div", text: identity.addressee)
        if let email = identity.email { HTML("div", text: email.text) }
      },
      languages.html(
        "p", Text("\(place), le \(day.french)", "\(place), \(day.english)")),
      HTML("p") {
        HTML("strong") {
          languages.html(Text("Objet : ", "Subject: "))
          languages.html(kind.title)
        }
        HTML("br")
        languages.html(
          Text(
            "Certification professionnelle \(certification.french)",
            "Professional certification \(certification.english)"))
        HTML("br")
        languages.html(
          Text(
            "Candidature \(candidate.candidacy), jury \(proceedings.jury)",
            "Candidacy \(candidate.candidacy), jury \(proceedings.jury)"))
      },
      HTML("p") {
        languages.html(
          Text("\(identity.salutation.french),", "\(identity.salutation.english),"))
      },
      text, sender.signature, after,
    ])
  }

  /// The members of what every letter states, without names.
  func statement(_ kind: LetterKind, _ members: [JSONMember]) -> JSONValue {
    .object(
      [
        JSONMember("kind", .string(kind.rawValue)),
        JSONMember("jury", .string(proceedings.jury.text)),
        JSONMember("candidacy", .string(candidate.candidacy.text)),
        JSONMember("certification", .string(state.certification.text)),
        JSONMember("on", .string(proceedings.answer.on.description)),
      ] + members)
  }
}
