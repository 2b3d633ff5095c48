internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

/// What a candidacy holds that a credential may attest, each in force by everything known.
struct CredentialGrants {
  /// The award alone, else a grant for each block held, in the framework's order; one of `--block`.
  let grants: [Grant]

  /// - Throws: ``Failure/check(_:)`` for what is not attested; ``Failure/usage(_:)`` and
  ///   ``Failure/input(_:)`` for a block or a candidacy that is not known.
  init(of candidacy: CandidacyID, _ question: Question, _ invocation: Invocation) throws {
    guard let state = try question.status(of: candidacy)?.state else {
      if try question.log.enrolment(of: candidacy) == nil {
        throw try UnknownID.candidacy(candidacy, in: question.log)
      }
      throw try invocation.refused(.nothingHeld(candidacy))
    }
    if let text = invocation.option("block") {
      let block = try Self.block(text, of: state)
      guard let grant = try question.grant(of: block) else {
        throw try invocation.refused(.blockNotHeld(block.code))
      }
      grants = [grant]
    } else if let award = try question.award(of: candidacy) {
      // Without the blocks that it rests on an award is to be looked into first.
      if award.end == nil, state.status == .certified,
        state.blocks.contains(where: { !$0.status.isHeld })
      {
        throw try invocation.refused(.blocksLost(candidacy))
      }
      grants = [award]
    } else {
      let held = try state.blocks.compactMap(question.grant)
      if state.status == .revoked { throw try invocation.refused(.awardRevoked(candidacy)) }
      guard !held.isEmpty else { throw try invocation.refused(.nothingHeld(candidacy)) }
      grants = held
    }
    for grant in grants {
      if let end = grant.end { throw try invocation.refused(.ended(grant, end)) }
      if grant.isUnderAppeal { throw try invocation.refused(.underAppeal(grant)) }
      if grant.isOver(on: question.on) { throw try invocation.refused(.over(grant)) }
    }
  }

  /// The block of a code, with or without its certification's.
  private static func block(_ text: String, of state: CandidacyState) throws(Failure) -> BlockState
  {
    let codes = [text, state.certification.text + text]
    if let block = state.blocks.first(where: { codes.contains($0.code.text) }) { return block }
    let known = state.blocks.map(\.code.text).joined(separator: ", ")
    throw .usage(
      Text("--block : un bloc est attendu parmi : \(known)", "--block: expected one of: \(known)"))
  }
}

/// Why a credential is not issued, and what can be done.
struct CredentialRefusal {
  let message: Text
  let remedy: Text

  static func ended(_ grant: Grant, _ end: GrantEnd) -> Self {
    Self(
      message: Text(
        "\(grant.text.french) n’est plus en vigueur : \(end.text.french)",
        "\(grant.text.english) is no longer in force: \(end.text.english)"),
      remedy: Text(
        "ce qui est révoqué, ou annulé sur recours, ne peut pas être attesté ; une nouvelle décision peut l’être",
        "what was revoked, annulled or overturned is not attested; a new decision can be"))
  }

  static func awardRevoked(_ candidacy: CandidacyID) -> Self {
    Self(
      message: Text(
        "\(candidacy) : la délivrance de la certification est révoquée",
        "\(candidacy): the award of the certification is revoked"),
      remedy: Text(
        "un bloc encore acquis peut être attesté seul : `--block CODE`",
        "a block still held is attested alone: --block CODE"))
  }

  static func underAppeal(_ grant: Grant) -> Self {
    Self(
      message: Text(
        "\(grant.text.french) fait l’objet d’un recours en cours",
        "\(grant.text.english) is under appeal"),
      remedy: Text(
        "attendez l’issue du recours (`record AppealDecided`) ; un autre bloc acquis peut être attesté seul : `--block CODE`",
        "wait for the outcome of the appeal (`record AppealDecided`); another block held is attested alone: --block CODE"
      ))
  }

  static func over(_ grant: Grant) -> Self {
    let day = grant.lastDay?.text ?? Text(verbatim: "")
    return Self(
      message: Text(
        "\(grant.text.french) n’était valable que jusqu’au \(day.french)",
        "\(grant.text.english) was valid until \(day.english) only"),
      remedy: Text(
        "il faut une nouvelle décision d’un jury", "a new decision of a jury is needed"))
  }

  static func blocksLost(_ candidacy: CandidacyID) -> Self {
    Self(
      message: Text(
        "\(candidacy) : la délivrance repose sur des blocs qui ne sont plus acquis",
        "\(candidacy): the award rests on blocks that are no longer held"),
      remedy: Text(
        "`status` dit lesquels : révoquez la délivrance, ou faites valider ces blocs",
        "`status` shows which: revoke the award, or have these blocks validated"))
  }

  static func nothingHeld(_ candidacy: CandidacyID) -> Self {
    Self(
      message: Text("\(candidacy) : aucun bloc n’est acquis", "\(candidacy): no block is held"),
      remedy: Text(
        "rien ne peut être attesté avant la décision d’un jury",
        "nothing is attested before a jury's decision"))
  }

  static func blockNotHeld(_ block: BlockCode) -> Self {
    Self(
      message: Text("\(block) n’est pas acquis", "\(block) is not held"),
      remedy: Text("`status` dit où en est chaque bloc", "`status` shows each block's state"))
  }

  static func noIdentity(_ candidacy: CandidacyID) -> Self {
    Self(
      message: Text(
        "\(candidacy) : l’identité de la personne ne peut pas être lue",
        "\(candidacy): the person's identity cannot be read"),
      remedy: Text(
        "enregistrez-la (`record CandidateRegistered`) ou remettez le bon coffre ; après un effacement, plus rien ne peut être attesté",
        "record it (`record CandidateRegistered`) or put the right vault back; after an erasure nothing can be attested"
      ))
  }

  static func noFramework(_ candidacy: CandidacyID) -> Self {
    Self(
      message: Text(
        "\(candidacy) : le référentiel de ce qui est acquis n’est pas connu",
        "\(candidacy): the framework of what is held is not known"),
      remedy: Text(
        "`timeline candidacy:\(candidacy)` dit d’où cela vient",
        "`timeline candidacy:\(candidacy)` shows where it comes from"))
  }

  static func noCertifier(_ certification: CertificationCode) -> Self {
    Self(
      message: Text(
        "\(certification) : aucun certificateur n’est enregistré",
        "\(certification): no certifier is recorded"),
      remedy: Text(
        "enregistrez-le : `record CertifierDescribed`, la certification parmi ses décisions d’enregistrement",
        "record it: `record CertifierDescribed`, with the certification among its registrations"))
  }
}

extension Invocation {
  /// The failure of a refusal, after its JSON with `--json`.
  func refused(_ refusal: CredentialRefusal) throws -> Failure {
    if has("json") {
      let answer: JSONValue = [
        "refused": [
          [
            "rule": .null, "source": .null, "message": .string(refusal.message.english),
            "remedy": .string(refusal.remedy.english),
          ]
        ]
      ]
      try output.line(answer.description)
    }
    return .check(refusal.message.then(refusal.remedy))
  }
}
