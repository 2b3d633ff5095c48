internal import XML

/// Why a file is no answer to a flow that can be taken in: everything that is wrong with it.
public struct FlowAnswerFailure: Error, Hashable, Sendable {
  /// An element of an answer, by its name there.
  public enum Element: String, Hashable, Sendable {
    case flow = "idFlux"
    case treatment = "idTraitement"
    case passage = "idTechnique"
    case message = "messageErreur"
  }

  public enum Problem: Hashable, Sendable {
    /// It has no bytes, or only spaces.
    case empty
    /// It has more bytes than this.
    case tooLarge(limit: Int)
    /// It declares an encoding that is not read, in the words of the file.
    case encoding(String)
    /// It is not well-formed XML.
    case malformed
    /// It ends within an element.
    case cutShort
    /// It declares a document type.
    case documentType
    /// Its elements are deeper within each other, or a tag is longer, than an answer can have.
    case tooComplex
    /// It is a flow, not the answer to one.
    case flowItself
    /// The outermost element is another one.
    case otherRoot(String)
    /// The element is not there, or has no text.
    case missing(Element)
    /// The element is there twice with different texts, first on this line.
    case twice(Element, first: Int)
    /// The element's text has not its form.
    case invalid(Element)
    /// A passage that is both accepted and rejected, first on this line.
    case contradiction(first: Int)
  }

  public struct Place: Hashable, Sendable {
    public let problem: Problem
    /// Counted from 1; nil for the file as a whole.
    public let line: Int?
  }

  /// At least one, in the order in which they were found.
  public let places: [Place]

  init(_ places: [Place]) { self.places = places }

  init(_ problem: Problem, line: Int? = nil) {
    self.init([Place(problem: problem, line: line)])
  }
}

extension FlowAnswerFailure.Place {
  init(_ failure: XMLFailure) {
    switch failure {
    case .malformed(let line): self.init(problem: .malformed, line: line)
    case .cutShort(let line): self.init(problem: .cutShort, line: line)
    case .documentType(let line): self.init(problem: .documentType, line: line)
    case .tooDeep(let line), .tooLong(let line): self.init(problem: .tooComplex, line: line)
    }
  }
}
