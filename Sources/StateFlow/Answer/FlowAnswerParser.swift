internal import Events
internal import XML

/// Makes an answer from the events of its document.
struct FlowAnswerParser {
  private typealias Element = FlowAnswerFailure.Element

  /// What an open element is.
  private enum Place {
    case report
    case passages(isAccepted: Bool)
    case passage
    case value(Element, line: Int)
    /// An element that is not known, or one within a text.
    case other
  }

  /// A text and where it is.
  private struct Value {
    let text: String
    let line: Int
  }

  private var open: [Place] = []
  private var rootLine = 1
  /// The text of the element that is being read.
  private var text = ""
  /// What is wrong, by line.
  private var problems: [FlowAnswerFailure.Place] = []
  private(set) var isOfAnotherRoot = false

  private var flow: Value?
  private var treatment: Value?
  /// Whether the passages that are being read are accepted.
  private var isAccepted = false
  private var passageLine = 1
  private var passageID: Value?
  private var messages: [String] = []
  private var passages: [AnsweredPassage] = []
  /// The index of each passage by its id.
  private var indices: [String: Int] = [:]

  /// The most bytes of a text that are kept: more than a message of the longest free text.
  private static let longest = 1 << 14

  /// Adds why the document cannot be read on.
  mutating func add(_ failure: XMLFailure) { problems.append(FlowAnswerFailure.Place(failure)) }

  private mutating func add(_ problem: FlowAnswerFailure.Problem, line: Int) {
    problems.append(FlowAnswerFailure.Place(problem: problem, line: line))
  }

  /// - Parameter line: on which the event begins.
  mutating func take(_ event: XMLEvent, line: Int) {
    if isOfAnotherRoot { return }
    switch event {
    case .start(let name, _): start(name, line)
    case .text(let part): if text.utf8.count < Self.longest { text += part }
    case .end: end()
    }
  }

  // MARK: Elements

  private mutating func start(_ name: String, _ line: Int) {
    guard let parent = open.last else { return startRoot(name, line) }
    let place: Place
    switch parent {
    case .report: place = Self.child(of: name, line)
    case .passages: place = name == "passage" ? .passage : Self.idOnly(name, line)
    case .passage: place = Self.part(name, line)
    case .value, .other: place = .other
    }
    switch place {
    case .passages(let accepted): isAccepted = accepted
    case .passage: (passageLine, passageID, messages) = (line, nil, [])
    case .value: text = ""
    case .report, .other: break
    }
    open.append(place)
  }

  private mutating func startRoot(_ name: String, _ line: Int) {
    rootLine = line
    open.append(.report)
    if name == "rapport" { return }
    isOfAnotherRoot = true
    add(name == "flux" ? .flowItself : .otherRoot(String(name.prefix(40))), line: line)
  }

  private static func child(of name: String, _ line: Int) -> Place {
    switch name {
    case "PassagesKO": .passages(isAccepted: false)
    case "PassagesOK": .passages(isAccepted: true)
    case Element.flow.rawValue: .value(.flow, line: line)
    case Element.treatment.rawValue: .value(.treatment, line: line)
    default: .other
    }
  }

  private static func idOnly(_ name: String, _ line: Int) -> Place {
    name == Element.passage.rawValue ? .value(.passage, line: line) : .other
  }

  private static func part(_ name: String, _ line: Int) -> Place {
    name == Element.message.rawValue ? .value(.message, line: line) : idOnly(name, line)
  }

  private mutating func end() {
    guard let place = open.popLast() else { return }
    switch place {
    case .value(let element, let line): finish(element, Value(text: text.trimmed, line: line))
    case .passage: finishPassage()
    case .report, .passages, .other: break
    }
  }

  private mutating func finish(_ element: Element, _ value: Value) {
    switch element {
    case .flow: keep(value, as: .flow, in: \.flow)
    case .treatment: keep(value, as: .treatment, in: \.treatment)
    case .message: messages.append(value.text)
    case .passage:
      if case .passage? = open.last {
        keep(value, as: .passage, in: \.passageID)
      } else {
        addPassage(value, messages: [])
      }
    }
  }

  /// Keeps a text that may be there once; the same again is no fault.
  private mutating func keep(
    _ value: Value, as element: Element, in place: WritableKeyPath<Self, Value?>
  ) {
    guard let known = self[keyPath: place] else {
      self[keyPath: place] = value
      return
    }
    if known.text != value.text { add(.twice(element, first: known.line), line: value.line) }
  }

  // MARK: Passages

  private mutating func finishPassage() {
    guard let id = passageID else { return add(.missing(.passage), line: passageLine) }
    addPassage(id, messages: messages)
  }

  private mutating func addPassage(_ id: Value, messages: [String]) {
    if id.text.isEmpty { return add(.missing(.passage), line: id.line) }
    let message = RejectionMessage(messages)
    let outcome: AnsweredPassage.Outcome =
      isAccepted ? .accepted : message.isOfAcceptance ? .acceptedBefore : .rejected
    let passage = AnsweredPassage(
      id: id.text, outcome: outcome, message: outcome == .rejected ? message.text : nil,
      line: id.line)
    // Ids are compared as they are recorded, in whatever case they are written.
    let key = passage.award?.description ?? passage.id
    guard let index = indices[key] else {
      indices[key] = passages.count
      passages.append(passage)
      return
    }
    let known = passages[index]
    if known.outcome.recorded != outcome.recorded {
      add(.contradiction(first: known.line), line: id.line)
    } else if known.message == nil {
      passages[index] = AnsweredPassage(
        id: known.id, outcome: known.outcome, message: passage.message, line: known.line)
    }
  }

  // MARK: The answer

  /// - Throws: ``FlowAnswerFailure`` with everything that is wrong.
  func answer() throws(FlowAnswerFailure) -> FlowAnswer {
    var problems = problems
    // Of a document that is cut or of another form, what is missing says nothing.
    let isWhole = problems.allSatisfy { !$0.problem.isOfTheDocument }
    func missing(_ element: Element, _ value: Value?, _ isValid: Bool) {
      if value?.text.isEmpty ?? true {
        if isWhole {
          problems.append(.init(problem: .missing(element), line: value?.line ?? rootLine))
        }
      } else if !isValid {
        problems.append(.init(problem: .invalid(element), line: value?.line))
      }
    }
    let flowID = flow.flatMap { try? FlowID($0.text) }
    missing(.flow, flow, flowID != nil)
    let number = treatment?.text ?? ""
    missing(.treatment, treatment, 1...64 ~= number.unicodeScalars.count)
    guard problems.isEmpty, let flowID else {
      throw FlowAnswerFailure(problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
    return FlowAnswer(flow: flowID, treatment: number, passages: passages)
  }
}

extension FlowAnswerFailure.Problem {
  /// Whether it is about the document, so that its elements may not all have been read.
  fileprivate var isOfTheDocument: Bool {
    switch self {
    case .empty, .tooLarge, .encoding, .malformed, .cutShort, .documentType, .tooComplex,
      .flowItself, .otherRoot:
      true
    case .missing, .twice, .invalid, .contradiction: false
    }
  }
}

extension String {
  /// Without white space around it.
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
