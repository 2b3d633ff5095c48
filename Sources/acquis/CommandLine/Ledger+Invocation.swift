internal import AcquisLedger
internal import EventLog
internal import Events
internal import Files
internal import Synchronization

extension Ledger {
  /// The ledger of `--ledger`, else of `$ACQUIS_LEDGER`, else of `config ledger`, with the clock of `--accept-clock`;
  /// its vault that of `--vault`, else of `$ACQUIS_VAULT`.
  init(_ invocation: Invocation) throws(Failure) {
    if let served = invocation.served {
      self = served.ledger
      return
    }
    let given = invocation.option("ledger") ?? Environment.variable("ACQUIS_LEDGER")
    let setting = given == nil ? try UserSettings.kept().values[.ledger] : nil
    let path = given ?? setting ?? "acquis.ledger"
    if path.isEmpty {
      throw .usage(Text("--ledger : un chemin est attendu", "--ledger: expected a path"))
    }
    guard Folder.isValidLength(path) else {
      throw .usage(
        Text("--ledger : ce chemin est trop long", "--ledger: this path is too long"))
    }
    let vault = invocation.option("vault")
    // What the environment says of a shared ledger's vault is not meant for a file.
    let kept =
      LedgerPlace.isOnServer(path) ? vault ?? Environment.variable("ACQUIS_VAULT") : vault
    self.init(at: try LedgerPlace(path, vault: kept), in: invocation)
  }

  /// The ledger at a place; its notices are printed by the invocation.
  init(at place: LedgerPlace, in invocation: Invocation) {
    let (output, path) = (invocation.output, place.log)
    self.init(at: place, clock: .system(isAccepted: invocation.has("accept-clock"))) { notice in
      // Read at this machine, whoever asked.
      let text = PrivateWords.told { notice.text }
      switch notice {
      case .keyMade: output.noteDone(text)
      case .copyNotTried: output.note(text)
      case .vault(let failure):
        output.note(PrivateWords.told { failure.textWithRemedy }.at(path))
      case .moved, .replica:
        if Self.told.withLock({ $0.insert(path).inserted }) { output.note(text.at(path)) }
      case .sharedDrive, .lastSignedNotCompared, .checkpointsNotChecked:
        output.note(text.at(path))
      }
    }
  }

  /// The places of which it was told that they are a replica, or were moved: a command opens its ledger several times.
  private static let told = Mutex<Set<String>>([])

  /// Opens something for recording. If the disk is full, the message states that nothing was recorded.
  func openForRecording<Opened>(_ open: (Ledger) throws -> Opened) throws -> Opened {
    do { return try open(self) } catch LogFailure.full {
      throw Failure.ledger(LogFailure.full.text.nothingRecorded.at(path))
    }
  }

  /// Its place, safe to print on one line.
  var shown: String { Shown.onOneLine(path) }

  /// Its place as a word of a shell's call: that of an address in quotes, for its `?`.
  var quoted: String { place.isShared ? "'\(shown)'" : shown }

  /// Where what an import reads waits, in a file without a name: the folder of its files; of a shared ledger of which
  /// this machine has none, the system's.
  var scratchFolder: String {
    let own = Folder.of(place.beside)
    return place.isShared && Folder.isAbsent(own) ? Environment.variable("TMPDIR") ?? "/tmp" : own
  }

  /// What the files beside it begin with, safe to print on one line.
  var shownBeside: String { Shown.onOneLine(place.beside) }

  /// Where the persons' keys are, safe to print on one line.
  var shownVault: String { Shown.onOneLine(place.vaultAddress ?? place.beside + ".vault") }

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
