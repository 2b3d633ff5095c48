internal import AcquisLedger
internal import Catalogue
internal import Events

/// The options that state what the open data do not.
enum CatalogueOptions {
  static let options = [
    Command.Option(
      name: "window", value: "YEARS",
      help: Text(
        "le délai pour acquérir les blocs manquants, en années, ou `none` (par défaut sans limite)",
        "the time to validate the missing blocks, in years, or none (the default)")),
    Command.Option(
      name: "block-validity", value: "YEARS",
      help: Text(
        "la durée de validité d’un bloc, en années, ou `none` (par défaut sans limite)",
        "how long a block stays valid, in years, or none (the default)")),
    Command.Option(
      name: "validity", value: "YEARS",
      help: Text(
        "la durée de validité de la certification, en années, ou `none` (par défaut sans limite)",
        "how long the certification stays valid, in years, or none (the default)")),
    Command.Option(
      name: "jury", value: "ROLES",
      help: Text(
        "les rôles que tout jury réunit (par défaut présidence, ressources humaines, opérationnel)",
        "the roles that every jury has (default: president, humanResources, operations)")),
    Command.Option(
      name: "document", value: "TEXT",
      help: Text(
        "le document délivré (par défaut certificat)", "the document issued (default: certificat)")),
    Command.Option(
      name: "pathways", value: "WORDS",
      help: Text(
        "les voies ouvertes, si l’export n’en indique aucune (par défaut toutes) ou si l’une n’y est pas reconnue",
        "the open pathways, where the export states none (default: all) or one that is not known")),
    Command.Option(
      name: "registered-on", value: "DATE",
      help: Text(
        "le premier jour de l’enregistrement, si l’export ne l’indique pas",
        "the first day of the registration, where the export does not state it")),
    Command.Option(
      name: "expires-on", value: "DATE",
      help: Text(
        "le dernier jour de l’enregistrement, si l’export ne l’indique pas",
        "the last day of the registration, where the export does not state it")),
    Command.Option(
      name: "last-delivery", value: "DATE",
      help: Text(
        "le dernier jour pour délivrer la certification, si l’export ne l’indique pas",
        "the last day for an award, where the export does not state it")),
    Command.Option(
      name: "certifier", value: "SIRET:NAME",
      help: Text(
        "un certificateur que l’export n’indique pas ; peut être répété",
        "a certifier that the export does not state; may be repeated"), isRepeatable: true),
    Command.Option(
      name: "block", value: "CODE=TITLE",
      help: Text(
        "l’intitulé d’un bloc qui n’en a pas, un bloc dont la ligne n’est pas lisible, ou une partie d’une certification sans blocs ; peut être répété",
        "the title of a block that has none, a block whose row cannot be read, or a part of a certification without blocks; may be repeated"
      ), isRepeatable: true),
    Command.Option(
      name: "level", value: "N",
      help: Text(
        "le niveau, de 1 à 8, si l’export ne l’indique pas",
        "the level, 1 to 8, where the export does not state it")),
  ]

  /// - Throws: ``Failure/usage(_:)`` naming the option.
  static func choices(_ invocation: Invocation) throws(Failure) -> OpenDataChoices {
    var choices = OpenDataChoices()
    choices.window = try years("window", invocation)
    choices.blockValidity = try years("block-validity", invocation)
    choices.validity = try years("validity", invocation)
    choices.jury = try words("jury", JuryRole.self, invocation).flatMap { try? NonEmpty($0) }
    choices.document = try text("--document", invocation.option("document"))
    choices.pathways = try words("pathways", Pathway.self, invocation).map { Set($0) }
    choices.registeredOn = try day("registered-on", invocation)
    choices.expiresOn = try day("expires-on", invocation)
    choices.lastDeliveryOn = try day("last-delivery", invocation)
    choices.level = try level(invocation)
    for value in invocation.options("certifier") {
      choices.certifiers.append(try certifier(value))
    }
    for value in invocation.options("block") { choices.parts.append(try part(value)) }
    return choices
  }

  /// From 1 to 99; nil for `none`, which may also be typed in French.
  private static func years(
    _ name: String, _ invocation: Invocation
  ) throws(Failure) -> Count? {
    guard let text = invocation.option(name) else { return nil }
    if ["none", "aucune", "aucun", "sans"].contains(text.lowercased()) { return nil }
    guard let number = Int(text), 1...99 ~= number, let count = try? Count(number) else {
      throw .usage(
        Text(
          "--\(name) : un nombre d’années de 1 à 99 est attendu, ou `none`",
          "--\(name): expected a number of years from 1 to 99, or none"))
    }
    return count
  }

  private static func level(_ invocation: Invocation) throws(Failure) -> Count? {
    guard let number = try invocation.number("level") else { return nil }
    guard 1...8 ~= number, let count = try? Count(number) else {
      throw .usage(Text("--level : de 1 à 8", "--level: from 1 to 8"))
    }
    return count
  }

  private static func day(
    _ name: String, _ invocation: Invocation
  ) throws(Failure) -> CalendarDate? {
    guard let text = invocation.option(name) else { return nil }
    return try invocation.day("--\(name)", text)
  }

  /// Words of a closed list, as a person types them, with commas between; each once.
  private static func words<Word: ClosedWord>(
    _ name: String, _ type: Word.Type, _ invocation: Invocation
  ) throws(Failure) -> [Word]? {
    guard let text = invocation.option(name) else { return nil }
    let list = WordList(kind: Word.kind, allowed: Word.allCases.map(\.rawValue))
    var words: [Word] = []
    for part in text.split(separator: ",") {
      do throws(TypedProblem) {
        let value = try list.value(of: String(part), field: "--\(name)")
        if let word = Word(rawValue: value), !words.contains(where: { $0.rawValue == value }) {
          words.append(word)
        }
      } catch { throw .usage(error.reason.at("--\(name)")) }
    }
    guard !words.isEmpty else { throw .usage(list.expected.at("--\(name)")) }
    return words
  }

  private static func text(_ name: String, _ text: String?) throws(Failure) -> FreeText? {
    guard let text else { return nil }
    guard !text.allSatisfy(\.isWhitespace) else {
      throw .usage(Text("un texte est attendu", "expected a text").at(name))
    }
    do throws(InvalidValue) { return try FreeText(text) } catch {
      throw .usage(error.text.at(name))
    }
  }

  /// `78435388000023:A F P O L S`.
  private static func certifier(_ value: String) throws(Failure) -> Certifier {
    let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
    let number = (parts.first ?? "").filter { !$0.isWhitespace }
    guard let siret = try? SIRET(number), parts.count == 2,
      let name = try text("--certifier", parts[1].trimmed)
    else {
      throw .usage(
        Text(
          "--certifier : les 14 chiffres du SIRET, deux-points, le nom",
          "--certifier: expected the SIRET’s 14 digits, a colon and the name"))
    }
    return Certifier(name: name, siret: siret)
  }

  /// `BC01=Accueillir`.
  private static func part(_ value: String) throws(Failure) -> OpenDataChoices.Part {
    let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let title = try text("--block", parts[1].trimmed) else {
      throw .usage(
        Text(
          "--block : le code, le signe =, l’intitulé",
          "--block: expected the code, an equals sign and the title"))
    }
    return OpenDataChoices.Part(code: parts[0].trimmed, title: title)
  }
}
