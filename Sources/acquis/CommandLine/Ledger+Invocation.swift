internal import AcquisLedger
internal import EventLog
internal import Events
internal import Files

extension Ledger {
  /// The ledger of `--ledger`, else of `$ACQUIS_LEDGER`, else of `config ledger`, with the clock of `--accept-clock`.
  ///
  /// - Throws: ``Failure/usage(_:)`` for a shared ledger, which is not available yet.
  init(_ invocation: Invocation) throws(Failure) {
    if let served = invocation.served {
      self = served.ledger
      return
    }
    let given = invocation.option("ledger") ?? Environment.variable("ACQUIS_LEDGER")
    let kept = given == nil ? try UserSettings.kept().values[.ledger] : nil
    let path = given ?? kept ?? "acquis.ledger"
    if path.hasPrefix("postgres://") {
      throw .usage(
        Text(
          "un registre partagé (postgres://…) n’est pas encore possible ; donnez un fichier",
          "a shared ledger (postgres://…) is not available yet; give a file's path"))
    }
    if path.isEmpty {
      throw .usage(Text("--ledger : un chemin est attendu", "--ledger: expected a path"))
    }
    guard Folder.isValidLength(path) else {
      throw .usage(
        Text("--ledger : ce chemin est trop long", "--ledger: this path is too long"))
    }
    try self.init(at: path, in: invocation)
  }

  /// The ledger at a path; its notices are printed by the invocation.
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

  /// Opens something for recording. If the disk is full, the message states that nothing was recorded.
  func openForRecording<Opened>(_ open: (Ledger) throws -> Opened) throws -> Opened {
    do { return try open(self) } catch LogFailure.full {
      throw Failure.ledger(LogFailure.full.text.nothingRecorded.at(path))
    }
  }

  /// Its path, safe to print on one line.
  var shown: String { Shown.onOneLine(path) }

  /// Today in Paris by the machine's clock: the default of `--on`.
  static var today: CalendarDate { LedgerClock.system().today }
}

extension Command.Option {
  /// The option of every command that records.
  static let acceptClock = Command.Option(
    name: "accept-clock",
    help: Text(
      "tient l’horloge de cette machine pour juste, même si elle s’écarte beaucoup de la dernière entrée",
      "take this machine's clock as right, even far from the last event"))
}
