internal import AcquisLedger
internal import Events
internal import Projections

extension PriorText {
  /// A block, and below it its title and its sentences.
  func lines(of block: PriorValidation) throws -> [String] {
    let mark = Self.mark(of: block)
    let rows = try [Text(verbatim: block.title.text)] + sentences(on: block)
    let head = Text(
      "\(block.block)  \(mark.french)", "\(block.block)  \(mark.english)")
    return wrapped(head, indent: 2) + rows.flatMap { wrapped($0, indent: 6) }
  }

  /// Whether it counts, in a word.
  static func mark(of block: PriorValidation) -> Text {
    block.counts
      ? block.contested ? Text("OUI, contesté", "YES, contested") : Text("OUI", "YES")
      : block.why == .document ? Text("à examiner", "to examine") : Text("non", "no")
  }

  /// On what evidence it counts, by which correspondence, until when; or why not.
  func sentences(on block: PriorValidation) throws -> [Text] {
    evidence(of: block) + (try grounds(of: block).map { [$0] } ?? [])
  }

  private func evidence(of block: PriorValidation) -> [Text] {
    guard let source = block.source else {
      return [
        Text(
          "jamais présenté à un jury, rien d’acquis n’y correspond",
          "never presented to a jury; nothing held corresponds to it")
      ]
    }
    var rows = [text(of: source)]
    if let path = text(of: block.correspondence) { rows.append(path) }
    switch block.why {
    case .permanent, .correspondence: rows += validity(of: block)
    case .document:
      rows.append(
        Text(
          "un document ne compte qu’une fois examiné et reconnu",
          "a document counts only once it is examined and recognised"))
    case .expired:
      if let day = block.ended?.on.text {
        rows.append(
          Text(
            "n’est plus valable depuis le \(day.french)", "no longer valid since \(day.english)"))
      }
    case .revoked: rows += ended(block, Text("révoqué", "revoked on"))
    case .fallen:
      rows += ended(
        block,
        Text(
          "cette décision ne compte plus (recours, jury annulé ou révocation) depuis",
          "this decision no longer counts (appeal, jury annulled or revocation), as of"))
    case .refused, .neverPresented: break
    case .noCorrespondence:
      rows.append(
        Text(
          "toujours acquis, mais aucune correspondance n’est déclarée avec un bloc de la certification visée : à instruire",
          "still held, but no correspondence is declared with a block of the certification aimed at: to be examined"
        ))
    }
    if block.contested {
      rows.append(
        Text("un recours contre cette décision est en cours", "an appeal against it is pending"))
    }
    return rows
  }

  private func ended(_ block: PriorValidation, _ word: Text) -> [Text] {
    guard let end = block.ended else { return [] }
    let day = end.on.text
    return [
      Text(
        "\(word.french) le \(day.french) (position \(end.position))",
        "\(word.english) \(day.english) (position \(end.position))")
    ]
  }

  /// Until when it counts, its certificates, what else gives it, and where it is held already.
  private func validity(of block: PriorValidation) -> [Text] {
    let basis = block.validityBasis?.text ?? Text("", "")
    var rows = [
      block.validUntil.map { $0.text }.map {
        Text(
          "valable jusqu’au \($0.french) inclus, \(basis.french)",
          "valid until \($0.english) included, \(basis.english)")
      }
        ?? Text(
          "sans limite de durée, \(basis.french)", "without limit of time, \(basis.english)")
    ]
    if let last = block.recogniseBy?.text {
      rows.append(
        Text(
          "à reconnaître au plus tard le \(last.french) : ensuite, il n’est plus acquis dans la candidature d’origine",
          "to be recognised by \(last.english): it is then no longer held in its source"))
    }
    let certificates = block.source?.certificates.map(\.text).joined(separator: ", ") ?? ""
    if !certificates.isEmpty {
      rows.append(
        Text("certificat partiel \(certificates)", "partial certificate \(certificates)"))
    }
    if !block.others.isEmpty {
      let others = block.others.map { "\($0.block), \($0.candidacy), position \($0.position)" }
        .joined(separator: " ; ")
      rows.append(
        Text(
          "acquis aussi par : \(others) ; la première validation compte",
          "held by these too: \(others); the first validation counts"))
    }
    if let live = block.heldIn {
      rows.append(
        Text(
          "déjà acquis dans la candidature en cours \(live)",
          "held already in the live candidacy \(live)"))
    }
    return rows
  }

  /// The grounds of a refusal or a revocation; nil where they are not to be shown, or there are none.
  private func grounds(of block: PriorValidation) throws -> Text? {
    guard let position = block.decidedBy else { return nil }
    switch block.why {
    case .refused, .revoked: break
    case .permanent, .correspondence, .document, .expired, .noCorrespondence, .fallen,
      .neverPresented:
      return nil
    }
    switch try texts.text(at: position, "grounds") {
    case .known(let grounds): return Text("motif : « \(grounds) »", "grounds: “\(grounds)”")
    case .erased:
      return Text("motif effacé avec les données de la personne", "grounds erased with the person")
    case .unreadable: return Text("motif illisible", "unreadable grounds")
    case .none, .hidden: return nil
    }
  }

  // MARK: Sentences

  /// `RNCP38052BC01 validé le 18 juin 2020 : jury J-2020-06, …`
  func text(of source: PriorSource) -> Text {
    var parts: [Text] = []
    if let jury = source.jury { parts.append(Text("jury \(jury)", "jury \(jury)")) }
    if let minutes = answer.minutes(of: source.jury) {
      parts.append(Text("procès-verbal \(minutes)", "minutes \(minutes)"))
    }
    if let document = source.document {
      parts.append(Text("« \(document.text) »", "“\(document.text)”"))
    }
    if let authority = source.authority {
      parts.append(Text("accordé par \(authority.text)", "granted by \(authority.text)"))
    }
    if let pathway = source.pathway?.text { parts.append(pathway) }
    parts.append(
      Text(
        "candidature \(source.candidacy), position \(source.position)",
        "candidacy \(source.candidacy), position \(source.position)"))
    let said = parts.joined(separator: ", ")
    let word = word(of: source)
    return Text(
      "\(source.block) \(word.french) : \(said.french)",
      "\(source.block) \(word.english): \(said.english)")
  }

  private func word(of source: PriorSource) -> Text {
    let day = source.decidedOn?.text
    let status = source.status == .missing ? Text("indiqué", "stated") : source.status.text
    guard let day else { return status }
    switch source.status {
    case .recognised:
      return Text(
        "\(status.french), d’après une validation du \(day.french)",
        "\(status.english), from a validation of \(day.english)")
    case .missing:
      return Text(
        "indiqué à l’inscription comme validé le \(day.french)",
        "stated on enrolment as validated on \(day.english)")
    case .assessed, .refused, .validated, .expired, .revoked:
      return Text(
        "\(status.french) le \(day.french)", "\(status.english) on \(day.english)")
    }
  }

  private func text(of path: [CorrespondenceStep]) -> Text? {
    guard let first = path.first else { return nil }
    let day = first.on.text
    if path.count == 1 {
      return Text(
        "par correspondance déclarée le \(day.french) (position \(first.position))",
        "by the correspondence declared on \(day.english) (position \(first.position))")
    }
    let steps = path.map { step in
      let day = step.on.text
      return Text(
        "\(step.block) → \(step.place), déclarée le \(day.french) (position \(step.position))",
        "\(step.block) → \(step.place), declared on \(day.english) (position \(step.position))")
    }.joined(separator: ", ")
    return Text("par correspondances : \(steps.french)", "by correspondences: \(steps.english)")
  }

  /// A block held that counts for none of the certification aimed at.
  func text(of held: HeldElsewhere) -> Text {
    var said = text(of: held.source)
    if let last = held.validUntil?.text {
      said = said.then(
        Text("valable jusqu’au \(last.french) inclus", "valid until \(last.english) included"))
    } else {
      said = said.then(Text("sans limite de durée", "without limit of time"))
    }
    let code = held.source.certification
    if let day = held.supersededOn?.text {
      return said.then(
        Text(
          "au titre de \(code), version remplacée le \(day.french)",
          "under \(code), a version superseded on \(day.english)"))
    }
    return said.then(Text("au titre de \(code)", "under \(code)"))
  }
}
