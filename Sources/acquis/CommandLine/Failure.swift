internal import AcquisLedger
internal import EventLog
internal import Events
internal import Vault

/// Why a command ends without having done its work, with the exit status of the contract.
enum Failure: Error {
  /// 1: a check found something.
  case check(Wording)
  /// 2: the command was called wrongly.
  case usage(Wording)
  /// 2: a file, a line or an id is not what it should be.
  case input(Wording)
  /// 3: the ledger is missing, locked, damaged or cannot be written.
  case ledger(Wording)
  /// 0: whoever read the answer to a question wants no more of it.
  case readerGone

  /// The process's exit status.
  var status: Int32 {
    switch self {
    case .readerGone: 0
    case .check: 1
    case .usage, .input: 2
    case .ledger: 3
    }
  }

  /// What to tell, in one line.
  var message: String { wording.text }

  /// What to tell, in both languages.
  var wording: Wording {
    switch self {
    case .check(let wording), .usage(let wording), .input(let wording), .ledger(let wording):
      wording
    case .readerGone: Wording("plus personne ne lit la réponse", "nobody reads the answer")
    }
  }

  /// Runs a step whose failure is a wrong call.
  static func asUsage<Value>(
    _ message: Wording, _ step: () throws(InvalidValue) -> Value
  ) throws(Failure) -> Value {
    do throws(InvalidValue) {
      return try step()
    } catch {
      throw .usage(message)
    }
  }

  /// Opens a log to record in it; a disk that is full already is told as one that becomes so.
  static func recording<Log>(
    at ledger: String, _ open: () throws(LogFailure) -> Log
  ) throws -> Log {
    do throws(LogFailure) { return try open() } catch {
      guard error == .full else { throw error }
      throw Failure.ledger(error.wording.nothingRecorded.at(ledger))
    }
  }

  /// The failure behind any error a command met.
  init(_ error: any Error, ledger: String) {
    switch error {
    case let failure as Failure: self = failure
    case let failure as LogFailure: self = .ledger(failure.wording.at(ledger))
    case let failure as VaultFailure: self = .ledger(failure.wording.at(ledger))
    case let failure as AuditFailure: self = .ledger(failure.wording.at(ledger))
    case let failure as Discontinuity: self = .check(failure.wording.at(ledger))
    case let failure as SubmissionFailure: self = .ledger(failure.problem.wording.at(ledger))
    default: self = .ledger(Wording("\(error)", "\(error)").at(ledger))
    }
  }

  /// The failure behind a line that was not taken in.
  ///
  /// - Parameter file: nil where it was given on the command line.
  init(_ failure: SubmissionFailure, file: String?, ledger: String) {
    let place = file.map { file in failure.line.map { "\(file):\($0)" } ?? file }
    let nothing = failure.problem.wording.nothingRecorded
    switch failure.problem {
    case .unreadable, .unknown, .erasure, .erased, .nothing:
      self = .input(place.map { nothing.at($0) } ?? nothing)
    case .unsealed, .contended, .other: self = .ledger(nothing.at(ledger))
    case .refused(let log):
      self =
        log.index == nil
        ? .ledger(nothing.at(ledger)) : .input(place.map { nothing.at($0) } ?? nothing)
    }
  }
}

extension Wording {
  /// This text, and that nothing was recorded.
  fileprivate var nothingRecorded: Wording {
    Wording("\(french) ; rien n’a été enregistré", "\(english); nothing was recorded")
  }
}
