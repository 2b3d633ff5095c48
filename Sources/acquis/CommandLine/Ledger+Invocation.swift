internal import AcquisLedger
internal import EventLog
internal import Events
internal import Files

extension Ledger {
  /// The ledger a command was called for, by `--ledger` and `--accept-clock`.
  ///
  /// - Throws: ``Failure/usage(_:)`` for a shared ledger, which this program does not speak to yet.
  init(_ invocation: Invocation) throws(Failure) {
    let path =
      invocation.option("ledger") ?? Environment.variable("ACQUIS_LEDGER") ?? "acquis.ledger"
    if path.hasPrefix("postgres://") {
      throw .usage(
        Text(
          "un registre partagé (postgres://…) n’est pas encore possible ; donnez un fichier",
          "a shared ledger (postgres://…) is not available yet; give a file's path"))
    }
    if path.isEmpty {
      throw .usage(Text("--ledger : un chemin est attendu", "--ledger: expected a path"))
    }
    guard Folder.mayHold(path) else {
      throw .usage(
        Text("--ledger : ce chemin est trop long", "--ledger: this path is too long"))
    }
    try self.init(at: path, in: invocation)
  }

  /// The ledger at a path, with its notices reported as the invocation's.
  init(at path: String, in invocation: Invocation) throws(Failure) {
    let output = invocation.output
    self.init(at: path, clock: .system(isAccepted: invocation.has("accept-clock"))) { notice in
      switch notice {
      case .keyMade: output.noteDone(notice.text)
      case .copyNotTried: output.note(notice.text)
      case .vault(let failure): output.note(failure.textWithRemedy.at(path))
      case .sharedDrive, .lastSignedNotCompared, .checkpointsNotChecked:
        output.note(notice.text.at(path))
      }
    }
  }

  /// Opens what is to record: of a disk that is full already, as of one that becomes so, it is said that
  /// nothing was recorded.
  func openForRecording<Opened>(_ open: (Ledger) throws -> Opened) throws -> Opened {
    do { return try open(self) } catch LogFailure.full {
      throw Failure.ledger(LogFailure.full.text.nothingRecorded.at(path))
    }
  }

  /// Its path within a text.
  var shown: String { Shown.onOneLine(path) }

  /// The machine's day in Paris: what a command's `--on` is by default.
  static var today: CalendarDate { LedgerClock.system().today }
}

extension Command.Option {
  /// The option of every command that records.
  static let acceptClock = Command.Option(
    name: "accept-clock",
    help: Text(
      "tient l’horloge de cette machine pour juste, même si elle s’écarte beaucoup du dernier événement",
      "take this machine's clock as right, even far from the last event"))
}
