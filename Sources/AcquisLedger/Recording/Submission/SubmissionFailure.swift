internal import Cryptography
public import EventLog
public import Events
public import Vault

/// Why a submission was not recorded. Nothing of its batch was recorded then.
public struct SubmissionFailure: Error, Sendable {
  public enum Problem: Error, Sendable {
    /// The line is not an event.
    case unreadable(ReadingFailure)
    /// The line ends before the JSON object that begins it does.
    case cut(ReadingFailure)
    /// The line names an id that neither the ledger nor the file introduces.
    case unknown(Subject)
    /// The log refused it.
    case refused(LogFailure)
    /// The vault could not seal a text about a person.
    case notSealed(VaultFailure)
    /// A line without an id about a person who was erased on this day: whether the log has it already cannot
    /// be told, as an id is made from the text in this field and the key that is destroyed.
    case erased(field: String, on: CalendarDate)
    /// The field stays in clear, and names the person whom the event concerns.
    case namesPerson(field: String)
    /// An erasure cannot be submitted like another fact, because that would not destroy the keys.
    case erasure
    /// The file contains no event.
    case nothing
    /// The file was changed while it was read.
    case changedMeanwhile
    /// Other writers appended in between at every attempt.
    case contended
    /// A store's own failure, or any other error.
    case other(any Error)
  }

  /// The line, counted from 1; nil if the failure is about no particular line.
  public let line: Int?
  public let problem: Problem
  /// What else is wrong with the same batch, in the order of the lines.
  public private(set) var further: [SubmissionFailure] = []
  /// How many more things are wrong that ``further`` leaves out, where there are very many.
  public private(set) var omitted = 0

  init(line: Int?, _ problem: Problem) {
    self.line = line
    self.problem = problem
  }

  /// Several failures as one: the first, with the others.
  ///
  /// - Parameter failures: at least one, in the order of the lines.
  init(_ failures: [SubmissionFailure], omitted: Int = 0) {
    guard var first = failures.first else {
      self.init(line: nil, .nothing)
      return
    }
    first.further += failures.dropFirst()
    first.omitted += omitted
    self = first
  }

  /// Whether the line itself is wrong, so that others may be wrong too; false if the ledger or the vault
  /// could not be used.
  var isOfTheLine: Bool {
    switch problem {
    case .unreadable, .cut, .unknown, .erased, .namesPerson, .erasure: true
    case .refused(let failure): failure.index != nil
    case .notSealed, .nothing, .changedMeanwhile, .contended, .other: false
    }
  }

  /// Whether the line does not say who recorded it.
  public var isOfMissingRecorder: Bool {
    guard case .unreadable(let failure) = problem, case .missing = failure.problem else {
      return false
    }
    return failure.path == ["recordedBy"]
  }

  /// Maps any error of the layers below.
  ///
  /// - Parameter line: used if the error itself names none.
  init(_ error: any Error, line: Int? = nil) {
    switch error {
    case let failure as SubmissionFailure: self = failure
    case let problem as Problem: self.init(line: line, problem)
    case let failure as ReadingFailure: self.init(line: line, .unreadable(failure))
    case let failure as VaultFailure: self.init(line: line, .notSealed(failure))
    case let failure as LogFailure: self.init(line: line, .refused(failure))
    case let failure as CryptographyFailure: self.init(line: line, .refused(LogFailure(failure)))
    default: self.init(line: line, .other(error))
    }
  }
}

extension Subject {
  /// The word before the colon: `candidacy`.
  var kind: String { String(description.prefix { $0 != ":" }) }

  /// The id after the colon.
  var id: String { String(description.drop { $0 != ":" }.dropFirst()) }
}
