internal import AcquisLedger
internal import Documents
internal import Events
internal import Projections

extension Obstacles {
  /// Each obstacle on a line, with what to do about it.
  func text(about attestable: Attestable) -> Text {
    let isAll = elements.allSatisfy(\.canBePassedOver)
    let lines = elements.map { obstacle in
      obstacle.remedy(about: attestable).map { obstacle.text.then($0) } ?? obstacle.text
    }
    let anyway = Text(
      "--anyway fait le document malgré cela, et il le dit",
      "--anyway makes the document nonetheless, and it says so")
    return (lines + (isAll ? [anyway] : [])).joined(separator: "\n")
  }
}

extension Obstacle {
  /// The command that takes it out of the way; nil if there is none.
  func remedy(about attestable: Attestable) -> Text? {
    let (candidacy, day) = (attestable.state.candidacy, attestable.answer.on)
    switch self {
    case .nothingHeld:
      let jury = attestable.state.blocks.compactMap(\.jury?.text).last ?? "JURY"
      let line = "`acquis letters \(jury) --kind result`"
      return Text("\(line) écrit la lettre de résultat", "\(line) writes the letter of results")
    case .awardRevoked:
      return attestable.revocationNamesBlocks && !attestable.held.isEmpty
        ? Text("--blocks atteste ce qui reste acquis", "--blocks attests what is still held") : nil
    case .noAward:
      return attestable.held.isEmpty
        ? nil
        : Text("sans --certificate : ce qui est acquis", "without --certificate: what is held")
    case .noCertificate:
      let line = "`acquis record CertificateIssued --on \(day) candidacy=\(candidacy) number=…`"
      return Text("\(line) en émet un", "\(line) issues one")
    case .otherNumber:
      return Text(
        "`acquis status \(candidacy)` les liste", "`acquis status \(candidacy)` lists them")
    case .partialNumber:
      return Text(
        "`acquis attest \(candidacy) --blocks` l’atteste",
        "`acquis attest \(candidacy) --blocks` attests it")
    case .replacedNumber(let number):
      let line = "`acquis attest \(candidacy) \(Shell.word(number.text)) --certificate`"
      return Text(line, line)
    case .appealPending(let block, let jury, _):
      let line =
        "`acquis record AppealDecided jury=\(jury) candidacy=\(candidacy) block=\(block) outcome=…`"
      return Text("\(line) en dit l’issue", "\(line) records its outcome")
    case .toReview:
      return Text(
        "voyez `acquis timeline candidacy:\(candidacy)`",
        "see `acquis timeline candidacy:\(candidacy)`")
    case .sourceFallen(_, let source):
      return Text("voyez `acquis status \(source)`", "see `acquis status \(source)`")
    case .identity(let candidate, .none):
      let line = "`acquis record CandidateRegistered candidate=\(candidate) --data -`"
      return Text("\(line) l’enregistre", "\(line) records it")
    case .identity(_, .hidden):
      return Text("sans --no-names", "without --no-names")
    case .identity(_, .unreadable), .signatory(.unreadable):
      return Text("voyez `acquis vault verify`", "see `acquis vault verify`")
    case .identity(_, .erased): return nil
    case .birthUnknown(let candidate):
      let line = "`acquis record CandidateIdentityCorrected candidate=\(candidate) --data -`"
      return Text("\(line) les donne", "\(line) gives them")
    case .certifierNotDescribed, .signatory, .decisionDayUnknown:
      return attestable.describingLine
    }
  }
}

extension Attestable {
  /// The line that records, once, who signs documents and where, and when the certification was registered,
  /// with what is known of it filled in; capitals are to be replaced.
  fileprivate var describingLine: Text {
    let known = certifier?.description
    let name = framework.registration.certifiers?.elements.first
    var fields = [
      "certifier.name=" + Shell.word((known?.certifier ?? name)?.name.text ?? "NOM"),
      "certifier.siret=" + ((known?.certifier ?? name)?.siret.text ?? "SIRET"),
      "place=" + Shell.word(known?.place.text ?? "VILLE"),
    ]
    if let commercial = known?.commercialName {
      fields.append("commercialName=" + Shell.word(commercial.text))
    }
    if let lines = known?.address?.elements {
      fields.append(
        "address=" + Shell.word(JSONValue.list(lines.map { .string($0.text) }).description))
    }
    let signatory: JSONValue = [
      "member": .string(known?.signatories?.elements.first?.member.text ?? "M-SIGNATAIRE"),
      "title": .string(known?.signatories?.elements.first?.title.text ?? "FONCTION"),
      "name": "PRÉNOM NOM",
    ]
    fields.append("signatories=" + Shell.word(JSONValue.list([signatory]).description))
    var registrations = (known?.registrations?.elements ?? []).map {
      (code: $0.certification.text, day: $0.decisionOn.description)
    }
    if title.decisionOn == nil { registrations.append((title.code.text, "AAAA-MM-JJ")) }
    let list = registrations.map { registration -> JSONValue in
      ["certification": .string(registration.code), "decisionOn": .string(registration.day)]
    }
    if !list.isEmpty {
      fields.append("registrations=" + Shell.word(JSONValue.list(list).description))
    }
    if let depositor = known?.depositor {
      fields.append(
        "depositor.clientId=\(depositor.clientID.text) depositor.contractId=\(depositor.contractID.text)"
      )
    }
    let line = "acquis record CertifierDescribed --on \(answer.on) \(fields.joined(separator: " "))"
    return Text(
      "à enregistrer une fois, les capitales remplacées :\n  \(line)",
      "to be recorded once, capitals replaced:\n  \(line)")
  }
}

/// Words of a command line to copy.
private enum Shell {
  /// A word in single quotes, unless it needs none.
  static func word(_ text: String) -> String {
    let isPlain = text.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "._-/:".contains($0))
    }
    return isPlain && !text.isEmpty ? text : "'\(text.replacing("'", with: "'\\''"))'"
  }
}
