public import Cryptography
public import Events

/// Why a log operation failed. No case contains a value of an event.
///
/// Indices count from 0: in the batch of an append, in the copy of a restore.
public enum LogFailure: Error, Equatable, Sendable {
  // The file.
  /// Opening: there is no file. Creating: there is no folder.
  case missing
  /// Creating or copying: something is at the path already.
  case alreadyThere
  /// Opening: the file is not a ledger.
  case notALedger
  /// Opening: the file's format number is higher than this program knows.
  case newerFormat(found: Int, known: Int)
  /// Creating or opening: the file is on a network file system of this name, where SQLite's locks
  /// do not work.
  case networkDrive(String)
  /// Opening: the write-ahead journal beside the file is another ledger's, or of another state of
  /// this one.
  case foreignJournal
  /// Opening: this file of SQLite (`-wal` or `-shm`) belongs to another user, and this user may not
  /// write to it.
  case othersJournal(file: String, owner: String)
  /// Opening to append: the file has several hard links, under which SQLite finds different
  /// journals.
  case secondName
  /// Any operation: another process held a lock for the whole waiting time; 0 if there was no
  /// waiting.
  case busy(seconds: Int)
  /// Appending, restoring, or opening: the file or its folder may not be written.
  case readOnly
  /// Appending: the ledger was moved to this place, and takes nothing more.
  case moved(to: String)
  /// Writing, or opening a file whose journal has to be read: no space is left on the device.
  case full
  /// Copying: the end of the copy differs from the end of the log.
  case copyDiffers
  /// Any operation: the file is damaged; the text describes how.
  case damaged(String)
  /// Opening to append, appending or reading: this defect was found.
  case defect(LogDefect)
  /// Any operation: a system call or SQLite failed. The code is an `errno` or SQLite's extended
  /// result code; 0 for neither, as when the log was closed.
  case system(code: Int, String)
  /// Any operation that hashes: libcrypto failed.
  case unavailable(CryptographyFailure)
  /// Any operation of a store on a server.
  case server(ServerFault)

  // The events.
  /// Restoring: the log has events already.
  case notEmpty
  /// Appending: the clock is this far behind the last event's instant, and nobody has accepted it.
  case clockBehind(seconds: Int, last: Instant)
  /// Appending: the clock is implausibly far ahead of the last event's instant, and nobody has
  /// accepted it (``RecordingInstants``).
  case clockAhead(last: Instant, isSynchronised: Bool)
  /// Appending: with the mark of a clock that was behind, the event would exceed the size limit.
  case tooLongToMark(index: Int)
  /// Appending or restoring: the event occurs after the day on which it is recorded.
  case notYet(index: Int)
  /// Appending: the event's id belongs to another event, at this position.
  case idTaken(index: Int, by: Position)
  /// Restoring: the event's id belongs to an earlier event of the copy, at this position.
  case idTwice(index: Int, by: Position)
  /// Restoring: the event's instant is before that of the previous one.
  case instantBack(index: Int)
  /// Appending: the event at this position violates the append condition.
  case conditionFailed(by: Position)
  /// Appending or restoring: the log does not contain the event that the annulment names.
  case unknownEntry(index: Int)
  /// Appending or restoring: the annulment's subjects are not those of the event that it annuls.
  case wrongSubjects(index: Int)
  /// Appending or reading: the event at this position cannot be parsed. No event is ever skipped.
  case unreadable(Position, ReadingFailure)
}

extension LogFailure {
  /// The index of the event that failed; nil if the failure concerns no event of the batch.
  public var index: Int? {
    switch self {
    case .notYet(let index), .tooLongToMark(let index), .idTaken(let index, _),
      .idTwice(let index, _), .instantBack(let index), .unknownEntry(let index),
      .wrongSubjects(let index):
      index
    case .missing, .alreadyThere, .notALedger, .newerFormat, .networkDrive, .foreignJournal,
      .othersJournal, .secondName, .busy, .readOnly, .moved, .full, .copyDiffers,
      .damaged, .defect, .system, .unavailable, .server, .notEmpty, .clockBehind, .clockAhead,
      .conditionFailed,
      .unreadable:
      nil
    }
  }
}

extension LogFailure {
  /// This failure with its index counted from further back: that of a part as one of the whole stream.
  ///
  /// - Parameter count: how many events precede the part.
  public func after(_ count: Int) -> LogFailure {
    switch self {
    case .notYet(let index): .notYet(index: count + index)
    case .tooLongToMark(let index): .tooLongToMark(index: count + index)
    case .idTaken(let index, let position): .idTaken(index: count + index, by: position)
    case .idTwice(let index, let position): .idTwice(index: count + index, by: position)
    case .instantBack(let index): .instantBack(index: count + index)
    case .unknownEntry(let index): .unknownEntry(index: count + index)
    case .wrongSubjects(let index): .wrongSubjects(index: count + index)
    case .missing, .alreadyThere, .notALedger, .newerFormat, .networkDrive, .foreignJournal,
      .othersJournal, .secondName, .busy, .readOnly, .moved, .full, .copyDiffers,
      .damaged, .defect, .system, .unavailable, .server, .notEmpty, .clockBehind, .clockAhead,
      .conditionFailed,
      .unreadable:
      self
    }
  }
}

extension LogFailure {
  /// The JSON path of the event's field that failed; nil if the failure concerns no field.
  public var field: String? {
    switch self {
    case .notYet: "occurredOn"
    case .idTaken, .idTwice: "id"
    case .instantBack: "recordedAt"
    case .unknownEntry: "data.event"
    case .wrongSubjects: "data.subjects"
    case .missing, .alreadyThere, .notALedger, .newerFormat, .networkDrive, .foreignJournal,
      .othersJournal, .secondName, .busy, .readOnly, .moved, .full, .copyDiffers,
      .damaged, .defect, .system, .unavailable, .server, .notEmpty, .clockBehind, .clockAhead,
      .tooLongToMark,
      .conditionFailed,
      .unreadable:
      nil
    }
  }
}

/// Runs `body`; a failure of libcrypto is thrown as ``LogFailure/unavailable(_:)``.
package func hashing<Value: ~Copyable>(
  _ body: () throws(CryptographyFailure) -> Value
) throws(LogFailure) -> Value {
  do throws(CryptographyFailure) { return try body() } catch { throw .unavailable(error) }
}
