internal import CanonicalJSON
internal import EventLog
internal import Events
internal import Recording
internal import Vault

/// Why a command ends without having done its work, with the exit status of the contract.
enum Failure: Error {
  /// 2: the command was called wrongly.
  case usage(String)
  /// 2: a file, a line or an id is not what it should be.
  case input(String)
  /// 3: the ledger is missing, locked, damaged or cannot be written.
  case ledger(String)

  /// The process's exit status.
  var status: Int32 {
    switch self {
    case .usage, .input: 2
    case .ledger: 3
    }
  }

  /// What to tell, in one line.
  var message: String {
    switch self {
    case .usage(let text), .input(let text), .ledger(let text): text
    }
  }

  /// Runs a step whose failure is a wrong call.
  static func asUsage<Value>(
    _ message: String, _ step: () throws(InvalidValue) -> Value
  ) throws(Failure) -> Value {
    do throws(InvalidValue) {
      return try step()
    } catch {
      throw .usage(message)
    }
  }

  /// The failure behind any error a command met.
  init(_ error: any Error, ledger: String) {
    switch error {
    case let failure as Failure: self = failure
    case let failure as LogFailure: self = .ledger("\(ledger): \(failure)")
    case let failure as VaultFailure: self = .ledger("\(ledger): \(failure)")
    default: self = .ledger("\(ledger): \(error)")
    }
  }

  /// The failure behind a line that was not taken in.
  init(_ failure: DoorFailure, file: String, ledger: String) {
    let place = failure.line.map { "\(file):\($0)" } ?? file
    switch failure.problem {
    case .unreadable, .unknown, .nothing:
      self = .input("\(place): \(failure.problem); nothing was recorded")
    case .unsealed(let vault): self = .ledger("\(ledger): \(vault); nothing was recorded")
    case .refused(let log):
      self =
        failure.line == nil
        ? .ledger("\(ledger): \(log)") : .input("\(place): \(log); nothing was recorded")
    }
  }
}
