public import Cryptography
public import Events

/// Why a log could not do what it was asked. No case holds a value of an event.
public enum LogFailure: Error, Equatable, Sendable {
  // The file.
  /// There is no ledger at this place.
  case missing
  /// There is already something at this place.
  case alreadyThere
  /// What is there is no ledger.
  case notALedger
  /// The file's format is newer than this program's.
  case newerFormat(found: Int, known: Int)
  /// The file lies on a network drive of this kind, where its locks do not hold.
  case networkDrive(String)
  /// The journal beside the file is another ledger's, or older or newer than the file.
  case foreignJournal
  /// A file that SQLite keeps beside the ledger belongs to this other user, and shuts this one out.
  case othersJournal(file: String, owner: String)
  /// The file has a second name (a hard link), under which another process may write to it unseen.
  case secondName
  /// Another process wrote for longer than one waits, so many seconds.
  case busy(seconds: Int)
  /// The file, or its folder, may only be read.
  case readOnly
  /// No space is left on the device.
  case full
  /// A copy that was made is not what was copied.
  case copyDiffers
  /// The file is damaged, in this way.
  case damaged(String)
  /// The file is damaged: this was found while it was read.
  case defect(LogDefect)
  /// The system refused, with this code and message.
  case system(code: Int, String)
  /// The system's libcrypto refused.
  case unavailable(CryptographyFailure)

  // The events.
  /// An exact copy is only taken in where there is no event yet.
  case notEmpty
  /// The machine's clock is so many seconds behind the last event's instant, and was not accepted.
  case clockBehind(seconds: Int, last: Instant)
  /// The machine's clock is implausibly far past the last event's instant, and was not accepted.
  case clockAhead(last: Instant, isSynchronised: Bool)
  /// The event of this index, with the mark of a clock that was behind, would be longer than an event
  /// may be.
  case tooLongToMark(index: Int)
  /// The event of this index occurs after the day it would be recorded on.
  case notYet(index: Int)
  /// The id of the event of this index is taken, by another content at this position.
  case idTaken(index: Int, by: Position)
  /// The event of this index of a copy has the id of one before it, at this position.
  case idTwice(index: Int, by: Position)
  /// The event of this index of a copy was taken in before the one above it.
  case instantBack(index: Int)
  /// A matching event came in at this position.
  case conditionFailed(by: Position)
  /// The annulment of this index names an entry that the log does not hold.
  case unknownEntry(index: Int)
  /// The annulment of this index does not repeat its entry's subjects.
  case wrongSubjects(index: Int)
  /// The event at this position cannot be read; it is never skipped.
  case unreadable(Position, ReadingFailure)
}

extension LogFailure {
  /// The index of the event, in the batch, that the failure is about; nil where it is about none.
  public var index: Int? {
    switch self {
    case .notYet(let index), .tooLongToMark(let index), .idTaken(let index, _),
      .idTwice(let index, _), .instantBack(let index), .unknownEntry(let index),
      .wrongSubjects(let index):
      index
    case .missing, .alreadyThere, .notALedger, .newerFormat, .networkDrive, .foreignJournal,
      .othersJournal, .secondName, .busy, .readOnly, .full, .copyDiffers,
      .damaged, .defect, .system, .unavailable, .notEmpty, .clockBehind, .clockAhead,
      .conditionFailed,
      .unreadable:
      nil
    }
  }
}

extension LogFailure {
  /// The field of the event that the failure is about; nil where it is about none.
  public var field: String? {
    switch self {
    case .notYet: "occurredOn"
    case .idTaken, .idTwice: "id"
    case .instantBack: "recordedAt"
    case .unknownEntry: "data.event"
    case .wrongSubjects: "data.subjects"
    case .missing, .alreadyThere, .notALedger, .newerFormat, .networkDrive, .foreignJournal,
      .othersJournal, .secondName, .busy, .readOnly, .full, .copyDiffers,
      .damaged, .defect, .system, .unavailable, .notEmpty, .clockBehind, .clockAhead,
      .tooLongToMark,
      .conditionFailed,
      .unreadable:
      nil
    }
  }
}
