internal import AcquisLedger
internal import Events

// What is told of persons at the door, as lines to print and as JSON. Persons are named by their ids.

extension RepeatedRegistration {
  /// Who it may be.
  var text: Text {
    let ids = known.map(\.text).joined(separator: ", ")
    return Text(
      "\(candidate) : déjà connue ? mêmes nom, prénom et date de naissance que \(ids)",
      "\(candidate): known already? same birth name, first name and birth date as \(ids)")
  }

  /// What can be done about it before it is recorded.
  static var remedy: Text {
    Text(
      "c’est elle : rien à enregistrer, inscrivez-la sous l’identifiant connu ; une autre : --distinct",
      "the same person: record nothing, enrol them under the id known; another one: --distinct")
  }

  /// What can be done about it once it is recorded.
  static var remedyAfterwards: Text {
    Text(
      "si c’est la même personne, réunissez-les : `acquis record CandidateMerged candidate=… into=…`",
      "if it is the same person, merge them: `acquis record CandidateMerged candidate=… into=…`")
  }

  var json: JSONValue {
    [
      "line": .integer(line), "candidate": .string(candidate.text),
      "known": .list(known.map { .string($0.text) }),
    ]
  }

  /// The refusal of a command, in the form of a rule's.
  var refusal: JSONValue {
    [
      "rule": .null, "source": .null, "message": .string(text.english),
      "remedy": .string(Self.remedy.english),
    ]
  }
}

extension LeftOutText {
  /// The text that no entry holds, to be kept on paper.
  var lineText: Text {
    Text(
      "à garder sur papier, la personne étant effacée : \(field) (ligne \(line)) : \(text)",
      "to be kept on paper, as the person is erased: \(field) (line \(line)): \(text)")
  }

  var json: JSONValue {
    ["line": .integer(line), "field": .string(field), "text": .string(text)]
  }
}
