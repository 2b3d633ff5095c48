internal import AcquisLedger
internal import Events
internal import Projections

extension PriorText {
  /// What surrounds the blocks: headings, each with its sentences.
  func rows(_ validations: PriorValidations) -> [(Text, [Text])] {
    let context = validations.context
    return [
      (Text("Décès", "Death"), deathRows(context)),
      (Text("Acquis ailleurs", "Held elsewhere"), validations.elsewhere.map(text(of:))),
      (Text("Délai", "Window"), context.windows.map(text(of:)) + openingRows(context)),
      (Text("Recevabilité", "Admissibility"), admissibilityRows(context)),
      (Text("Documents", "Documents"), context.certificates.map(text(of:))),
      (Text("Inscription", "Enrolment"), enrolmentRows(validations)),
      (Text("À vérifier", "To check"), reviewRows()),
    ]
  }

  private func deathRows(_ context: PriorContext) -> [Text] {
    context.deceasedOn.map { $0.text }.map {
      [Text("personne décédée le \($0.french)", "person deceased on \($0.english)")]
    } ?? []
  }

  // MARK: Windows

  /// A window; of one that has closed, first what it leaves.
  private func text(of window: PriorWindow) -> Text {
    let id = window.candidacy
    guard window.window.status == .lapsed, let last = window.window.lastDay?.text else {
      let text = StatusText.sentence(on: window.window)
      return Text(
        "celui de \(id) : \(text.french)", "that of \(id): \(text.english)")
    }
    let blocks = window.held
    let limit = window.isHeldWithoutLimit
    return Text(
      "\(Text.count(blocks, .block).french) de \(id) "
        + (blocks == 1 ? "reste acquis" : "restent acquis")
        + (limit ? ", sans limite de durée" : "")
        + " ; le délai pour compléter a pris fin le \(last.french)",
      "\(Text.count(blocks, .block).english) of \(id) \(blocks == 1 ? "is" : "are") still held"
        + (limit ? ", without limit of time" : "")
        + "; the window to complete closed on \(last.english)")
  }

  private func openingRows(_ context: PriorContext) -> [Text] {
    guard let opening = context.opening else {
      return context.plan.enrolment?.completes.map {
        [
          Text(
            "l’inscription proposée complète \($0) : son délai continue",
            "the enrolment proposed completes \($0): its window goes on")
        ]
      } ?? []
    }
    let basis = opening.limit.basis.text
    guard let years = opening.limit.years?.value, let last = opening.lastDay?.text else {
      return [
        Text(
          "à la première reconnaissance s’ouvrira un délai sans limite, \(basis.french)",
          "the first recognition will open a window without limit, \(basis.english)")
      ]
    }
    let day = opening.opensOn.text
    return [
      Text(
        "à la première reconnaissance s’ouvrira un délai de \(Text.count(years, .year).french), \(basis.french) (du \(day.french) au \(last.french), si elle est de ce jour)",
        "the first recognition will open a window of \(Text.count(years, .year).english), \(basis.english) (from \(day.english) to \(last.english), if it is of this day)"
      )
    ]
  }

  // MARK: Admissibility and enrolment

  private func admissibilityRows(_ context: PriorContext) -> [Text] {
    guard let found = context.admissibility else { return [] }
    let (id, decided) = (found.candidacy, found.decidedOn.text)
    let ask = found.isToAskAgain ? Text(" : à redemander", ": to be asked again") : Text("", "")
    let kind = found.isTacit ? Text("tacite, ", "tacit, ") : Text("", "")
    if !found.isFavourable {
      return [
        Text(
          "refusée à \(id) le \(decided.french)\(ask.french)",
          "refused to \(id) on \(decided.english)\(ask.english)")
      ]
    }
    let until: Text
    if let last = found.validUntil?.text {
      until =
        found.isValid
        ? Text("valable jusqu’au \(last.french) inclus", "valid until \(last.english) included")
        : Text("a pris fin le \(last.french)", "ended on \(last.english)")
    } else {
      until = Text("sans dernier jour", "without a last day")
    }
    return [
      Text(
        "celle de \(id), \(kind.french)du \(decided.french), \(until.french)\(ask.french)",
        "that of \(id), \(kind.english)of \(decided.english), \(until.english)\(ask.english)")
    ]
  }

  private func text(of certificate: PriorCertificate) -> Text {
    let sentence = certificate.certificate.sentence
    return Text(
      "\(certificate.candidacy) : \(sentence.french)",
      "\(certificate.candidacy): \(sentence.english)")
  }

  private func enrolmentRows(_ validations: PriorValidations) -> [Text] {
    let (context, code) = (validations.context, validations.certification)
    if let live = context.live {
      return [
        Text(
          "candidature en cours : \(live), les reconnaissances s’y ajoutent",
          "live candidacy: \(live), in which recognitions are recorded")
      ]
    }
    if context.plan.enrolment?.completes != nil { return [] }
    switch context.registration {
    case .open: return []
    case .suspended:
      return [
        Text(
          "l’enregistrement de \(code) est suspendu : une nouvelle inscription est refusée",
          "the registration of \(code) is suspended: a new enrolment is refused")
      ]
    case .ended:
      let last = context.lastEnrolmentDay?.text
      return [
        Text(
          "l’enregistrement de \(code) a pris fin\(last.map { " le \($0.french)" } ?? "") : une nouvelle inscription est refusée",
          "the registration of \(code) ended\(last.map { " on \($0.english)" } ?? ""): a new enrolment is refused"
        )
      ]
    }
  }

  func reviewRows() -> [Text] {
    let items = answer.toReview.map { item in
      let rule = item.rule.map { " (\($0))" } ?? ""
      return Text(
        "\(item.candidacy), position \(item.position) : \(item.message.french)\(rule)",
        "\(item.candidacy), position \(item.position): \(item.message.english)\(rule)")
    }
    if !items.isEmpty { return items }
    return [
      Text(
        "rien d’annulé, de révoqué ni de contesté dans cet historique",
        "nothing annulled, revoked or contested in this history")
    ]
  }
}
