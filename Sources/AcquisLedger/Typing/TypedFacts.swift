public import Events

/// The facts that a person typed as words, `field=value`: exact data, one object for each fact.
///
/// ```swift
/// let typed = try TypedFacts(
///   ["candidacy=D01,D02", "block=BC01", "jury=j1"], of: .blockValidated, names: names, today: today)
/// typed.data.count  // 2
/// ```
///
/// Days, words, numbers and codes are taken as people write them. Several values of a field that has one are
/// several facts. A field that is itself a list stays one fact.
public struct TypedFacts: Sendable {
  /// What the words are for.
  public enum Purpose: Sendable {
    /// New facts; an id that the type introduces may be left out.
    case recording
    /// New facts, to which each id is given.
    case recordingWithIDs
    /// Old facts, to which each id is given, and of which less may be known.
    case importing
    /// One fact recorded already, whose data the words change.
    case correcting
  }

  /// The data of each fact, at least one.
  public let data: [JSONValue]
  /// What was understood where it is not what was typed, to be told back.
  public let told: [Text]
  /// The key of the id that was left out and is to be chosen (``NextIDs``); nil if none was.
  public let openKey: String?

  /// The most bytes of all words together; the limit of an event is lower.
  private static let limit = 4 * EncodedEvent.limit
  /// The most facts of one command.
  private static let mostFacts = 1000

  /// - Parameters:
  ///   - data: the value that the fields are set in.
  ///   - today: the day that `hier` is relative to.
  /// - Throws: ``TypedProblems`` with everything that is wrong; what `names` throws.
  public init(
    _ words: [String], of type: EventType, into data: JSONValue = .object([]),
    for purpose: Purpose = .recording, names: some LedgerNames, today: CalendarDate
  ) throws {
    guard words.reduce(0, { $0 + $1.utf8.count }) <= Self.limit else {
      throw TypedProblems([
        TypedProblem(
          field: nil,
          Text(
            "les champs dépassent ensemble \(Text.count(Self.limit, .byte).french)",
            "the fields are over \(Self.limit) bytes together"))
      ])
    }
    var reader = WordReader(of: type)
    for (index, word) in words.enumerated() { reader.take(word, at: index + 1) }
    var problems = reader.problems
    if !purpose.isCorrection {
      problems += reader.problemsOfLists(isChosen: purpose == .recording)
    }
    let fieldsTold = Set(problems.compactMap(\.field))
    let several = purpose.isCorrection ? [reader.words] : reader.facts(atMost: Self.mostFacts)
    guard let several else {
      throw TypedProblems([
        TypedProblem(
          field: nil,
          Text(
            "plus de \(Self.mostFacts) faits en une commande",
            "over \(Self.mostFacts) facts in one command"))
      ])
    }
    var told: [Text] = []
    var facts: [JSONValue] = []
    for words in several {
      var resolver = FactResolver(of: type, into: data, names: names, today: today)
      try resolver.set(words, beside: several)
      problems += resolver.problems.filter { one in
        !problems.contains(one) && !(one.field.map(fieldsTold.contains) ?? false)
      }
      told += resolver.told.filter { !told.contains($0) }
      facts.append(resolver.data)
    }
    if Set(facts.map(\.description)).count < facts.count {
      problems.append(
        TypedProblem(
          field: nil,
          Text("le même fait est donné deux fois", "the same fact is given twice")))
    }
    let key = purpose == .recording ? type.introducedKey : nil
    if !purpose.isCorrection {
      for fact in facts {
        let missing = Self.problems(
          in: fact, of: type, except: key, isImport: purpose == .importing,
          isFailed: !problems.isEmpty)
        problems += missing.filter { one in
          !problems.contains { $0.field == one.field || one == $0 }
        }
      }
    }
    if !problems.isEmpty { throw TypedProblems(problems) }
    self.data = facts
    self.told = told
    openKey = key.flatMap { key in facts.contains { $0[key] == nil } ? key : nil }
  }

  /// What is wrong with data by the table of the fields.
  ///
  /// A text that only an erased person's entry may lack is told beside something else alone: whether the
  /// person is erased is found later.
  private static func problems(
    in fact: JSONValue, of type: EventType, except key: String?, isImport: Bool, isFailed: Bool
  ) -> [TypedProblem] {
    func found(ofTexts: Bool) -> [ReadingFailure] {
      FieldProblems(
        fact, of: type,
        .init(ofTexts: ofTexts, ofCommands: !isImport, isEachPartTold: true, except: key)
      ).problems
    }
    let certain = found(ofTexts: false)
    if certain.isEmpty, !isFailed { return [] }
    return found(ofTexts: true).map { TypedProblem($0, of: type) }
  }
}

extension TypedFacts.Purpose {
  fileprivate var isCorrection: Bool { self == .correcting }
}

extension TypedProblem {
  /// The problem of a field of the data, as a person reads it.
  init(_ failure: ReadingFailure, of type: EventType) {
    let path = failure.path.first == "data" ? Array(failure.path.dropFirst()) : failure.path
    let field = ReadingFailure(failure.problem, path: path).field
    var reason = failure.problem.text
    if case .invalid(.word(let kind, let allowed)) = failure.problem {
      reason = WordList(kind: kind, allowed: allowed).expected
    }
    self.init(field: field.isEmpty ? nil : field, reason)
  }
}

extension EventType {
  /// The key of the id that an event of this type introduces and that can be chosen; nil if there is none.
  public var introducedKey: String? { Self.introducedKeys[self] }

  private static let introducedKeys: [EventType: String] = [
    .candidateRegistered: "candidate", .candidateEnrolled: "candidacy", .juryConvened: "jury",
    .certificateIssued: "number", .certificateReissued: "number",
    .partialCertificateIssued: "number", .awardDeclared: "flow",
  ]
}
