internal import AcquisLedger
internal import EventLog
internal import Events
internal import Vault

/// The identities of the persons of a list, where the list shows or searches names: opened at once, or each as
/// it is shown where a server answers one page.
struct ListNames {
  /// Whether the list shows names.
  let isShown: Bool
  /// What is opened where names are shown; nothing elsewhere.
  let texts: PersonalTexts
  /// Nil where nothing is opened, or each as it is shown; those found, where the list is of persons of a name.
  let identities: Identities?
  /// The persons of the name that the list is of; nil where it is of none.
  let search: NameSearch?

  /// - Parameters:
  ///   - name: the words of a name that the list is of; nil: of any.
  ///   - mustOpen: whether the list searches identities, even where it shows ids.
  ///   - isInFile: as for ``Invocation/vaultOfNames(isDocument:isInFile:)``.
  /// - Throws: ``VaultFailure`` if the vault cannot be read and is needed.
  init(
    _ invocation: Invocation, _ question: Question, of name: String? = nil,
    mustOpen: Bool = false, isInFile: Bool = false
  ) throws {
    let shown = try invocation.vaultOfNames(isInFile: isInFile)
    texts = PersonalTexts(of: question, opening: shown)
    isShown = shown != nil
    let vault = try shown ?? (mustOpen || name != nil ? Ledger(invocation).vault(.toRead) : nil)
    if let name, let vault {
      let found = try NameSearch(for: name, question, opening: vault, showingIn: invocation.output)
      (search, identities) = (found, found.identities)
      return
    }
    search = nil
    if invocation.served != nil, !mustOpen, invocation.has("limit") {
      // A page names some of many.
      identities = nil
      return
    }
    identities = try vault.map { vault in
      try question.log.identities(on: question.on, known: question.known, opening: vault)
    }
  }

  /// The identity of a person, by the id that others were merged into; nil where it is not opened.
  func identity(of person: CandidateID) -> Identity? {
    // One that cannot be read leaves its cell empty.
    guard let identities else { return try? texts.identity(of: person).value }
    let identity = identities.named[person]
    if identity != nil, isShown { texts.note(shown: person) }
    return identity
  }

  /// The column of names; none where the list shows ids.
  var column: [Listing.Column] { isShown ? [.init(.name)] : [] }

  /// The cell of that column; empty for nil and where the name cannot be opened.
  func cell(_ person: CandidateID?) -> [ListCell] {
    isShown ? [.plain(person.flatMap { identity(of: $0)?.shownName })] : []
  }

  /// An element's JSON, with `name` where the list shows names.
  func json(_ value: JSONValue, naming person: CandidateID?) -> JSONValue {
    guard isShown, case .object(let members) = value else { return value }
    let name = person.flatMap { identity(of: $0)?.shownName }
    return .object(members + [JSONMember("name", name.map { .string($0) } ?? .null)])
  }

  /// Reports how many persons could not be named; to be called after a list is printed, and before files are
  /// written, of which a failure must leave none.
  ///
  /// - Throws: ``Failure/ledger(_:)`` if the vault is older than the log or another ledger's.
  func reportUnnamed(_ invocation: Invocation) throws(Failure) {
    guard let identities else { return }
    if identities.damaged > 0 {
      let count = identities.damaged
      invocation.output.note(
        Text(
          "noms impossibles à ouvrir, leur clé ou leur texte étant altéré : \(count) "
            + "(`acquis vault verify`)",
          "\(count) name\(count == 1 ? "" : "s") could not be opened: the key or the text was altered "
            + "(`acquis vault verify`)"
        ))
    }
    guard identities.behind > 0 else { return }
    let count = identities.behind
    throw .ledger(
      Text(
        "noms impossibles à ouvrir : \(count) ; ce coffre n’est pas celui du registre, ou est plus ancien",
        "\(count) name\(count == 1 ? "" : "s") could not be opened: this vault is not the ledger's, or "
          + "is older than its log"
      ).at(try Ledger(invocation).path))
  }
}

extension NameSearch {
  /// Searches, shows the progress on a terminal, and says on standard error which names were read.
  init(
    for text: String, _ question: Question, opening vault: Vault, showingIn output: Output
  ) throws {
    do {
      defer { output.endProgress() }
      try self.init(for: text, question, opening: vault) {
        output.progress(Text("noms indexés : \($0)", "names indexed: \($0)"))
      }
    }
    if let note { output.note(note) }
  }

  private var note: Text? {
    switch readAll {
    case .few: nil
    case .parts: Text("tous les noms ont été lus", "every name was read")
    case .noWholeWords:
      Text(
        "aucun nom n’a ces mots entiers : tous les noms ont été lus",
        "no name has these as whole words: every name was read")
    case .noIndex:
      Text(
        "l’index des noms ne sert pas ici : tous les noms ont été lus",
        "the index of names does not serve here: every name was read")
    case nil:
      Text(
        "noms qui ont ces mots entiers ; avec *, un nom qui en a une partie est trouvé aussi",
        "names with these as whole words; with *, a name with a part of them is found too")
    }
  }
}

extension Identity {
  /// What the declaration to the Caisse des Dépôts needs and the identity lacks.
  var lacking: [Text] {
    [
      birthDate == nil ? Text("date de naissance", "birth date") : nil,
      sex == nil ? Text("sexe", "sex") : nil,
      birthPlace?.code == nil ? Text("lieu de naissance", "birthplace") : nil,
    ].compactMap(\.self)
  }

  /// The fields of ``lacking``, by their names in the log.
  var lackingFields: [String] {
    [
      birthDate == nil ? "birthDate" : nil, sex == nil ? "sex" : nil,
      birthPlace?.code == nil ? "birthPlace" : nil,
    ].compactMap(\.self)
  }
}
