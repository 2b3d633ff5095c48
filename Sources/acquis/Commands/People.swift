internal import AcquisLedger
internal import Events
internal import Projections

extension Command {
  /// `people [--name N]`
  static let people = Command(
    name: "people",
    summary: Text(
      "liste les personnes enregistrées, avec ou sans candidature",
      "lists the persons registered, with or without a candidacy"),
    options: [
      Option(
        name: "name", value: "TEXT",
        help: Text(
          "dont le nom contient ces mots, dans n’importe quel ordre, ou leurs débuts avec * ; - les lit sur l’entrée standard ; il y faut la clé maîtresse",
          "with a name that contains these words, in any order, or parts of them with *; - reads standard input; takes the master key"
        ),
        input: .text)
    ] + names + [on, known] + Listing.options,
    example: "acquis people --names"
  ) { invocation in
    let question = try invocation.question()
    let text = invocation.option("name")
    if let text, text.allSatisfy(\.isWhitespace) {
      throw Failure.usage(Text("--name : un texte est attendu", "--name: expected a text"))
    }
    let names = try ListNames(invocation, question, of: text)
    if let count = invocation.served?.latest {
      return try Listing.people(question, names, latest: count).print(invocation)
    }
    try Listing.people(question, names).print(invocation)
    try names.reportUnnamed(invocation)
  }
}

extension Listing {
  /// The persons of a ledger, those of the name searched where one is.
  ///
  /// - Throws: `LogFailure`.
  static func people(_ question: Question, _ names: ListNames) throws -> Listing {
    people(try people(question, names.search), names)
  }

  /// The persons registered last, the latest first.
  ///
  /// - Throws: `LogFailure`.
  static func people(_ question: Question, _ names: ListNames, latest count: Int) throws -> Listing
  {
    let entries = try question.log.latest(
      count, of: [.candidateRegistered], through: question.known, on: question.on)
    var met: Set<CandidateID> = []
    let persons = try entries.compactMap { entry -> PersonHistory? in
      guard case .candidateRegistered(let data) = entry.event.fact,
        let person = try question.person(data.candidate), met.insert(person.candidate).inserted
      else { return nil }
      return person
    }
    return people(try question.people(persons), names)
  }

  private static func people(_ persons: [PersonState], _ names: ListNames) -> Listing {
    let rows = PersonRows(names: names)
    return Listing(
      name: Text("personnes", "people"), columns: rows.columns,
      elements: persons.map { person in
        Listing.Element(
          key: person.candidate.text, json: rows.json(person), cells: rows.cells(person))
      })
  }
}

extension Listing {
  private static func people(_ question: Question, _ search: NameSearch?) throws -> [PersonState] {
    guard let search else { return try question.people() }
    if let few = search.persons { return try question.people(few) }
    return try question.people().filter { search.identities.named[$0.candidate] != nil }
  }
}

/// The rows of the list of persons.
struct PersonRows {
  let names: ListNames

  var columns: [Listing.Column] {
    [.init(.candidate)] + names.column
      + (names.isShown ? [.init(.birthDate), .init(.birthPlace, rank: 1)] : [])
      + [
        .init(.candidacies, isNumber: true),
        .init(.ids, isInFilesOnly: true), .init(.registeredOn, isInFilesOnly: true),
        .init(.deceasedOn, isInFilesOnly: true), .init(.erasedOn, isInFilesOnly: true),
        .init(.mark, isOnScreenOnly: true),
      ]
  }

  func cells(_ person: PersonState) -> [ListCell] {
    let identity = names.identity(of: person.candidate)
    return [.plain(person.candidate.text)] + names.cell(person.candidate)
      + (names.isShown ? [Self.birth(identity?.birthDate), Self.place(identity?.birthPlace)] : [])
      + [
        .number(person.candidacies), .plain(person.ids.map(\.text).joined(separator: " ")),
        .day(person.registeredOn), .day(person.deceasedOn), .day(person.erasedOn),
        .sentence(Self.marks(person).joined(separator: ", "), .warning),
      ]
  }

  func json(_ person: PersonState) -> JSONValue {
    let value = names.json(person.json, naming: person.candidate)
    guard names.isShown, case .object(let members) = value else { return value }
    let identity = names.identity(of: person.candidate)
    let place = Self.placeText(identity?.birthPlace)
    return .object(
      members + [
        JSONMember("birthDate", identity?.birthDate.map { .string($0.text) } ?? .null),
        JSONMember("birthPlace", place.map { .string($0) } ?? .null),
      ])
  }

  /// What is to be known of a person beside the name: other ids, death, erasure, no registration.
  static func marks(_ person: PersonState) -> [Text] {
    let others = person.ids.filter { $0 != person.candidate }.map(\.text)
      .joined(separator: ", ")
    return [
      others.isEmpty ? nil : Text("réunie avec \(others)", "merged with \(others)"),
      person.deceasedOn.map {
        Text("décès le \($0.inTable.french)", "died on \($0.inTable.english)")
      },
      person.erasedOn.map {
        Text("identité effacée le \($0.inTable.french)", "erased on \($0.inTable.english)")
      },
      person.registeredOn == nil
        ? Text("identité jamais enregistrée", "identity never registered") : nil,
    ].compactMap(\.self)
  }

  /// As precise as it is known: `12/03/1990`, `03/1990`, `1990`.
  static func birth(_ date: BirthDate?) -> ListCell {
    guard let date else { return .empty }
    let parts = date.text.split(separator: "-")
    switch parts.count {
    case 3: return .day(date.firstDay)
    case 2: return .word(date.text, Text("\(parts[1])/\(parts[0])", date.text))
    default: return .plain(date.text)
    }
  }

  private static func place(_ place: BirthPlace?) -> ListCell { .plain(placeText(place)) }

  /// The name of the place with its code, or what is known of the two.
  private static func placeText(_ place: BirthPlace?) -> String? {
    guard let place else { return nil }
    let code: String? =
      switch place.code {
      case .insee(let code), .postal(let code): code.text
      case nil: place.countryCode?.text
      }
    guard let label = place.label?.text else { return code }
    return code.map { "\(label) (\($0))" } ?? label
  }
}
