public import Events

/// The answer of the Caisse des Dépôts to a certification flow (*accusé de traitement*).
///
/// ```swift
/// let answer = try FlowAnswer(reading: bytes)
/// ```
///
/// No schema of it is public; what programs that take such answers in have met is in
/// `reference/cpf-rapport.md`.
public struct FlowAnswer: Hashable, Sendable {
  /// The flow that it answers.
  public let flow: FlowID
  /// The number that the Caisse des Dépôts gave to its treatment of the flow: 1 to 64 characters.
  public let treatment: String
  /// Each passage once, in the order of the file.
  public let passages: [AnsweredPassage]

  public init(flow: FlowID, treatment: String, passages: [AnsweredPassage]) {
    self.flow = flow
    self.treatment = treatment
    self.passages = passages
  }
}

/// What was answered about one passage of a flow, which is one award.
public struct AnsweredPassage: Hashable, Sendable {
  /// What the Caisse des Dépôts did with a passage.
  public enum Outcome: Hashable, Sendable {
    case accepted
    /// It has the passage already, and so accepted it before.
    case acceptedBefore
    case rejected

    /// The outcome as it is recorded.
    public var recorded: DeclarationOutcome {
      switch self {
      case .accepted, .acceptedBefore: .accepted
      case .rejected: .rejected
      }
    }
  }

  /// `idTechnique`, as it is in the file, without spaces around it.
  public let id: String
  public let outcome: Outcome
  /// Why it was rejected, a text about a person; nil for an acceptance, and where none is given.
  public let message: FreeText?
  /// The line of its `idTechnique`, counted from 1.
  public let line: Int

  public init(id: String, outcome: Outcome, message: FreeText? = nil, line: Int) {
    self.id = id
    self.outcome = outcome
    self.message = message
    self.line = line
  }

  /// The award that a flow of this program sends under this id; nil for an id that none has.
  public var award: EventID? { try? EventID(id) }

  /// The id where it has the form of one; nil for another text, which may be anything.
  public var shownID: String? { (try? RecorderID(id))?.text }
}
