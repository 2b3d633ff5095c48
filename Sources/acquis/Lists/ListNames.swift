internal import AcquisLedger
internal import EventLog
internal import Events
internal import Vault

/// The identities of the persons of a list, opened at once, where the list shows or searches names.
struct ListNames {
  /// Whether the list shows names.
  let isShown: Bool
  /// What is opened where names are shown; nothing elsewhere.
  let texts: PersonalTexts
  /// Nil where nothing is opened.
  let identities: Identities?

  /// - Parameters:
  ///   - mustOpen: whether the list searches identities, even where it shows ids.
  ///   - isInFile: as for ``Invocation/vaultOfNames(isDocument:isInFile:)``.
  /// - Throws: ``VaultFailure`` if the vault cannot be read and is needed.
  init(
    _ invocation: Invocation, _ question: Question, mustOpen: Bool = false, isInFile: Bool = false
  ) throws {
    let shown = try invocation.vaultOfNames(isInFile: isInFile)
    texts = PersonalTexts(of: question, opening: shown)
    isShown = shown != nil
    let vault = try shown ?? (mustOpen ? Ledger(invocation).vault(.toRead) : nil)
    identities = try vault.map { vault in
      try question.log.identities(on: question.on, known: question.known, opening: vault)
    }
  }

  /// The identity of a person, by the id that others were merged into; nil where it is not opened.
  func identity(of person: CandidateID) -> Identity? { identities?.named[person] }

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
