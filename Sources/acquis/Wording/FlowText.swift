internal import AcquisLedger
internal import Events
internal import StateFlow

// What `export cpf` says of awards that cannot be in a flow.

extension HolderProblem {
  /// What is missing or would be rejected; never what is recorded.
  var text: Text {
    switch kind {
    case .deceased:
      Text("personne décédée : rien n’est dû", "deceased: nothing is owed")
    case .erased:
      Text(
        "identité effacée : la déclaration n’est plus possible",
        "identity erased: it cannot be declared any more")
    case .notRegistered:
      Text("aucune identité n’est enregistrée", "no identity is recorded")
    case .unreadable:
      Text(
        "identité illisible : sa clé ou son texte a été altéré (`acquis vault verify`)",
        "identity unreadable: the key or the text was altered (`acquis vault verify`)")
    case .noAward:
      Text("aucune délivrance n’était en vigueur", "no award was in force")
    case .missing:
      Text("\(subject.french) manque", "\(subject.english) is missing")
    case .name:
      Text(
        "\(subject.french) doit avoir de 1 à 60 caractères, sans caractère de contrôle",
        "\(subject.english) must have 1 to 60 characters, without a control character")
    case .letterless:
      Text("\(subject.french) n’a aucune lettre", "\(subject.english) has no letter")
    case .characters:
      Text(
        "\(subject.french) a des caractères que l’état civil n’écrit pas",
        "\(subject.english) has characters that civil status does not write")
    case .birthDay:
      Text(
        "\(subject.french) doit être de 1900 ou après, et ne pas suivre le jour du flux",
        "\(subject.english) must be in 1900 or later, and not after the day of the flow")
    case .inseeCode:
      Text(
        "\(subject.french) est mal formé : 5 chiffres, ou 2A ou 2B suivi de 3 chiffres",
        "\(subject.english) is malformed: 5 digits, or 2A or 2B and 3 digits")
    case .department:
      Text(
        "\(subject.french) n’est celui d’aucun département (en Corse : 2A ou 2B)",
        "\(subject.english) is of no department (Corsica: 2A or 2B)")
    case .placeAbroad:
      Text(
        "pour une naissance à l’étranger (code INSEE 99…), \(subject.french) doit être donné",
        "for a birth abroad (INSEE code 99…), \(subject.english) must be given")
    case .postalCode:
      Text(
        "\(subject.french) doit avoir 5 chiffres ; celui d’un lieu à l’étranger demande le code du pays",
        "\(subject.english) must have 5 digits; that of a place abroad needs the country code")
    case .countryCode:
      Text(
        "\(subject.french) doit avoir 3 chiffres", "\(subject.english) must have 3 digits")
    case .otherCountry:
      Text(
        "\(subject.french) contredit le code INSEE du lieu de naissance (la France : 100)",
        "\(subject.english) contradicts the INSEE code of the place of birth (France: 100)")
    case .postalAbroad:
      Text(
        "pour un code postal en 99…, \(subject.french) doit être donné",
        "with a postal code 99…, \(subject.english) must be given")
    }
  }

  /// The field with its article; its label alone where it has no other words here.
  private var subject: Text {
    guard let field else { return Text("une donnée", "a field") }
    let name = field.split(separator: ".").last.map(String.init) ?? field
    let label = FieldLabels.label(name)
    switch name {
    case "birthDate": return Text("la \(label.french)", "the \(label.english)")
    case "birthName", "usageName", "sex", "birthPlace":
      return Text("le \(label.french)", "the \(label.english)")
    case "inseeCode", "postalCode":
      return Text(
        "le \(label.french) du lieu de naissance", "the \(label.english) of the place of birth")
    case "countryCode":
      return Text("le code du pays de naissance", "the code of the country of birth")
    case "label": return Text("le nom du lieu de naissance", "the name of the place of birth")
    case "0": return Text("le premier prénom", "the first of the first names")
    case "1": return Text("le deuxième prénom", "the second of the first names")
    case "2": return Text("le troisième prénom", "the third of the first names")
    default: return label
    }
  }

  /// The field as it is typed; nil where it is about none.
  fileprivate var typed: String? {
    guard let field else { return nil }
    if field == "birthPlace" { return "identity.birthPlace.inseeCode" }
    return field.hasPrefix("firstNames.") ? "identity.firstNames" : "identity.\(field)"
  }
}

extension LeftAward {
  /// Who it is about, and all its problems, with the command that mends them.
  ///
  /// - Parameter isNamed: whether the person is named.
  func text(isNamed: Bool) -> Text {
    let name = isNamed ? identity?.shownName : nil
    let ids = [candidacy.text, candidate?.text].compactMap(\.self)
    let who =
      name.map { "\($0) (\(ids.joined(separator: ", ")))" }
      ?? ids[0] + (candidate.map { " (\($0))" } ?? "")
    let said = problems.map(\.text).joined(separator: " ; ").at(who)
    guard let remedy else { return said }
    return Text("\(said.french) → \(remedy)", "\(said.english) → \(remedy)")
  }

  /// What is to be typed.
  private var remedy: String? {
    guard isRemediable, let candidate else { return nil }
    switch problems.first?.kind {
    case .notRegistered: return "`acquis record CandidateRegistered candidate=\(candidate) …`"
    case .noAward, .unreadable: return nil
    default:
      var fields: [String] = []
      for field in problems.compactMap(\.typed) where !fields.contains(field) {
        fields.append(field)
      }
      let typed = fields.map { " \($0)=…" }.joined()
      return "`acquis record CandidateIdentityCorrected candidate=\(candidate)\(typed) …`"
    }
  }

  /// As in the answer of `export cpf --json`, without a name.
  var json: JSONValue {
    [
      "candidacy": .string(candidacy.text),
      "candidate": candidate.map { .string($0.text) } ?? .null,
      "problems": .list(
        problems.map { problem in
          [
            "problem": .string(problem.kind.rawValue),
            "field": problem.field.map { .string($0) } ?? .null,
            "message": .string(problem.text.english),
          ]
        }),
    ]
  }
}

extension DeclaredAgain {
  var json: JSONValue {
    ["candidacy": .string(candidacy.text), "flow": .string(flow.text)]
  }
}

extension DepositorFailure {
  /// The failure of the command: something to be recorded, or a flow to be divided.
  var failure: Failure {
    switch self {
    case .notDescribed(let certification):
      .check(
        Text(
          "le certificateur de \(certification) n’est pas décrit : `acquis record CertifierDescribed …`, "
            + "avec `depositor` (les numéros de client et de contrat donnés par la Caisse des Dépôts)",
          "the certifier of \(certification) is not described: `acquis record CertifierDescribed …`, "
            + "with `depositor` (the client and contract ids given by the Caisse des Dépôts)"))
    case .noIDs(let certification, let siret):
      .check(
        Text(
          "\(certification) : le certificateur \(siret.text) n’a pas de `depositor` (les numéros de client et de "
            + "contrat donnés par la Caisse des Dépôts) : "
            + "`acquis record CertifierDescribed certifier.siret=\(siret.text) depositor.clientId=… depositor.contractId=… …`",
          "\(certification): the certifier \(siret.text) has no `depositor` (the client and contract ids given by the "
            + "Caisse des Dépôts): "
            + "`acquis record CertifierDescribed certifier.siret=\(siret.text) depositor.clientId=… depositor.contractId=… …`"
        ))
    case .several(let certifications):
      .usage(
        Text(
          "un flux n’a qu’un déposant, et ces certifications en ont plusieurs "
            + "(\(certifications.map(\.text).joined(separator: ", "))) : donnez --certification",
          "a flow has one depositor, and these certifications have several "
            + "(\(certifications.map(\.text).joined(separator: ", "))): give --certification"))
    }
  }
}
