internal import AcquisLedger
internal import Cryptography
internal import Documents
internal import EventLog
internal import Events

/// What became of a credential that was given: its signature, and the entry that it attests.
struct CredentialStanding {
  private let id: EventID
  private let signature: PresentedCredential.Signature
  /// Nil if the log has no such entry.
  private let grant: Grant?
  /// Whether the log has the state that the credential names; nil if it names none, or none is to be
  /// believed.
  private let continues: Bool?
  private let day: CalendarDate

  private init(
    of credential: PresentedCredential, _ question: Question, _ ledger: Ledger
  ) throws {
    id = credential.id
    signature = try credential.signature(by: ledger.verifierKeys())
    grant = try question.grant(id)
    day = question.on
    guard case .valid = signature, let stated = credential.stated else {
      continues = nil
      return
    }
    continues =
      try stated.size <= UInt64(question.known.number)
      && question.log.root(ofSize: stated.size).base64 == stated.root
  }

  /// Prints what became of each credential of a file.
  ///
  /// - Throws: ``Failure/check(_:)`` unless all are in force and signed by the ledger;
  ///   ``Failure/input(_:)`` for a file that holds no credential.
  static func print(_ path: String, _ invocation: Invocation) throws {
    let ledger = try Ledger(invocation)
    let log = try ledger.log()
    let question = Question(log: log, on: try invocation.day(), known: try log.head().last)
    let bytes = try InputFile.read(path)
    let found: [CredentialStanding]
    do {
      found = try PresentedCredential.all(in: bytes).map {
        try CredentialStanding(of: $0, question, ledger)
      }
    } catch let defect as CredentialDefect {
      throw try defect.failure(path)
    }
    for standing in found {
      if invocation.has("json") {
        try invocation.output.line(standing.json.description)
      } else {
        for line in standing.lines { try invocation.output.line(line) }
      }
    }
    guard found.allSatisfy(\.isGood) else {
      throw Failure.check(
        Text(
          "n’est pas, ou n’est plus, en vigueur : ne vous y fiez pas",
          "is not, or no longer, in force: do not rely on it"
        ).at(path))
    }
  }

  private var isSigned: Bool {
    if case .valid = signature { true } else { false }
  }

  private var isInForce: Bool {
    grant.map { $0.end == nil && !$0.isOver(on: day) } ?? false
  }

  private var isGood: Bool { isSigned && isInForce && continues != false }

  /// Whether it is in force, as one word.
  private var standing: String {
    guard let grant else { return "unknown" }
    if let end = grant.end { return end.kind.rawValue }
    return grant.isOver(on: day) ? "expired" : "inForce"
  }

  private var json: JSONValue {
    let (word, key): (String, String?) =
      switch signature {
      case .valid(let key): ("valid", key.text)
      case .foreign(let key): ("foreign", key.text)
      case .invalid: ("invalid", nil)
      }
    return [
      "id": .string("urn:uuid:\(id)"), "standing": .string(standing), "signature": .string(word),
      "key": key.map { .string($0) } ?? .null,
      "continues": continues.map { .boolean($0) } ?? .null,
      "candidacy": grant.map { .string($0.candidacy.text) } ?? .null,
      "position": grant.map { .integer(Int($0.position.number)) } ?? .null,
      "since": grant?.end.map { .string($0.day.description) } ?? .null,
      "by": grant?.end.map { .integer(Int($0.position.number)) } ?? .null,
      "underAppeal": .boolean(grant?.isUnderAppeal ?? false),
      "lastDay": grant?.lastDay.map { .string($0.description) } ?? .null,
    ]
  }

  private var lines: [Text] {
    var lines = [state]
    if let grant {
      lines.append(
        Text("  atteste     \(grant.text.french)", "  attests     \(grant.text.english)"))
      if grant.isUnderAppeal {
        lines.append(Text("  recours     en cours", "  appeal      pending"))
      }
    }
    lines.append(signed)
    if continues == false {
      lines.append(
        Text(
          "  registre    il ne prolonge pas l’état que l’attestation numérique désigne",
          "  log         it does not continue the state that the credential names"))
    }
    return lines
  }

  private var state: Text {
    let urn = "urn:uuid:\(id)"
    guard let grant else {
      return Text(
        "\(urn) : le registre n’a pas cette entrée", "\(urn): the ledger has no such entry")
    }
    if let end = grant.end {
      return Text("\(urn) : \(end.text.french)", "\(urn): \(end.text.english)")
    }
    if grant.isOver(on: day), let last = grant.lastDay?.text {
      return Text(
        "\(urn) : valable jusqu’au \(last.french)", "\(urn): valid until \(last.english)")
    }
    return Text("\(urn) : en vigueur", "\(urn): in force")
  }

  private var signed: Text {
    switch signature {
    case .valid(let key):
      Text(
        "  signature   valable, d’une clé de ce registre : \(key.text)",
        "  signature   valid, of a key of this ledger: \(key.text)")
    case .foreign(let key):
      Text(
        "  signature   d’une clé qui n’est pas de ce registre : \(key.text)",
        "  signature   of a key that is not this ledger's: \(key.text)")
    case .invalid:
      Text(
        "  signature   NON valable : quelque chose a été changé",
        "  signature   NOT valid: something was changed")
    }
  }
}

extension CredentialDefect {
  fileprivate func failure(_ path: String) throws -> Failure {
    switch self {
    case .notACredential:
      .input(
        Text(
          "une attestation numérique est attendue : JSON ou JWT, un par ligne",
          "expected a credential: JSON or JWT, one a line"
        ).at(path))
    case .noProof:
      .input(
        Text(
          "aucune signature que ce registre puisse vérifier (eddsa-jcs-2022, ou JWT EdDSA)",
          "no signature that the ledger can verify (eddsa-jcs-2022, or JWT EdDSA)"
        ).at(path))
    case .notChecked(let failure): throw failure
    }
  }
}
