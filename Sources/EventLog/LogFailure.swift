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
  /// The file is damaged, in this way.
  case damaged(String)
  /// The file is damaged: this was found while it was read.
  case defect(LogDefect)
  /// The system refused, with this code and message.
  case system(code: Int, String)

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
      .othersJournal, .secondName, .busy, .readOnly, .full,
      .damaged, .defect, .system, .notEmpty, .clockBehind, .clockAhead, .conditionFailed,
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
      .othersJournal, .secondName, .busy, .readOnly, .full,
      .damaged, .defect, .system, .notEmpty, .clockBehind, .clockAhead, .tooLongToMark,
      .conditionFailed,
      .unreadable:
      nil
    }
  }
}

extension LogFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing: "there is no ledger here; `acquis init` makes one"
    case .alreadyThere: "there is already a file here; nothing was changed"
    case .notALedger: "this is not a ledger"
    case .newerFormat(let found, let known):
      "the ledger's format is \(found), newer than this program's (\(known)); use a newer acquis"
    case .networkDrive(let kind):
      "the ledger lies on a network drive (\(kind)), where locks do not hold; put it on a local disk"
    case .foreignJournal:
      "the ledger and the journal beside it (-wal) do not go together: it is another ledger's journal, or "
        + "of another state of this one, or one of them is damaged; nothing was changed: keep copies of "
        + "both, and put back the ledger or the journal that belongs here"
    case .othersJournal(let file, let owner):
      "the file \(file) beside the ledger belongs to \(owner) and shuts this user out; "
        + "have it removed while no one has the ledger open"
    case .secondName:
      "the ledger's file has a second name (a hard link), under which facts could be lost; "
        + "make a copy with `acquis backup`, and remove one of the names (in a folder .making beside it, "
        + "what a killed making of another user left)"
    case .busy(let seconds):
      "another process has been writing to the ledger for \(seconds) s; try again"
    case .readOnly: "this user may not write to the ledger or its folder, or may not read them"
    case .full: "no space left on the device"
    case .damaged(let detail): "the ledger is damaged: \(detail)"
    case .defect(let defect): "the ledger is damaged: \(defect)"
    case .system(let code, let message): "the system refused (\(code)): \(message)"
    case .clockBehind(let seconds, let last):
      "the last event was recorded at \(last), \(seconds) s ahead of this machine's clock; if the "
        + "clock is right, --accept-clock records with the next instant and marks the entry"
    case .clockAhead(let last, let isSynchronised):
      "this machine's clock is more than \(isSynchronised ? "two years" : "180 days") "
        + "\(isSynchronised ? "" : "(and not synchronised) ")past the last event (\(last)); "
        + "if the clock is right, --accept-clock records all the same"
    case .tooLongToMark:
      "is too long to bear the mark of a clock that is behind (\(EncodedEvent.limit) bytes)"
    case .notYet: "occurs after the day it is recorded"
    case .idTaken(_, let position):
      "its id is already in the ledger with another content, at position \(position)"
    case .notEmpty: "the ledger holds events already: a copy is only taken in by an empty one"
    case .idTwice(_, let position): "its id stands already at position \(position)"
    case .instantBack: "was recorded before the event above it"
    case .conditionFailed(let position): "another event came in first, at position \(position)"
    case .unknownEntry: "annuls an entry that the ledger does not hold"
    case .wrongSubjects: "does not repeat the subjects of the entry it annuls"
    case .unreadable(let position, let failure):
      "the event at position \(position) cannot be read: \(failure)"
    }
  }
}
