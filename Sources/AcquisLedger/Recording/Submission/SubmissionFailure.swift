internal import Cryptography
public import EventLog
public import Events
public import Vault

/// Why a submission was not taken in, and which. Nothing of its batch was recorded then.
public struct SubmissionFailure: Error, Sendable {
  /// What is wrong.
  public enum Problem: Error, Sendable {
    /// The line is no event.
    case unreadable(ReadingFailure)
    /// The line names something that neither the ledger nor the file introduces.
    case unknown(Subject)
    /// The log refused it.
    case refused(LogFailure)
    /// The vault could not seal what it says about a person.
    case unsealed(VaultFailure)
    /// A text about a person who was erased on this day, in this field: nothing seals it any more.
    case erased(field: String, on: CalendarDate)
    /// An erasure destroys keys; recorded like another fact, it would be said and not done.
    case erasure
    /// The file holds no event.
    case nothing
    /// Other writers came in between each time.
    case contended
    /// A failure of a store that has failures of its own.
    case other(any Error)
  }

  /// The line, from 1; nil where the failure is of no line in particular.
  public let line: Int?
  /// What is wrong.
  public let problem: Problem

  init(line: Int?, _ problem: Problem) {
    self.line = line
    self.problem = problem
  }

  /// The failure of a submission behind any error met below: the one place where they are mapped.
  ///
  /// - Parameter line: its line, where the error itself names none.
  init(_ error: any Error, line: Int? = nil) {
    switch error {
    case let failure as SubmissionFailure: self = failure
    case let problem as Problem: self.init(line: line, problem)
    case let failure as ReadingFailure: self.init(line: line, .unreadable(failure))
    case let failure as VaultFailure: self.init(line: line, .unsealed(failure))
    case let failure as LogFailure: self.init(line: line, .refused(failure))
    case let failure as CryptographyFailure: self.init(line: line, .refused(LogFailure(failure)))
    default: self.init(line: line, .other(error))
    }
  }
}

extension Subject {
  /// The kind's word.
  var kind: String { String(description.prefix { $0 != ":" }) }

  /// The id alone.
  var id: String { String(description.drop { $0 != ":" }.dropFirst()) }
}
