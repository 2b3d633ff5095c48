import EventSamples
import Events
import Testing

@Suite struct `Words and rows` {
  /// The samples that a row can hold: an empty cell is a field left out, never an empty text.
  private static func samples() throws -> [SampleData] {
    try SampleData.all().filter { sample in
      sample.type.columns.allSatisfy { sample.clear.value(at: $0.path[...])?.text != "" }
    }
  }

  @Test func `a row can hold a sample of every type`() throws {
    #expect(Set(try Self.samples().map(\.type)) == Set(EventType.allCases))
  }

  @Test func `every sample written as a row is read back to the same event`() throws {
    for sample in try Self.samples() {
      let headings = sample.type.columns.map(\.name)
      let columns = try sample.type.columns(headed: headings)
      let row = sample.type.row(of: sample.clear, under: columns)
      let read = sample.type.data(row: row, under: columns)
      #expect(read.canonicalBytes == sample.clear.canonicalBytes, "\(sample.type): \(row)")
      #expect(try sample.event(sample.sealing(read)) == sample.event(sample.data))
    }
  }

  @Test func `the columns of a row may come in any order`() throws {
    for sample in try Self.samples() {
      let columns = Array(sample.type.columns.reversed())
      let row = sample.type.row(of: sample.clear, under: columns)
      let read = sample.type.data(row: row, under: columns)
      #expect(read.canonicalBytes == sample.clear.canonicalBytes, "\(sample.type): \(row)")
    }
  }

  @Test func `a heading that is no column is named, one given twice too`() throws {
    #expect(throws: ReadingFailure(.unknownField, path: ["data", "blok"])) {
      try EventType.blockValidated.columns(headed: ["blok"])
    }
    #expect(throws: ReadingFailure(.unknownField, path: ["data", "(a name that is no id)"])) {
      try EventType.blockValidated.columns(headed: ["Anne Martin"])
    }
    #expect(throws: ReadingFailure(.duplicateField, path: ["data", "block"])) {
      try EventType.blockValidated.columns(headed: ["block", "jury", "block"])
    }
  }

  @Test func `a wrong text names its field, and the words allowed where it is a word`() throws {
    for sample in try SampleData.all() {
      for column in sample.type.columns {
        guard let (wrong, problem) = Self.wrong(column.field.form) else { continue }
        let text = sample.type.row(of: sample.clear, under: [column])[0]
        if text.isEmpty { continue }
        let data = sample.clear.setting(column.path[...], to: column.field.value(of: wrong))
        let isList = if case .list = column.field.form { true } else { false }
        let inner = isList ? ["0"] : []
        if column.path.first == "identity" {
          // It is read before it is sealed.
          let path = column.path.dropFirst() + inner
          #expect(throws: ReadingFailure(problem, path: Array(path))) {
            try data["identity"]?.read(as: Identity.self)
          }
        } else {
          #expect(throws: ReadingFailure(problem, path: ["data"] + column.path + inner)) {
            try sample.event(sample.sealing(data))
          }
        }
      }
    }
  }

  /// A text that is no value of the form, and what is wrong with it.
  private static func wrong(
    _ form: FieldForm
  ) -> (text: String, problem: ReadingFailure.Problem)? {
    switch form {
    case .identifier(let kind, _): ("a b", .invalid(.identifier(kind: kind)))
    case .eventID: ("7", .invalid(.eventID))
    case .subject: ("D-1", .invalid(.subject))
    case .day: ("17/06/2021", .invalid(.day))
    case .birthDate: ("1987-4", .invalid(.birthDate))
    case .siret: ("123", .invalid(.siret))
    case .certificateNumber: (" N° 1", .invalid(.certificateNumber))
    case .characters(let least, let most):
      (String(repeating: "x", count: most + 1), .invalid(.characters(from: least, to: most)))
    case .wholeNumber: ("douze", .wrongKind(expected: .wholeNumber))
    case .boolean: ("oui", .wrongKind(expected: .boolean))
    case .word(let kind, let allowed):
      ("nothing", .invalid(.word(kind: kind, allowed: allowed)))
    case .list(let element):
      element.isComposite ? nil : wrong(element)
    case .text, .recordedText, .sealed, .object: nil
    }
  }

  @Test func `a code of digits stays a code, and a list of them is one`() throws {
    let block = try #require(EventType.blockValidated.fields.field(at: ["block"]))
    #expect(block.value(of: "3474") == "3474")
    #expect(block.value(of: "true") == "true")
    let targets = try #require(EventType.candidateEnrolled.fields.field(at: ["targets"]))
    #expect(targets.value(of: "3474") == ["3474"])
    #expect(targets.value(of: "3474,3475") == ["3474", "3475"])
    #expect(targets.value(of: "[\"3474\"]") == ["3474"])
  }

  @Test func `a list whose texts hold commas is written as JSON`() {
    let form = FieldForm.list(of: .text)
    for texts: JSONValue in [["a", "b"], ["a,b"], [""], ["[1]"], [" [\"x\"] "], ["a", ""]] {
      #expect(form.value(of: form.text(of: texts)) == texts)
    }
    #expect(form.text(of: ["a", "b"]) == "a,b")
  }

  @Test func `a field is found within an object, a list and a sealed identity`() {
    let source = EventType.priorValidationRecognised.fields
    #expect(source.field(at: ["source", "validatedOn"])?.form == .day)
    #expect(source.field(at: ["source", "nothing"]) == nil)
    let members = EventType.juryConvened.fields
    #expect(members.field(at: ["members", "2", "organisation"])?.form == .text)
    #expect(members.field(at: ["members", "organisation"]) == nil)
    let identity = EventType.candidateRegistered.fields
    #expect(identity.field(at: ["identity", "firstNames"])?.form == .list(of: .text))
  }
}

@Suite struct `Places to be sealed` {
  @Test func `a member's name is under the key of the member beside it`() throws {
    let data: JSONValue = [
      "members": [["member": "M-1", "name": "a"], ["member": "M-2"], ["name": "b"]]
    ]
    #expect(
      EventType.juryConvened.sealedPlaces(in: data) == [
        SealedPlace(
          path: ["members", "0", "name"], content: .memberName, owner: .member(try MemberID("M-1")))
      ])
  }

  @Test func `a text and an identity are under the key of the person concerned`() {
    #expect(
      EventType.candidateRegistered.sealedPlaces(in: ["identity": [:]])
        == [SealedPlace(path: ["identity"], content: .identity, owner: .personConcerned)])
    #expect(
      EventType.blockRefused.sealedPlaces(in: ["grounds": "a", "jury": "J-1"])
        == [SealedPlace(path: ["grounds"], content: .text, owner: .personConcerned)])
    #expect(
      EventType.eventAnnulled.sealedPlaces(in: ["grounds": "a"])
        == [SealedPlace(path: ["grounds"], content: .text, owner: .personConcerned)])
  }

  @Test func `a text about no person has no place to seal, nor has data of another shape`() {
    #expect(EventType.juryCancelled.sealedPlaces(in: ["grounds": "a"]).isEmpty)
    #expect(EventType.juryConvened.sealedPlaces(in: ["members": "a"]).isEmpty)
    #expect(EventType.juryConvened.sealedPlaces(in: .null).isEmpty)
  }
}
