internal import AcquisLedger
internal import EventLog
internal import Events
internal import Vault

/// A failure that a command or an option of this program can repair. The ledger's own sentences name no
/// program.
protocol Remediable: TextConvertible {
  /// The sentence that names the command, the option or the user's clock; nil if there is none.
  var remedy: Text? { get }
}

extension Remediable {
  /// The failure's sentence, followed by its remedy.
  var textWithRemedy: Text { remedy.map { text.then($0) } ?? text }
}

extension LogFailure: Remediable {
  var remedy: Text? {
    switch self {
    case .missing: Text("`acquis init` en crée un", "`acquis init` makes one")
    case .secondName:
      Text("`acquis backup` fait la sauvegarde", "`acquis backup` makes the backup")
    case .clockBehind, .clockAhead:
      Text("--accept-clock l’accepte", "--accept-clock accepts it")
    case .notYet: LocalTime.dayInParisNow
    case .alreadyThere, .notALedger, .newerFormat, .networkDrive, .foreignJournal, .othersJournal,
      .busy, .readOnly, .moved, .server, .full, .copyDiffers, .damaged, .defect, .system,
      .unavailable, .notEmpty,
      .tooLongToMark, .idTaken, .idTwice, .instantBack, .conditionFailed, .unknownEntry,
      .wrongSubjects,
      .unreadable:
      nil
    }
  }
}

extension LedgerFailure: Remediable {
  var remedy: Text? {
    switch self {
    case .notContinued: Text("voyez `acquis audit verify`", "see `acquis audit verify`")
    case .alreadyThere, .formerAccess, .noFolder, .contradictsSigned, .file, .notKnownYet,
      .backupThere, .keysThere, .copyStays:
      nil
    }
  }
}

extension RestoreFailure: Remediable {
  var remedy: Text? {
    switch self {
    case .nothingToVerify:
      Text("--key n’a rien à vérifier", "--key has nothing to verify")
    case .event, .otherRoot, .checkpoint: nil
    }
  }
}

extension VaultFailure: Remediable {
  var remedy: Text? {
    switch self {
    case .behind: Text("`acquis erase` efface de nouveau", "`acquis erase` erases again")
    case .uncompared: Text("voyez `acquis audit verify`", "see `acquis audit verify`")
    case .missing, .masterKeyMissing, .notAMasterKey, .wrongMasterKey, .masterKeyLinked,
      .foreignJournal, .anotherLedgers, .alreadyThere, .openToOthers, .notAVault, .newerFormat,
      .busy, .notReadable, .readOnly, .full, .damaged, .altered, .system, .server, .unavailable,
      .keyGone, .erased, .notAuthentic, .unreadable:
      nil
    }
  }
}

extension SigningFailure: Remediable {
  var remedy: Text? {
    switch self {
    case .keyMissing:
      Text(
        "`acquis audit key --new` en commence une", "`acquis audit key --new` begins one")
    case .formerKeyUnknown: Text("--key VKEY la donne", "--key VKEY gives it")
    case .keyThere, .notAKey, .foreignKey, .formerKey, .malformedKeys, .malformedNote, .notNotes,
      .busy,
      .openToOthers, .notPermitted, .tooLong, .full, .system, .unavailable:
      nil
    }
  }
}

extension CopyFailure.Problem: Remediable {
  var remedy: Text? {
    switch self {
    case .notALine:
      Text("`acquis export jsonl` en écrit une", "`acquis export jsonl` writes one")
    case .reading, .position, .wrongFormat, .cut, .tooLong, .afterTheEnd, .unsupportedVersion,
      .otherSize,
      .note:
      nil
    }
  }
}

extension SubmissionFailure: Remediable {
  var remedy: Text? { problem.remedy }
}

extension SubmissionFailure.Problem: Remediable {
  var remedy: Text? {
    switch self {
    case .refused(let failure): failure.remedy
    case .notSealed(let failure): failure.remedy
    case .erasure:
      Text(
        "`acquis erase CANDIDATE` ou `acquis erase --member M` le fait",
        "`acquis erase CANDIDATE` or `acquis erase --member M` does it")
    case .unreadable, .cut, .unknown, .erased, .namesPerson, .nothing, .changedMeanwhile,
      .contended,
      .other:
      nil
    }
  }
}
