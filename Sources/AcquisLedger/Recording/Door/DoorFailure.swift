public import EventLog
public import Events
public import Vault

/// Why a line was not taken in, and which. Nothing of its file was recorded then.
public struct DoorFailure: Error, Sendable {
  /// What is wrong.
  public enum Problem: Sendable {
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
  }

  /// The line, from 1; nil where the failure is of no line in particular.
  public let line: Int?
  /// What is wrong.
  public let problem: Problem

  init(line: Int?, _ problem: Problem) {
    self.line = line
    self.problem = problem
  }
}

extension Subject {
  /// The kind's word.
  var kind: String { String(description.prefix { $0 != ":" }) }

  /// The id alone.
  var id: String { String(description.drop { $0 != ":" }.dropFirst()) }
}
