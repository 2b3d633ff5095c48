internal import AcquisLedger
internal import Events

/// The fields of a fact, asked one by one at a terminal: what is about a person stands in no list of processes.
struct Questionnaire {
  private let type: EventType
  private let dialogue: Dialogue
  private let names: RecordedNames
  private let today: CalendarDate
  /// The answers as words `field=value`.
  private(set) var words: [String] = []

  init(_ type: EventType, _ dialogue: Dialogue, names: RecordedNames, today: CalendarDate) {
    (self.type, self.dialogue, self.names, self.today) = (type, dialogue, names, today)
  }

  /// Asks every field.
  ///
  /// - Throws: ``Failure/usage(_:)`` where the person ends the input, or the type has fields that cannot be
  ///   typed one by one.
  mutating func ask() throws {
    let questions = try questions()
    dialogue.say(type.text)
    dialogue.say(
      Text(
        "Entrée seule : laisser vide. Ctrl-D : ne rien enregistrer.",
        "Enter alone: leave it out. Ctrl-D: record nothing."))
    for question in questions { try ask(question) }
  }

  private struct Question {
    let name: String
    let text: Text
    let sample: Text
    let isRequired: Bool
  }

  private mutating func ask(_ question: Question) throws {
    while true {
      let example =
        question.sample.french.isEmpty
        ? Text(verbatim: "")
        : Text(
          " ; par exemple \(question.sample.french)", "; for example \(question.sample.english)")
      let answer = try dialogue.ask(
        Text(
          "\(question.name) (\(question.text.french)\(example.french))",
          "\(question.name) (\(question.text.english)\(example.english))"))
      if answer.isEmpty {
        if !question.isRequired { return }
        dialogue.say(Text("ce champ est obligatoire", "this field is required"))
        continue
      }
      let word = "\(question.name)=\(answer)"
      let wrong = try problems(of: words + [word]).filter { problem in
        problem.field == nil || problem.field == question.name
          || problem.field?.hasPrefix(question.name + ".") == true
          || problem.field?.hasPrefix(question.name + "[") == true
      }
      if wrong.isEmpty {
        words.append(word)
        return
      }
      for problem in wrong { dialogue.say(problem.reason) }
    }
  }

  private func problems(of words: [String]) throws -> [TypedProblem] {
    do {
      _ = try TypedFacts(words, of: type, names: names, today: today)
      return []
    } catch let wrong as TypedProblems {
      return wrong.problems
    }
  }

  // MARK: What is asked

  /// The fields in the order of the table, those that say of which certification a code is before the others.
  private func questions() throws(Failure) -> [Question] {
    if type == .certificationRegistered || type == .eventAnnulled {
      throw .usage(
        Text(
          "\(type.rawValue) ne se saisit pas champ par champ ; donnez --data ou --file",
          "\(type.rawValue) is not typed field by field; give --data or --file"))
    }
    var columns = type.columns
    if type == .competencyAssessed { columns.removeAll { $0.name == "results" } }
    let first = ["jury", "candidate", "candidacy", "certification"]
    func isFirst(_ column: FieldColumn) -> Bool { first.contains(column.name) }
    let ordered = columns.filter(isFirst) + columns.filter { !isFirst($0) }
    return ordered.map(question) + (type == .competencyAssessed ? Self.grid : [])
  }

  private func question(_ column: FieldColumn) -> Question {
    if column.name == type.introducedKey {
      return Question(
        name: column.name, text: Text("vide : le suivant", "left out: the next one"),
        sample: Text(verbatim: ""),
        isRequired: false)
    }
    return Question(
      name: column.name, text: text(of: column), sample: sample(of: column.field.form),
      isRequired: column.isRequired)
  }

  private func text(of column: FieldColumn) -> Text {
    if case .word(let kind, let allowed) = column.field.form {
      let list = WordList(kind: kind, allowed: allowed)
      let presence = column.field.presence.text
      return Text(
        list.entries.map(\.name.french).joined(separator: ", ") + " ; " + presence.french,
        list.entries.map(\.value).joined(separator: ", ") + "; " + presence.english)
    }
    return column.field.text
  }

  private func sample(of form: FieldForm) -> Text {
    if case .list(let element) = form, let order = TypedOrder(of: element) { return order.sample }
    return Text(verbatim: typed(sampleOf: form))
  }

  private func typed(sampleOf form: FieldForm) -> String {
    switch form {
    case .day, .birthDate: return "17/06/1987"
    case .list(.object): return "M1:president:\"Claire Martin\",M2:rh"
    case .word, .boolean, .text, .recordedText, .sealed, .list: return ""
    case .identifier, .eventID, .subject, .siret, .certificateNumber, .characters, .wholeNumber,
      .object:
      return form.text(of: form.sample)
    }
  }

  private static let grid = [
    Question(
      name: "block", text: Text("le bloc évalué ; obligatoire", "the block assessed; required"),
      sample: Text(verbatim: "BC01"), isRequired: true),
    Question(
      name: "except",
      text: Text(
        "ses compétences non acquises, séparées par des virgules ; vide : toutes acquises",
        "its competencies not acquired, with commas; left out: all acquired"),
      sample: Text(verbatim: "C13"),
      isRequired: false),
  ]
}
