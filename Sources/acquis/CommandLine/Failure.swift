internal import AcquisLedger
internal import EventLog
internal import Events
internal import Files
internal import Vault

/// Why a command ends without having done its work. Each case starts with its exit status.
enum Failure: Error {
  /// 1: a rule refuses it, or a check found something.
  case check(Text)
  /// 2: the call is wrong.
  case usage(Text)
  /// 2: a file, a line or an id is wrong.
  case input(Text)
  /// 2: the ledger does not have an id or a position.
  case unknown(Text)
  /// 3: the ledger is missing, locked, damaged or cannot be written.
  case ledger(Text)
  /// 0: the pipe that the answer is written to was closed.
  case readerGone

  /// The process's exit status, 0 to 3.
  var status: Int32 {
    switch self {
    case .readerGone: 0
    case .check: 1
    case .usage, .input, .unknown: 2
    case .ledger: 3
    }
  }

  /// The message.
  var text: Text {
    switch self {
    case .check(let text), .usage(let text), .input(let text), .unknown(let text),
      .ledger(let text):
      text
    case .readerGone: Text("plus personne ne lit la réponse", "nobody reads the answer")
    }
  }

  /// Runs a step; its failure becomes ``usage(_:)`` with this message.
  static func asUsage<Value>(
    _ message: Text, _ step: () throws(InvalidValue) -> Value
  ) throws(Failure) -> Value {
    do throws(InvalidValue) {
      return try step()
    } catch {
      throw .usage(message)
    }
  }

  /// Runs a step that uses a file named by a person; its failure names the file.
  static func atFile<Value: ~Copyable>(_ path: String, _ step: () throws -> Value) throws -> Value {
    do { return try step() } catch let failure as FileFailure {
      throw LedgerFailure.file(failure, at: path)
    }
  }

  /// This failure of a file, with what would answer it on a line of its own.
  func followed(by remedy: Text?) -> Failure {
    guard let remedy, case .input(let text) = self else { return self }
    return .input([text, remedy].joined(separator: "\n"))
  }

  /// The failure for any error of a command.
  init(_ error: any Error, ledger: String) {
    switch error {
    case let failure as Failure: self = failure
    case let failure as LedgerFailure: self.init(failure, ledger)
    case let failure as Contradiction: self = .ledger(failure.text.withoutCopy.at(ledger))
    case let failure as Discontinuity: self = .check(failure.text.at(ledger))
    case let failure as any Remediable: self = .ledger(failure.textWithRemedy.at(ledger))
    case let failure as any TextConvertible: self = .ledger(failure.text.at(ledger))
    default: self = .ledger(Text(verbatim: "\(error)").at(ledger))
    }
  }

  private init(_ failure: LedgerFailure, _ ledger: String) {
    switch failure {
    case .backupThere, .notKnownYet: self = .input(failure.text)
    case .file(let file, _):
      self =
        file.isNameTooLong || file.isAlreadyThere ? .input(failure.text) : .ledger(failure.text)
    case .alreadyThere, .formerAccess, .noFolder, .keysThere, .copyStays:
      self = .ledger(failure.text)
    case .notContinued, .contradictsSigned: self = .ledger(failure.textWithRemedy.at(ledger))
    }
  }

  /// The failure for a submission that was not recorded.
  ///
  /// - Parameter file: its file; nil if it was given on the command line.
  init(_ failure: SubmissionFailure, file: String?, ledger: String) {
    if !failure.further.isEmpty {
      self = .input(
        Self.several(
          ([failure] + failure.further).map { one in
            let text = one.problem.textWithRemedy
            guard let file else { return text }
            return text.at(one.line.map { line in "\(file):\(line)" } ?? file)
          }, omitted: failure.omitted))
      return
    }
    let place = file.map { file in failure.line.map { "\(file):\($0)" } ?? file }
    let told = failure.problem.textWithRemedy
    // Of a connection that broke it is not known.
    let nothing = failure.problem.isOfLostConnection ? told : told.nothingRecorded
    switch failure.problem {
    case .unreadable, .cut, .unknown, .erasure, .erased, .namesPerson, .nothing, .changedMeanwhile:
      self = .input(place.map { nothing.at($0) } ?? nothing)
    case .notSealed, .contended, .other: self = .ledger(nothing.at(ledger))
    case .refused(let log):
      self =
        log.index == nil
        ? .ledger(nothing.at(ledger)) : .input(place.map { nothing.at($0) } ?? nothing)
    }
  }
}

extension SubmissionFailure.Problem {
  /// Whether the connection to a server broke, so that nobody knows what was recorded.
  fileprivate var isOfLostConnection: Bool {
    if case .refused(.server(.lost)) = self { true } else { false }
  }
}

extension Text {
  /// This text, followed by the statement that nothing was recorded.
  var nothingRecorded: Text {
    then(Text("rien n’a été enregistré", "nothing was recorded"))
  }
}
